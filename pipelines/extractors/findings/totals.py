"""Finds printed totals that differ from the sum of their parts, in every table of figures."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from pipelines.documents import Document
from pipelines.schema.records import Finding
from pipelines.structures.figures.number_tables import NumberTable, find_number_tables
from pipelines.structures.figures.sums import TOTAL, Sum, SumFinder, added, checked_sums, slide
from pipelines.structures.tables import cell_text

RULE, SLID_RULE, TWICE_RULE = (
    "total_does_not_add_up",
    "total_row_has_slid",
    "figure_told_in_two_ways",
)
# The name for tables of figures that no table of the warehouse holds
TABLE_NAME = "tables"
# The greatest rounding error of a figure, in units of its last digit
ROUNDING = Decimal("0.5")
LEAST_WITNESSES = 2
# Two tables have the same subject if they share this many lines and this share of them agrees.
LEAST_SHARED, SHARE_AGREED = 5, 0.8


@dataclass(frozen=True, slots=True, order=True)
class _Cell:
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


def read_totals(document: Document) -> list[Finding]:
    """Recompute each printed total of each table, by row and by column.

    Where one cell explains several sums that fail, that cell is the finding. A total whose
    figures are right but in the wrong columns is one finding as well, and so is a total
    that another table of the paper prints differently.

    Returns:
        One finding for each disagreement, in printed order. Its place is the row of the figure,
        and where several figures may be at fault, the rows of all of them. `table_name` is left
        to the models, which know what table the rows went to.
    """
    tables = list(find_number_tables(document))
    findings: list[Finding] = []
    equations: list[_Equation] = []
    for number, table in enumerate(tables):
        slid, sums = _table_sums(number, table)
        findings += slid
        equations += sums
    equations += _repeated(tables)
    findings += [
        _finding(tables[cell.table], cell, fault)
        for cell, fault in sorted(_faults(equations, tables).items(), key=lambda each: each[0])
    ]
    return findings


def _table_sums(number: int, table: NumberTable) -> tuple[list[Finding], list[_Equation]]:
    """The misplaced totals of a table, and the parts of the others."""
    columns = list(zip(*table.figures, strict=True))
    total_rows = [row for row, label in enumerate(table.labels) if TOTAL.search(label)]
    margin = _margin(table)
    if margin is None and not total_rows:
        return [], []
    down = SumFinder(table.labels, table.figures, margin).find()
    across = SumFinder(table.headings, columns, total_rows[-1] if total_rows else None).find()
    slid = [one for one in down if slide(one, table.figures)]
    slid_rows = {one.total for one in slid}
    equations = [
        *_equations(number, table, down, is_column=False),
        *_equations(number, table, across, is_column=True),
    ]
    kept = [each for each in equations if not any(cell.row in slid_rows for cell in each.terms)]
    return [_slid(table, one) for one in slid], kept


def _margin(table: NumberTable) -> int | None:
    """The last column that is called a total."""
    named = [number for number, heading in enumerate(table.headings) if TOTAL.search(heading)]
    return named[-1] if named else None


def _equations(
    number: int, table: NumberTable, sums: Sequence[Sum], *, is_column: bool
) -> Iterator[_Equation]:
    """Each sum at each place; `is_column` if columns are summed."""
    lines = list(zip(*table.figures, strict=True)) if is_column else list(table.figures)
    for one in sums:
        for place, made in checked_sums(one, lines):
            printed = lines[one.total][place] or Decimal(0)
            parts = {
                _cell(number, part, place, is_column): sign
                for part, sign in one.parts
                if lines[part][place] is not None
            }
            gap = made - printed
            if table.is_rounded and abs(gap) <= _rounding(printed) * len(parts):
                gap = Decimal(0)
            total = _cell(number, one.total, place, is_column)
            yield _Equation(total, {**parts, total: -1}, gap)


def _cell(table: int, line: int, place: int, is_column: bool) -> _Cell:
    return _Cell(table, place, line) if is_column else _Cell(table, line, place)


def _rounding(printed: Decimal) -> Decimal:
    exponent = printed.as_tuple().exponent
    return ROUNDING.scaleb(exponent if isinstance(exponent, int) else 0)


def _repeated(tables: Sequence[NumberTable]) -> Iterator[_Equation]:
    """Lines that two tables of a paper share, whose totals should be the same."""
    margins = [_margin_cells(number, table) for number, table in enumerate(tables)]
    for (first, ones), (second, others) in combinations(enumerate(margins), 2):
        shared = [(cell, others[key]) for key, cell in ones.items() if key in others]
        pairs = [
            _Equation(
                other,
                {cell: 1, other: -1},
                _printed(tables[first], cell) - _printed(tables[second], other),
                TWICE_RULE,
            )
            for cell, other in shared
        ]
        agreed = sum(1 for pair in pairs if not pair.gap)
        if len(pairs) >= LEAST_SHARED and agreed >= SHARE_AGREED * len(pairs):
            yield from pairs


def _margin_cells(number: int, table: NumberTable) -> dict[tuple[str, int], _Cell]:
    """The cells of a table's total column by label and number of earlier uses of the label."""
    margin = _margin(table)
    cells: dict[tuple[str, int], _Cell] = {}
    seen: Counter[str] = Counter()
    for row, label in enumerate(table.labels):
        seen[label] += 1
        if margin is not None and label and table.figures[row][margin] is not None:
            cells[(label, seen[label])] = _Cell(number, row, margin)
    return cells


def _faults(equations: Sequence[_Equation], tables: Sequence[NumberTable]) -> dict[_Cell, _Fault]:
    """Cells that are wrong, the rule that they break, and what they should be.

    A cell is at fault if it explains two or more failing sums and is in no sum that holds; it
    then counts as corrected. If no such cell explains a failing sum, its total is at fault, and
    the parts that no sum confirms are suspects.
    """
    faults: dict[_Cell, _Fault] = {}
    suspect = _suspect(equations)
    while suspect:
        cell, error, rule = suspect
        faults[cell] = _Fault(rule, _printed(tables[cell.table], cell) - error)
        equations = [
            replace(each, gap=each.gap - error * each.terms.get(cell, 0)) for each in equations
        ]
        suspect = _suspect(equations)
    confirmed = {cell for each in equations if not each.gap for cell in each.terms}
    for each in equations:
        if each.gap:
            printed = _printed(tables[each.total.table], each.total)
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


def _printed(table: NumberTable, cell: _Cell) -> Decimal:
    return table.figures[cell.row][cell.column] or Decimal(0)


def _finding(table: NumberTable, cell: _Cell, fault: _Fault) -> Finding:
    """The finding at a cell; its place reaches over the rows of all suspects."""
    names = (table.title, table.labels[cell.row], table.headings[cell.column])
    passage = table.rows[cell.row].passage
    span = passage.span
    for row in sorted(suspect.row for suspect in fault.suspects):
        span = span.through(table.rows[row].passage.span)
    return Finding(
        rule=fault.rule,
        table_name=TABLE_NAME,
        subject=", ".join(name for name in names if name),
        expected=_as_printed(fault.expected),
        observed=_as_printed(_printed(table, cell)),
        locator=span.locator,
        quote=passage.quote(),
    )


def _as_printed(value: Decimal) -> str:
    return f"{value:,f}"


def _slid(table: NumberTable, one: Sum) -> Finding:
    row = table.rows[one.total]
    made = [added(one, table.figures, place) for place in range(len(table.headings))]
    parts = [
        any(table.figures[part][place] is not None for part, _ in one.parts)
        for place in range(len(table.headings))
    ]
    return Finding(
        rule=SLID_RULE,
        table_name=TABLE_NAME,
        subject=", ".join(name for name in (table.title, table.labels[one.total]) if name),
        expected=" | ".join(
            _as_printed(value) if has else "" for value, has in zip(made, parts, strict=True)
        ).strip(" |"),
        observed=" | ".join(cell_text(row, place) for place in range(len(table.headings))),
        locator=row.passage.span.locator,
        quote=row.passage.quote(),
    )
