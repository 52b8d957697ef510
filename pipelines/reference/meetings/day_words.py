"""Words beside a day in the head of a paper, and what they say of it: `day_words.csv`."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.notation.words import WordPattern, alternatives, word_pattern
from pipelines.reference.meetings.word_phrases import read_phrases

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

    meeting: WordPattern
    label: re.Pattern[str]
    other_day: WordPattern
    other_meeting: WordPattern
    sentence: WordPattern
    cancelled: WordPattern
    postponed: WordPattern
    new_day: WordPattern
    start: WordPattern
    before_clock: WordPattern


def load_day_words(folder: Path) -> DayWords:
    """Read the register of words beside days."""
    phrases = read_phrases(folder, "day_words", KINDS)
    label = rf"^\W*(?:{alternatives(phrases.pop('label'))})\s?(?::|\t|-\s|\s)"
    return DayWords(
        label=re.compile(label, re.IGNORECASE),
        **{kind: word_pattern(r"\b(?:{})\b", words) for kind, words in phrases.items()},
    )
