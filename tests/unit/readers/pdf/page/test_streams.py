"""A stream that unpacks to more than the limit is refused before PDFium sees it."""

import zlib

import pytest

from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.pdf.page.streams import require_bounded_streams
from pipelines.runtime.limits import Limits


def stream(packed: bytes) -> bytes:
    return b"4 0 obj\n<< >>\nstream\n" + packed + b"\nendstream\n"


LIMITS = Limits(unpacked_bytes=1000)


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
    require_bounded_streams(data, LIMITS)


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
        require_bounded_streams(stream(b"small") + stream(packed), LIMITS)
    assert caught.value.reason == (
        "is a PDF with a stream that is larger when unpacked than any paper's; "
        "the limit is 0.0009537 MiB (BOARDPAPERS_MAX_UNPACKED)"
    )


def test_a_stream_packed_too_many_times_over_is_refused() -> None:
    packed = zlib.compress(zlib.compress(zlib.compress(b" " * 10)))
    with pytest.raises(UnreadableBytes) as caught:
        require_bounded_streams(stream(packed), LIMITS)
    assert caught.value.reason == (
        "is a PDF with a stream packed time and again; the limit is 2 (BOARDPAPERS_MAX_NESTING)"
    )
