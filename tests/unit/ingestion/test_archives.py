"""Archives in the raw folder: which members are papers, and what is refused."""

import hashlib
import io
import stat
import zipfile
from pathlib import Path

import pytest

from pipelines.ingestion.archives import read_file
from pipelines.ingestion.intake import Intake, take_in
from pipelines.runtime.limits import Limits

LIMITS = Limits(input_bytes=5_000)


def packed(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_members_are_papers_at_paths_through_the_archive(tmp_path: Path) -> None:
    inner = packed({"b.txt": b"second", "too-deep.zip": packed({"c.txt": b"third"})})
    members = {
        "2031/a.txt": b"first",
        "inner.zip": inner,
        "README.md": b"about",
        "__MACOSX/._a.txt": b"system",
        "folder/": b"",
        "scan.docx": packed({"word/document.xml": b"<w/>"}),
    }
    (tmp_path / "pack.zip").write_bytes(packed(members))

    first = take_in(tmp_path, {}, LIMITS)
    again = take_in(tmp_path, {file.source_path: file for file in first.files}, LIMITS)

    assert [file.source_path for file in first.files] == [
        "pack.zip/2031/a.txt",
        "pack.zip/inner.zip/b.txt",
        "pack.zip/inner.zip/too-deep.zip",
        "pack.zip/scan.docx",
    ]
    assert (first.hashed, first.rejected) == (4, ())
    assert (again.new, again.changed, again.gone, again.hashed) == ((), (), (), 0)
    for file in first.files:
        assert hashlib.sha256(read_file(tmp_path / file.source_path)).hexdigest() == file.sha256


def test_an_archive_that_goes_takes_its_papers_along(tmp_path: Path) -> None:
    (tmp_path / "pack.zip").write_bytes(packed({"a.txt": b"first"}))
    known = {file.source_path: file for file in take_in(tmp_path, {}, LIMITS).files}
    (tmp_path / "pack.zip").unlink()

    assert take_in(tmp_path, known, LIMITS).gone == ("pack.zip/a.txt",)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "pack.zip" / "a.txt")


def linked(data: bytes) -> bytes:
    packed_link = io.BytesIO()
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(packed_link, "w") as archive:
        archive.writestr(info, data)
    return packed_link.getvalue()


REFUSED = {
    "a path that escapes": (
        packed({"../../a.txt": b"first"}),
        ("pack.zip/../../a.txt", "is a member whose path leads out of its archive"),
    ),
    "a path from the root": (
        packed({"/etc/a.txt": b"first"}),
        ("pack.zip//etc/a.txt", "is a member whose path leads out of its archive"),
    ),
    "a link": (
        linked(b"/etc/hostname"),
        ("pack.zip/link.txt", "is a member whose path leads out of its archive"),
    ),
    "an empty member": (packed({"a.txt": b""}), ("pack.zip/a.txt", "is an empty file")),
    "a member above the limit": (
        packed({"a.txt": b"\0" * 2_000_000}),
        ("pack.zip/a.txt", "has 1.9 MiB; the limit is 0.004768 MiB (BOARDPAPERS_MAX_MEGABYTES)"),
    ),
}


@pytest.mark.parametrize(("data", "refused"), REFUSED.values(), ids=REFUSED)
def test_a_member_is_refused_and_the_rest_is_read(
    tmp_path: Path, data: bytes, refused: tuple[str, str]
) -> None:
    (tmp_path / "pack.zip").write_bytes(data)
    (tmp_path / "z.zip").write_bytes(packed({"b.txt": b"second"}))

    intake = take_in(tmp_path, {}, LIMITS)

    assert [(error.path, error.reason) for error in intake.rejected] == [refused]
    assert [file.source_path for file in intake.files] == ["z.zip/b.txt"]


def test_a_member_packed_into_too_little_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.zip").write_bytes(packed({"a.txt": b" " * 2_000_000}))

    (error,) = take_in(tmp_path, {}, Limits()).rejected

    assert error.reason.startswith("holds a part a.txt that unpacks to more than 1,048,576 bytes")


def test_a_damaged_archive_is_left_to_the_readers(tmp_path: Path) -> None:
    (tmp_path / "pack.zip").write_bytes(packed({"a.txt": b"first"})[:40])

    assert [file.source_path for file in take_in(tmp_path, {}, LIMITS).files] == ["pack.zip"]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack.zip"
    path.write_bytes(packed({"a.txt": b"first", "empty.txt": b""}))
    return path


def again(folder: Path, first: Intake, opened_by: str = "v1") -> Intake:
    known = {file.source_path: file for file in first.files}
    opened = {archive.source_path: archive for archive in first.archives}
    return take_in(folder, known, LIMITS, opened, opened_by)


def test_an_archive_that_did_not_move_is_not_opened_again(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = take_in(pack.parent, {}, LIMITS, {}, "v1")

    def refuse(path: Path) -> bool:
        raise AssertionError(f"{path} was opened")

    monkeypatch.setattr("pipelines.ingestion.intake.opens_as_archive", refuse)
    second = again(pack.parent, first)
    assert (second.files, second.archives, second.hashed) == (first.files, first.archives, 0)
    reasons = [(error.path, error.explanation) for error in first.rejected]
    assert reasons == [
        ("pack.zip/empty.txt", "The paper is an empty file. Fetch it again, or remove it.")
    ]
    assert [(error.path, error.explanation) for error in second.rejected] == reasons


def test_an_archive_that_changed_is_opened_again(pack: Path) -> None:
    first = take_in(pack.parent, {}, LIMITS, {}, "v1")
    pack.write_bytes(packed({"a.txt": b"first", "b.txt": b"second words"}))
    second = again(pack.parent, first)
    assert (second.new, second.changed, second.gone) == (("pack.zip/b.txt",), (), ())
    assert second.rejected == ()


def test_other_code_or_limits_open_an_archive_again(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = take_in(pack.parent, {}, LIMITS, {}, "v1")
    asked: list[Path] = []

    def ask(path: Path) -> bool:
        asked.append(path)
        return True

    monkeypatch.setattr("pipelines.ingestion.intake.opens_as_archive", ask)
    second = again(pack.parent, first, "v2")
    assert (asked, second.files) == ([pack], first.files)
