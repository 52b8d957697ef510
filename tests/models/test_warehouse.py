import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from subprocess import PIPE
from typing import Any

import duckdb
import polars as pl
import pytest

from pipelines.publication.builds import content_hash
from pipelines.publication.publishing import candidate_path, published_path
from pipelines.runtime.warehouse_errors import ReferenceMissingError, UnknownRuleError
from pipelines.schema.records import EXTRACTS
from pipelines.schema.tables import TABLES
from pipelines.warehouse.build import BuildReport, build_candidate
from pipelines.warehouse.inputs import FILE_COLUMNS

from .conftest import BUILT_AT, extract, file, frame

MEETING: dict[str, Any] = {
    "statement_kind": "note",
    "status": "held",
    "meeting_date": date(2022, 1, 18),
}
# An analyst's session: opens the file for writing and waits.
HOLD_OPEN = """
import sys, duckdb
with duckdb.connect(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""
PEOPLE = [
    {
        "meeting_date": date(2022, 1, 18),
        "councillor_id": f"person-{number}",
        "councillor_name": f"Person {number}",
        "status": "present",
        "locator": f"l{number}",
        "paper_id": f"p{number % 3}",
    }
    for number in range(12)
]


def test_the_published_schema_is_the_contracts(tmp_path: Path, registers: Path) -> None:
    report = _build(tmp_path / "ports.candidate.duckdb", registers)

    with duckdb.connect(str(report.candidate), read_only=True) as connection:
        found = connection.execute(
            """
            select table_name, column_name, data_type, comment
            from duckdb_columns() where not internal order by table_name, column_index
            """
        ).fetchall()
        comments = connection.execute("select table_name, comment from duckdb_tables()").fetchall()
        places = connection.execute(
            "select distinct schema_name, temporary from duckdb_tables()"
        ).fetchall()

    assert found == [
        (name, column.name, column.sql_type, column.meaning)
        for name in sorted(TABLES)
        for column in TABLES[name].columns
    ]
    assert dict(comments) == {name: f"One row: {table.row}." for name, table in TABLES.items()}
    assert places == [("main", False)]


def test_only_the_closed_file_is_left(tmp_path: Path, registers: Path) -> None:
    folder = tmp_path / "warehouse"

    report = _build(folder / "ports.candidate.duckdb", registers)

    assert list(folder.iterdir()) == [report.candidate]
    # The storage version stands after the checksum and the magic bytes: 64 is v1.0.0 and later
    # releases that keep to its format.
    assert report.candidate.read_bytes()[12] == 64


def test_the_report_counts_rows_and_findings(tmp_path: Path, registers: Path) -> None:
    meeting = extract("meetings", [MEETING])
    finding = {"rule": "weekday_disagrees", "table_name": "meetings", "subject": "2022-03-22"}
    report = _build(
        tmp_path / "ports.candidate.duckdb",
        registers,
        meetings=meeting,
        findings=extract("findings", [finding]),
    )

    counted = {name: rows for name, rows in report.rows.items() if rows}
    assert counted == {
        "papers": 1,
        "boards": 2,
        "board_lineage": 2,
        "meetings": 1,
        "councils": 4,
        "council_codes": 1,
        "council_successions": 1,
        "programmes": 1,
        "councillors_in_post": 4,
        "quality_findings": 1,
        "coverage": 1,
        "builds": 1,
        "relationships": sum(len(table.references) for table in TABLES.values()),
    }
    assert list(report.rows) == list(TABLES)
    assert report.findings == {"warning": 1}


def test_the_content_hash_is_of_the_rows_alone(tmp_path: Path, registers: Path) -> None:
    attendance = extract("attendance", PEOPLE)
    first = _build(tmp_path / "a.candidate.duckdb", registers, attendance=attendance)
    shuffled = _build(
        tmp_path / "b.candidate.duckdb",
        registers,
        built_at=datetime(2032, 1, 1, tzinfo=UTC),
        attendance=attendance.reverse(),
    )
    other = _build(tmp_path / "c.candidate.duckdb", registers, attendance=attendance.head(11))

    assert shuffled.content_hash == first.content_hash
    assert shuffled.build_id == f"20320101T000000Z-{first.content_hash[:12]}"
    assert other.content_hash != first.content_hash
    with duckdb.connect(str(first.candidate), read_only=True) as connection:
        assert content_hash(connection) == first.content_hash


def test_parquet_batches_and_frames_give_the_same_rows(tmp_path: Path, registers: Path) -> None:
    attendance = extract("attendance", PEOPLE)
    batches = [tmp_path / "it's one.parquet", tmp_path / "two.parquet"]
    attendance.head(5).write_parquet(batches[0])
    attendance.tail(7).write_parquet(batches[1])

    from_frames = _build(tmp_path / "a.candidate.duckdb", registers, attendance=attendance)
    from_files = _build(tmp_path / "b.candidate.duckdb", registers, attendance=batches)

    assert from_files.content_hash == from_frames.content_hash
    assert from_files.rows["attendance"] == 12


def test_former_publications_stay_in_builds(tmp_path: Path, registers: Path) -> None:
    candidate = tmp_path / "ports.candidate.duckdb"
    first = _build(candidate, registers)
    candidate.rename(published_path(candidate))
    second = _build(candidate, registers, built_at=datetime(2031, 6, 8, tzinfo=UTC))

    with duckdb.connect(str(candidate), read_only=True) as connection:
        builds = connection.execute("select * from builds order by built_at").fetchall()
    assert builds == [
        (first.build_id, 1, BUILT_AT, "7", first.content_hash, 1, 0, 0),
        (
            second.build_id,
            2,
            datetime(2031, 6, 8),  # noqa: DTZ001 - UTC without zone
            "7",
            first.content_hash,
            1,
            0,
            0,
        ),
    ]


def test_former_publications_are_kept_while_somebody_writes_to_the_file(
    tmp_path: Path, registers: Path
) -> None:
    candidate = tmp_path / "ports.candidate.duckdb"
    first = _build(candidate, registers)
    warehouse = published_path(candidate)
    candidate.rename(warehouse)
    writer = subprocess.Popen(
        [sys.executable, "-c", HOLD_OPEN, str(warehouse)], stdin=PIPE, stdout=PIPE, text=True
    )
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        second = _build(candidate, registers, built_at=datetime(2031, 6, 8, tzinfo=UTC))
        writer.communicate("close")

    with duckdb.connect(str(candidate), read_only=True) as connection:
        builds = connection.execute("select build_id from builds order by built_at").fetchall()
    assert builds == [(first.build_id,), (second.build_id,)]
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "ports.candidate.duckdb",
        "ports.duckdb",
    ]


def test_a_missing_register_is_named(tmp_path: Path, registers: Path) -> None:
    (registers / "boards.csv").unlink()

    with pytest.raises(ReferenceMissingError) as caught:
        _build(tmp_path / "ports.candidate.duckdb", registers)

    assert str(caught.value) == (
        f"{registers / 'boards.csv'}: this register is missing. Nothing was published. Restore "
        "the file, or name the folder that holds the registers."
    )


def test_a_finding_of_no_known_rule_is_a_fault(tmp_path: Path, registers: Path) -> None:
    finding = {"rule": "ferry_sunk", "table_name": "meetings", "subject": "Ann's Ferry"}

    with pytest.raises(UnknownRuleError) as caught:
        _build(
            candidate_path(tmp_path / "ports.duckdb"),
            registers,
            findings=extract("findings", [finding]),
        )

    assert caught.value.unknown == ("ferry_sunk",)
    assert "weekday_disagrees" in caught.value.known


def _build(
    candidate: Path,
    registers: Path,
    built_at: datetime = BUILT_AT,
    **extracts: "pl.DataFrame | Sequence[Path]",
) -> BuildReport:
    papers = ["a1", "p0", "p1", "p2"] if "attendance" in extracts else ["a1"]
    known: dict[str, Any] = {name: [] for name in EXTRACTS}
    return build_candidate(
        candidate,
        {
            **known,
            "papers": extract("papers", [{"paper_id": name, "board_id": None} for name in papers]),
            **extracts,
        },
        frame(FILE_COLUMNS, [file(name) for name in papers]),
        frame(TABLES["rejected_papers"].column_names, []),
        reference=registers,
        code_version="7",
        built_at=built_at,
    )
