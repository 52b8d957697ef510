"""Words of table heads and titles, with the role that each gives: `table_words.csv`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from pipelines.reference.csv_tables import read_table

# Matches nothing, for a register without lines
NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class TableWord:
    """One wording: what it says of a column or a row, and a canonical value if it has one."""

    printed: str
    role: str
    value: str | None


@dataclass(frozen=True)
class TableWords:
    """The register; the pattern is compiled once."""

    words: tuple[TableWord, ...]

    @cached_property
    def _by_wording(self) -> dict[str, tuple[TableWord, ...]]:
        found: dict[str, tuple[TableWord, ...]] = {}
        for word in self.words:
            found[word.printed] = (*found.get(word.printed, ()), word)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        wordings = any_of(self._by_wording)
        return re.compile(rf"(?<![\w-])(?:{wordings})(?![\w-])", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[TableWord, ...]]]:
        """Start, end and roles of each wording in a text, the longest that fits first."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), self._by_wording[" ".join(match[0].lower().split())]


def load_table_words(folder: Path) -> TableWords:
    """Read the register of words of tables."""
    return TableWords(
        tuple(
            TableWord(row["printed"].lower(), row["role"], row["value"] or None)
            for row in read_table(folder, "table_words", ("printed", "role", "value"))
        )
    )


def any_of(phrases: Iterable[str]) -> str:
    r"""A regular expression for any of the phrases, the longest first, white space free.

    Those with one first letter are grouped: a search asks for few letters at each place.
    Without phrases it matches nothing.

    >>> any_of(["took", "went", "took part"])
    't(?:ook\\s+part|ook)|w(?:ent)'
    """
    ordered = sorted(set(phrases), key=lambda phrase: (phrase[0], -len(phrase), phrase))
    return (
        "|".join(
            f"{re.escape(first)}(?:{'|'.join(_spaced(phrase[1:]) for phrase in same)})"
            for first, same in groupby(ordered, key=lambda phrase: phrase[0])
        )
        or NOTHING
    )


def _spaced(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split(" ")))
