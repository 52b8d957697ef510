"""What `boardpapers query` writes is words to a terminal and to a spreadsheet."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.system.command import boardpapers

TITLES = ("\x1b[31mRed\x1b[0m \x9b31m", "Reeds \u202ednop", "[bold]mill[/bold]\x7f", "=1+1")
SQL = "select title from items order by seq"
# Every character that a terminal may act on, but the end of a line
ACTED_ON = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# What colours the head of a table
STYLE = re.compile(r"\x1b\[\d*m")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    with duckdb.connect(str(tmp_path / "w.duckdb")) as connection:
        connection.execute("create table items (seq integer, title varchar)")
        connection.executemany("insert into items values (?, ?)", list(enumerate(TITLES)))
    return tmp_path


def on_a_terminal(work: Path, *arguments: str) -> str:
    """What a terminal is sent, line ends as the program wrote them."""
    ours, theirs = os.openpty()
    try:
        command = [Path(sys.executable).with_name("boardpapers"), "query", *arguments]
        environment = {**os.environ, "COLUMNS": "160", "BOARDPAPERS_WAREHOUSE": "w.duckdb"}
        subprocess.run(command, stdout=theirs, check=True, cwd=work, env=environment)
        return os.read(ours, 100_000).decode().replace("\r\n", "\n")
    finally:
        os.close(ours)
        os.close(theirs)


def test_csv_on_a_terminal_is_words(work: Path) -> None:
    assert on_a_terminal(work, SQL, "--format", "csv").splitlines() == [
        "title",
        r"\x1b[31mRed\x1b[0m \x9b31m",
        r"Reeds \u202ednop",
        r"[bold]mill[/bold]\x7f",
        "'=1+1",
    ]


def test_csv_in_a_file_is_as_printed_but_for_formulas(work: Path) -> None:
    sql = 'select title, -1 as less, title as "=head" from items where seq in (1, 3) order by seq'
    run = boardpapers("query", sql, "--format", "csv", "--warehouse", "w.duckdb", cwd=work)
    assert run.stdout.splitlines() == [
        "title,less,'=head",
        f"{TITLES[1]},-1,{TITLES[1]}",
        "'=1+1,-1,'=1+1",
    ]


def test_json_is_words_and_says_what_is_printed(work: Path) -> None:
    written = on_a_terminal(work, SQL, "--format", "json")
    assert ACTED_ON.findall(written) == []
    assert json.loads(written) == [{"title": title} for title in TITLES]


def test_names_of_columns_are_words(work: Path) -> None:
    sql = "pivot (select title from items) on title using count(*)"
    written = STYLE.sub("", on_a_terminal(work, sql))
    assert ACTED_ON.findall(written) == []
    head, counts, rows = written.splitlines()
    for title in (r"\x1b[31mRed\x1b[0m \x9b31m", r"Reeds \u202ednop", r"[bold]mill[/bold]\x7f"):
        assert title in head
    assert (counts.split(), rows) == (["1"] * 4, "1 row")
