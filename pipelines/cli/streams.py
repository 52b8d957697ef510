"""The standard streams of a process, whatever its terminal or locale can print and read."""

import codecs
import io
import sys

ESCAPED = "boardpapers_escaped"
# Click takes a stream of this encoding for misconfigured and writes UTF-8 to it, whatever it can
# print; under another name it is written to as it is.
ASCII, PLAIN_ASCII = "ascii", "boardpapers_ascii"


def set_up_streams() -> None:
    """Let the standard streams print everything, and read nothing that is not text.

    What output has no character for is printed as the escape of JSON, so that JSON stays JSON.
    Input is UTF-8 where the locale knows no more than ASCII.
    """
    codecs.register_error(ESCAPED, _escape)
    codecs.register(_find_ascii)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == ASCII
            encoding = PLAIN_ASCII if is_ascii else stream.encoding
            stream.reconfigure(encoding=encoding, errors=ESCAPED)
    if isinstance(sys.stdin, io.TextIOWrapper):
        is_ascii = codecs.lookup(sys.stdin.encoding).name == ASCII
        encoding = "utf-8" if is_ascii else sys.stdin.encoding
        sys.stdin.reconfigure(encoding=encoding, errors="strict")


def json_escape(text: str) -> str:
    r"""Each character as JSON escapes it.

    >>> json_escape("ŵ😀")
    '\\u0175\\ud83d\\ude00'
    """
    units = text.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _escape(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json_escape(error.object[error.start : error.end]), error.end


def _find_ascii(name: str) -> codecs.CodecInfo | None:
    if name != PLAIN_ASCII:
        return None
    known = codecs.lookup(ASCII)
    return codecs.CodecInfo(
        known.encode,
        known.decode,
        known.streamreader,
        known.streamwriter,
        known.incrementalencoder,
        known.incrementaldecoder,
        name=PLAIN_ASCII,
    )
