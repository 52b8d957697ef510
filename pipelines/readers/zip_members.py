"""Members of a ZIP file, unpacked within limits; Word files and archives are ZIP files."""

import io
import lzma
import struct
import zipfile
import zlib
from pathlib import Path

from pipelines.readers.errors import OversizedBytes, UnreadableBytes
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits, name_limit

SMALL_MEMBER = 1024 * 1024  # unpacked bytes that are harmless at any packed size
# Exceptions of the standard library for damaged offsets, sizes, kinds or packed bytes
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
ENCRYPTED = 0x1  # flag of a member that a password protects


def open_zip(source: bytes | Path) -> zipfile.ZipFile:
    """The ZIP file in these bytes, or at this path.

    Raises:
        UnreadableBytes: Its list of members is damaged or missing, as after a broken download.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except FAULTS as error:
        if isinstance(source, Path) and isinstance(error, OSError):
            raise  # the file cannot be opened; it is not damaged
        raise UnreadableBytes(
            "is a damaged ZIP or Word file: its list of members cannot be read"
        ) from error


def read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits = DEFAULT_LIMITS
) -> bytes:
    """Unpack one member.

    Raises:
        OversizedBytes: It unpacks to more than the limits, regardless of the size it claims.
        UnreadableBytes: It is protected or damaged.
    """
    name = member.filename
    if member.flag_bits & ENCRYPTED:
        raise UnreadableBytes("is protected with a password: save it without one")
    by_ratio = max(SMALL_MEMBER, member.compress_size * limits.unpacked_ratio)
    most = min(limits.unpacked_bytes, by_ratio)
    if member.file_size > most:
        raise _too_large(name, most, limits)
    try:
        with archive.open(member) as file:
            data = file.read(most + 1)
    except FAULTS as error:
        raise UnreadableBytes(f"is damaged: its part {name} cannot be unpacked") from error
    if len(data) > most:
        raise _too_large(name, most, limits)
    return data


def _too_large(name: str, most: int, limits: Limits) -> OversizedBytes:
    if most == limits.unpacked_bytes:
        known = name_limit("unpacked_bytes", limits)
        return OversizedBytes(f"holds a part {name} that is larger when unpacked; {known}")
    known = name_limit("unpacked_ratio", limits)
    return OversizedBytes(
        f"holds a part {name} that unpacks to more than {most:,} bytes, too many times its packed "
        f"size; {known}"
    )
