"""A stream that unpacks to more than the limit is refused before PDFium sees it."""

import zlib

import pytest

from pipelines.readers import pdf_streams
from pipelines.readers.errors import UnreadableBytes


def stream(packed: bytes) -> bytes:
    return b"4 0 obj\n<< >>\nstream\n" + packed + b"\nendstream\n"


@pytest.fixture(autouse=True)
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_streams, "LARGEST_STREAM", 1000)


@pytest.mark.parametrize(
    "data",
    [
        stream(zlib.compress(b" " * 1000)),
        stream(zlib.compress(zlib.compress(b" " * 1000))),
        stream(zlib.compress(b" " * 5000)[:12]),
        stream(b"BT (plain words) Tj ET"),
        stream(b"x marks no compression"),
    ],
    ids=["at the limit", "twice packed", "cut off", "not packed", "begins like a packed one"],
)
def test_bounded_streams_pass(data: bytes) -> None:
    pdf_streams.require_bounded_streams(data)


@pytest.mark.parametrize(
    "packed",
    [
        zlib.compress(b" " * 1001),
        zlib.compress(zlib.compress(b" " * 100_000)),
        zlib.compress(b"x" + b" " * 1001),
    ],
    ids=["packed", "twice packed", "packed words that look packed again"],
)
def test_a_stream_beyond_the_limit_is_refused(packed: bytes) -> None:
    with pytest.raises(UnreadableBytes) as caught:
        pdf_streams.require_bounded_streams(stream(b"small") + stream(packed))
    assert caught.value.reason == (
        "is a PDF with a stream that unpacks to more than 1,000 bytes, as no paper does: print it "
        "to a new PDF"
    )
