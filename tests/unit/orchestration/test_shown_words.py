"""Dagster shows words of papers and names of files as they are printed, never as Markdown."""

from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from pipelines.audit.audit_report import AuditReport, CheckResult, FailingRow
from pipelines.ingestion.rejections import Rejection
from pipelines.orchestration.checks import Property, check_results
from pipelines.orchestration.models import model_results
from pipelines.orchestration.papers import extracts_result
from pipelines.publication.published_status import WarehouseStatus
from pipelines.refresh.refresh import Outcome, RefreshReport
from pipelines.runtime.terminal_text import one_line
from pipelines.schema.tables import TABLES

WORDS = "![](http://pond.example/i.png) <img src=//pond.example> [reeds](//pond.example) `|*x*"
# As long as a preview shows it
PART = WORDS[:60]
NAME = "a`![](http://pond.example/i.png)\n.pdf"
REJECTED = Rejection(NAME, "0" * 64, f"The paper {WORDS}.", datetime(2031, 5, 6, tzinfo=UTC))
FAILED = CheckResult(
    "decisions", "row_is_odd", None, "warning", False, True, f"holds {WORDS}",
    failing_rows=(FailingRow(None, NAME, f"text={WORDS}"),),
)  # fmt: skip
PROPERTIES = [
    Property("decisions", "row_is_odd", "warning", "row_is_odd"),
    Property("boards", "key", "error", "unique_key: board_id"),
]
VERSION = dg.DataVersion("v")


@pytest.fixture
def report() -> RefreshReport:
    return RefreshReport(
        outcome=Outcome.PUBLISHED,
        warehouse=Path("w.duckdb"),
        build_id="b",
        rows={"decisions": 1},
        findings={},
        files_found=1,
        papers_read=0,
        papers_extracted=0,
        rejected=(REJECTED,),
    )


def rows_of(metadata: dg.MetadataValue[object]) -> list[dict[str, object]]:
    assert isinstance(metadata, dg.TableMetadataValue)
    return [dict(record.data) for record in metadata.records]


def test_a_preview_is_a_table_of_words() -> None:
    now = datetime(2031, 5, 6, tzinfo=UTC)
    held = WarehouseStatus(Path("w.duckdb"), "b", now, 1, 1, {"decisions": 1}, {}, ())
    columns = TABLES["decisions"].columns
    declared = ", ".join(f'"{column.name}" {column.sql_type}' for column in columns)
    with duckdb.connect() as connection:
        connection.execute(f"create table decisions ({declared})")
        connection.execute("create table builds as select 1 as build_no, 'abc' as content_hash")
        connection.execute("insert into decisions (text, seq) values ($words, 7)", {"words": PART})
        (result,) = model_results([], held, connection)
    preview = (result.metadata or {})["preview"]
    assert rows_of(preview) == [
        {column.name: {"text": PART, "seq": "7"}.get(column.name) for column in columns}
    ]


def test_rejected_papers_are_a_table_of_words(report: RefreshReport) -> None:
    rejected = (extracts_result(report, VERSION).metadata or {})["rejected"]
    assert rows_of(rejected) == [
        {"source_path": NAME.replace("\n", "\\n"), "reason": f"The paper {WORDS}."}
    ]


def test_rows_at_fault_are_a_table_of_words() -> None:
    failed, held = check_results(AuditReport((FAILED,)), PROPERTIES)
    metadata = failed.metadata or {}
    assert metadata["observed"] == dg.TextMetadataValue(one_line(FAILED.message))
    assert rows_of(metadata["rows"]) == [
        {
            "check": one_line(FAILED.name),
            "values": f"text={WORDS}",
            "paper_id": "",
            "locator": NAME.replace("\n", "\\n"),
        }
    ]
    assert "rows" not in (held.metadata or {})


def test_no_result_holds_markdown(report: RefreshReport) -> None:
    checks = check_results(AuditReport((FAILED,)), PROPERTIES)
    results = [extracts_result(report, VERSION), *checks]
    kinds = {type(value) for result in results for value in (result.metadata or {}).values()}
    assert dg.MarkdownMetadataValue not in kinds
    assert dg.TableMetadataValue in kinds
