"""Each limit is set low in turn, and rejects a paper with a reason that names it.

Time and memory, which end the process that reads, stand in test_pool.py.
"""

import io
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from pipelines.ingestion.engines.tasks import PaperTask, extract_file
from pipelines.ingestion.intake import take_in
from pipelines.runtime.errors import PaperError
from pipelines.runtime.limits import MEBIBYTE, Limits
from pipelines.runtime.places import REFERENCE

ADVICE = "Split it, or raise the limit and refresh with --retry-rejected."


def pdf_of(pages: int, stream: bytes = b"", filters: str = "/FlateDecode") -> bytes:
    """A PDF of so many pages that all show one stream."""
    number = 4
    kids = " ".join(f"{number + page} 0 R" for page in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        f"<< /Length {len(stream)} /Filter {filters} >>\nstream\n".encode()
        + stream
        + b"\nendstream",
        *[b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R >>"] * pages,
    ]
    written, places = b"%PDF-1.4\n", []
    for position, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{position} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF"
    return written + head.encode() + tail.encode()


def zip_of(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return data.getvalue()


LONG = b" " * (3 * MEBIBYTE)
PAPERS = {
    "pages": (
        "a.pdf",
        pdf_of(3, zlib.compress(b"q Q")),
        Limits(pages=2),
        f"The paper is a PDF of 3 pages; the limit is 2 (BOARDPAPERS_MAX_PAGES). {ADVICE}",
    ),
    "decoded stream": (
        "a.pdf",
        pdf_of(1, zlib.compress(LONG)),
        Limits(unpacked_bytes=MEBIBYTE),
        "The paper is a PDF with a stream that is larger when unpacked than any paper's; the "
        f"limit is 1 MiB (BOARDPAPERS_MAX_UNPACKED). {ADVICE}",
    ),
    "compressions of a stream": (
        "a.pdf",
        pdf_of(1, zlib.compress(zlib.compress(b"q Q")), "[/FlateDecode /FlateDecode]"),
        Limits(nesting=1),
        "The paper is a PDF with a stream packed time and again; the limit is 1 "
        f"(BOARDPAPERS_MAX_NESTING). {ADVICE}",
    ),
    "part of a Word file": (
        "a.docx",
        zip_of(**{"word/document_xml": LONG}),
        Limits(unpacked_bytes=MEBIBYTE, unpacked_ratio=100_000),
        "The paper holds a part word/document.xml that is larger when unpacked; the limit is 1 MiB "
        f"(BOARDPAPERS_MAX_UNPACKED). {ADVICE}",
    ),
    "ratio of a part of a Word file": (
        "a.docx",
        zip_of(**{"word/document_xml": LONG}),
        Limits(unpacked_ratio=2),
        "The paper holds a part word/document.xml that unpacks to more than 1,048,576 bytes, too "
        f"many times its packed size; the limit is 2 (BOARDPAPERS_MAX_RATIO). {ADVICE}",
    ),
}


@pytest.mark.parametrize(("name", "data", "limits", "reason"), PAPERS.values(), ids=PAPERS)
def test_a_worker_keeps_to_the_limits_of_its_task(
    tmp_path: Path, name: str, data: bytes, limits: Limits, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    task = PaperTask(tmp_path / name, name, sha256(data).hexdigest(), REFERENCE, limits)
    with pytest.raises(PaperError) as caught:
        extract_file(task)
    assert caught.value.explanation == reason


FILES = {
    "file": (
        "a.txt",
        LONG,
        Limits(input_bytes=MEBIBYTE),
        [
            "The paper has 3.0 MiB; the limit is 1 MiB (BOARDPAPERS_MAX_MEGABYTES). Split it, or "
            "raise the limit with --max-megabytes."
        ],
    ),
    "member of an archive": (
        "a.zip",
        zip_of(b_txt=LONG),
        Limits(unpacked_bytes=MEBIBYTE, unpacked_ratio=100_000),
        [
            "The paper holds a part b.txt that is larger when unpacked; the limit is 1 MiB "
            f"(BOARDPAPERS_MAX_UNPACKED). {ADVICE}"
        ],
    ),
    "ratio of a member": (
        "a.zip",
        zip_of(b_txt=LONG),
        Limits(unpacked_ratio=2),
        [
            "The paper holds a part b.txt that unpacks to more than 1,048,576 bytes, too many "
            f"times its packed size; the limit is 2 (BOARDPAPERS_MAX_RATIO). {ADVICE}"
        ],
    ),
}


@pytest.mark.parametrize(("name", "data", "limits", "reasons"), FILES.values(), ids=FILES)
def test_the_raw_folder_is_taken_in_within_limits(
    tmp_path: Path, name: str, data: bytes, limits: Limits, reasons: list[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert [error.explanation for error in take_in(tmp_path, {}, limits).rejected] == reasons


def test_archives_are_opened_as_deep_as_the_limit(tmp_path: Path) -> None:
    data = zip_of(inner_zip=zip_of(b_txt=b"words"))
    (tmp_path / "a.zip").write_bytes(data)
    found = {
        nesting: [file.source_path for file in take_in(tmp_path, {}, Limits(nesting=nesting)).files]
        for nesting in (1, 2)
    }
    assert found == {1: ["a.zip/inner.zip"], 2: ["a.zip/inner.zip/b.txt"]}
    (member,) = take_in(tmp_path, {}, Limits(nesting=1)).files
    path = tmp_path / member.source_path
    with pytest.raises(PaperError, match="more archives than BOARDPAPERS_MAX_NESTING allows"):
        extract_file(PaperTask(path, member.source_path, member.sha256, REFERENCE))
