"""The standard streams of a process, on any terminal and in any locale."""

import codecs
import io
import shutil
import sys

# Columns of a file or pipe, which has no width of its own
WIDTH_WITHOUT_TERMINAL = 160
ESCAPED = "boardpapers_escaped"
# Click treats a stream with this encoding as misconfigured and writes UTF-8 to it. With another
# name for the encoding, Click leaves the stream alone.
ASCII, PLAIN_ASCII = "ascii", "boardpapers_ascii"


def output_width() -> int:
    """The width of the terminal in columns; of a file or pipe, wide enough for a log."""
    if not sys.stdout.isatty():
        return WIDTH_WITHOUT_TERMINAL
    return shutil.get_terminal_size().columns


def set_up_streams() -> None:
    """Let the standard streams print every character, and accept only text as input.

    A character that the output cannot encode is printed as a JSON escape, so that JSON stays
    valid. Input is read as UTF-8 if the locale is ASCII only.
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
