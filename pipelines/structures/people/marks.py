"""The marks of an attendance table: what the register and the key of the table make of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipelines.documents import Row
from pipelines.reference.people.people_tables import PeopleTables, mark_text

# P = present; A - Apologies; N/A: not a member
PAIR = re.compile(
    r"(?:^|(?<=[\s,;|(]))(?P<mark>[^\s,;=|()]{1,5}|[A-Z]/[A-Z])\s?"
    r"(?:=|[:–—]|\s-\s|(?<=\s)(?:denotes|means|indicates|shows|for|is)\s)\s*"
    r"(?=(?P<words>[A-Za-z][^=;,|.()]{2,60}?)(?:$|[;,|.()]|\s[^\s=]{1,5}\s?=))"
)
# A tick shows who was present, an X means absent
SHOWN = re.compile(
    r"\b(?P<mark>ticks?|cross(?:es)?)\b[^.;,]{0,20}?\b(?:shows?|means?|denotes?|indicates?|marks?|for)"
    r"\s(?P<words>[^.;,]{3,60})",
    re.IGNORECASE,
)
SIGNS = {"t": ("✓", "✔", "√"), "c": ("x", "✗", "✘", "×")}
APOLOGIES = re.compile(r"\bapolog|\bsubstitute sent\b|\bsent (?:a )?substitute", re.IGNORECASE)
ABSENT = re.compile(
    r"\babsen|\b(?:not|didn['’]t)\s(?:in\s)?(?:present|attend|there)|\bno apolog", re.IGNORECASE
)
NO_PART = re.compile(
    r"\bnot (?:a|yet|on|required|expected|eligible|applicable)\b|\bvacan|\bn/a\b|\bno meeting"
    r"|\bnot held|\bcancel",
    re.IGNORECASE,
)
PRESENT = re.compile(r"\b(?:present|attend(?:ed|ing|ance)?|came|there)\b", re.IGNORECASE)
LONGEST_MARK = 40  # characters of a cell that may be a mark nobody explains
FEWEST_MARKS = 2  # of a row, for it to be one of several days
MOST_INITIALS = 2  # of a name, which may be letters that are marks elsewhere
TICKS = ("✓", "✔", "√", "☑", "☒")
CROSSES = ("x", "✗", "✘", "×")


@dataclass(frozen=True, slots=True)
class Marks:
    """How the marks of one table are read.

    `key` holds what the table itself says of its marks; it comes before the register.
    """

    words: PeopleTables
    key: Mapping[str, str]

    def status(self, printed: str) -> str | None:
        """The status of a cell; None if it is blank, `not_recorded` if nothing explains it."""
        if self.words.is_nil(printed):
            return None
        known = self.known(printed)
        if known:
            return known
        # Several marks are of several people or days.
        are_several = all(map(self.known, printed.split()))
        return "not_recorded" if len(printed) <= LONGEST_MARK and not are_several else None

    def known(self, printed: str) -> str | None:
        """The status of a mark that the key or the register explains."""
        return self.key.get(mark_text(printed)) or self.words.mark(printed)


def read_marks(words: PeopleTables, lines: Iterable[str], cells: Iterable[str]) -> Marks:
    """The marks of a table, from the lines around it and all of its cells."""
    key: dict[str, str] = {}
    for line in lines:
        for mark, told in _told(line):
            status = status_of_words(told)
            if status:
                key.setdefault(mark_text(mark), status)
    used = {mark_text(text) for text in cells}
    for mark, status in _between(used).items():
        key.setdefault(mark, status)
    return Marks(words, key)


def is_grid(rows: Sequence[Row], words: PeopleTables) -> bool:
    """Whether most rows of a table hold several marks behind a name: they are of other days.

    Or whether its head has several in a cell, so that nobody knows which of them a row is below.
    """
    if rows and any(_count(text, words) >= FEWEST_MARKS for text in rows[0].texts):
        return True
    marked = sum(_has_marks(row, words) for row in rows)
    labels = sum(sum(map(bool, row.texts)) == 1 for row in rows)
    return marked > 0 and 2 * marked >= len(rows) - labels


def _has_marks(row: Row, words: PeopleTables) -> bool:
    first, *others = row.texts or ("",)
    marks = sum(_count(text, words) for text in others)
    within = sum(words.mark(word) is not None for word in first.split())
    is_named = bool(first) and words.mark(first) is None
    return is_named and (marks >= FEWEST_MARKS or within > MOST_INITIALS)


def _count(text: str, words: PeopleTables) -> int:
    """How many marks a cell holds and nothing else."""
    if words.mark(text):
        return 1
    printed = text.split()
    return len(printed) if all(map(words.mark, printed)) else 0


def status_of_words(words: str) -> str | None:
    """The status that words of a key give to a mark."""
    for pattern, status in (
        (ABSENT, "absent"),
        (NO_PART, "not_recorded"),
        (APOLOGIES, "apologies"),
        (PRESENT, "present"),
    ):
        if pattern.search(words):
            return status
    return None


def _told(line: str) -> list[tuple[str, str]]:
    found = [(match["mark"], match["words"]) for match in PAIR.finditer(line)]
    for match in SHOWN.finditer(line):
        found += [(sign, match["words"]) for sign in SIGNS[match["mark"][0].lower()]]
    return found


def _between(used: set[str]) -> dict[str, str]:
    """What marks mean beside others: a cross alone may be a tick, A beside Ap is no apology."""
    told: dict[str, str] = {}
    if not used & {*TICKS, "yes", "y", "p", "present", "no", "n", "absent"}:
        told |= dict.fromkeys(CROSSES, "not_recorded")
    if "a" in used and any(mark.startswith("ap") for mark in used):
        told["a"] = "absent"
    return told
