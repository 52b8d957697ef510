"""Words beside a day in the head of a paper, and what they say of it: `day_words.csv`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.csv_tables import read_table

KINDS = (
    *("meeting", "label", "other_day", "other_meeting", "sentence"),
    *("cancelled", "postponed", "new_day"),
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


def load_day_words(folder: Path) -> DayWords:
    """Read the register of words beside days."""
    rows = read_table(folder, "day_words", ("words", "says"))
    words = {kind: [row["words"] for row in rows if row["says"] == kind] for kind in KINDS}
    return DayWords(
        meeting=_any_of(words["meeting"]),
        label=re.compile(rf"^\W*(?:{_forms(words['label'])})\s?(?::|\t|-\s|\s)", re.IGNORECASE),
        **{kind: _any_of(words[kind]) for kind in KINDS if kind not in ("meeting", "label")},
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_forms(words)})\b", re.IGNORECASE)


def _forms(words: Iterable[str]) -> str:
    forms = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in forms)
