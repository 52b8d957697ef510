"""Cells of a roll, each joined with the cells below that go on from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.documents import Cell, Passage, Row
from pipelines.reference.people.person_names import PARTICLES
from pipelines.reference.people.surname_first import OF_ROLL
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.columns.kinds import LETTERS, CellKind, kind_of
from pipelines.structures.names.patterns import BRACKET
from pipelines.structures.people.cells import joined

# Cabinet Member for Tides and, Quay-, Weir Council (for Cllr: a line that goes on
OPEN = re.compile(r"(?:[-,&/]|\b(?:and|of|for|the|to|with|in|on|at|a|an|by)|\bSt\.?)$")
LONGEST_SURNAME = 3  # words


@dataclass(frozen=True, slots=True)
class WholeCell:
    """A cell with all of its lines.

    Attributes:
        passage: Its words.
        quoted: The words to quote: its own, or whole rows if it has several lines.
        kind: What it is.
        last: The number of its last row.
    """

    passage: Passage
    quoted: Passage
    kind: CellKind
    last: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text


Grid = list[list[WholeCell | None]]


def whole_cells(rows: Sequence[Row], registers: Registers) -> Grid:
    """The cells of each row, with those that go on from a cell above joined to it.

    A cell stays in the row where it begins; None if no cell begins there.
    """
    width = max(len(row.cells) for row in rows)
    grid: Grid = [[None] * width for _ in rows]
    begun: dict[int, int] = {}
    for number, row in enumerate(rows):
        printed = {
            column: _cell(joined(cell.paragraphs), number, registers, _quoted(row, cell))
            for column, cell in enumerate(row.cells)
            if cell.paragraphs
        }
        others = [column for column, cell in printed.items() if cell.kind is not CellKind.TOLD]
        for column, cell in printed.items():
            above = grid[begun[column]][column] if column in begun else None
            is_next = above is not None and above.last == number - 1
            is_told = set(others) <= {column}
            if above and is_next and _goes_on(above, cell, registers, is_told=is_told):
                grid[begun[column]][column] = _join(above, cell, rows, begun[column], registers)
            else:
                grid[number][column] = cell
                begun[column] = number
    return grid


def is_one(cell: Cell, registers: Registers) -> bool:
    """Whether the paragraphs of a cell are lines of one name, or of what is said of one."""
    above: WholeCell | None = None
    for passage in cell.paragraphs:
        line = _cell(passage, 0, registers)
        if above:
            is_told = above.kind is line.kind is CellKind.TOLD
            if not _goes_on(above, line, registers, is_told=is_told):
                return False
            line = _cell(joined([above.passage, passage]), 0, registers)
        above = line
    return True


def _quoted(row: Row, cell: Cell) -> Passage:
    return cell.paragraphs[0] if len(cell.paragraphs) == 1 else row.passage


def _cell(
    passage: Passage, number: int, registers: Registers, quoted: Passage | None = None
) -> WholeCell:
    return WholeCell(passage, quoted or passage, kind_of(passage, registers), number)


def _goes_on(above: WholeCell, cell: WholeCell, registers: Registers, *, is_told: bool) -> bool:
    """Whether a cell is a line of the one above; `is_told` if nothing else in its row is a name."""
    first, second = above.text, cell.text
    if first.count("(") > first.count(")"):
        return True
    if above.kind is CellKind.LABEL:
        return is_told and cell.kind is CellKind.TOLD and not first.endswith(":")
    if cell.kind is CellKind.LABEL:
        return above.kind is CellKind.TOLD and second[0].islower()
    if OF_ROLL.match(first) and OF_ROLL.match(second):
        return False
    if second[0] in "([" or OPEN.search(first) or first.split()[-1] in PARTICLES:
        return True
    if cell.kind is CellKind.NAME or second[0].islower():
        return cell.kind is not CellKind.NAME
    if above.kind is CellKind.TOLD:
        return is_told
    honour = registers.people.words.honour
    rest = BRACKET.sub("", second).split()
    words = [word for word in rest if not (honour(word) or LETTERS.match(word))]
    if above.kind is CellKind.MAYBE:
        return not words or (is_told and cell.kind is CellKind.TOLD)
    if is_told and cell.kind is CellKind.TOLD and "," in first:
        return True  # Cllr Ann Bee, Weir: a body behind the name goes on
    return not words or (_lacks_surname(first, registers) and len(words) <= LONGEST_SURNAME)


def _lacks_surname(name: str, registers: Registers) -> bool:
    """Whether one word follows a title, which may be a given name, or letters alone."""
    rest = name.split()
    while rest and (title := registers.people.words.title_at(rest, 0)):
        rest = rest[title[1] :]
    is_titled = len(rest) < len(name.split())
    return is_titled and (len(rest) == 1 or all(map(LETTERS.match, rest)))


def _join(
    above: WholeCell, cell: WholeCell, rows: Sequence[Row], first: int, registers: Registers
) -> WholeCell:
    passage = joined([above.passage, cell.passage])
    quoted = joined([row.passage for row in rows[first : cell.last + 1]])
    return WholeCell(passage, quoted, kind_of(passage, registers), cell.last)
