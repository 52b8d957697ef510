"""Redraws the printed tables of figures from the rows that were read from them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipelines.reports import wording
from pipelines.site.addresses import slug
from pipelines.site.blocks import Cell, Line, Table, position
from pipelines.site.published import Published, Row

# What a cell is found by: the kind of table, the paper, and what the cell says.
Key = tuple[object, ...]

# Cells of one redrawn table, which take some 100 bytes each
MOST_CELLS = 4_000

LEADERSHIP = """
select paper_id, period, as_of, dimension, dimension_value, programme_id, programme_code,
    councillors, locator, quote
from leadership_stats
order by paper_id, dimension, period, as_of, locator, programme_code
"""
BUDGETS = """
select paper_id, table_no, table_title, financial_year, row_no, column_no, line, column_name,
    amount_gbp, locator, quote
from budget_lines
order by paper_id, table_no, row_no, column_no
"""
ATTENDANCE = """
select paper_id, evidence_kind, board_id, board_name, meeting_year, meeting_id, meeting_date,
    councillor_id, councillor_name, council_name, capacity, status, locator, quote
from attendance_evidence
order by paper_id, evidence_kind, board_id, meeting_date, locator, councillor_name
"""
MEMBERSHIPS = """
select memberships.*, councillors.name, boards.name as board_name
from board_memberships as memberships
left join councillors using (councillor_id)
left join boards using (board_id)
order by paper_id, board_id, meeting_year, locator, councillor_id
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A redrawn table of one paper, and the anchor of each of its cells.

    Attributes:
        cells: Anchors by what they show.
    """

    paper_id: str
    table: Table
    cells: dict[Key, str]


def redraw_tables(published: Published) -> dict[str, list[Drawn]]:
    """All redrawn tables by paper."""
    drawn: dict[str, list[Drawn]] = {}
    for table in (
        *_leadership(published),
        *_budgets(published),
        *_grids(published),
        *_lists(published),
        *_memberships(published),
    ):
        drawn.setdefault(table.paper_id, []).append(table)
    return drawn


def leadership_key(row: Row) -> Key:
    """The key of a cell of a leadership table; `row` is a row of leadership_stats."""
    return "leadership", row.paper_id, row.locator, row.dimension_value, row.programme_code


def budget_key(row: Row) -> Key:
    """The key of a cell of a budget table; `row` is a row of budget_lines."""
    return "budget", row.paper_id, row.table_no, row.row_no, row.column_no


def attendance_key(row: Row) -> Key:
    """The key of a mark or a name; `row` is a row of attendance or its evidence."""
    return "attendance", row.paper_id, row.locator, row.meeting_id, row.councillor_id


def membership_key(row: Row) -> Key:
    """The key of a seat; `row` is a row of board_memberships."""
    return "seat", row.paper_id, row.locator, row.board_id, row.meeting_year, row.councillor_id


class _Drawing:
    """Draws one table: cells are put by row and column, and get their anchors."""

    def __init__(self, paper_id: str, anchor: str, title: str, stub: str) -> None:
        self.paper_id, self.anchor, self.title, self.stub = paper_id, slug(anchor), title, stub
        self.columns: dict[object, str] = {}
        self.lines: dict[object, tuple[str, str, str]] = {}
        self.texts: dict[tuple[object, object], tuple[str, Key]] = {}

    def put(self, line: object, label: str, row: Row, column: object, head: str, text: str) -> None:
        self.columns.setdefault(column, head)
        self.lines.setdefault(line, (label, row.locator, row.quote))
        self.texts.setdefault((line, column), (text, row.key))

    def drawn(self) -> Iterator[Drawn]:
        """The table, in several if it has too many cells for one page."""
        columns = self._columns_as_printed()
        head = (self.stub, *(self.columns[column] for column in columns))
        ordered = sorted(self.lines.items(), key=lambda item: position(item[1][1]))
        most = max(1, MOST_CELLS // len(head))
        for start in range(0, len(ordered), most):
            anchor = f"{self.anchor}-from-{start + 1}" if start else self.anchor
            cells: dict[Key, str] = {}
            lines = []
            for row_no, (line, (label, locator, quote)) in enumerate(
                ordered[start : start + most], start=1
            ):
                shown = [Cell(label)]
                for column_no, column in enumerate(columns, start=1):
                    text, key = self.texts.get((line, column), ("", None))
                    place = None if key is None else f"{anchor}.{row_no}.{column_no}"
                    shown.append(Cell(text, place))
                    if key is not None and place is not None:
                        cells.setdefault(key, place)
                lines.append(Line(tuple(shown), locator, quote))
            yield Drawn(self.paper_id, Table(anchor, self.title, head, tuple(lines)), cells)

    def _columns_as_printed(self) -> list[object]:
        """The columns in the order of the first row whose words hold each of its figures once."""
        for line, (_, _, quote) in self.lines.items():
            texts = {column: self.texts.get((line, column), ("",))[0] for column in self.columns}
            words = quote.split()
            if all(words.count(text) == 1 for text in texts.values()):
                return sorted(self.columns, key=lambda column: words.index(texts[column]))
        return list(self.columns)


def _leadership(published: Published) -> Iterator[Drawn]:
    rows = published.rows(LEADERSHIP)
    for (paper_id, dimension, period, as_of), found in _grouped(
        rows, "paper_id", "dimension", "period", "as_of"
    ):
        heading = wording.label(dimension)
        title = f"Leadership programmes by {heading.lower()}, {wording.period_name(period)}"
        drawing = _Drawing(paper_id, f"leadership-{dimension}-{period}-{as_of}", title, heading)
        for row in _in_order(found):
            row.key = leadership_key(row)
            drawing.put(
                (row.locator, row.dimension_value),
                wording.label(row.dimension_value),
                row,
                row.programme_code,
                row.programme_code,
                wording.count(row.councillors),
            )
        yield from drawing.drawn()


def _budgets(published: Published) -> Iterator[Drawn]:
    rows = published.rows(BUDGETS)
    for (paper_id, table_no), found in _grouped(rows, "paper_id", "table_no"):
        title = f"{found[0].table_title or 'Budget'}, {found[0].financial_year or 'year not given'}"
        drawing = _Drawing(paper_id, f"budget-{table_no}", title, "Line")
        for row in sorted(found, key=lambda row: (row.column_no, row.row_no)):
            row.key = budget_key(row)
            text = wording.pounds(row.amount_gbp)
            drawing.put(row.row_no, row.line, row, row.column_no, row.column_name or "", text)
        yield from drawing.drawn()


def _grids(published: Published) -> Iterator[Drawn]:
    rows = [row for row in published.rows(ATTENDANCE) if row.evidence_kind == "grid"]
    for (paper_id, board_id, year), found in _grouped(rows, "paper_id", "board_id", "meeting_year"):
        title = f"Attendance of the {found[0].board_name}, {year}"
        drawing = _Drawing(paper_id, f"grid-{board_id}-{year}", title, "Member")
        for row in sorted(found, key=lambda row: row.meeting_date):
            row.key = attendance_key(row)
            head, text = wording.short_day(row.meeting_date), wording.label(row.status)
            line = (row.locator, row.councillor_id)
            drawing.put(line, row.councillor_name, row, row.meeting_id, head, text)
        yield from drawing.drawn()


def _lists(published: Published) -> Iterator[Drawn]:
    rows = [row for row in published.rows(ATTENDANCE) if row.evidence_kind != "grid"]
    for (paper_id, meeting_id), found in _grouped(rows, "paper_id", "meeting_id"):
        title = f"{found[0].board_name}, {wording.day(found[0].meeting_date)}: who came"
        drawing = _Drawing(paper_id, f"list-{meeting_id}", title, "Name")
        for row in _in_order(found):
            row.key = attendance_key(row)
            line = (row.locator, row.councillor_id)
            name = row.councillor_name
            drawing.put(line, name, row, 1, "Status", wording.label(row.status))
            row.key = (*row.key, "capacity")
            drawing.put(line, name, row, 2, "Capacity", wording.label(row.capacity or ""))
            row.key = (*row.key, "council")
            drawing.put(line, name, row, 3, "Council", row.council_name or "")
        yield from drawing.drawn()


def _memberships(published: Published) -> Iterator[Drawn]:
    rows = [row for row in published.rows(MEMBERSHIPS) if not row.is_inferred]
    for (paper_id, board_id, year), found in _grouped(rows, "paper_id", "board_id", "meeting_year"):
        title = f"Members of the {found[0].board_name}, {year}"
        drawing = _Drawing(paper_id, f"members-{board_id}-{year}", title, "Name")
        for row in _in_order(found):
            row.key = membership_key(row)
            line = (row.locator, row.councillor_id)
            name = row.name or row.councillor_id
            drawing.put(line, name, row, 1, "Role", wording.label(row.role or ""))
            row.key = (*row.key, "council")
            drawing.put(line, name, row, 2, "Council", row.council_name or "")
            row.key = (*row.key, "group")
            drawing.put(line, name, row, 3, "Group", row.political_group or "")
        yield from drawing.drawn()


def _grouped(rows: Iterable[Row], *keys: str) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(getattr(row, key) for key in keys), []).append(row)
    yield from groups.items()


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: position(row.locator))
