"""The whole command beside a good paper, to its exit code, for each thing that can be wrong."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from pipelines.cli import main
from tests.soak.hostile_papers import HOSTILE_PAPERS
from tests.system.tiny_papers import NOTE

pytestmark = pytest.mark.usefixtures("audit_here")

LEADERSHIP = """\
Harbour Programme Board

Leadership programmes 2031/32: councillors who {did}

Region\tLA\tNG\tTotal
East of England\t{first}\t3\t15
Scotland\t4\t5\t9
Total\t{total}\t8\t24
"""


def refresh(raw: Path, *options: str) -> tuple[int, dict[str, Any]]:
    """Run the command; its exit code, and what it says as JSON."""
    arguments = ["refresh", "--raw", str(raw), "--warehouse", str(raw.parent / "w.duckdb")]
    found = CliRunner().invoke(main, [*arguments, "--json", *options], catch_exceptions=False)
    return found.exit_code, json.loads(found.stdout)


def rows(raw: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(raw.parent / "w.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A raw folder with one good note."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "note.txt").write_text(NOTE)
    return raw


def dangling(raw: Path) -> None:
    (raw / "bad.txt").symlink_to(raw / "nowhere.txt")


def leading_out(raw: Path) -> None:
    outside = raw.parent / "outside.txt"
    outside.write_text("What lies outside is no paper.\n")
    (raw / "bad.txt").symlink_to(outside)


def pipe(raw: Path) -> None:
    os.mkfifo(raw / "bad.txt")


def too_large(raw: Path) -> None:
    (raw / "bad.txt").write_text("The harbour was quiet.\n" * (1 << 16))


def too_deep(raw: Path) -> None:
    here = raw
    for _ in range(102):
        here = here / "d"
    here.mkdir(parents=True)


ENTRIES: list[tuple[str, Callable[[Path], None], str]] = [
    ("a dangling link", dangling, "cannot be opened (No such file or directory)"),
    ("a link that leads out", leading_out, "is a link that leads out of the folder"),
    ("a pipe", pipe, "is no regular file"),
    ("a file that is too large", too_large, "has 1.4 MiB; the limit is 1 MiB"),
    ("folders that lie too deep", too_deep, "lies in a folder more than 100 folders deep"),
]


def assert_the_note_is_published(raw: Path, reason: str) -> None:
    assert [why for (why,) in rows(raw, "select reason from rejected_papers") if reason in why]
    assert rows(raw, "select councillor_name, status from attendance order by all") == [
        ("Ada Quill", "present"),
        ("Ben Marsh", "present"),
    ]


@pytest.mark.parametrize(
    ("spoil", "reason"), [pytest.param(*case, id=name) for name, *case in ENTRIES]
)
def test_an_entry_that_is_no_paper_is_rejected_and_the_rest_published(
    folder: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    spoil(folder)
    code, said = refresh(folder, "--max-megabytes", "1")
    assert (code, said["outcome"], len(said["rejected"])) == (0, "published", 1)
    assert_the_note_is_published(folder, reason)


@pytest.mark.parametrize(
    "paper",
    [pytest.param(paper, id=ascii(paper.name)) for paper in HOSTILE_PAPERS if paper.reason],
)
def test_a_paper_that_cannot_be_read_is_rejected_and_the_rest_published(
    folder: Path, paper: Any
) -> None:
    (folder / paper.name).write_bytes(paper.make())
    code, said = refresh(folder, "--max-seconds", "30")
    assert (code, said["outcome"], len(said["rejected"])) == (0, "published", 1)
    assert_the_note_is_published(folder, paper.reason)


@pytest.mark.parametrize("did", ["signed up", "took part"])
def test_a_misprinted_total_and_an_unknown_row_are_findings(folder: Path, did: str) -> None:
    (folder / "table.txt").write_text(LEADERSHIP.format(did=did, first=12, total=7))
    code, _ = refresh(folder)
    cells = rows(
        folder,
        "select dimension_value, councillors from leadership_stats where programme_code = 'LA' "
        "order by all",
    )
    assert (code, cells) == (0, [("East of England", 12), ("Scotland", 4), ("total", 7)])
    assert rows(folder, "select distinct region from uptake_by_region") == [("East of England",)]
    found = {rule for (rule,) in rows(folder, "select rule from quality_findings")}
    assert {"total_does_not_add_up", "dimension_value_unknown"} <= found


CHECK = "expect_column_values_to_be_between: meeting_date"


def test_a_row_that_breaks_a_check_is_set_aside_and_its_paper_goes_on(folder: Path) -> None:
    note = folder / "note.txt"
    note.write_text(f"{NOTE}\nDate of next meeting: Wednesday 6 May 1931\n")
    code, said = refresh(folder)
    assert code == 0
    named = [(row["table"], row["subject"], row["reason"]) for row in said["set_aside"]]
    meeting = "harbour-programme-board:1931-05-06"
    assert named == [
        ("meetings", meeting, CHECK),
        ("coverage", meeting, "meetings set aside: meeting_id"),
    ]
    assert rows(folder, "select meeting_date::varchar from meetings") == [("2031-05-06",)]
    assert rows(folder, "select source_path from papers") == [("note.txt",)]
    held = "select \"values\"->>'meeting_date', reason from set_aside where table_name = 'meetings'"
    assert rows(folder, held) == [("1931-05-06", CHECK)]
    found = (
        "select subject, observed from quality_findings where rule = 'row_set_aside' order by all"
    )
    assert rows(folder, found) == [
        (meeting, CHECK),
        (meeting, "meetings set aside: meeting_id"),
    ]


def test_a_paper_whose_own_row_breaks_a_check_is_rejected_as_a_whole(folder: Path) -> None:
    (folder / "old.txt").write_text(NOTE.replace("Tuesday 6 May 2031", "Wednesday 6 May 1931"))
    code, said = refresh(folder)
    assert code == 0
    assert_the_note_is_published(folder, "what it is said to be broke a check")
    assert [row["source_path"] for row in said["rejected"]] == ["old.txt"]
    assert ("papers", CHECK) in {(row["table"], row["reason"]) for row in said["set_aside"]}
    assert rows(folder, "select source_path from papers") == [("note.txt",)]
    code, said = refresh(folder)
    assert (code, said["outcome"]) == (0, "unchanged")
    assert [row["source_path"] for row in said["rejected"]] == ["old.txt"]
