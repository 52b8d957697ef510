"""Tables of people in a stretch of blocks: their heads, columns and whole rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from pipelines.documents import Block, Row
from pipelines.notation.dates import find_dates
from pipelines.reference.people.people_tables import PeopleTables
from pipelines.reference.people.roles import Role
from pipelines.reference.registers import Registers
from pipelines.structures.once import once
from pipelines.structures.people.cells import OFFICERS, Cells, cells_of, without_marks
from pipelines.structures.people.columns import Columns, assign
from pipelines.structures.people.continued_rows import joined_rows
from pipelines.structures.people.days import days_of, is_month
from pipelines.structures.people.marks import CROSSES, TICKS, Marks, read_marks
from pipelines.structures.people.runs import days_apart, marks_apart
from pipelines.structures.people.side_by_side import name_columns, parts
from pipelines.structures.tables import FoundTable, cell_text, find_tables

YEAR = re.compile(r"20\d\d")
DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
HEAD_ROWS = 4  # rows that are searched for the first that names somebody
LINES_BELOW = 4  # blocks below a table that may explain its marks
LONGEST_KEY = 300  # characters of such a line
LONGEST_TICK = 4  # characters: ✓, X, yes


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A table of people, or one of two lists that stand side by side.

    Attributes:
        found: The table and the lines above it.
        above: The lines above it and the words of its own head.
        head: The row of heads, or the first row.
        rows: Its rows below the head.
        columns: What its columns hold.
        width: How many columns its head has.
        is_headed: Whether a head says so, or several columns hold names.
        is_named: Whether a head says so.
        days: The day of each column that is headed by one.
        ticks: The status of each column in which those of that status are ticked.
        label: The seat or status that a heading over the part gives to all in it.
        marks: What its marks mean.
    """

    found: FoundTable
    above: tuple[str, ...]
    head: Row
    rows: tuple[Row, ...]
    columns: Columns
    width: int
    is_headed: bool
    is_named: bool
    marks: Marks
    days: Mapping[int, date] = field(default_factory=dict)
    ticks: Mapping[int, str] = field(default_factory=dict)
    label: Role | None = None

    def is_whole(self, row: Row) -> bool:
        """Whether a row has as many columns as the head.

        On a page, one with fewer was cut at other places; elsewhere its last cells are blank.
        """
        return len(row.cells) == self.width or row.passage.span.page is None

    def text(self, row: Row, column: int | None) -> str:
        """The words of a cell without note marks; empty if there is no such cell."""
        return without_marks(cell_text(row, column))

    def filled(self, column: int | None) -> dict[int, str]:
        """The words of a column by the number of the row, blank cells filled from above.

        They are filled if the column prints each value once and leaves the rows below blank.
        """
        texts = [self.text(row, column) for row in self.rows]
        printed = [text for text in texts if text]
        is_once = len(printed) < len(texts) and len(set(printed)) == len(printed)
        found: dict[int, str] = {}
        for number, text in enumerate(texts):
            found[number] = text or (found.get(number - 1, "") if is_once else "")
        return found

    def ticked(self, row: Row) -> str | None:
        """The status of the one column of a row that is ticked; None for none, or for two."""
        is_tick = {
            status
            for column, status in self.ticks.items()
            if self.marks.known(cell_text(row, column)) == "present"
        }
        return next(iter(is_tick)) if len(is_tick) == 1 else None


@dataclass(slots=True)
class _Head:
    """The rows of heads of a table, and the words over each column."""

    rows: Sequence[Row]
    columns: dict[int, list[str]]

    def joined(self) -> dict[int, str]:
        return {column: " ".join(words) for column, words in self.columns.items()}


@once
def find_people_tables(blocks: Sequence[Block], registers: Registers) -> list[PeopleTable]:
    """Every table of people, in printed order; parts side by side one after the other."""
    cells = cells_of(registers)
    tables: list[PeopleTable] = []
    head: _Head | None = None
    for found in find_tables(blocks):
        rows = [row for row in found.rows if any(row.texts)]
        first = _first_body_row(rows, cells)
        if first is None:
            head = None
            continue
        words = registers.people_tables
        if first:
            head = _head(rows[:first], rows)
        elif head is None or not _fits(head, rows, words):
            head = _head_above(found, rows, cells)
        own = _without_heads(rows[first:], head)
        apart = (marks_apart(row, len(head.columns), words) for row in own)
        body = tuple(joined_rows(apart, cells))
        below = [block.text for block in blocks[found.position + 1 :][: LINES_BELOW * 2]]
        for part in _sections(body):
            tables += _tables(found, head, rows[0], part, below, registers, cells)
    return tables


def _sections(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """The rows of members, and those of officers below a line that says so: jobs beside names."""
    starts = [
        number
        for number, row in enumerate(rows)
        if number and not any(row.texts[1:]) and OFFICERS.fullmatch(row.texts[0].rstrip(" :"))
    ]
    for first, last in pairwise([0, *starts, len(rows)]):
        yield rows[first:last]


def _first_body_row(rows: Sequence[Row], cells: Cells) -> int | None:
    """The first row that names somebody, or is a heading of the rows below it."""
    for number, row in enumerate(rows[:HEAD_ROWS]):
        if _names_somebody(row, cells) or (number and _seats_somebody(row, cells)):
            return number
        texts = [text for text in row.texts if text]
        if number and len(texts) == 1 and row.texts[0] and cells.is_label(texts[0]):
            return number
        is_head = all(map(cells.is_head, texts))
        whole = list(joined_rows(rows[number : number + 2], cells))
        if not is_head and len(whole) == 1 and _names_somebody(whole[0], cells):
            return number if not _names_somebody(rows[number + 1], cells) else number + 1
    return None


def _names_somebody(row: Row, cells: Cells) -> bool:
    return any(cells.holds("name", cell) and not cells.is_head(cell.text) for cell in row.cells)


def _seats_somebody(row: Row, cells: Cells) -> bool:
    """Whether a row has an authority or a group, of somebody whose name cannot be read."""
    return any(cells.holds(kind, cell) for cell in row.cells for kind in ("council", "group"))


def _fits(head: _Head, rows: Sequence[Row], words: PeopleTables) -> bool:
    """Whether rows without a head go on below the head of the table before them."""
    width = len(head.columns)
    return any(len(marks_apart(row, width, words).cells) == width for row in rows)


def _head(rows: Sequence[Row], table: Sequence[Row]) -> _Head:
    """The words over each column; a line over the whole table is none of them.

    On a page a row with more cells than the head was cut at other places.
    """
    is_paged = table[0].passage.span.page is not None
    width = max(len(row.cells) for row in (rows if is_paged else table))
    columns: dict[int, list[str]] = {column: [] for column in range(width)}
    for row in rows:
        if sum(map(bool, row.texts)) == 1 and row.texts[0] and len(rows) > 1 and row is rows[0]:
            continue
        if _years_over(row):
            continue  # where a year stands over its days does not say which days are its own
        if is_paged and len(row.cells) != len(rows[-1].cells):
            _put_days_over(row, rows[-1], columns)
            continue
        for column, cell in enumerate(row.cells):
            columns[column] += [each.text for each in cell.paragraphs]
    apart = [each for words in columns.values() for each in days_apart(words)]
    return _Head(rows, dict(enumerate(apart)))


def _put_days_over(row: Row, below: Row, columns: Mapping[int, list[str]]) -> None:
    """Take the days of a row that was cut at other places, in the order of the months below it."""
    days = [text for text in row.texts if DAY.fullmatch(text)]
    months = [column for column, text in enumerate(below.texts) if is_month(text)]
    if len(days) == len(months):
        for column, day in zip(months, days, strict=True):
            columns[column].append(day)


def _years_over(row: Row) -> list[str]:
    """The years in a row of heads that holds nothing else."""
    printed = [text for text in row.texts if text]
    return printed if all(YEAR.fullmatch(text) for text in printed) else []


def _head_above(found: FoundTable, rows: Sequence[Row], cells: Cells) -> _Head:
    """The days in the line right above a table without a head, if each heads a column of marks."""
    width = max(len(row.cells) for row in rows)
    marked = [
        column
        for column in range(1, width)
        if (printed := [row.cells[column] for row in rows if cell_text(row, column)])
        and 2 * sum(cells.holds("status", cell) for cell in printed) > len(printed)
    ]
    days = find_dates(found.headings[0]) if found.headings else []
    columns: dict[int, list[str]] = {column: [] for column in range(width)}
    if len(days) == len(marked) > 1:
        for column, day in zip(marked, days, strict=True):
            columns[column].append(found.headings[0][day.start : day.end])
    return _Head((), columns)


def _without_heads(rows: Sequence[Row], head: _Head) -> Iterator[Row]:
    """The rows that do not repeat the head on a new page."""
    printed = {row.texts for row in head.rows}
    return (row for row in rows if row.texts not in printed)


def _tables(
    found: FoundTable,
    head: _Head,
    first: Row,
    body: tuple[Row, ...],
    below: Sequence[str],
    registers: Registers,
    cells: Cells,
) -> Iterator[PeopleTable]:
    own = tuple(" ".join(filter(None, row.texts)) for row in head.rows)
    above = (*found.headings, *own)
    years = ["/".join(printed) for row in head.rows if (printed := _years_over(row))]
    days = days_of(head.joined(), (*years, *above))
    said = {
        column: _said(words, registers) if column not in days else None
        for column, words in head.columns.items()
    }
    lines = [line for line in (*above, *below) if len(line) <= LONGEST_KEY]
    below_days = (cell_text(row, day) for row in body for day in days)
    marks = read_marks(registers.people_tables, lines, below_days)
    names = [] if days else name_columns(said, head.columns, body, cells)
    named = {column for column in said if said[column] == "name"}
    if len(names) > 1:
        said |= dict.fromkeys(names, "name")
    for part in parts(said, names):
        ticks = _ticks(part, head, body, marks, registers) if not days else {}
        taken = {*days, *ticks, *(c for c in part if said[c] in ("total", "note"))}
        columns = assign({column: said[column] for column in part}, body, taken, cells)
        if columns is None:
            continue
        yield PeopleTable(
            found=found,
            above=above,
            head=head.rows[-1] if head.rows else first,
            rows=body,
            columns=columns,
            width=len(said),
            is_headed=said[columns.name] == "name",
            is_named=columns.name in named,
            marks=_of_ticks(marks, ticks, body) if ticks else marks,
            days=days,
            ticks=ticks,
            label=_label(part, head, registers) if len(part) < len(said) else None,
        )


def _said(words: Sequence[str], registers: Registers) -> str | None:
    """What the words over a column say it holds: the last of them, all, or the first.

    `District Council members:` heads a list of its own, and no column.
    """
    printed = " ".join(words)
    if printed.endswith(":") and " " in printed:
        return None
    for head in (*words[-1:], printed, *words[:1]):
        found = registers.people_tables.column(head)
        if found:
            return found
    return None


def _ticks(
    part: Sequence[int], head: _Head, body: Sequence[Row], marks: Marks, registers: Registers
) -> dict[int, str]:
    """The status of each column of ticks; one alone is a column of marks, unless all tick it."""
    found = {}
    is_ticked = True
    for column in part:
        label = next(filter(None, map(registers.roles.resolve, head.columns[column])), None)
        printed = [text for row in body if (text := cell_text(row, column))]
        if label and label.status and printed and all(_is_tick(text, marks) for text in printed):
            found[column] = label.status
            is_ticked = not any(marks.known(text) == "absent" for text in printed)
    return found if len(set(found.values())) > 1 or is_ticked else {}


def _is_tick(text: str, marks: Marks) -> bool:
    return len(text) <= LONGEST_TICK and (
        marks.words.is_nil(text) or marks.known(text) in ("present", "absent", "not_recorded")
    )


def _of_ticks(marks: Marks, ticks: Mapping[int, str], body: Sequence[Row]) -> Marks:
    """The marks of columns of ticks, where a cross is a tick if there is no other."""
    used = {cell_text(row, column).casefold() for row in body for column in ticks}
    if used.intersection(TICKS):
        return marks
    return replace(marks, key={**marks.key, **dict.fromkeys(CROSSES, "present")})


def _label(part: Sequence[int], head: _Head, registers: Registers) -> Role | None:
    """The seat or status that the head of one of several parts gives to all in it."""
    words = (word for column in part for word in head.columns[column])
    return next(filter(None, map(registers.roles.resolve, words)), None)
