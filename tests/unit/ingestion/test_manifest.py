from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.ingestion.intake import OpenedArchive, PaperFile
from pipelines.ingestion.manifest import (
    Manifest,
    Published,
    Refused,
    continue_manifest,
    read_manifest,
    write_manifest,
)
from pipelines.ingestion.outcomes import Known

MOMENT = datetime(2031, 5, 6, 7, 8, 9, 10, UTC)
MANIFEST = Manifest(
    files={"a b.txt": PaperFile("a b.txt", "aa", 5, 123456789)},
    refused={"é.txt": Refused("is no regular file", MOMENT)},
    papers={"aa": Known(MOMENT, "v1", batch="b1"), "bb": Known(MOMENT, "v1", reason="is empty")},
    published=Published(
        "f1", 4096, 99, "20310506", {"papers": 1}, {"warning": 2}, left_out=("d1",)
    ),
    archives={
        "p.zip": OpenedArchive("p.zip", 9, 8, "v1", ("p.zip/a.txt",), (("p.zip/b", "is empty"),))
    },
    refreshed_at=MOMENT,
    raw="/srv/raw",
    left_out=("d1", "d2"),
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="absent"),
        pytest.param("", id="empty"),
        pytest.param('{"format": 1, "files": {"a', id="cut short"),
        pytest.param('{"format": 0}', id="of an older format"),
        pytest.param('{"format": 1, "published": {"no": 1}}', id="of another shape"),
    ],
)
def test_a_manifest_that_cannot_be_read_counts_as_empty(
    tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    assert read_manifest(tmp_path) == Manifest()


def test_what_is_known_of_the_files_of_a_folder_is_not_trusted_for_another(tmp_path: Path) -> None:
    assert MANIFEST.of_folder(Path("/srv/raw")) is MANIFEST
    other = MANIFEST.of_folder(tmp_path)
    assert other == replace(
        MANIFEST,
        files={"a b.txt": PaperFile("a b.txt", "aa", 5, -1)},
        archives={},
        raw=str(tmp_path.resolve()),
    )
    assert other.of_folder(tmp_path) is other


def test_papers_are_added_and_replaced() -> None:
    later = Known(MOMENT, "v2", batch="b2")
    assert MANIFEST.with_papers({"bb": later, "cc": later}).papers == {
        "aa": Known(MOMENT, "v1", batch="b1"),
        "bb": later,
        "cc": later,
    }


LATER = {"bb": Known(MOMENT, "v2", batch="b2"), "cc": Known(MOMENT, "v2", reason="is é")}


def test_what_was_read_since_is_known_after_a_kill(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    log = continue_manifest(tmp_path)
    log.add({"cc": LATER["cc"]})
    continue_manifest(tmp_path).add({"bb": LATER["bb"]})
    assert read_manifest(tmp_path) == MANIFEST.with_papers(LATER)


def test_a_first_reading_that_was_killed_is_known(tmp_path: Path) -> None:
    continue_manifest(tmp_path).add(LATER)
    assert read_manifest(tmp_path) == Manifest(papers=LATER)


def test_a_line_that_a_kill_cut_short_is_lost_alone(tmp_path: Path) -> None:
    log = continue_manifest(tmp_path)
    log.add({"bb": LATER["bb"]})
    whole = log.path.read_bytes()
    log.add({"cc": LATER["cc"]})
    both = log.path.read_bytes()
    for end in range(len(whole), len(both)):
        log.path.write_bytes(both[:end])
        assert read_manifest(tmp_path).papers == {"bb": LATER["bb"]}
    continue_manifest(tmp_path).add({"cc": LATER["cc"]})
    assert read_manifest(tmp_path).papers == LATER


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"\0" * 80 + b"\n", id="never reached the disk"),
        pytest.param(b'{"bb": ["when"]}\n', id="of another shape"),
    ],
)
def test_a_line_of_the_log_that_cannot_be_read_is_lost_alone(tmp_path: Path, damage: bytes) -> None:
    log = continue_manifest(tmp_path)
    with log.path.open("ab") as file:
        file.write(damage)
    log.add(LATER)
    assert read_manifest(tmp_path) == Manifest(papers=LATER)


def test_a_log_counts_for_no_other_manifest(tmp_path: Path) -> None:
    continue_manifest(tmp_path).add(LATER)
    log = (tmp_path / "papers.log").read_bytes()
    write_manifest(tmp_path, MANIFEST)
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]
    (tmp_path / "papers.log").write_bytes(log)  # the kill came before it was dropped
    assert read_manifest(tmp_path) == MANIFEST
    continue_manifest(tmp_path)
    assert read_manifest(tmp_path) == MANIFEST
