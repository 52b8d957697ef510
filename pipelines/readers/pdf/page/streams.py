"""Checks the compressed streams of a PDF before PDFium, which would unpack any size.

Unpacking stops at a limit and keeps nothing, so that a small file cannot fill the memory.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from pipelines.readers.errors import OversizedBytes
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits, name_limit

CHUNK = 1024 * 1024  # bytes that are unpacked at a time
MOST_PACKED = 1032  # bytes that zlib can pack into one
PEEK = 1024  # packed bytes that show what the unpacked ones begin with
# The word that a compressed stream follows, and the byte that zlib's format begins with
COMPRESSED_STREAM = re.compile(rb"stream\r?\n(?=\x78)")
ZLIB_START = b"\x78"


def require_bounded_streams(data: bytes, limits: Limits = DEFAULT_LIMITS) -> None:
    """Refuse a PDF with a stream that unpacks to more than the limits allow.

    Raises:
        OversizedBytes: There is a stream too large, or packed too many times over.
    """
    for start in COMPRESSED_STREAM.finditer(data):
        packed = memoryview(data)[start.end() :]
        is_small = len(packed) * MOST_PACKED <= limits.unpacked_bytes
        begins_with = next(_unpacked((packed[:PEEK],)), b"") if is_small else b""
        if begins_with and not begins_with.startswith(ZLIB_START):
            continue  # it is too small to be a danger, as in most papers
        parts = (packed[place : place + CHUNK] for place in range(0, len(packed), CHUNK))
        chunks = _limited(_unpacked(parts), limits)
        for depth in range(1, limits.nesting + 1):
            first = next(chunks, b"")
            chunks = chain((first,), chunks)
            if not first.startswith(ZLIB_START):
                break
            if depth == limits.nesting:
                _require_unpacked(first, limits)
            else:
                chunks = _limited(_unpacked(chunks), limits)
        for _ in chunks:
            continue


def _limited(chunks: Iterator[bytes], limits: Limits) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limits.unpacked_bytes:
            known = name_limit("unpacked_bytes", limits)
            raise OversizedBytes(
                f"is a PDF with a stream that is larger when unpacked than any paper's; {known}"
            )
        yield chunk


def _require_unpacked(first: bytes, limits: Limits) -> None:
    """Refuse bytes that are still packed; words may begin with the same byte, but do not unpack."""
    if next(_unpacked((first,)), b""):
        known = name_limit("nesting", limits)
        raise OversizedBytes(f"is a PDF with a stream packed time and again; {known}")


def _unpacked(packed: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    """The unpacked bytes, a chunk at a time, as far as the packed ones are intact."""
    unpacker = zlib.decompressobj()
    is_whole = True
    for part in packed:
        waiting = part
        while is_whole and waiting and not unpacker.eof:
            try:
                chunk = unpacker.decompress(waiting, CHUNK)
            except zlib.error:
                # The stream is not packed after all; the rest is read only for its size.
                is_whole = False
                break
            waiting = unpacker.unconsumed_tail
            if chunk:
                yield chunk
