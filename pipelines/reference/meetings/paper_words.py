"""Words that say whether a paper was made before its meeting or after it: `paper_words.csv`."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.notation.words import (
    WordPattern,
    alternatives,
    with_word,
    word_of_each,
    word_pattern,
)
from pipelines.reference.meetings.word_phrases import read_phrases

KINDS = (
    *("summons", "ahead", "issued", "report", "task"),
    *("present", "outcome", "was_done", "reports"),
)


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The register, one pattern for each thing that a line says.

    Attributes:
        summons: The line calls people to the meeting: "you are summoned".
        ahead: The meeting is still to come: a summons, or "to be held".
        issued: The paper itself was sent out before the meeting: "agenda published".
        report: A heading or label of a report.
        task: An item says what is to be done: "2. To confirm the minutes".
        asked: Members are asked to do something.
        present: A label of those who came, or did not.
        outcome: A label of what was decided.
        reports: The line reports what was done or said: "was elected", "noted that".
    """

    summons: WordPattern
    ahead: WordPattern
    issued: WordPattern
    report: re.Pattern[str]
    task: re.Pattern[str]
    asked: re.Pattern[str]
    present: WordPattern
    outcome: re.Pattern[str]
    reports: WordPattern


def load_paper_words(folder: Path) -> PaperWords:
    """Read the register of words that say when a paper was made."""
    phrases = read_phrases(folder, "paper_words", KINDS)
    words = {kind: alternatives(found) for kind, found in phrases.items()}

    def pattern(form: str) -> re.Pattern[str]:
        return re.compile(form, re.IGNORECASE)

    behind = r"(?:that|the|his|her|their|all|members|an\sinterest|whether)"
    return PaperWords(
        summons=word_pattern(r"\b(?:{})\b", phrases["summons"]),
        ahead=word_pattern(r"\b(?:{})\b", [*phrases["summons"], *phrases["ahead"]]),
        issued=word_pattern(r"\b(?:{})\b", phrases["issued"]),
        # Purpose, 2. Recommendations, Report of the Harbour Master: a heading, not a sentence
        report=pattern(rf"^(?:\d{{1,2}}\.?\s)?(?:{words['report']})\b[^.]{{0,60}}$"),
        # 2. To confirm the minutes
        task=pattern(rf"^\W*(?:\d{{1,3}}[.)]?)?[a-z]?[.)]?\s?to\s(?:{words['task']})\b"),
        asked=pattern(
            r"\b(?:members|cabinet|the\s(?:committee|board|panel|cabinet|council))\s(?:are|is)\s"
            r"(?:asked|invited|recommended|requested|reminded)\b"
        ),
        present=with_word(
            rf"^\W*(?:{words['present']})\s?(?::|$|[-–—])|\b(?:{words['present']})\s?:",
            *word_of_each(phrases["present"]),
        ),
        outcome=pattern(rf"^\W*(?:{words['outcome']})\b(?!.*\bto\sbe\b)"),
        reports=with_word(
            rf"\b(?:was|were|had\sbeen)\s(?:{words['was_done']})\b"
            rf"|\b(?:{words['reports']})\s{behind}\b",
            *word_of_each([*phrases["was_done"], *phrases["reports"]]),
        ),
    )
