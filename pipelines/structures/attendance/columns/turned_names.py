"""Names of a roll that print the surname first, turned round where all of the roll shows it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.documents import Passage
from pipelines.reference.people.surname_first import OF_ROLL
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import ascii_lower
from pipelines.structures.attendance.columns.kinds import CellKind
from pipelines.structures.attendance.columns.whole_cells import Grid, WholeCell

FEWEST = 4  # names: fewer may be surnames, or a place behind a name
SHARE_TURNED = 0.8  # of the cells that are no labels
SHARE_KNOWN = 0.25  # of the words behind commas, those that begin with a known given name
TIMES_KNOWN = 3  # as many known given names behind commas as before them, at the least


def turned(grid: Grid, registers: Registers) -> Grid:
    """A grid with its names turned round, if nearly all are printed with the surname first."""
    cells = [cell for row in grid for cell in row if cell and cell.kind is not CellKind.LABEL]
    found = [match for cell in cells if (match := OF_ROLL.match(cell.text))]
    if len(found) < FEWEST or len(found) < SHARE_TURNED * len(cells):
        return grid
    behind = sum(_is_given(match["given"], registers) for match in found)
    before = sum(_is_given(match["surname"], registers) for match in found)
    if behind < SHARE_KNOWN * len(found) or before * TIMES_KNOWN > behind:
        return grid
    return [list(map(_turned, row)) for row in grid]


def _is_given(words: str, registers: Registers) -> bool:
    return ascii_lower(words.split()[0]) in registers.people.words.variants


def _turned(cell: WholeCell | None) -> WholeCell | None:
    match = OF_ROLL.match(cell.text) if cell and cell.kind is not CellKind.LABEL else None
    if cell is None or match is None:
        return cell
    words = " ".join(_in_order(match))
    passage = Passage(words, words, cell.passage.span)
    return replace(cell, passage=passage, kind=CellKind.NAME)


def _in_order(match: re.Match[str]) -> Iterator[str]:
    for part in ("title", "given", "surname", "rest"):
        if match[part]:
            yield match[part].strip()
