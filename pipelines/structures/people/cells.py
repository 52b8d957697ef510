"""What a cell of a table of people holds: a name, an authority, a group, a seat or a status."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.documents import Cell, Passage
from pipelines.reference.people.person_names import SUFFIX
from pipelines.reference.people.roles import Role
from pipelines.reference.registers import Registers

# Marchbank*, Sallow (a), Plum2, Leeds City Council [2]: note marks behind words
NOTE_MARKS = re.compile(
    r"(?<=[\w).])\s?(?:[*†‡§]{1,3}|[(\[](?:[a-z]|\d{1,2})[)\]]|(?<=[a-z)])\d{1,2})"
    r"(?=\s*$|\s*[(\[*†‡§,])"
)
# Part of every note mark; most cells have none
MAY_BE_MARKED = re.compile(r"[*†‡§)\]\d]")
# LGA officers, Officers in attendance, Harbour Trust staff: a position that is not a member's
OFFICERS = re.compile(r"^(?:[\w&]+\s){0,3}(?:officers?|staff|secretariat)\b", re.IGNORECASE)
KINDS = ("name", "council", "group", "role", "status")
LAST_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]\s*$")
MOST_KEPT = 20_000  # words
LONGEST = 120  # characters: longer cells hold prose


class Cells:
    """Reads cells with the registers; what words are is kept, for they are asked about often."""

    def __init__(self, registers: Registers) -> None:
        self._registers = registers
        self._kept: dict[tuple[str, str], bool] = {}

    def holds(self, what: str, cell: Cell) -> bool:
        """Whether a cell, or one of its paragraphs, can hold it."""
        if len(cell.paragraphs) == 1:  # as most
            text = cell.paragraphs[0].text
            return bool(text) and self.fits(what, without_marks(text))
        texts = [cell.text, *(each.text for each in cell.paragraphs)]
        return any(self.fits(what, without_marks(text)) for text in texts if text)

    def fits(self, what: str, text: str) -> bool:
        """Whether words can be a `name`, `council`, `group`, `role` or `status`."""
        known = self._kept.get((what, text))
        if known is None:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            known = self._kept[(what, text)] = self._fits(what, text)
        return known

    def _fits(self, what: str, text: str) -> bool:
        if len(text) > LONGEST:
            return what == "name" and len(self._registers.people.split(text)) > 1
        registers = self._registers
        match what:
            case "name":
                return any(map(self.is_person, registers.people.split(text)))
            case "person":
                return self._is_person(text)
            case "council":
                return self.is_council(text)
            case "group":
                return registers.parties.resolve(text) is not None
            case "role":
                return bool(positions(text, registers)) or OFFICERS.match(text) is not None
            case _:
                return registers.people_tables.mark(text) is not None

    def is_person(self, text: str) -> bool:
        """Whether the words are one person's name and neither head, seat, group nor authority."""
        return self.fits("person", text)

    def _is_person(self, text: str) -> bool:
        registers = self._registers
        if not registers.people.looks_like_person(text) or self._is_body(text):
            return False
        return not (
            registers.roles.resolve(text)
            or registers.parties.resolve(text)
            or self.is_council(text)
        )

    def _is_body(self, text: str) -> bool:
        """Whether words end in the letters of a body, as in Weir DC."""
        last = text.split()[-1]
        is_letters = SUFFIX.match(last) is not None and not text.isupper()
        return is_letters and self._registers.people.words.honour(last) is None

    def is_council(self, text: str) -> bool:
        """Whether the words are the name of an authority, as registers print it."""
        match = self._registers.councils.resolve(text)
        return match.council_id is not None and match.rule in ("exact_alias", "alias_of_other_date")

    def kinds(self, text: str) -> frozenset[str]:
        """What the words can be by themselves; empty if they are no whole."""
        return frozenset(kind for kind in KINDS if self.fits(kind, text))

    def is_head(self, text: str) -> bool:
        """Whether each of the words says what a column holds."""
        words = self._registers.people_tables
        return all(words.column(word) is not None for word in text.split())

    def is_label(self, text: str) -> bool:
        """Whether the words, alone in a row, head the rows below: a group, a seat or a status."""
        registers = self._registers
        return bool(registers.parties.resolve(text) or registers.roles.resolve(text))


def cells_of(registers: Registers) -> Cells:
    """The reader of cells for these registers; one is kept."""
    if registers.version not in _READERS:
        _READERS.clear()
        _READERS[registers.version] = Cells(registers)
    return _READERS[registers.version]


_READERS: dict[str, Cells] = {}


def positions(printed: str, registers: Registers) -> list[Role]:
    """The seats in a cell; there are several if they run together."""
    words = printed.split()
    found: list[Role] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            role = registers.roles.resolve(" ".join(words[start:end]))
            if role:
                found.append(role)
                start = end
                break
        else:
            return []
    return found


def seat_behind(text: str, registers: Registers) -> tuple[str, str | None]:
    """The words of a cell without a seat in brackets behind them, and the seat.

    Leeds City Council (Chair) is an authority, and the seat of its member.
    """
    match = LAST_BRACKET.search(text)
    role = registers.roles.resolve(match["inside"]) if match else None
    return (text[: match.start()].rstrip(), role.role) if match and role else (text, None)


@lru_cache(maxsize=MOST_KEPT)
def without_marks(text: str) -> str:
    """The words of a cell without note marks.

    >>> without_marks("Cllr Ann Bee† (Chair)"), without_marks("Leeds City Council [2]")
    ('Cllr Ann Bee (Chair)', 'Leeds City Council')
    """
    return NOTE_MARKS.sub("", text) if MAY_BE_MARKED.search(text) else text


def joined(passages: Sequence[Passage]) -> Passage:
    """Passages that follow each other as one; a passage of another page is left out."""
    first, *others = passages
    for each in others:
        first = _two(first, each)
    return first


def _two(one: Passage, other: Passage) -> Passage:
    if one.span.page != other.span.page:
        return one
    glue = "" if one.text.endswith("-") else " "
    origins: tuple[int, ...] = ()
    if one.origins or other.origins or not glue:
        shift = len(one.raw) + 1
        origins = (
            *(one.origins or range(len(one.text))),
            *((len(one.raw),) if glue else ()),
            *(place + shift for place in other.origins or range(len(other.text))),
        )
    return Passage(
        f"{one.text}{glue}{other.text}",
        f"{one.raw} {other.raw}",
        one.span.through(other.span),
        origins,
    )
