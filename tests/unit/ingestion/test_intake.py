"""Which files are papers, and which of them moved since the last time."""

import hashlib
import os
from pathlib import Path

import pytest

from pipelines.ingestion import intake as intake_module
from pipelines.ingestion import raw_folder
from pipelines.ingestion.intake import Intake, PaperFile, take_in
from pipelines.ingestion.raw_folder import MOST_DEEP
from pipelines.runtime.limits import Limits

LIMITS = Limits()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    (folder / "2031").mkdir(parents=True)
    (folder / "b.txt").write_text("second")
    (folder / "2031" / "a.txt").write_text("first")
    return folder


def known(intake: Intake) -> dict[str, PaperFile]:
    return {file.source_path: file for file in intake.files}


def test_files_are_found_at_any_depth_in_order_of_their_paths(raw: Path) -> None:
    intake = take_in(raw, {}, LIMITS)
    assert [(file.source_path, file.sha256, file.byte_size) for file in intake.files] == [
        ("2031/a.txt", hashlib.sha256(b"first").hexdigest(), 5),
        ("b.txt", hashlib.sha256(b"second").hexdigest(), 6),
    ]
    assert (intake.new, intake.hashed) == (("2031/a.txt", "b.txt"), 2)


@pytest.mark.parametrize(
    "name", [".hidden.txt", ".git/a.txt", "README.md", "2031/readme.txt", "sources.csv"]
)
def test_what_describes_the_folder_is_no_paper(raw: Path, name: str) -> None:
    (raw / name).parent.mkdir(exist_ok=True)
    (raw / name).write_text("words")
    assert [file.source_path for file in take_in(raw, {}, LIMITS).files] == ["2031/a.txt", "b.txt"]


def test_nothing_is_hashed_where_size_and_time_stand(raw: Path) -> None:
    first = take_in(raw, {}, LIMITS)
    again = take_in(raw, known(first), LIMITS)
    assert again == Intake(first.files, (), new=(), changed=(), gone=(), hashed=0)


def test_new_changed_and_gone_files_are_told_apart(raw: Path) -> None:
    first = known(take_in(raw, {}, LIMITS))
    (raw / "c.txt").write_text("third")
    (raw / "b.txt").write_text("other words")
    (raw / "2031" / "a.txt").unlink()
    again = take_in(raw, first, LIMITS)
    assert (again.new, again.changed, again.gone) == (("c.txt",), ("b.txt",), ("2031/a.txt",))


def test_a_file_that_was_only_touched_is_hashed_and_not_changed(raw: Path) -> None:
    first = known(take_in(raw, {}, LIMITS))
    os.utime(raw / "b.txt", ns=(1, 1))
    again = take_in(raw, first, LIMITS)
    assert (again.changed, again.hashed) == ((), 1)


def test_empty_and_large_files_are_rejected_before_they_are_read(raw: Path) -> None:
    (raw / "empty.txt").touch()
    (raw / "large.txt").write_bytes(b"x" * (1 << 21))
    rejected = take_in(raw, {}, Limits(input_bytes=1 << 20)).rejected
    assert [(error.path, error.explanation) for error in rejected] == [
        ("empty.txt", "The paper is an empty file. Fetch it again, or remove it."),
        (
            "large.txt",
            "The paper has 2.0 MiB; the limit is 1 MiB (BOARDPAPERS_MAX_MEGABYTES). "
            "Split it, or raise the limit with --max-megabytes.",
        ),
    ]


def test_links_are_followed_within_the_folder_only(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("words")
    (raw / "inner.txt").symlink_to(raw / "b.txt")
    (raw / "inner-folder").symlink_to(raw / "2031")
    (raw / "outer.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (raw / "outer-folder").symlink_to(tmp_path / "outside")
    (raw / "broken.txt").symlink_to(raw / "nowhere.txt")
    intake = take_in(raw, {}, LIMITS)
    assert [file.source_path for file in intake.files] == ["2031/a.txt", "b.txt", "inner.txt"]
    assert [(error.path, error.reason) for error in intake.rejected] == [
        ("broken.txt", "cannot be opened (No such file or directory)"),
        ("outer-folder", "is a link that leads out of the folder"),
        ("outer.txt", "is a link that leads out of the folder"),
    ]


def test_entries_that_are_no_files_are_rejected(raw: Path) -> None:
    os.mkfifo(raw / "pipe.txt")
    (rejected,) = take_in(raw, {}, LIMITS).rejected
    assert (rejected.path, rejected.reason) == ("pipe.txt", "is no regular file")


def test_a_name_that_is_no_text_is_rejected(raw: Path) -> None:
    (raw / os.fsdecode(b"caf\xe9.txt")).write_text("words")
    (rejected,) = take_in(raw, {}, LIMITS).rejected
    assert (rejected.path, rejected.reason) == ("caf\ufffd.txt", "has a name that is not UTF-8")


def test_what_was_there_and_cannot_be_opened_now_stays_what_it_was(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = known(take_in(raw, {}, LIMITS))
    scandir = os.scandir

    def closed(folder: Path) -> object:
        if folder.name == "2031":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(raw_folder.os, "scandir", closed)
    again = take_in(raw, first, LIMITS)
    assert (known(again), again.gone, again.rejected) == (first, (), ())
    assert [(error.path, error.reason) for error in again.unsettled] == [
        ("2031", "cannot be opened (Permission denied)")
    ]
    # What was never there is no more than rejected.
    assert [error.path for error in take_in(raw, {}, LIMITS).rejected] == ["2031"]


@pytest.mark.parametrize(
    ("place", "within"),
    [
        ("a", ["a", "a/b", "a/c/d"]),
        ("a/c", ["a/c/d"]),
        ("a-b", ["a-b"]),
        ("b", []),
        (".", ["a", "a-b", "a/b", "a/c/d", "a0"]),
    ],
)
def test_what_lies_within_a_place(place: str, within: list[str]) -> None:
    assert intake_module._within(["a", "a-b", "a/b", "a/c/d", "a0"], place) == within


def test_folders_that_lie_too_deep_are_rejected_and_the_rest_is_found(raw: Path) -> None:
    here = raw
    for _ in range(MOST_DEEP + 1):
        here = here / "d"
    here.mkdir(parents=True)
    (here.parent / "deep.txt").write_text("The harbour was quiet.\n")
    (here / "too-deep.txt").write_text("The harbour was quiet.\n")
    found = take_in(raw, {}, LIMITS)
    assert "/".join(["d"] * MOST_DEEP) + "/deep.txt" in known(found)
    assert [error.path for error in found.rejected] == ["/".join(["d"] * (MOST_DEEP + 1))]


def test_a_file_that_the_system_has_changed_is_hashed_again(raw: Path) -> None:
    first = known(take_in(raw, {}, LIMITS))
    path = raw / "b.txt"
    before = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    again = take_in(raw, first, LIMITS)
    assert (again.changed, again.hashed) == (("b.txt",), 1)
