"""What a refresh does when papers come, go, move or break."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import duckdb
import pytest

from pipelines.ingestion.intake import take_in
from pipelines.ingestion.manifest import read_manifest, write_manifest
from pipelines.refresh.refresh import Outcome, RefreshReport, refresh
from pipelines.runtime.settings import Settings
from tests.system.tiny_papers import LETTER

pytestmark = pytest.mark.usefixtures("quick_audit")


@pytest.fixture
def settings(raw: Path, tmp_path: Path) -> Settings:
    return Settings(raw=raw, warehouse=tmp_path / "out" / "w.duckdb")


def papers(settings: Settings) -> list[tuple[str, str]]:
    return rows(settings, "select source_path, paper_id from papers order by all")


def rows(settings: Settings, sql: str) -> list[tuple[str, str]]:
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def counts(report: RefreshReport) -> tuple[str, int, int, int]:
    return report.outcome, report.files_found, report.papers_read, report.papers_extracted


def test_a_new_paper_alone_is_read(settings: Settings) -> None:
    assert counts(refresh(settings)) == (Outcome.PUBLISHED, 2, 2, 2)
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    report = refresh(settings)
    assert counts(report) == (Outcome.PUBLISHED, 3, 3, 1)
    assert (report.new, report.changed, report.gone) == (("later.txt",), (), ())


def test_a_removed_paper_takes_its_rows_with_it(settings: Settings) -> None:
    refresh(settings)
    (settings.raw / "2031" / "note.txt").unlink()
    report = refresh(settings, allow_removals=True)
    assert (counts(report), report.gone) == ((Outcome.PUBLISHED, 1, 1, 0), ("2031/note.txt",))
    assert [path for path, _ in papers(settings)] == ["letter.txt"]
    assert rows(settings, "select * from attendance_evidence") == []


def test_another_folder_is_read_even_if_its_files_look_the_same(
    settings: Settings, tmp_path: Path
) -> None:
    refresh(settings)
    before = dict(papers(settings))
    other = tmp_path / "other"
    copytree(settings.raw, other)
    letter = other / "letter.txt"
    letter.write_text(LETTER.format(year=2031))
    # The state takes the other folder's files for those it knows, by all that the system says.
    known = read_manifest(settings.state)
    looks_the_same = {
        file.source_path: replace(known.files[file.source_path], **stamp)
        for file in take_in(other, {}, settings.limits).files
        for stamp in [
            {
                "byte_size": file.byte_size,
                "mtime_ns": file.mtime_ns,
                "ctime_ns": file.ctime_ns,
                "inode": file.inode,
            }
        ]
    }
    write_manifest(settings.state, replace(known, files=looks_the_same))

    report = refresh(replace(settings, raw=other))

    assert (counts(report), report.changed) == (
        (Outcome.PUBLISHED, 2, 2, 1),
        ("letter.txt",),
    )
    after = dict(papers(settings))
    assert after["2031/note.txt"] == before["2031/note.txt"]
    assert after["letter.txt"] != before["letter.txt"]
    assert refresh(replace(settings, raw=other)).outcome is Outcome.UNCHANGED


def test_a_renamed_paper_is_not_read_again_and_changes_no_fact(settings: Settings) -> None:
    refresh(settings)
    before = rows(settings, "select * from attendance order by all")
    (settings.raw / "2031" / "note.txt").rename(settings.raw / "minutes.txt")
    assert counts(refresh(settings)) == (Outcome.PUBLISHED, 2, 2, 0)
    assert [path for path, _ in papers(settings)] == ["letter.txt", "minutes.txt"]
    assert rows(settings, "select * from attendance order by all") == before


def test_the_same_paper_twice_counts_once(settings: Settings) -> None:
    (settings.raw / "copy.txt").write_bytes((settings.raw / "letter.txt").read_bytes())
    assert counts(refresh(settings)) == (Outcome.PUBLISHED, 3, 2, 2)
    assert [path for path, _ in papers(settings)] == ["2031/note.txt", "copy.txt"]


def test_a_broken_paper_among_good_ones_is_rejected_and_remembered(settings: Settings) -> None:
    (settings.raw / "blank.txt").write_text("\n \n")
    first = refresh(settings)
    assert (counts(first), first.outcome) == ((Outcome.PUBLISHED, 3, 2, 3), Outcome.PUBLISHED)
    assert rows(settings, "select source_path, reason from rejected_papers") == [
        ("blank.txt", "The paper holds no words. Fetch it again, or remove it.")
    ]
    assert counts(refresh(settings)) == (Outcome.UNCHANGED, 3, 2, 0)
    assert counts(refresh(settings, retry_rejected=True)) == (Outcome.PUBLISHED, 3, 2, 1)


def test_a_paper_keeps_the_time_of_its_first_reading(settings: Settings) -> None:
    refresh(settings)
    manifest = read_manifest(settings.state)
    # As if all had been read a day ago by another version of the code.
    older = {
        sha256: replace(
            known, ingested_at=known.ingested_at - timedelta(days=1), code_version="older"
        )
        for sha256, known in manifest.papers.items()
    }
    write_manifest(settings.state, replace(manifest, papers=older, published=None))
    assert counts(refresh(settings)) == (Outcome.PUBLISHED, 2, 2, 2)
    assert {known.ingested_at for known in read_manifest(settings.state).papers.values()} == {
        known.ingested_at for known in older.values()
    }


def test_lost_extracts_are_made_again(settings: Settings) -> None:
    refresh(settings)
    for table in (settings.state / "extracts").glob("*/meetings.parquet"):
        table.unlink()
    settings.warehouse.unlink()
    assert counts(refresh(settings)) == (Outcome.PUBLISHED, 2, 2, 2)


def test_a_warehouse_that_somebody_wrote_to_is_built_again(settings: Settings) -> None:
    refresh(settings)
    before = papers(settings)
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute("delete from papers")
    assert counts(refresh(settings)) == (Outcome.PUBLISHED, 2, 2, 0)
    assert papers(settings) == before


def test_an_empty_folder_makes_an_empty_warehouse_if_it_is_meant(settings: Settings) -> None:
    for path in settings.raw.rglob("*.txt"):
        path.unlink()
    assert counts(refresh(settings, allow_removals=True)) == (Outcome.PUBLISHED, 0, 0, 0)
    assert papers(settings) == []
