"""Looks into the compressed streams of a PDF before PDFium does, which would unpack any size.

Unpacking stops at a limit and keeps nothing, so that a small file cannot fill the memory.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from pipelines.readers.errors import UnreadableBytes

LARGEST_STREAM = 256 * 1024 * 1024  # bytes unpacked: ten times a full page scanned in colour
CHUNK = 1024 * 1024  # bytes that are unpacked at a time
DEEPEST = 2  # compressions within one another; no program writes more
# The word that a compressed stream follows, and the byte that zlib's format begins with
COMPRESSED_STREAM = re.compile(rb"stream\r?\n(?=\x78)")
ZLIB_START = b"\x78"


def require_bounded_streams(data: bytes) -> None:
    """Refuse a PDF with a stream that unpacks to more than the limit.

    Raises:
        UnreadableBytes: There is such a stream.
    """
    for start in COMPRESSED_STREAM.finditer(data):
        chunks = _limited(_unpacked((memoryview(data)[start.end() :],)))
        for _ in range(DEEPEST - 1):
            first = next(chunks, b"")
            chunks = chain((first,), chunks)
            if first.startswith(ZLIB_START):
                chunks = _limited(_unpacked(chunks))
        for _ in chunks:
            continue


def _limited(chunks: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST_STREAM:
            raise UnreadableBytes(
                f"is a PDF with a stream that unpacks to more than {LARGEST_STREAM:,} bytes, "
                "as no paper does: print it to a new PDF"
            )
        yield chunk


def _unpacked(packed: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    """The bytes that packed ones stand for, a chunk at a time, as far as they are whole."""
    unpacker = zlib.decompressobj()
    is_whole = True
    for part in packed:
        waiting = part
        while is_whole and waiting and not unpacker.eof:
            try:
                chunk = unpacker.decompress(waiting, CHUNK)
            except zlib.error:
                # What looked packed is not; the rest is gone through for its size alone.
                is_whole = False
                break
            waiting = unpacker.unconsumed_tail
            if chunk:
                yield chunk
