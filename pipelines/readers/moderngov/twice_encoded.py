"""Words that are encoded for HTML inside XML, and where each character is in the file."""

import re
from html import unescape

from pipelines.documents import Passage, Span

# &amp;#39; and &#39; and &amp;amp;: one character, encoded once or twice
ENCODED = re.compile(r"&(?:amp;){0,2}(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)


def decoded_passage(raw: str, span: Span) -> Passage:
    """The words of a stretch of a file, with white space folded, and how they are encoded there.

    >>> decoded_passage("Harbours &amp;amp; Coast", Span(7, 7)).text
    'Harbours & Coast'
    """
    origins: list[int] = []
    text, end = "", 0
    for match in ENCODED.finditer(raw):
        text += raw[end : match.start()]
        origins += range(end, match.start())
        letters = unescape(unescape(unescape(match[0])))
        text += " " if letters.isspace() else letters
        origins += [match.start()] * (len(text) - len(origins))
        end = match.end()
    text += raw[end:]
    origins += range(end, len(raw))
    if text == raw:
        return Passage(text, raw, span)
    return Passage(text, raw, span, tuple(origins))
