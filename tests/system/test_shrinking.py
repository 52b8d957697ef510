"""What a refresh does when papers go: all, most, or while they are read."""

import os
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from pipelines.ingestion import intake
from pipelines.ingestion.engines.tasks import PaperTask, extract_file
from pipelines.refresh.refresh import Outcome, refresh
from pipelines.runtime.errors import CannotBeOpened, WarehouseUnusable
from pipelines.runtime.settings import Settings
from tests.system.tiny_papers import LETTER, NOTE

pytestmark = pytest.mark.usefixtures("quick_audit")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Ten papers, one of which holds facts, and no warehouse yet."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "note.txt").write_text(NOTE)
    for number in range(9):
        (raw / f"{number}.txt").write_text(LETTER.format(year=2030 + number))
    return Settings(raw=raw, warehouse=tmp_path / "w.duckdb")


def digest(settings: Settings) -> str:
    return sha256(settings.warehouse.read_bytes()).hexdigest()


def names(settings: Settings) -> list[str]:
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        return [
            name
            for (name,) in connection.execute(
                "select distinct councillor_name from attendance order by all"
            ).fetchall()
        ]


def test_a_first_refresh_without_papers_publishes_nothing(settings: Settings) -> None:
    empty = replace(settings, raw=settings.raw / "empty")
    empty.raw.mkdir()
    report = refresh(empty)
    assert (report.outcome, report.candidate) == (Outcome.REFUSED, None)
    assert report.what_is_wrong == (
        f"Nothing was published. There is no paper under {empty.raw}. Put papers there, or name "
        f"another folder with --raw. {empty.warehouse} does not exist yet."
    )
    assert not empty.warehouse.exists()
    assert refresh(empty, allow_removals=True).outcome is Outcome.PUBLISHED


@pytest.mark.parametrize("left", [0, 4])
def test_losing_most_papers_is_refused_until_it_is_meant(settings: Settings, left: int) -> None:
    refresh(settings)
    before = digest(settings)
    for paper in sorted(settings.raw.glob("[0-9].txt"))[left - 1 if left else 0 :]:
        paper.unlink()
    if not left:
        (settings.raw / "note.txt").unlink()
    report = refresh(settings)
    assert (report.outcome, report.papers_extracted) == (Outcome.REFUSED, 0)
    assert f"The refresh would drop {10 - left} of 10 papers; the limit is 50%." in report.why
    assert report.what_is_wrong.endswith(f"{settings.warehouse} is as it was.")
    assert digest(settings) == before
    # Nothing of it was forgotten: with the papers back, there is nothing to do.
    allowed = refresh(settings, allow_removals=True)
    assert (allowed.outcome, allowed.papers_extracted) == (Outcome.PUBLISHED, 0)


def test_papers_that_come_back_are_what_is_published(settings: Settings) -> None:
    refresh(settings)
    shutil.move(settings.raw, settings.raw.with_name("away"))
    settings.raw.mkdir()
    assert refresh(settings).outcome is Outcome.REFUSED
    settings.raw.rmdir()
    shutil.move(settings.raw.with_name("away"), settings.raw)
    assert refresh(settings).outcome is Outcome.UNCHANGED


def test_losing_most_rows_of_a_fact_is_refused(settings: Settings) -> None:
    refresh(settings)
    before = digest(settings)
    (settings.raw / "note.txt").unlink()
    report = refresh(settings)
    assert report.outcome is Outcome.REFUSED
    assert report.why.startswith(
        "The refresh would drop 2 of 2 rows of attendance, 2 of 2 rows of attendance_evidence, "
        "1 of 1 rows of decisions, 1 of 1 rows of actions; the limit is 50%. Gone from the "
        "folder: note.txt. Mount the folder"
    )
    assert digest(settings) == before
    assert refresh(settings, allow_removals=True).outcome is Outcome.PUBLISHED


def test_a_second_refusal_says_the_same(settings: Settings) -> None:
    refresh(settings)
    (settings.raw / "note.txt").unlink()
    (settings.raw / "later.txt").write_text(LETTER.format(year=2060))
    reports = [refresh(settings), refresh(settings)]
    assert reports[0].why == reports[1].why
    assert [report.papers_extracted for report in reports] == [1, 0]
    assert (reports[1].new, reports[1].gone) == (("later.txt",), ("note.txt",))


def test_a_damaged_warehouse_is_named(settings: Settings) -> None:
    refresh(settings)
    with settings.warehouse.open("r+b") as file:
        file.truncate(20_000)
    with pytest.raises(WarehouseUnusable) as caught:
        refresh(settings)
    assert str(caught.value).startswith(f"The warehouse {settings.warehouse} cannot be used: ")


def test_the_limit_is_a_setting(settings: Settings) -> None:
    refresh(settings)
    (settings.raw / "0.txt").unlink()
    assert refresh(replace(settings, most_lost=0.05)).outcome is Outcome.REFUSED
    assert refresh(settings).outcome is Outcome.PUBLISHED


def fail_to_open(monkeypatch: pytest.MonkeyPatch, module: object, function: str) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(module, function, fail)


def test_a_paper_that_cannot_be_opened_any_more_keeps_its_facts(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(settings)
    (settings.raw / "note.txt").write_text(f"{NOTE}\nOne line more.\n")
    with monkeypatch.context() as broken:
        fail_to_open(broken, intake, "_hashed")
        report = refresh(settings)
    assert (report.outcome, report.is_good) == (Outcome.UNCHANGED, False)
    assert report.what_is_wrong == (
        "Papers that were read before cannot be opened now; their facts stay: note.txt cannot be "
        "opened (Input/output error). Let the user who refreshes read it, or mount its folder; "
        "the next refresh tries again."
    )
    assert names(settings) == ["Ada Quill", "Ben Marsh"]
    report = refresh(settings)
    assert (report.outcome, report.is_good, report.papers_extracted) == ("published", True, 1)


def test_a_folder_that_goes_while_it_is_read_loses_no_facts(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(settings)
    (settings.raw / "note.txt").write_text(f"{NOTE}\nOne line more.\n")
    (settings.raw / "new.txt").write_text(LETTER.format(year=2050))
    away = settings.raw.with_name("away")

    class Moving:
        def start(self, stage: str, total: int | None = None) -> None:
            if stage == "Reading papers":
                shutil.move(settings.raw, away)

        def advance(self) -> None:
            pass

        def note(self, message: str) -> None:
            pass

    report = refresh(settings, Moving())
    assert (report.outcome, report.is_good) == (Outcome.PUBLISHED, False)
    assert [error.path for error in report.unsettled] == ["note.txt"]
    assert [entry.source_path for entry in report.rejected] == ["new.txt"]
    assert names(settings) == ["Ada Quill", "Ben Marsh"]
    shutil.move(away, settings.raw)
    report = refresh(settings)
    assert (report.is_good, report.papers_extracted, report.rejected) == (True, 2, ())


def test_a_paper_that_comes_back_counts_once(settings: Settings) -> None:
    refresh(settings)
    note = settings.raw / "note.txt"
    for text in (f"{NOTE}\nOne line more.\n", NOTE, f"{NOTE}\nOne line more.\n"):
        note.write_text(text)
        report = refresh(settings)
        assert (report.outcome, report.rejected, report.set_aside) == ("published", (), ())
        assert names(settings) == ["Ada Quill", "Ben Marsh"]
        assert report.rows["attendance_evidence"] == 2


def test_a_folder_that_comes_back_after_it_was_let_go_is_whole(settings: Settings) -> None:
    first = refresh(settings).rows
    away = settings.raw.with_name("away")
    away.mkdir()
    for paper in sorted(settings.raw.iterdir())[1:]:
        shutil.move(paper, away / paper.name)
    refresh(settings, allow_removals=True)
    for paper in away.iterdir():
        shutil.move(paper, settings.raw / paper.name)
    report = refresh(settings)
    same = {name: rows for name, rows in first.items() if name != "builds"}
    assert {name: report.rows[name] for name in same} == same
    assert (report.rejected, report.set_aside) == ((), ())


def test_a_replaced_file_of_the_same_size_and_time_is_read(settings: Settings) -> None:
    refresh(settings)
    note = settings.raw / "note.txt"
    before = note.stat()
    other = settings.raw.parent / "other.txt"
    other.write_text(NOTE.replace("Ada Quill", "Eda Quill"))
    other.replace(note)
    os.utime(note, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert note.stat().st_size == before.st_size
    assert refresh(settings).changed == ("note.txt",)
    assert names(settings) == ["Ben Marsh", "Eda Quill"]


def test_the_reader_says_that_a_paper_cannot_be_opened(settings: Settings) -> None:
    task = PaperTask(settings.raw / "no.txt", "no.txt", "00", settings.reference)
    with pytest.raises(CannotBeOpened) as caught:
        extract_file(task)
    assert caught.value.reason == "cannot be opened (No such file or directory)"


def test_a_paper_that_goes_with_an_upgrade_leaves_nothing_twice(
    settings: Settings, tmp_path: Path
) -> None:
    registers = tmp_path / "reference"
    shutil.copytree(settings.reference, registers)
    settings = replace(settings, reference=registers)
    first = refresh(settings).rows
    with (registers / "programmes.csv").open("a") as file:
        file.write("\n")
    (settings.raw / "0.txt").unlink()
    second = refresh(settings)
    assert second.papers_extracted == 9
    assert second.rows["papers"] == first["papers"] - 1
    assert second.rows["attendance_evidence"] == first["attendance_evidence"]
