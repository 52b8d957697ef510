"""The commands as a user runs them, each in a process of its own, checks and all."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from pipelines.runtime.places import REFERENCE
from pipelines.schema.tables import FACTS, TABLES
from pipelines.warehouse.proofs import PROOFS
from tests.system.command import boardpapers
from tests.system.tiny_papers import LETTER, NOTE

REASON = "The paper holds no words. Fetch it again, or remove it."


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two papers, one that is no paper, and the warehouse made of them."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "data" / "raw").mkdir(parents=True)
    (folder / "data" / "raw" / "note.txt").write_text(NOTE)
    (folder / "data" / "raw" / "letter.txt").write_text(LETTER.format(year=2030))
    (folder / "data" / "raw" / "scan.txt").write_text("\n \n")
    run = boardpapers("refresh", "--json", cwd=folder)
    assert run.returncode == 0, run.stderr
    (folder / "first.json").write_text(run.stdout)
    (folder / "first.log").write_text(run.stderr)
    return folder


def warehouse_of(work: Path) -> Path:
    return work / "data" / "warehouse" / "boardpapers.duckdb"


def test_refresh_publishes_every_table_and_says_so(work: Path) -> None:
    report = json.loads((work / "first.json").read_text())
    assert list(report["rows"]) == list(TABLES)
    kept = {name: report[name] for name in ("outcome", "files_found", "papers_read", "new")}
    assert kept == {
        "outcome": "published",
        "files_found": 3,
        "papers_read": 2,
        "new": ["letter.txt", "note.txt", "scan.txt"],
    }
    (rejected,) = report["rejected"]
    assert (rejected["source_path"], rejected["reason"]) == ("scan.txt", REASON)
    assert (work / "first.log").read_text().splitlines() == [
        "Looking for papers",
        "Reading papers: 3",
        f"Not read: scan.txt: {REASON} The other papers are not affected.",
        "Building the warehouse",
        "Checking it",
        "Publishing it",
    ]


def test_the_published_file_holds_what_was_reported(work: Path) -> None:
    with duckdb.connect(str(warehouse_of(work)), read_only=True) as connection:
        papers = connection.execute("select source_path from papers order by all").fetchall()
        rejected = connection.execute("select source_path from rejected_papers").fetchall()
        members = connection.execute(
            "select councillor_name, council_name, status from attendance order by all"
        ).fetchall()
    assert (papers, rejected) == ([("letter.txt",), ("note.txt",)], [("scan.txt",)])
    assert members == [
        ("Ada Quill", "Kent County Council", "present"),
        ("Ben Marsh", "Leeds City Council", "present"),
    ]
    beside = sorted(path.name for path in warehouse_of(work).parent.iterdir())
    assert beside == [".boardpapers", "boardpapers.duckdb"]


def test_a_second_refresh_finds_nothing_changed(work: Path) -> None:
    before = warehouse_of(work).stat()
    run = boardpapers("refresh", cwd=work)
    after = warehouse_of(work).stat()
    assert (run.returncode, run.stderr) == (0, "Looking for papers\n")
    build = json.loads((work / "first.json").read_text())["build_id"]
    lines = run.stdout.splitlines()
    assert lines[0] == f"Nothing changed since build {build}; no paper was read."
    assert lines[1:] == [
        "Papers: 3 files found, 2 papers read (0 of them now), 0 files with the content of "
        "another, 1 rejected.",
        "Findings: 0 error, 1 warning, 1 info. boardpapers status has the rows of each table.",
        f"Rejected: scan.txt: {REASON}",
        "Warehouse: data/warehouse/boardpapers.duckdb",
    ]
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_failed_check_leaves_the_warehouse_and_exits_with_1(work: Path, tmp_path: Path) -> None:
    registers = tmp_path / "reference"
    shutil.copytree(REFERENCE, registers)
    # The same council twice breaks the key of its table.
    councils = (registers / "councils.csv").read_text().splitlines()
    (registers / "councils.csv").write_text("\n".join([*councils, councils[-1]]) + "\n")
    copy = tmp_path / "w.duckdb"
    shutil.copy(warehouse_of(work), copy)
    content = copy.read_bytes()
    run = boardpapers(
        "refresh", "--raw", work / "data" / "raw", "--warehouse", copy, "--reference", registers,
        "--json", cwd=work,
    )  # fmt: skip
    report = json.loads(run.stdout)
    assert (run.returncode, report["outcome"]) == (1, "refused")
    failed = [(check["table"], check["check"]) for check in report["failed_checks"]]
    assert ("councils", "unique_key") in failed
    assert copy.read_bytes() == content
    assert Path(report["candidate"]) == tmp_path / "w.candidate.duckdb"
    assert Path(report["candidate"]).is_file()


def test_query_prints_rows_in_three_forms(work: Path) -> None:
    sql = "select kind, count(*) as papers, null as nothing from papers group by all order by all"
    forms = {
        form: boardpapers("query", sql, "--format", form, cwd=work).stdout
        for form in ("table", "csv", "json")
    }
    assert forms["csv"] == "kind,papers,nothing\nminutes,1,\nreport,1,\n"
    assert json.loads(forms["json"]) == [
        {"kind": "minutes", "papers": 1, "nothing": None},
        {"kind": "report", "papers": 1, "nothing": None},
    ]
    assert [line.split() for line in forms["table"].splitlines()] == [
        ["kind", "papers", "nothing"],
        ["minutes", "1"],
        ["report", "1"],
        ["2", "rows"],
    ]


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("drop table papers", id="a change"),
        pytest.param("copy papers to 'papers.csv'", id="a file to write"),
        pytest.param("select * from read_csv('data/raw/note.txt')", id="a file to read"),
        pytest.param("select no_such_column from papers", id="an unknown column"),
    ],
)
def test_query_refuses_what_is_no_question_to_the_warehouse(work: Path, sql: str) -> None:
    run = boardpapers("query", sql, cwd=work)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("Error: The query cannot be run. ")


def test_status_tells_what_is_held_and_what_waits(work: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    shutil.copytree(work / "data" / "raw", raw)
    (raw / "new.txt").write_text("words")
    (raw / "letter.txt").unlink()
    run = boardpapers("status", "--raw", raw, "--json", cwd=work)
    status = json.loads(run.stdout)
    assert (run.returncode, status["papers"], status["builds"]) == (0, 2, 1)
    assert status["waiting"] == {"new": ["new.txt"], "changed": [], "gone": ["letter.txt"]}
    assert status["rejected"] == [{"source_path": "scan.txt", "reason": REASON}]
    assert status["next"] == {"would_publish": True, "papers_to_read": 1}
    assert (status["is_late"], status["refused"], status["age_hours"] >= 0) == (False, None, True)
    assert status["refreshed_at"] > status["built_at"]
    assert status["failing_checks"] == []
    facts = sum(status["rows"][name] for name in FACTS)
    assert facts == sum(status["proofs"].values()) > 0
    assert set(status["proofs"]) <= set(PROOFS)


def test_status_tells_a_person_the_same(work: Path) -> None:
    lines = boardpapers("status", cwd=work).stdout.splitlines()
    assert lines[1].endswith("hours old, 2 papers; 1 builds so far.")
    assert lines[2].startswith("Last refreshed at ")
    assert lines[-4:] == [
        "Failing checks: 0",
        f"Rejected: scan.txt: {REASON}",
        "Since the last refresh: 0 files new, 0 changed, 0 gone.",
        "The next refresh would find nothing to do.",
    ]


def test_status_tells_of_a_candidate_that_was_refused(work: Path, tmp_path: Path) -> None:
    copy = tmp_path / "w.duckdb"
    shutil.copy(warehouse_of(work), copy)
    refused = tmp_path / "w.candidate.duckdb"
    shutil.copy(warehouse_of(work), refused)
    with duckdb.connect(str(refused)) as connection:
        connection.execute(
            "update check_results set success = false, severity = 'error', observed = '2 rows fail'"
            " where suite = 'papers' and check_no = 1"
        )
        ((column, check),) = connection.execute(
            "select column_name, expectation from check_results where not success"
        ).fetchall()
    run = boardpapers("status", "--warehouse", copy, "--json", cwd=work)
    assert json.loads(run.stdout)["refused"] == [
        {
            "table": "papers",
            "column": column,
            "check": check,
            "severity": "error",
            "observed": "2 rows fail",
            "exception": None,
        }
    ]
    text = boardpapers("status", "--warehouse", copy, cwd=work).stdout
    assert f"stays for inspection at {refused}: 1 checks failed." in text


def test_check_audits_the_published_file(work: Path) -> None:
    run = boardpapers("check", "--json", cwd=work)
    audit = json.loads(run.stdout)
    assert (run.returncode, audit["ok"], audit["failed_checks"]) == (0, True, [])


def test_report_names_the_files_that_it_wrote(work: Path, tmp_path: Path) -> None:
    run = boardpapers("report", "--out", tmp_path / "out", cwd=work)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == [
        str(tmp_path / "out" / name)
        for name in (
            "uptake.html",
            "uptake_by_region.csv",
            "uptake_by_party.csv",
            "uptake_by_council_type.csv",
            "uptake_region_by_party_bounds.csv",
            "programme_trend.csv",
        )
    ]


def test_resolve_tells_of_each_name_in_its_own_line(work: Path) -> None:
    run = boardpapers("resolve", "--on", "2014-10-01", "--json", "Kent CC", "Nowhere", cwd=work)
    assert run.returncode == 0
    assert [json.loads(line) for line in run.stdout.splitlines()] == [
        {
            "printed": "Kent CC",
            "council_id": "kent-county-council",
            "gss_code": "E10000016",
            "name": "Kent County Council",
            "is_inferred": False,
            "rule": "exact_alias",
        },
        {
            "printed": "Nowhere",
            "council_id": None,
            "gss_code": None,
            "name": "Nowhere",
            "is_inferred": False,
            "rule": "unknown",
        },
    ]


def test_resolve_reads_names_from_standard_input_too(work: Path) -> None:
    windows_file = "\ufeffKent CC\r\n\r\n  Arun DC  \r\nNowhere"
    run = boardpapers("resolve", "Derby City", "-", cwd=work, given=windows_file)
    assert (run.returncode, run.stdout) == (
        0,
        "printed\tcouncil_id\tgss_code\tname\trule\n"
        "Derby City\tderby-city-council\tE06000015\tDerby City Council\texact_alias\n"
        "Kent CC\tkent-county-council\tE10000016\tKent County Council\texact_alias\n"
        "Arun DC\tarun-district-council\tE07000224\tArun District Council\texact_alias\n"
        "Nowhere\tunknown\t\tNowhere\tunknown\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["refresh", "--raw", "nowhere"],
            "Error: The folder of papers nowhere is not there. Make it, or name another: --raw.",
            id="no raw folder",
        ),
        pytest.param(
            ["refresh", "--warehouse", "data/raw/note.txt"],
            "Error: The warehouse data/raw/note.txt cannot be used: it is a file of another kind. "
            "Name another file with --warehouse, or mend this.",
            id="a paper as warehouse",
        ),
        pytest.param(
            ["status", "--warehouse", "no.duckdb"],
            "Error: The warehouse no.duckdb is not there. "
            "Make it with boardpapers refresh, or name another.",
            id="no warehouse",
        ),
        pytest.param(
            ["refresh", "--colour"], "Error: No such option '--colour'.", id="unknown option"
        ),
        pytest.param(["resolve"], "Error: Missing argument 'NAME...'.", id="no name"),
        pytest.param(
            ["resolve", "--on", "31/12/2014", "Kent CC"],
            "Error: Invalid value for '--on': '31/12/2014' does not match the format '%Y-%m-%d'.",
            id="a date of another form",
        ),
    ],
)
def test_bad_usage_exits_with_2(work: Path, arguments: list[str], message: str) -> None:
    run = boardpapers(*arguments, cwd=work)
    assert (run.returncode, run.stdout, run.stderr.splitlines()[-1]) == (2, "", message)
