"""The time at which a meeting begins, from the head of its paper."""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from pipelines.documents import Passage
from pipelines.notation.dates import find_time
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.roll_labels import label_of


def find_start(lines: Sequence[Passage], dated: Passage, registers: Registers) -> time | None:
    """The time beside the day, right below it, or behind a word for the start of the meeting."""
    beside = [dated, *_after(lines, dated)]
    clock = next((clock for line in beside if (clock := find_time(line.text))), None)
    if clock:
        return clock
    words = registers.day_words
    for above, line in pairwise([dated, *lines]):
        if words.other_meeting.search(line.text) or label_of(line.text, registers.roll_words):
            continue
        start = words.start.search(line.text)
        told = line.text[start.start() :] if start else ""
        is_labelled = words.start.fullmatch(above.text.strip(" :"))
        clock = find_time(line.text if is_labelled else told)
        if clock:
            return clock
    return None


def _after(lines: Sequence[Passage], passage: Passage) -> Sequence[Passage]:
    position = next((n for n, line in enumerate(lines) if line == passage), len(lines))
    return [line for line in lines[position + 1 : position + 3] if find_time(line.text)]
