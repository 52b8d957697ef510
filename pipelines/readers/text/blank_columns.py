"""Tables whose columns are made of blanks: a gap that runs through all lines parts two columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

# "Cllr Ann Bee", "Weir Council": words one blank apart are one cell, others may be two
CELL = re.compile(r"\S++(?: \S++)*+")
WORDS = re.compile(r"[^\W\d_]{2}")
FEWEST_BLANKS = 2  # between two columns; somewhere there are more
WIDE_GAP = 3  # blanks: prose has two behind a full stop
FEWEST_ROWS = 2  # lines with several cells: one may be a mark and its words
MOST_COLUMNS = 12  # a line with more cells is a drawing
SHARE = 0.5  # of the cells of a column, those that may be numbers or begin elsewhere
SHARE_SMALL = 0.3  # of all cells, those that may begin with a small letter, as words of prose do
NEAR = 12  # lines between a table and another that keeps to its columns
NEXT = 5  # lines between a table and one of one line with columns of its own: a label may part them


@dataclass(frozen=True, slots=True)
class BlankTable:
    """Lines that are the rows of a table, counted from 0, and where each column begins.

    Blank lines may part its rows.
    """

    first: int
    last: int
    starts: tuple[int, ...]

    def cells(self, line: str) -> list[str]:
        """The words of a line in each column; empty if it has none there."""
        ends = [*self.starts[1:], len(line)]
        return [line[start:end] for start, end in zip((0, *self.starts[1:]), ends, strict=True)]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: tuple[tuple[int, int], ...]
    text: str

    @property
    def is_parted(self) -> bool:
        return any(
            after[0] - before[1] >= WIDE_GAP
            for before, after in zip(self.cells, self.cells[1:], strict=False)
        )

    @property
    def is_labelled(self) -> bool:
        """Whether it is a label and what it is for, which is one line: `Venue:     The Quay`."""
        start, end = self.cells[0]
        return len(self.cells) == 2 and self.text[start:end].endswith(":")


def find_blank_tables(lines: Sequence[str]) -> list[BlankTable]:
    """The tables among lines of text whose columns are made of blanks, in order.

    Columns hold words: a list of numbers and their titles is no table. A line near a table is a
    row of its columns if all of its cells begin there, else a table of its own.
    """
    found = _Found()
    others: list[list[_Line]] = []
    groups = list(_groups(lines))
    for group in groups:
        tables = list(_tables(group))
        found.add(tables)
        if not tables and any(line.is_parted for line in group):
            others.append(group)
    apart: list[BlankTable] = []
    for group in others:
        first, last = group[0].number, group[-1].number
        table = next((each for each in found.near(first, last) if _fits(group, each)), None)
        if table:
            found.add([BlankTable(first, last, table.starts)])
        elif any(found.above(first, NEXT)):
            apart += _tables(group, fewest=1)
    found.add(apart)
    above = {line.number + 1: line for group in groups for line in group}
    tables = sorted(found.by_first.values(), key=lambda table: table.first)
    headed = [_with_heading(table, above.get(table.first), found) for table in tables]
    return _joined(headed, lines)


def _joined(tables: Sequence[BlankTable], lines: Sequence[str]) -> list[BlankTable]:
    """The tables; those of the same columns with only blank lines between them are one."""
    joined: list[BlankTable] = []
    for table in tables:
        above = joined[-1] if joined else None
        if (
            above
            and above.starts == table.starts
            and not any(line.strip() for line in lines[above.last + 1 : table.first])
        ):
            joined[-1] = BlankTable(above.first, table.last, table.starts)
        else:
            joined.append(table)
    return joined


@dataclass(slots=True)
class _Found:
    """The tables found so far, by their first and their last line."""

    by_first: dict[int, BlankTable] = field(default_factory=dict)
    by_last: dict[int, BlankTable] = field(default_factory=dict)

    def add(self, tables: Iterable[BlankTable]) -> None:
        for table in tables:
            self.by_first[table.first] = self.by_last[table.last] = table

    def above(self, first: int, most: int) -> Iterator[BlankTable]:
        """The tables that end at most so many lines above a line, the nearest first."""
        for gap in range(1, most + 1):
            if first - gap in self.by_last:
                yield self.by_last[first - gap]

    def near(self, first: int, last: int) -> Iterator[BlankTable]:
        """The tables above and below a stretch of lines."""
        yield from self.above(first, NEAR)
        for gap in range(1, NEAR + 1):
            if last + gap in self.by_first:
                yield self.by_first[last + gap]


def _groups(lines: Sequence[str]) -> Iterator[list[_Line]]:
    """Lines with nothing between them; one with a tab is of a table of another kind."""
    group: list[_Line] = []
    for number, line in enumerate(lines):
        text = line.replace("\xa0", " ")
        cells = tuple(match.span() for match in CELL.finditer(text)) if "\t" not in text else ()
        if 0 < len(cells) <= MOST_COLUMNS:
            group.append(_Line(number, cells, text))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _tables(group: Sequence[_Line], fewest: int = FEWEST_ROWS) -> Iterator[BlankTable]:
    """The runs of lines in a group that keep to the same columns."""
    run: list[_Line] = []
    columns: list[tuple[int, int]] = []
    for line in group:
        if not run and not line.is_parted:
            continue
        merged = _merged([*columns, *line.cells])
        if run and len(merged) >= len(columns) and _keeps_to(line, merged):
            run.append(line)
            columns = merged
            continue
        yield from _table(run, columns, fewest)
        run = [line] if line.is_parted else []
        columns = list(line.cells) if run else []
    yield from _table(run, columns, fewest)


def _merged(cells: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a line that some cell covers, as far apart as columns are."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(cells):
        if found and start - found[-1][1] < FEWEST_BLANKS:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _keeps_to(line: _Line, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether no column holds two cells of a line."""
    return len({_column_of(cell, columns) for cell in line.cells}) == len(line.cells)


def _column_of(cell: tuple[int, int], columns: Sequence[tuple[int, int]]) -> int:
    return next(n for n, (start, end) in enumerate(columns) if start <= cell[0] < end)


def _table(
    run: Sequence[_Line], columns: Sequence[tuple[int, int]], fewest: int
) -> Iterator[BlankTable]:
    """The table of a run, if each of its columns holds words that begin at one place."""
    parted = [line for line in run if line.is_parted]
    if len(parted) < fewest or all(line.is_labelled for line in parted):
        return
    printed = [(line.text[slice(*cell)], cell) for line in run for cell in line.cells]
    if sum(words[0].islower() for words, _ in printed) > SHARE_SMALL * len(printed):
        return
    for number, (start, _) in enumerate(columns):
        own = [(words, cell) for words, cell in printed if _column_of(cell, columns) == number]
        begun = sum(cell[0] == start for _, cell in own)
        bare = sum(not WORDS.search(words) for words, _ in own)
        if bare > SHARE * (len(own) - 1) or (number and begun <= SHARE * len(own)):
            return
    yield BlankTable(run[0].number, run[-1].number, tuple(start for start, _ in columns))


def _with_heading(table: BlankTable, above: _Line | None, found: _Found) -> BlankTable:
    """A table that goes on below one with its columns, with the line of one cell that heads it."""
    if above is None or above.text.rstrip().endswith(":") or not _fits([above], table):
        return table
    goes_on = any(each.starts == table.starts for each in found.above(above.number, NEAR))
    return BlankTable(table.first - 1, table.last, table.starts) if goes_on else table


def _fits(group: Sequence[_Line], table: BlankTable) -> bool:
    """Whether all cells of a group hold words, begin where columns do and end before the next."""
    ends = dict(zip(table.starts, [*table.starts[1:], None], strict=True))
    return not any(line.is_labelled for line in group) and all(
        start in ends
        and ((limit := ends[start]) is None or end + FEWEST_BLANKS <= limit)
        and WORDS.search(line.text, start, end)
        for line in group
        for start, end in line.cells
    )
