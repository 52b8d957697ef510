"""Redraws the printed tables of figures from the rows that were read from them."""

from collections.abc import Iterable, Iterator

from pipelines.reports import wording
from pipelines.site.blocks import position
from pipelines.site.drawing import Drawing, Drawn, Key
from pipelines.site.published import Published, Row

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
    year = (row.period, row.as_of, row.dimension, row.dimension_value)
    return "leadership", row.paper_id, row.locator, *year, row.programme_code


def participation_key(row: Row) -> Key:
    """The key of the same cell as a row of programme_participation has it."""
    year = (row.period, row.as_of, row.dimension, row.dimension_value)
    return "participation", row.paper_id, row.locator, *year, row.programme_id


def budget_key(row: Row) -> Key:
    """The key of a cell of a budget table; `row` is a row of budget_lines."""
    return "budget", row.paper_id, row.table_no, row.row_no, row.column_no


def attendance_key(row: Row) -> Key:
    """The key of a mark or a name; `row` is a row of attendance or its evidence."""
    return "attendance", row.paper_id, row.locator, row.meeting_id, row.councillor_id


def membership_key(row: Row) -> Key:
    """The key of a seat; `row` is a row of board_memberships."""
    return "seat", row.paper_id, row.locator, row.board_id, row.meeting_year, row.councillor_id


def _leadership(published: Published) -> Iterator[Drawn]:
    rows = published.rows(LEADERSHIP)
    for (paper_id, dimension, period, as_of), found in _grouped(
        rows, "paper_id", "dimension", "period", "as_of"
    ):
        heading = wording.label(dimension)
        title = f"Leadership programmes by {heading.lower()}, {wording.period_name(period)}"
        drawing = Drawing(paper_id, f"leadership-{dimension}-{period}-{as_of}", title, heading)
        for row in _in_order(found):
            drawing.put(
                ((row.locator, row.dimension_value), wording.label(row.dimension_value)),
                (row.programme_code, row.programme_code),
                row,
                wording.count(row.councillors),
                leadership_key(row),
                participation_key(row),
            )
        yield from drawing.drawn()


def _budgets(published: Published) -> Iterator[Drawn]:
    rows = published.rows(BUDGETS)
    for (paper_id, table_no), found in _grouped(rows, "paper_id", "table_no"):
        title = f"{found[0].table_title or 'Budget'}, {found[0].financial_year or 'year not given'}"
        drawing = Drawing(paper_id, f"budget-{table_no}", title, "Line")
        for row in sorted(found, key=lambda row: (row.column_no, row.row_no)):
            line, column = (row.row_no, row.line or ""), (row.column_no, row.column_name or "")
            drawing.put(line, column, row, wording.pounds(row.amount_gbp), budget_key(row))
        yield from drawing.drawn()


def _grids(published: Published) -> Iterator[Drawn]:
    rows = [row for row in published.rows(ATTENDANCE) if row.evidence_kind == "grid"]
    for (paper_id, board_id, year), found in _grouped(rows, "paper_id", "board_id", "meeting_year"):
        title = f"Attendance of the {found[0].board_name}, {year}"
        drawing = Drawing(paper_id, f"grid-{board_id}-{year}", title, "Member")
        for row in sorted(found, key=lambda row: row.meeting_date):
            line = ((row.locator, row.councillor_id), row.councillor_name)
            column = (row.meeting_id, wording.short_day(row.meeting_date))
            drawing.put(line, column, row, wording.label(row.status), attendance_key(row))
        yield from drawing.drawn()


def _lists(published: Published) -> Iterator[Drawn]:
    rows = [row for row in published.rows(ATTENDANCE) if row.evidence_kind != "grid"]
    for (paper_id, meeting_id), found in _grouped(rows, "paper_id", "meeting_id"):
        title = f"{found[0].board_name}, {wording.day(found[0].meeting_date)}: who came"
        drawing = Drawing(paper_id, f"list-{meeting_id}", title, "Name")
        for row in _in_order(found):
            line, key = ((row.locator, row.councillor_id), row.councillor_name), attendance_key(row)
            drawing.put(line, (1, "Status"), row, wording.label(row.status), key)
            drawing.put(line, (2, "Capacity"), row, wording.label(row.capacity or ""))
            drawing.put(line, (3, "Council"), row, row.council_name or "")
        yield from drawing.drawn()


def _memberships(published: Published) -> Iterator[Drawn]:
    rows = [row for row in published.rows(MEMBERSHIPS) if not row.is_inferred]
    for (paper_id, board_id, year), found in _grouped(rows, "paper_id", "board_id", "meeting_year"):
        title = f"Members of the {found[0].board_name}, {year}"
        drawing = Drawing(paper_id, f"members-{board_id}-{year}", title, "Name")
        for row in _in_order(found):
            name = row.name or row.councillor_id
            line, key = ((row.locator, row.councillor_id), name), membership_key(row)
            drawing.put(line, (1, "Role"), row, wording.label(row.role or ""), key)
            drawing.put(line, (2, "Council"), row, row.council_name or "")
            drawing.put(line, (3, "Group"), row, row.political_group or "")
        yield from drawing.drawn()


def _grouped(rows: Iterable[Row], *keys: str) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(getattr(row, key) for key in keys), []).append(row)
    yield from groups.items()


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: position(row.locator))
