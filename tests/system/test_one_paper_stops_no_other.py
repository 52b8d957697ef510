"""The whole command beside a good paper, to its exit code, for each thing that can be wrong."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.schema.tables import TABLES
from tests.soak.audit_here import audit_here as whole_audit
from tests.soak.hostile_papers import HOSTILE_PAPERS
from tests.system.tiny_papers import NOTE

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


def too_deep(raw: Path) -> None:
    here = raw
    for _ in range(102):
        here = here / "d"
    here.mkdir(parents=True)


ENTRIES: list[tuple[str, Callable[[Path], None], str]] = [
    ("a dangling link", dangling, "cannot be opened (No such file or directory)"),
    ("a link that leads out", leading_out, "is a link that leads out of the folder"),
    ("a pipe", pipe, "is no regular file"),
    ("folders that lie too deep", too_deep, "lies in a folder more than 100 folders deep"),
]


def assert_the_note_is_published(raw: Path, reason: str) -> None:
    assert [why for (why,) in rows(raw, "select reason from rejected_papers") if reason in why]
    assert rows(raw, "select councillor_name, status from attendance order by all") == [
        ("Ada Quill", "present"),
        ("Ben Marsh", "present"),
    ]


UNREADABLE = [paper for paper in HOSTILE_PAPERS if paper.reason]


Published = tuple[Path, int, dict[str, Any]]


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Folder, exit code and words of one refresh of a good note beside everything that is wrong."""
    raw = tmp_path_factory.mktemp("together") / "raw"
    raw.mkdir()
    (raw / "note.txt").write_text(NOTE)
    for _, spoil, _ in ENTRIES:
        spoil(raw)
        if os.path.lexists(raw / "bad.txt"):
            (raw / "bad.txt").rename(raw / f"bad {spoil.__name__}.txt")
    for paper in UNREADABLE:
        (raw / paper.name).write_bytes(paper.make())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipelines.refresh.refresh.prepared_audit", whole_audit)
        code, said = refresh(raw, "--max-seconds", "30")
    return raw, code, said


def test_all_of_them_together_break_no_check(together: Published) -> None:
    _, code, said = together
    assert (code, said["outcome"], said["failed_checks"]) == (0, "published", [])
    assert len(said["rejected"]) == len(ENTRIES) + len(UNREADABLE)


@pytest.mark.parametrize("reason", [pytest.param(why, id=name) for name, _, why in ENTRIES])
def test_an_entry_that_is_no_paper_is_rejected_and_the_rest_published(
    together: Published, reason: str
) -> None:
    assert_the_note_is_published(together[0], reason)


@pytest.mark.parametrize("paper", [pytest.param(each, id=ascii(each.name)) for each in UNREADABLE])
def test_a_paper_that_cannot_be_read_is_rejected_and_the_rest_published(
    together: Published, paper: Any
) -> None:
    raw, _, said = together
    assert any(paper.name in row["source_path"] for row in said["rejected"])
    assert_the_note_is_published(raw, paper.reason)


@pytest.mark.usefixtures("quick_audit")
def test_one_alone_is_rejected_and_the_rest_published(folder: Path) -> None:
    (folder / "bad.txt").write_text("The harbour was quiet.\n" * (1 << 16))
    code, said = refresh(folder, "--max-megabytes", "1")
    assert (code, said["outcome"], len(said["rejected"])) == (0, "published", 1)
    assert_the_note_is_published(folder, "has 1.4 MiB; the limit is 1 MiB")


@pytest.mark.usefixtures("audit_here")
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


@pytest.mark.usefixtures("audit_here")
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
        (meeting, f"it broke the check {CHECK}"),
        (meeting, "it broke the check meetings set aside: meeting_id"),
    ]


@pytest.mark.usefixtures("audit_here")
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


BOARDS = ("Harbour", "Ferry", "Lighthouse", "Dredging", "Pilotage")
# What says when a row was made, or of all papers together.
NOT_OF_PAPERS = ("builds", "check_results", "rejected_papers", "set_aside", "quality_findings")


@pytest.mark.usefixtures("audit_here")
def test_twenty_papers_of_which_five_are_at_fault(tmp_path: Path) -> None:
    sound, mixed = tmp_path / "sound" / "raw", tmp_path / "mixed" / "raw"
    for folder in (sound, mixed):
        folder.mkdir(parents=True)
        for number in range(15):
            text = NOTE.replace("Harbour", BOARDS[number % 5]).replace("6 May", f"{number + 6} May")
            (folder / f"{number:02}.txt").write_text(text.replace("Tuesday ", ""))
    (mixed / "empty.txt").write_bytes(b"")
    (mixed / "large.txt").write_text("The harbour was quiet.\n" * (1 << 16))
    locked = next(paper for paper in HOSTILE_PAPERS if paper.name == "encrypted.pdf")
    (mixed / locked.name).write_bytes(locked.make())
    above = LEADERSHIP.format(did="took part", first=12, total=7)
    (mixed / "above-its-total.txt").write_text(above.replace("Scotland", "South East"))
    unknown = LEADERSHIP.format(did="signed up", first=12, total=16)
    (mixed / "unknown-label.txt").write_text(unknown.replace("2031/32", "2030/31"))

    codes = [refresh(folder, "--max-megabytes", "1")[0] for folder in (sound, mixed)]

    assert codes == [0, 0]
    assert [path for (path,) in rows(mixed, "select source_path from rejected_papers")] == [
        "empty.txt",
        "encrypted.pdf",
        "large.txt",
    ]
    found = rows(
        mixed,
        "select source_path, rule from quality_findings join papers using (paper_id) order by all",
    )
    assert ("above-its-total.txt", "total_does_not_add_up") in found
    assert ("unknown-label.txt", "dimension_value_unknown") in found
    for name in TABLES:
        if name not in NOT_OF_PAPERS and "paper_id" in TABLES[name].column_names:
            columns = ", ".join(each for each in TABLES[name].column_names if each != "ingested_at")
            of_notes = (
                f"select {columns} from {name} where paper_id in "
                "(select paper_id from papers where source_path like '__.txt') order by all"
            )
            assert rows(mixed, of_notes) == rows(sound, of_notes), name
