"""Lines that are a date and little more: covers, running headers, heads of reports."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.documents import Document, Kind, Passage
from pipelines.notation.dates import CLOCK, WEEKDAY, PrintedDate, find_date
from pipelines.reference.meetings.day_words import DayWords
from pipelines.structures.once import once

# 4. Minutes of 3 March 2017, 1.1 Minutes of 3 March 2017: an item
NUMBERED = re.compile(r"^\d+\.(?:\d+\.?)?\s")
LONGEST_LINE = 100  # characters: a longer line is prose, and its dates and boards are others'
MOST_BESIDE = 8  # words allowed beside a date on its own line
WORD = re.compile(r"[a-z]+")
# Words beside the date of a page, with a weekday, a time and the name of the board
BESIDE = frozenset({"agenda", "and", "at", "board", "date", "lga", "meeting", "of", "the", "time"})
# A misprinted date is wrong in the day, in the month or in the year, or only by a little.
NEAR = timedelta(days=14)
FENCE = "---"
LONGEST_FRONT = 30  # lines


@dataclass(frozen=True, slots=True)
class DateLine:
    """One line and its date."""

    passage: Passage
    printed: PrintedDate

    @property
    def value(self) -> date:
        """The date."""
        return self.printed.value


def is_date_line(text: str, printed: PrintedDate, words: DayWords) -> bool:
    """Whether a line is a date with no more than a weekday, a time or a board beside it.

    A word such as "updated" makes it the date of a page, not of a meeting.
    """
    beside = _beside(text, printed)
    return not words.other_day.search(beside) and _is_short(text, beside)


def _is_short(text: str, beside: str) -> bool:
    if len(text) > LONGEST_LINE or beside.rstrip().endswith("."):
        return False
    return len(beside.split()) <= MOST_BESIDE and not NUMBERED.match(text)


def find_date_lines(printed: Sequence[Passage], boards: Sequence[str]) -> list[DateLine]:
    """Lines that hold a date and nothing but what names a meeting of one of the boards.

    Lines of a list of dates are left out, because each has a different day.
    """
    known = BESIDE.union(*(WORD.findall(board.lower()) for board in boards))
    lines = [_date_line(passage, known) for passage in printed]
    return [
        line
        for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False)
        if line and not any(each and each.value != line.value for each in (before, after))
    ]


@once
def printed_lines(document: Document) -> list[Passage]:
    """Every line outside tables in printed order, running headers among them."""
    passages = [block.passage for block in document.blocks if block.kind is not Kind.TABLE]
    passages += document.furniture
    passages.sort(key=lambda each: (each.span.page or 1, each.span.first_line))
    return without_front_matter(passages)


def without_front_matter(lines: Sequence[Passage]) -> list[Passage]:
    """Lines without those that a site keeps of its page above them, but for the day.

    Such lines are between two of dashes, and the first of them opens the paper.
    """
    if not lines or lines[0].text != FENCE:
        return list(lines)
    texts = [line.text for line in lines[1:LONGEST_FRONT]]
    if FENCE not in texts:
        return list(lines)
    end = texts.index(FENCE) + 1
    return [line for line in lines[1:end] if find_date(line.text)] + list(lines[end + 1 :])


def may_be_meant(printed: date, meant: date) -> bool:
    """Whether one date may be a misprint of another.

    >>> may_be_meant(date(2017, 3, 3), date(2017, 5, 3)), may_be_meant(date(2017, 3, 3), date.max)
    (True, False)
    """
    same = (printed.year == meant.year, printed.month == meant.month, printed.day == meant.day)
    return printed != meant and (sum(same) == len(same) - 1 or abs(printed - meant) <= NEAR)


def _beside(text: str, printed: PrintedDate) -> str:
    return f"{text[: printed.start]} {text[printed.end :]}"


def _date_line(passage: Passage, known: frozenset[str]) -> DateLine | None:
    printed = find_date(passage.text) if len(passage.text) <= LONGEST_LINE else None
    if printed is None or not _is_short(passage.text, _beside(passage.text, printed)):
        return None
    beside = WEEKDAY.sub(" ", CLOCK.sub(" ", _beside(passage.text, printed))).lower()
    return DateLine(passage, printed) if known.issuperset(WORD.findall(beside)) else None
