"""Attendance: by board, year, group and region, and the grid of each board's year."""

from pipelines.site.addresses import attendance_page
from pipelines.site.pages.headlines import Headline
from pipelines.site.published import Published, Row, group_by
from pipelines.site.sources import Sources
from pipelines.site.tables import attendance_key
from pipelines.site.writer import Writer

REPORT = "Attendance"
PAGE = "attendance.html"
# A rate of fewer expected seats is shown with its n, and never in a title.
FEWEST_SEATS = 10
BY_GROUP = """
select * from attendance_by_party
order by meeting_year desc, board_name, board_id, political_group
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
select * from attendance order by board_id, meeting_year, councillor_name, meeting_date
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
    regions = published.rows(BY_REGION)
    years = _years(groups)
    title = _title(years)
    writer.page(
        PAGE,
        "attendance.html.j2",
        title or "No paper says who came to the meetings",
        years=years,
        groups=[row for row in groups if row.political_group],
        regions=[row for row in regions if row.region],
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
            people=group_by(year_marks, "councillor_id"),
        )
    return Headline(REPORT, title, PAGE) if title else None


def _in_year(rows: list[Row], year: str) -> list[Row]:
    return [row for row in rows if row.meeting_year == year]


def _years(groups: list[Row]) -> list[Row]:
    """The seats of each board and year over all groups, newest first."""
    years: dict[tuple[str, str], Row] = {}
    for row in groups:
        key = (row.board_id, row.meeting_year)
        year = years.setdefault(
            key,
            Row(
                board_id=row.board_id,
                board_name=row.board_name,
                meeting_year=row.meeting_year,
                expected=0,
                present=0,
                apologies=0,
                absent=0,
                substitutes_present=0,
            ),
        )
        for name in ("expected", "present", "apologies", "absent", "substitutes_present"):
            setattr(year, name, getattr(year, name) + (getattr(row, name) or 0))
    for year in years.values():
        year.attendance_rate = year.present / year.expected if year.expected else None
    return list(years.values())


def _title(years: list[Row]) -> str | None:
    enough = [row for row in years if row.expected >= FEWEST_SEATS]
    newest = enough or [row for row in years if row.expected]
    if not newest:
        return None
    return f"{newest[0].board_name}, {newest[0].meeting_year}: {_sentence(newest[0])}"


def _sentence(row: Row) -> str:
    if not row.expected:
        return "no seat was expected to be filled"
    return (
        f"members filled {row.present:,} of {row.expected:,} seats at meetings "
        f"({row.attendance_rate:.0%})"
    )
