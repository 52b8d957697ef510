"""Finds the board of a printed title; an unregistered title gets its own id."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.reference.csv_tables import read_table
from pipelines.reference.phrases import Hit, PhraseFinder
from pipelines.reference.slugs import fold, name_key, slug

# "LGA Ponds Board", "the LG Group Ponds Board", "Local Government Association's Ponds Board"
OWNER = re.compile(
    r"^(?:the\s+)?(?:LGA|LG\s+Group|LG|Local Government Association|Local Government Group)"
    r"(?:['’]s)?\s+",
    re.IGNORECASE,
)
# A title and what follows it: "Ponds Board – Agenda", "Ponds Board: note of last meeting"
AFTER_TITLE = re.compile(r"(?:(?:(?<!\s)\s++)?[:–—|,(\[]|(?<!\s)\s++-\s).*+$")
# "Ponds Board meeting", "Ponds Board Attendance 2001-2002", "Ponds Board Membership"
MEETING_WORDS = re.compile(
    r"(?<!\s)\s++(?:(?:meetings?|minutes|agenda|attendance|membership|members|notes?|report|papers|"
    r"decisions|actions|terms of reference|away ?day|update|of decisions|and actions|"
    r"held|on|[–-]|\d[\d/–-]*+)\s*+){1,12}+$",
    re.IGNORECASE,
)
# What precedes a title: "Note of the Ponds Board", "Title: Ponds Board", "July Ponds Board"
BEFORE_TITLE = re.compile(
    r"^(?:(?:title|board|committee|meeting|note|notes|minutes|agenda|report|members)\s*+"
    r"(?::|(?:of|to|for)(?:\s++the)?\s++)\s*|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)",
    re.IGNORECASE,
)
# "Ponds Board", "Committee on Ponds": a title is capitalised words, small words between them
TITLE_WORD = re.compile(r"^(?:[A-Z0-9][\w'’.&-]*,?|&|and|of|the|for|on|in|to|with)$")
BODY_WORDS = frozenset(
    [
        "board",
        "committee",
        "panel",
        "commission",
        "forum",
        "executive",
        "council",
        "cabinet",
        "group",
        "partnership",
    ]
)
SMALL_WORDS = frozenset(["and", "of", "the", "for", "on", "in", "to", "with", "a"])
# One word more than the longest title seen; longer text is a sentence
MOST_WORDS = 12
# Open Forum: when the public may speak; Chief Executive: an officer
NO_BODY = re.compile(r"^(?:(?:open|public) forum|(?:\w+ ){0,2}chief executive)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BoardMatch:
    """A board; `is_registered` is False if the id is made from the printed title.

    Attributes:
        body_name: The body that it belongs to; None if that is not known, or not yet.
        body_council_id: None if that body is not an authority of the register.
        is_named: False if no words of a paper name it and we made up its name.
    """

    board_id: str
    name: str
    is_registered: bool
    body_name: str | None = None
    body_council_id: str | None = None
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Board:
    """One board of the register."""

    board_id: str
    name: str
    successor_board_id: str | None


@dataclass(slots=True)
class Boards:
    """The register of boards."""

    all: tuple[Board, ...]
    aliases: dict[str, BoardMatch]
    short_forms: dict[str, frozenset[str]]
    is_authority: Callable[[str], bool]
    _finder: PhraseFinder | None = field(default=None, repr=False)

    def resolve(self, printed: str) -> BoardMatch | None:
        """The board of a printed title; None if the text does not look like a body's title."""
        text = fold(printed.replace("*", " ")).strip(" .#_")
        readings = list(dict.fromkeys(_readings(text)))
        for reading in readings:
            known = self.aliases.get(name_key(reading))
            if known is not None:
                return known
        title = readings[-1]
        if not _looks_like_title(title) or self.is_authority(title):
            return None
        name = quiet_title(title.split(" ")).replace(" & ", " and ")
        return BoardMatch(slug(name), name, is_registered=False)

    def find(self, text: str) -> list[tuple[int, int, BoardMatch]]:
        """Registered boards named in running text, longest match, in the order of the text.

        Only titles that end in a body's word, or short forms in capitals, count as boards.
        """
        if self._finder is None:
            self._finder = PhraseFinder(
                key
                for key in self.aliases
                if key in self.short_forms or (" " in key and key.split(" ")[-1] in BODY_WORDS)
            )
        return [
            (hit.start, hit.end, self.aliases[hit.key])
            for hit in self._finder.find(text, self._reads_as_title)
        ]

    def _reads_as_title(self, hit: Hit) -> bool:
        printed = self.short_forms.get(hit.key)
        if printed is not None:
            return hit.words[0].text in printed
        return hit.words[0].text[0].isupper() and hit.words[-1].text[0].isupper()


def load_boards(folder: Path, is_authority: Callable[[str], bool]) -> Boards:
    """Read the register of boards.

    Args:
        folder: The folder of the registers.
        is_authority: Whether a title is the name of a local authority, and so not a board.
    """
    boards: list[Board] = []
    aliases: dict[str, BoardMatch] = {}
    short: dict[str, set[str]] = {}
    for row in read_table(folder, "boards", ("board_id", "name", "aliases", "successor_board_id")):
        boards.append(Board(row["board_id"], row["name"], row["successor_board_id"] or None))
        match = BoardMatch(row["board_id"], row["name"], is_registered=True)
        for text in (row["name"], *filter(None, row["aliases"].split(";"))):
            aliases.setdefault(name_key(text), match)
            if text.isupper() and " " not in text:
                short.setdefault(name_key(text), set()).add(text)
    short_forms = {key: frozenset(forms) for key, forms in short.items()}
    return Boards(tuple(boards), aliases, short_forms, is_authority)


def _readings(text: str) -> list[str]:
    """The printed title, then shorter forms with the words around it removed step by step."""
    readings = [text]
    for pattern in (BEFORE_TITLE, OWNER, MEETING_WORDS):
        readings.append(pattern.sub("", readings[-1]).strip())
    if not _ends_as_body(readings[-1]):
        cut = AFTER_TITLE.sub("", readings[-1])
        readings += [cut, MEETING_WORDS.sub("", cut).strip()]
    return [reading for reading in readings if reading] or [text]


def _ends_as_body(text: str) -> bool:
    return name_key(text).split(" ")[-1] in BODY_WORDS


def _looks_like_title(text: str) -> bool:
    words = text.split(" ")
    if not 2 <= len(words) <= MOST_WORDS or not _ends_as_body(text) or NO_BODY.match(text):
        return False
    significant = {word.lower() for word in words} - {
        "the",
        "this",
        "programme",
        "lg",
        "lga",
        "all",
    }
    return len(significant) > 1 and all(TITLE_WORD.match(word) for word in words)


def quiet_title(words: list[str]) -> str:
    """Change words in capitals to title case; leave other words as they are.

    >>> quiet_title(["PONDS", "AND", "PIERS", "BOARD"])
    'Ponds and Piers Board'
    """
    if not all(word.isupper() or word.casefold() in SMALL_WORDS for word in words):
        return " ".join(words)
    return (
        " ".join(
            word.casefold() if number and word.casefold() in SMALL_WORDS else word.title()
            for number, word in enumerate(words)
        )
        .replace("’S", "’s")
        .replace("'S", "'s")
    )
