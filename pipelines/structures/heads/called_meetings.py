"""Finds the kind of meeting that the head of a paper, or of a note, gives."""

import re
from collections.abc import Iterable
from datetime import date

from pipelines.notation.dates import find_dates
from pipelines.reference.authorities.boards import BoardMatch
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.roll_labels import label_of
from pipelines.structures.heads.meeting_days import LONGEST_LINE
from pipelines.structures.heads.meeting_heads import TITLE_LINES
from pipelines.structures.heads.paper_kinds import MINUTES_LINE

# 1. Minutes of the special meeting: the first item ends the head
ITEM = re.compile(r"^\d{1,3}[.)]\s")


def read_meeting_type(
    lines: Iterable[str],
    meeting_date: date | None,
    board: BoardMatch | None,
    registers: Registers,
) -> str | None:
    """The kind of meeting that the lines of a head give; None if they give none.

    A line with another day is about another meeting. A line with the meeting's day may give the
    kind anywhere; a line without a day only at its start. A word of the board's name is not a kind.
    """
    for text in list(lines)[:TITLE_LINES]:
        if label_of(text, registers.roll_words) or ITEM.match(text):
            return None
        is_other = _is_of_other(text, registers) and not MINUTES_LINE.match(text)
        if is_other or len(text) > LONGEST_LINE:
            continue
        days = {printed.value for printed in find_dates(text)}
        if days and meeting_date not in days:
            continue
        called = registers.meeting_types.called(
            text, is_opening=not days, board_name=board.name if board else None
        )
        if called:
            return called
    return None


def _is_of_other(text: str, registers: Registers) -> bool:
    """Whether a line is about another meeting, or about the day of something else."""
    words = registers.day_words
    return bool(words.other_day.search(text) or words.other_meeting.search(text))
