"""What an audit found is kept in the warehouse, with the files that were lost, and shown."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from pipelines.audit.audit_report import AuditReport, CheckResult, FailingRow
from pipelines.audit.check_results import keep_results, read_results
from pipelines.ingestion.intake import PaperFile
from pipelines.ingestion.manifest import Manifest, Refused
from pipelines.notation.addresses import mask_path
from pipelines.reports.check_docs import render_check_docs, write_check_docs
from pipelines.schema.tables import TABLES

BUILD = "20310506T070809Z-abababababab"
HELD = CheckResult("boards", "unique_key", "board_id", "error", True, True, "0 rows fail")
FAILED = CheckResult(
    "boards",
    "expect_column_values_to_match_regex",
    "name",
    "warning",
    False,
    True,
    "1 of 3 rows fail",
    failing_rows=(FailingRow("00c0ffee00c0ffee", "l4", "name=<script>alert(1)</script>"),),
)
AUDITED = AuditReport((HELD, FAILED))


@pytest.fixture
def candidate(tmp_path: Path) -> Path:
    """A candidate with one paper and one rejected file."""
    path = tmp_path / "ports.candidate.duckdb"
    with duckdb.connect(str(path)) as connection:
        for name in ("papers", "rejected_papers", "check_results", "builds", "quality_findings"):
            columns = ", ".join(f"{each.name} {each.sql_type}" for each in TABLES[name].columns)
            connection.execute(f"create table {name} ({columns})")
        connection.execute("insert into papers by name select 'aa' as sha256")
        connection.execute("insert into rejected_papers by name select 'bad.pdf' as source_path")
    return path


def folder(*files: str, rejected: tuple[str, ...] = ("bad.pdf",)) -> Manifest:
    """Files whose name tells their hash, and entries that could not be taken in."""
    return Manifest(
        files={name: PaperFile(name, name[:2], 1, 1) for name in files},
        refused={
            name: Refused("it is empty", datetime(2031, 5, 6, tzinfo=UTC)) for name in rejected
        },
    )


def test_every_result_is_kept_with_its_place_in_its_suite(candidate: Path) -> None:
    keep_results(candidate, BUILD, AUDITED, folder("aa.txt"))

    with duckdb.connect(str(candidate), read_only=True) as connection:
        rows = connection.execute("select * from check_results order by suite, check_no").fetchall()
    match = "expect_column_values_to_match_regex"
    lost = "files_found_are_read_or_rejected"
    assert rows == [
        (BUILD, "boards", 1, "unique_key", "board_id", "error", True, "0 rows fail", None),
        (BUILD, "boards", 2, match, "name", "warning", False, "1 of 3 rows fail", None),
        (BUILD, "rejected_papers", 1, lost, None, "error", True, "0 of 2 files fail", None),
    ]
    assert not candidate.with_name(candidate.name + ".wal").exists()


def test_what_was_kept_is_read_again_without_the_rows_at_fault(candidate: Path) -> None:
    kept = keep_results(candidate, BUILD, AUDITED, folder("aa.txt"))

    with duckdb.connect(str(candidate), read_only=True) as connection:
        read = read_results(connection)
    assert read == AuditReport(tuple(replace(result, failing_rows=()) for result in kept.results))
    assert [result.message for result in read.warnings] == [FAILED.message]


@pytest.mark.parametrize(
    ("found", "faults"),
    [
        pytest.param(folder("aa.txt", "aa-again.txt"), [], id="the same content twice"),
        pytest.param(
            folder("aa.txt", "bb.txt"),
            ["bb.txt is neither read nor rejected"],
            id="a file that was lost",
        ),
        pytest.param(
            folder("aa.txt", rejected=()),
            ["bad.pdf is rejected and not there"],
            id="a rejected file that was never found",
        ),
        pytest.param(folder(), ["aa is read and not there"], id="a paper out of nowhere"),
    ],
)
def test_a_lost_file_fails_the_build(candidate: Path, found: Manifest, faults: list[str]) -> None:
    report = keep_results(candidate, BUILD, AuditReport(()), found)

    assert [row.values for result in report.failures for row in result.failing_rows] == faults
    assert report.ok == (not faults)


def test_rejected_files_named_after_addresses_are_not_lost(candidate: Path) -> None:
    names = ("ann@weir.example.pdf", "bea@weir.example.pdf")
    with duckdb.connect(str(candidate)) as connection:
        connection.execute("delete from rejected_papers")
        connection.executemany(
            "insert into rejected_papers by name select ? as source_path",
            [[mask_path(name)] for name in names],
        )

    report = keep_results(candidate, BUILD, AuditReport(()), folder("aa.txt", rejected=names))

    assert [result.observed for result in report.results] == ["0 of 3 files fail"]
    assert len({mask_path(name) for name in names}) == 2


def test_the_page_says_all_and_escapes_what_papers_say(candidate: Path, tmp_path: Path) -> None:
    path = write_check_docs(candidate, AUDITED, tmp_path / "docs")

    page = path.read_text(encoding="utf-8")
    assert page == render_check_docs(candidate, AUDITED)
    assert "<script>" not in page
    assert "name=&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "2 checks: 0 failed," in page
    assert "http" not in page
