"""Finds printed totals that differ from the sum of their parts, in every table of figures."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from pipelines.schema.records import Finding
from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.reading import ReadTable
from pipelines.structures.figures.sums import Sum, added
from pipelines.structures.figures.table_sums import Figures, margin_of

RULE, SLID_RULE, TWICE_RULE = (
    "total_does_not_add_up",
    "total_row_has_slid",
    "figure_told_in_two_ways",
)
# The name for tables of figures that no table of the warehouse holds
TABLE_NAME = "tables"
LEAST_WITNESSES = 2
# Two tables have the same subject if they share this many lines and this share of them agrees.
LEAST_SHARED, SHARE_AGREED = 5, 0.8


class _Cell(NamedTuple):
    """One cell of one table of the paper."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class _Equation:
    """One printed total and its parts, or one figure and the same figure in another table.

    Attributes:
        terms: Each cell with its sign in parts less total: +1, or -1 for the total.
        gap: What the parts make, less the printed total.
    """

    total: _Cell
    terms: dict[_Cell, int]
    gap: Decimal
    rule: str = RULE


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault of a cell: the broken rule, the right value, and the cells that may be wrong.

    `suspects` are cells of the same sum that nothing else confirms; one of them may be misprinted.
    """

    rule: str
    expected: Decimal
    suspects: frozenset[_Cell] = frozenset()


def read_totals(read: Sequence[ReadTable]) -> list[Finding]:
    """Recompute each printed total of each table, by row and by column.

    Where one cell explains several sums that fail, that cell is the finding. A total whose
    figures are right but in the wrong columns is one finding as well, and so is a total
    that another table of the paper prints differently.

    Returns:
        One finding for each disagreement, in printed order. Its place is the row of the figure,
        and where several figures may be at fault, the rows of all of them. `table_name` is left
        to the models, which know what table the rows went to.
    """
    read = [each for each in read if each.table.has_figures]
    tables = [each.table for each in read]
    findings = [
        _slid(each.table, each.sums.figures, one) for each in read for one in each.sums.slid
    ]
    figures = [each.sums.figures for each in read]
    repeated = list(_repeated(tables, figures))
    gaps = [one.gap for each in read for one in each.sums.equations]
    if not any(gaps) and not any(each.gap for each in repeated):
        return findings  # as in most papers
    equations = [
        _Equation(
            _Cell(number, *one.total),
            {_Cell(number, *place): sign for place, sign in one.terms.items()},
            one.gap,
        )
        for number, each in enumerate(read)
        for one in each.sums.equations
    ]
    equations += repeated
    findings += [
        _finding(tables[cell.table], figures[cell.table], cell, fault)
        for cell, fault in sorted(_faults(equations, figures).items(), key=lambda each: each[0])
    ]
    return findings


def _repeated(tables: Sequence[FigureTable], figures: Sequence[Figures]) -> Iterator[_Equation]:
    """Lines that two tables of a paper share, whose totals should be the same."""
    margins = [_margin_cells(number, table, figures[number]) for number, table in enumerate(tables)]
    for ones, others in combinations(margins, 2):
        shared = [(cell, others[key]) for key, cell in ones.items() if key in others]
        pairs = [
            _Equation(
                other,
                {cell: 1, other: -1},
                _printed(figures, cell) - _printed(figures, other),
                TWICE_RULE,
            )
            for cell, other in shared
        ]
        agreed = sum(1 for pair in pairs if not pair.gap)
        if len(pairs) >= LEAST_SHARED and agreed >= SHARE_AGREED * len(pairs):
            yield from pairs


def _margin_cells(
    number: int, table: FigureTable, figures: Figures
) -> dict[tuple[str, int], _Cell]:
    """The cells of a table's total column by label and number of earlier uses of the label."""
    margin = margin_of(table)
    cells: dict[tuple[str, int], _Cell] = {}
    seen: Counter[str] = Counter()
    for row, label in enumerate(table.labels):
        seen[label] += 1
        if margin is not None and label and figures[row][margin] is not None:
            cells[(label, seen[label])] = _Cell(number, row, margin)
    return cells


def _faults(equations: Sequence[_Equation], figures: Sequence[Figures]) -> dict[_Cell, _Fault]:
    """Cells that are wrong, the rule that they break, and what they should be.

    A cell is at fault if it explains two or more failing sums and is in no sum that holds; it
    then counts as corrected. If no such cell explains a failing sum, its total is at fault, and
    the parts that no sum confirms are suspects.
    """
    faults: dict[_Cell, _Fault] = {}
    suspect = _suspect(equations)
    while suspect:
        cell, error, rule = suspect
        faults[cell] = _Fault(rule, _printed(figures, cell) - error)
        equations = [
            replace(each, gap=each.gap - error * each.terms.get(cell, 0)) for each in equations
        ]
        suspect = _suspect(equations)
    confirmed = {cell for each in equations if not each.gap for cell in each.terms}
    for each in equations:
        if each.gap:
            printed = _printed(figures, each.total)
            suspects = frozenset(
                cell for cell in each.terms.keys() - confirmed if cell.table == each.total.table
            )
            faults.setdefault(each.total, _Fault(each.rule, printed + each.gap, suspects))
    return faults


def _suspect(equations: Sequence[_Equation]) -> tuple[_Cell, Decimal, str] | None:
    """The cell that explains most failing sums, by how much it is off, and the rule it breaks."""
    broken = [each for each in equations if each.gap]
    holding = {cell for each in equations if not each.gap for cell in each.terms}
    witnesses: dict[tuple[_Cell, Decimal], list[str]] = defaultdict(list)
    for each in broken:
        for cell in each.terms.keys() - holding:
            witnesses[(cell, each.gap * each.terms[cell])].append(each.rule)
    if not witnesses:
        return None
    most = max(witnesses, key=lambda each: (len(witnesses[each]), each))
    if len(witnesses[most]) < LEAST_WITNESSES:
        return None
    return (*most, min(witnesses[most], key=(RULE, TWICE_RULE).index))


def _printed(figures: Sequence[Figures], cell: _Cell) -> Decimal:
    return figures[cell.table][cell.row][cell.column] or Decimal(0)


def _finding(table: FigureTable, figures: Figures, cell: _Cell, fault: _Fault) -> Finding:
    """The finding at a cell; its place reaches over the rows of all suspects."""
    names = (table.title, table.labels[cell.row], table.headings[cell.column])
    passage = table.body[cell.row].row.passage
    span = passage.span
    for row in sorted(suspect.row for suspect in fault.suspects):
        span = span.through(table.body[row].row.passage.span)
    return Finding(
        rule=fault.rule,
        table_name=TABLE_NAME,
        subject=", ".join(name for name in names if name),
        expected=_as_printed(fault.expected),
        observed=_as_printed(figures[cell.row][cell.column] or Decimal(0)),
        locator=span.locator,
        quote=passage.quote(),
    )


def _as_printed(value: Decimal) -> str:
    return f"{value:,f}"


def _slid(table: FigureTable, figures: Figures, one: Sum) -> Finding:
    row = table.body[one.total]
    width = range(len(table.headings))
    made = [added(one, figures, place) for place in width]
    parts = [any(figures[part][place] is not None for part, _ in one.parts) for place in width]
    return Finding(
        rule=SLID_RULE,
        table_name=TABLE_NAME,
        subject=", ".join(name for name in (table.title, table.labels[one.total]) if name),
        expected=" | ".join(
            _as_printed(value) if has else "" for value, has in zip(made, parts, strict=True)
        ).strip(" |"),
        observed=" | ".join(row.text(place) for place in width),
        locator=row.row.passage.span.locator,
        quote=row.row.passage.quote(),
    )
