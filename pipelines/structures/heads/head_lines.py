"""The first lines of a paper, where its head is."""

import re

from pipelines.documents import Document, Passage
from pipelines.notation.dates import find_date
from pipelines.notation.sentences import sentences
from pipelines.structures.date_lines import without_front_matter
from pipelines.structures.heads.meeting_days import LONGEST_LINE
from pipelines.structures.once import once

# These are the minutes of the meeting of the Board on 3 March 2017
ARE_MINUTES = re.compile(r"\bminutes of (?:the|a|an)\b.{0,80}?\bmeeting\b", re.IGNORECASE)
HEAD_LINES = 30


@once
def head_lines(document: Document) -> list[Passage]:
    """The first lines in printed order, running headers among them."""
    lines = [line for block in document.blocks for line in block.lines]
    lines = lines[:HEAD_LINES] + [line for line in document.furniture if find_date(line.text)]
    lines.sort(key=lambda line: (line.span.page or 1, line.span.first_line))
    return without_front_matter(lines)[:HEAD_LINES]


def head_texts(document: Document) -> list[str]:
    """The title of a page, and the first lines of a paper in printed order."""
    lines = [opening(line).text for line in head_lines(document)]
    return [text for text in (document.title, *lines) if text]


def opening(line: Passage) -> Passage:
    """A line of the head; for a long line about the minutes, its first sentence."""
    if len(line.text) <= LONGEST_LINE:
        return line
    first = sentences(line)[0]
    return first if ARE_MINUTES.search(first.text) else line
