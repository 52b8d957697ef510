"""What a newcomer may get wrong ends with a message and an exit code, never with a traceback.

The commands run in the process of the test, where an exception that a user would see as a traceback
fails the test; `test_command_line.py` runs them as processes.
"""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from pipelines.runtime.settings import DEFAULT_WAREHOUSE
from tests.system.command import boardpapers, boardpapers_here
from tests.system.published import publish_in

WAREHOUSE = str(DEFAULT_WAREHOUSE)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published warehouse, a file in the way, and a folder with folders in the way."""
    folder = publish_in(tmp_path_factory.mktemp("work"))
    (folder / "file").touch()
    for name in ("uptake.html", "index.html", "papers.parquet", "papers.csv"):
        (folder / "full" / name).mkdir(parents=True)
    for name in ("boardpapers.sqlite", "boardpapers.xlsx"):
        (folder / "full" / name).mkdir(parents=True)
    (folder / "cut.duckdb").write_bytes((folder / WAREHOUSE).read_bytes()[:50_000])
    with duckdb.connect(str(folder / "other.duckdb")) as connection:
        connection.execute("create table ponds as select 1 as depth")
    return folder


@pytest.mark.parametrize(
    ("sql", "held"),
    [
        pytest.param("", "no", id="nothing"),
        pytest.param(" \n", "no", id="blank"),
        pytest.param("/* papers */", "no", id="a comment"),
        pytest.param("select 1; select 2", "2", id="two statements"),
    ],
)
def test_a_query_is_one_statement(work: Path, sql: str, held: str) -> None:
    run = boardpapers_here("query", sql, cwd=work)
    message = f"Error: The query cannot be run. It holds {held} statements; give one.\n"
    assert (run.exit_code, run.stdout, run.stderr) == (2, "", message)


def test_a_query_may_end_with_a_semicolon_and_a_comment(work: Path) -> None:
    run = boardpapers_here("query", "select 1 as one; -- that is all", "--format", "csv", cwd=work)
    assert (run.exit_code, run.stdout) == (0, "one\n1\n")


def test_maps_with_keys_of_any_type_are_json(work: Path) -> None:
    sql = "select [map {date '2031-05-06': {'a': map {1.5: 2}}}] as depths"
    run = boardpapers_here("query", sql, "--json", cwd=work)
    assert json.loads(run.stdout) == [{"depths": [{"2031-05-06": {"a": {"1.5": 2}}}]}]


FOLDER_IN_THE_WAY = "{} cannot be used: Is a directory. Name another, or mend this."
FILE_IN_THE_WAY = "file/x cannot be used: Not a directory. Name another, or mend this."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["report", "--out", "file/x"], FILE_IN_THE_WAY),
        (["report", "--out", "full"], FOLDER_IN_THE_WAY.format("full/uptake.html")),
        (["check", "--docs", "file/x"], FILE_IN_THE_WAY),
        (["check", "--docs", "full"], FOLDER_IN_THE_WAY.format("full/index.html")),
        (["export", "--format", "csv", "--out", "file/x"], FILE_IN_THE_WAY),
        (
            ["export", "--format", "csv", "--out", "full"],
            FOLDER_IN_THE_WAY.format("full/papers.csv"),
        ),
        (
            ["export", "--format", "sqlite", "--out", "full"],
            FOLDER_IN_THE_WAY.format("full/boardpapers.sqlite"),
        ),
        (
            ["export", "--format", "parquet", "--out", "full"],
            'full cannot be used: IO Error: Cannot open file "full/papers.parquet": Is a '
            "directory. Name another, or mend this.",
        ),
    ],
)
def test_a_place_that_cannot_be_written_is_named(
    work: Path, arguments: list[str], message: str
) -> None:
    run = boardpapers_here(*arguments, cwd=work)
    said = (run.exit_code, run.stdout, run.stderr.splitlines()[-1])
    assert said == (2, "", f"Error: {message}")


def test_a_workbook_that_cannot_be_written_is_named(work: Path) -> None:
    # In a process of its own, since the library leaves the files of a workbook's sheets open.
    run = boardpapers("export", "--format", "xlsx", "--out", "full", cwd=work)
    message = f"Error: {FOLDER_IN_THE_WAY.format('full/boardpapers.xlsx')}"
    assert (run.returncode, run.stdout, run.stderr.splitlines()[-1]) == (2, "", message)


COMMANDS = [["query", "select 1"], ["status"], ["check"], ["report"], ["export", "--out", "out"],
            ["diff"], ["forget", "Ann Example"]]  # fmt: skip


@pytest.mark.parametrize("arguments", COMMANDS, ids=[command[0] for command in COMMANDS])
@pytest.mark.parametrize(
    ("warehouse", "reason"),
    [
        pytest.param("data", "it is a folder", id="a folder"),
        pytest.param("file", "not a valid DuckDB database file", id="an empty file"),
        pytest.param("data/raw/note.txt", "not a valid DuckDB database file", id="a paper"),
        pytest.param("cut.duckdb", "Could not read enough bytes", id="half a file"),
    ],
)
def test_what_is_no_warehouse_is_named(
    work: Path, arguments: list[str], warehouse: str, reason: str
) -> None:
    run = boardpapers_here(*arguments, "--warehouse", warehouse, cwd=work)
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr.startswith(f"Error: The warehouse {warehouse} cannot be used: ")
    assert reason in run.stderr
    assert not list(work.rglob("*.forgotten.csv"))


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["export", "--out", "out"], id="parquet"),
        pytest.param(["export", "--out", "out", "--format", "csv"], id="csv"),
        pytest.param(["status"], id="status"),
    ],
)
def test_a_database_of_others_is_named(work: Path, arguments: list[str]) -> None:
    run = boardpapers_here(*arguments, "--warehouse", "other.duckdb", cwd=work)
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr.startswith("Error: The warehouse other.duckdb cannot be used: Catalog Error")


def test_a_path_that_no_system_takes_is_named(work: Path) -> None:
    name = "x" * 300
    for arguments in (["query", "select 1"], ["status"]):
        run = boardpapers_here(*arguments, "--warehouse", name, cwd=work)
        assert (run.exit_code, run.stdout) == (2, "")
        assert run.stderr.endswith(
            "cannot be used: File name too long. Name another, or mend this.\n"
        )


def test_a_kept_build_that_is_damaged_is_named(work: Path, tmp_path: Path) -> None:
    shutil.copytree(work / "data", tmp_path / "data")
    (kept,) = (tmp_path / "data" / "warehouse").rglob("*-*.duckdb")
    kept.write_bytes(kept.read_bytes()[:50_000])
    before = (tmp_path / WAREHOUSE).read_bytes()
    run = boardpapers_here("rollback", "--build", kept.stem.partition("-")[2], cwd=tmp_path)
    assert run.exit_code == 2
    assert "builds/" in run.stderr
    assert (tmp_path / WAREHOUSE).read_bytes() == before
