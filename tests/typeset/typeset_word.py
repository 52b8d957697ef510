"""Typesets lines as a Word file or a web page: a paragraph a stretch, a break a line in it."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def stretches(text: str) -> list[list[str]]:
    """The lines of a text, those without a blank line between them together."""
    return [stretch.split("\n") for stretch in text.strip().split("\n\n")]


def typeset_word(text: str) -> bytes:
    """The text as a Word file."""
    body = "".join(f"<w:p><w:r>{_broken(lines)}</w:r></w:p>" for lines in stretches(text))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>',
        )
    return packed.getvalue()


def typeset_page(text: str) -> bytes:
    """The text as a web page."""
    body = "\n".join(f"<p>{'<br>'.join(map(escape, lines))}</p>" for lines in stretches(text))
    head = '<!DOCTYPE html><html><head><meta charset="utf-8"></head>'
    return f"{head}<body>{body}</body></html>".encode()


def _broken(lines: Sequence[str]) -> str:
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
