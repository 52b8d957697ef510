"""Attendance: by board, year, group and region, and the grid of each board's year."""

from pipelines.site.addresses import attendance_page
from pipelines.site.headlines import Headline
from pipelines.site.published import Published, Row, group_by
from pipelines.site.sources import Sources
from pipelines.site.tables import attendance_key
from pipelines.site.writer import Writer

REPORT = "Attendance"
PAGE = "attendance.html"
# A title gives no percentage of fewer expected seats.
FEWEST_SEATS = 10
# Boards and years on one page
MOST_ROWS = 800
COUNTED = ("expected", "present", "apologies", "absent", "substitutes_present")
BY_GROUP = """
select * from attendance_by_party
order by meeting_year desc, board_name, board_id, political_group nulls last
"""
BY_REGION = """
select * from attendance_by_region
order by meeting_year desc, board_name, board_id, region
"""
BY_MEMBER = """
select * from attendance_by_member
order by meeting_year desc, board_name, board_id, councillor_name
"""
MARKS = """
select * from attendance order by board_id, meeting_year, councillor_name, councillor_id, meeting_id
"""
MEETINGS = """
select * from meetings where status = 'held' order by meeting_date, meeting_id
"""


def write_attendance(published: Published, sources: Sources, writer: Writer) -> Headline | None:
    """Write the pages of attendance.

    Returns:
        The finding of the newest year with enough seats; None if no attendance was read.
    """
    groups = published.rows(BY_GROUP)
    years = _sums(groups, "board_id", "meeting_year")
    title = _title(years)
    writer.listing(
        PAGE,
        "attendance.html.j2",
        title or "No paper says who came to the meetings",
        years,
        MOST_ROWS,
        groups=_sums(groups, "meeting_year", "political_group"),
        regions=_sums(published.rows(BY_REGION), "meeting_year", "region"),
    )
    members = group_by(published.rows(BY_MEMBER), "board_id")
    meetings = group_by(published.rows(MEETINGS), "board_id")
    marks = group_by(published.rows(MARKS), "board_id")
    for row in years:
        year_marks = _in_year(marks.get(row.board_id, []), row.meeting_year)
        for mark in year_marks:
            mark.link = sources.cell(attendance_key(mark)) or sources.words(mark)
        writer.page(
            attendance_page(row.board_id, row.meeting_year),
            "attendance_year.html.j2",
            f"{row.board_name}, {row.meeting_year}: {_sentence(row)}",
            year=row,
            groups=_in_year(
                [each for each in groups if each.board_id == row.board_id], row.meeting_year
            ),
            members=_in_year(members.get(row.board_id, []), row.meeting_year),
            meetings=_in_year(meetings.get(row.board_id, []), row.meeting_year),
            marks=year_marks,
            people=group_by(year_marks, "councillor_id"),
        )
    return Headline(REPORT, title, PAGE) if title else None


def _in_year(rows: list[Row], year: str) -> list[Row]:
    return [row for row in rows if row.meeting_year == year]


def _sums(rows: list[Row], *keys: str) -> list[Row]:
    """The seats of all rows that share some columns, in the order of the rows."""
    sums: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(getattr(row, name) for name in keys)
        if key not in sums:
            sums[key] = Row(**{**vars(row), **dict.fromkeys(COUNTED, 0)})
        for name in COUNTED:
            setattr(sums[key], name, getattr(sums[key], name) + (getattr(row, name) or 0))
    return list(sums.values())


def _title(years: list[Row]) -> str | None:
    enough = [row for row in years if row.expected >= FEWEST_SEATS]
    newest = enough or [row for row in years if row.expected]
    if not newest:
        return None
    return f"{newest[0].board_name}, {newest[0].meeting_year}: {_sentence(newest[0])}"


def _sentence(row: Row) -> str:
    if not row.expected:
        return "no seat was expected to be filled"
    said = f"members filled {row.present:,} of {row.expected:,} seats at meetings"
    if row.expected < FEWEST_SEATS:
        return said
    return f"{said} ({row.present / row.expected:.0%})"
