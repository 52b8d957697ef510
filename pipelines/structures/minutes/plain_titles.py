"""Unmarked titles of items: short lines between the paragraphs of minutes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.structures.minutes.item_numbers import SHORT_WORD
from pipelines.structures.minutes.lines import Column, NoteLine
from pipelines.structures.minutes.patterns import NOTE_END, PROSE, TELLING, WORDED
from pipelines.structures.names.patterns import COUNCILLOR

# Election of Convener, Harbour Dues (Paper 2): a capital, and no mark of a sentence at the end
PLAIN_TITLE = re.compile(r"^[A-Z][^.:;?!]{2,69}[^.:;?!,]$")
# The treasurer said so. / 4. There was nothing to report.: text around titles
PARAGRAPH = re.compile(r"[.?!:][)\"”’']*$")
MOST_WORDS = 9  # of an unmarked title


def with_plain_titles(lines: Sequence[NoteLine]) -> Iterator[NoteLine]:
    """The lines of minutes; a short one between paragraphs, or below a title, is a heading.

    This applies only to minutes whose usual titles are short lines too.
    """
    before_is_end = False
    for number, line in enumerate(lines):
        after = lines[number + 1].passage.text if number + 1 < len(lines) else ""
        is_title = before_is_end and PARAGRAPH.search(after) and _may_be_title(line)
        yield replace(line, is_heading=True) if is_title else line
        text = line.passage.text
        before_is_end = bool(is_title or PARAGRAPH.search(text) or WORDED.match(text))


def _may_be_title(line: NoteLine) -> bool:
    text = line.passage.text
    if line.row or line.column is not Column.BODY or not PLAIN_TITLE.match(text):
        return False
    if len(text.split()) > MOST_WORDS or PROSE.search(text) or COUNCILLOR.search(text):
        return False
    is_said = SHORT_WORD.fullmatch(text) or NOTE_END.match(text)
    return not (is_said or any(pattern.match(text) for pattern in TELLING))
