"""The parts of a name: titles, given names, particles, post-nominals; and words in no name."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.csv_tables import read_table
from pipelines.reference.remembering import remembered
from pipelines.reference.slugs import ascii_lower

# "Bee", "O'Dee", "Bee-Gee", "McDee", "É", "J", "J.", "A.B."
NAME_WORD = re.compile(r"^(?:[A-Z]\.?){1,3}$|^[^\W\d_][^\W\d_]*(?:['’`.-][^\W\d_]+)*\.?$")
# "MBC", "CC", "LB": letters after a name that are not an honour, slid in from the next column;
# those of a firm are part of its name
SUFFIX = re.compile(r"^(?!(?:LLP|PLC|LTD)$)[A-Z]{2,4}$")
# "J", "J.", "A.": a letter for the given name; "A" alone may be an article
LETTER = re.compile(r"^(?:[B-Z]\.?|A\.)$")
PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "do",
        "del",
        "della",
        "der",
        "den",
        "la",
        "le",
        "los",
        "van",
        "von",
        "ap",
        "ab",
        "ferch",
        "bin",
        "al",
        "el",
        "y",
    ]
)


@dataclass(frozen=True)
class NameWords:
    """The registers for reading names.

    Attributes:
        titles: Canonical title by its words, folded and without full stops (`("rt", "hon")`).
        title_beginnings: The first words of all titles.
        peerages: Canonical titles that replace the given name ("Lady Bee").
        honours: Canonical post-nominal by its printed form.
        not_names: Words that are in no person's name, with the part of a name that they may
            still be if a title or a given name shows it (`surname`, `given_name`).
        variants: For each given name, the names that it may stand for.
    """

    titles: dict[tuple[str, ...], str]
    title_beginnings: frozenset[str]
    peerages: frozenset[str]
    honours: dict[str, str]
    not_names: dict[str, str]
    variants: dict[str, frozenset[str]]

    def title_at(self, words: list[str], index: int) -> tuple[str, int] | None:
        """The title that starts at a word, and its number of words; None if there is none."""
        if index >= len(words) or _plain(words[index]) not in self.title_beginnings:
            return None
        for size in (3, 2, 1):
            stretch = words[index : index + size]
            if len(stretch) == size and all(_capital(word) for word in stretch):
                title = self.titles.get(tuple(_plain(word) for word in stretch))
                if title is not None:
                    return title, size
        return None

    @remembered
    def is_title(self, word: str) -> bool:
        """Whether a word alone is a title."""
        return self.title_at([word], 0) is not None

    def honour(self, word: str) -> str | None:
        """The post-nominal of a word; None if it is not one."""
        return self.honours.get(word.strip(".,;()"))

    def may_be_name(self, words: list[str], index: int, is_titled: bool) -> bool:
        """Whether a word is part of a possible name by its form and position.

        "Ann Hall" is a person because Ann is a given name; "Town Hall" is not.
        """
        word = words[index]
        if word in PARTICLES:
            return True
        if not word[0].isupper() or NAME_WORD.match(word) is None:
            return False
        part = self.not_names.get(word.lower().strip(".,'’"))
        if part is None:
            return True
        if part == "surname":
            is_given = LETTER.match(words[0]) or ascii_lower(words[0]) in self.variants
            is_known = is_titled or bool(is_given)
            return index > 0 and index == len(words) - 1 and is_known
        return part == "given_name" and index == 0

    def is_surname(self, word: str) -> bool:
        """Whether a word that is in no name may be a surname all the same."""
        return self.not_names.get(word.lower()) == "surname"

    def same_given_name(self, one: str, other: str) -> bool:
        """Whether two given names may be one person's; an initial agrees with what it begins."""
        first, second = (ascii_lower(name).strip(" .") for name in (one, other))
        if not first or not second:
            return False
        if first == second or second in self.variants.get(first, frozenset()):
            return True
        return min(len(first), len(second)) == 1 and first[0] == second[0]


def load_name_words(folder: Path) -> NameWords:
    """Read the registers of titles, post-nominals and given names."""
    rows = read_table(folder, "titles", ("printed", "title", "stands_for_given_name"))
    titles = {tuple(map(_plain, row["printed"].split())): row["title"] for row in rows}
    groups: dict[str, set[str]] = defaultdict(set)
    for row in read_table(folder, "given_names", ("name", "variant")):
        groups[row["name"]] |= {ascii_lower(row["name"]), ascii_lower(row["variant"])}
    # Short forms of one full name stand for each other; short forms of two full names do not.
    variants: dict[str, set[str]] = defaultdict(set)
    for group in groups.values():
        for name in group:
            variants[name] |= group
    return NameWords(
        titles=titles,
        title_beginnings=frozenset(words[0] for words in titles),
        peerages=frozenset(row["title"] for row in rows if row["stands_for_given_name"]),
        honours={
            row["printed"].strip("."): row["honour"]
            for row in read_table(folder, "honours", ("printed", "honour"))
        },
        not_names={
            row["word"]: row["may_be"]
            for row in read_table(folder, "not_names", ("word", "may_be"))
        },
        variants={name: frozenset(others) for name, others in variants.items()},
    )


def _plain(word: str) -> str:
    return word.strip(".,").replace("’", "'").lower()


def _capital(word: str) -> bool:
    return word[:1].isupper()
