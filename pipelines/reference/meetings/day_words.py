"""Words beside a day in the head of a paper, and what they say of it: `day_words.csv`."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.meetings.word_patterns import read_alternatives

KINDS = (
    *("meeting", "label", "other_day", "other_meeting", "sentence"),
    *("cancelled", "postponed", "new_day", "start", "before_clock"),
)


@dataclass(frozen=True, slots=True)
class DayWords:
    """The register, one pattern for each thing that words say.

    Attributes:
        meeting: A meeting was or will be then: held on, agenda.
        label: A label of the meeting's day that opens a line: Date of meeting.
        other_day: The day of something else: published, signed.
        other_meeting: The day of another meeting: next meeting, to confirm.
        sentence: The line says something and names nothing.
        cancelled, postponed: A meeting was called off; put off to another day.
        start: Before the time at which the meeting begins.
        before_clock: The same, in a sentence that has a word for a meeting.
        new_day: Between a meeting that was put off and its new day.
    """

    meeting: re.Pattern[str]
    label: re.Pattern[str]
    other_day: re.Pattern[str]
    other_meeting: re.Pattern[str]
    sentence: re.Pattern[str]
    cancelled: re.Pattern[str]
    postponed: re.Pattern[str]
    new_day: re.Pattern[str]
    start: re.Pattern[str]
    before_clock: re.Pattern[str]


def load_day_words(folder: Path) -> DayWords:
    """Read the register of words beside days."""
    words = read_alternatives(folder, "day_words", KINDS)
    label = rf"^\W*(?:{words.pop('label')})\s?(?::|\t|-\s|\s)"
    return DayWords(
        label=re.compile(label, re.IGNORECASE),
        **{kind: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for kind, forms in words.items()},
    )
