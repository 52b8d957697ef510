"""Words of the labels above names in minutes, in English, Welsh and Irish: `roll_words.csv`."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.notation.words import WordPattern, alternatives, word_pattern
from pipelines.reference.meetings.word_phrases import read_phrases

STEMS = ("opening", "apologies", "absent", "unexcused", "substitutes", "seat")
WHOLE = ("officers", "guests", "attending", "councillors")


@dataclass(frozen=True, slots=True)
class RollWords:
    """The register as patterns; of the first six kinds it holds the beginnings of words.

    Attributes:
        opening: Every label has one of these: present, apologies, absent.
        apologies: Those named sent apologies; `absent`: they did not come and nothing was said.
        unexcused: Words for an absence without apologies.
        substitutes: They came in the place of others.
        seat: A word for a member beside "in attendance": those named are no officers.
        officers, guests, attending: They came and have no seat.
        councillors: Bare surnames may follow.
        known: Every word that may be in a label.
    """

    opening: WordPattern
    apologies: WordPattern
    absent: WordPattern
    unexcused: WordPattern
    substitutes: WordPattern
    seat: WordPattern
    officers: WordPattern
    guests: WordPattern
    attending: WordPattern
    councillors: WordPattern
    known: re.Pattern[str]

    def is_known(self, word: str) -> bool:
        """Whether a word may be in a label."""
        return self.known.fullmatch(word) is not None


def load_roll_words(folder: Path) -> RollWords:
    """Read the register of words of labels."""
    phrases = read_phrases(folder, "roll_words", (*STEMS, *WHOLE, "word"))
    known = rf"(?:{alternatives(phrases['word'])}|(?:{alternatives(phrases['opening'])})\w*)"
    return RollWords(
        known=re.compile(known, re.IGNORECASE),
        **{kind: word_pattern(r"\b(?:{})", phrases[kind]) for kind in STEMS},
        **{kind: word_pattern(r"\b(?:{})\b", phrases[kind]) for kind in WHOLE},
    )
