"""What a cell of a roll is: a label, a name, words that may be a name, or words about somebody."""

import re
from enum import StrEnum
from functools import lru_cache

from pipelines.documents import Passage
from pipelines.reference.people.surname_first import has_letters_behind
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import ascii_lower
from pipelines.structures.attendance.roll_labels import (
    GROUP_HEADING,
    PUBLIC_LABEL,
    STAFF_LABEL,
    label_of,
    members_label_of,
)
from pipelines.structures.names.lists import read_names
from pipelines.structures.names.one_name import has_title
from pipelines.structures.names.patterns import JOB
from pipelines.structures.people.cells import cells_of

# A, A.B., JT: letters for given names
LETTERS = re.compile(r"^(?:[A-Z]\.?){1,3}$")

MOST_KEPT = 5_000  # cells
# Councillors:, Clerk: Ann Bee
LABELLED = re.compile(r"^[A-Z][A-Za-z ,&’'-]{1,60}:")


class CellKind(StrEnum):
    """What a cell is; a `maybe` is a name if nothing else in its column says otherwise."""

    LABEL = "label"
    NAME = "name"
    MAYBE = "maybe"
    TOLD = "told"


def kind_of(passage: Passage, registers: Registers) -> CellKind:
    """What the words of a cell are by themselves.

    A title, a known given name or letters for one make a name; two capitalised words may be one.
    """
    kept = _kept(registers.version)
    if passage.text not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[passage.text] = _kind_of(passage, registers)
    return kept[passage.text]


@lru_cache(maxsize=1)
def _kept(version: str) -> dict[str, CellKind]:
    """What cells were by these registers: each is tried alone, and joined to those around it."""
    return {}


def _kind_of(passage: Passage, registers: Registers) -> CellKind:
    text = passage.text
    if is_label(text, registers):
        return CellKind.LABEL
    if has_letters_behind(text):
        return CellKind.NAME
    if text[0] in "([" or text[0].islower():
        return CellKind.TOLD
    if has_title(text, registers):
        return CellKind.NAME if read_names(passage, registers).people else CellKind.TOLD
    cells = cells_of(registers)
    if any(cells.fits(kind, text) for kind in ("council", "group", "role")) or JOB.search(text):
        return CellKind.TOLD
    people = read_names(passage, registers).people
    if not people or not cells.fits("name", text):
        return CellKind.TOLD
    given = people[0].person.name.split()[0]
    is_given = LETTERS.match(given) or ascii_lower(given) in registers.people.words.variants
    return CellKind.NAME if is_given else CellKind.MAYBE


def is_label(text: str, registers: Registers) -> bool:
    """Whether a cell says who is named below it, beside it or behind its own label."""
    bare = text.rstrip(" :")
    return (
        LABELLED.match(text) is not None
        or label_of(text, registers.roll_words) is not None
        or members_label_of(text) is not None
        or any(shape.fullmatch(bare) for shape in (GROUP_HEADING, STAFF_LABEL, PUBLIC_LABEL))
    )
