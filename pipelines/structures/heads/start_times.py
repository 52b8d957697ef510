"""The time at which a meeting begins, from the head of its paper."""

from collections.abc import Sequence
from datetime import date, time
from itertools import pairwise

from pipelines.documents import Passage
from pipelines.notation.dates import PrintedDate, find_date, find_dates, find_time
from pipelines.notation.sentences import sentences
from pipelines.reference.meetings.day_words import DayWords
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.roll_labels import label_of

LINES_BELOW = 2  # lines below the day that may be a time
LONGEST_CLOCK = 40  # characters of such a line: 10.00 am – 12.10 pm, in the Ferry Room


def find_start(lines: Sequence[Passage], dated: Passage, registers: Registers) -> time | None:
    """The time beside the day, right below it, or behind a word for the start of the meeting."""
    day = find_date(dated.text)
    same = [line for line in lines if day and day.value in map(_value, find_dates(line.text))]
    beside = [
        each
        for line in dict.fromkeys([dated, *same])
        for each in (line, *_clocks_below(lines, line, registers))
    ]
    clock = next((clock for line in beside if (clock := find_time(line.text))), None)
    if clock:
        return clock
    words = registers.day_words
    for above, line in pairwise([dated, *lines]):
        if words.other_meeting.search(line.text) or label_of(line.text, registers.roll_words):
            continue
        is_labelled = words.start.pattern.fullmatch(above.text.strip(" :"))
        clock = find_time(line.text) if is_labelled else _told(line, words)
        if clock:
            return clock
    return None


def _value(printed: PrintedDate) -> date:
    return printed.value


def _clocks_below(
    lines: Sequence[Passage], dated: Passage, registers: Registers
) -> Sequence[Passage]:
    """Short lines below the day, where its time may be; a label of the attendance is no time."""
    position = next((n for n, line in enumerate(lines) if line == dated), len(lines))
    below = lines[position + 1 : position + 1 + LINES_BELOW]
    return [
        line
        for line in below
        if len(line.text) <= LONGEST_CLOCK and not label_of(line.text, registers.roll_words)
    ]


def _told(line: Passage, words: DayWords) -> time | None:
    """The time in a sentence that says when something starts, or when the meeting will be."""
    for sentence in sentences(line):
        text = sentence.text
        start = words.start.search(text)
        start = start or (words.before_clock.search(text) if words.meeting.search(text) else None)
        clock = find_time(text[start.start() :]) if start else None
        if clock:
            return clock
    return None
