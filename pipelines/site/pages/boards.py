"""A page for each board and each meeting."""

from pipelines.reports.wording import numbered
from pipelines.site.addresses import board_page, meeting_page
from pipelines.site.published import Published, Row, group_by
from pipelines.site.sources import Sources
from pipelines.site.tables import attendance_key, membership_key
from pipelines.site.writer import Writer

PAGE = "boards.html"
BOARDS = """
select boards.* replace (coalesce(boards.body_name, 'Body not known') as body_name),
    successors.name as successor_name
from boards
left join boards as successors on boards.successor_board_id = successors.board_id
order by boards.body_name, boards.name, boards.board_id
"""
MEETINGS = """
select meetings.*, coverage.has_agenda, coverage.has_minutes, coverage.has_attendance
from meetings
left join coverage using (meeting_id)
order by meeting_date desc, meeting_id
"""
MEMBERS = """
select memberships.*, councillors.name
from board_memberships as memberships
left join councillors using (councillor_id)
order by meeting_year desc, role != 'chair', role = 'member', role, name, memberships.councillor_id
"""
AGENDA = "select * from agenda_items order by meeting_id, item_order, item_no, paper_id, locator"
PEOPLE = "select * from attendance order by meeting_id, status, councillor_name, councillor_id"
OFFICERS = "select * from officer_attendance order by meeting_id, name, paper_id, locator"
# Item 2 comes before item 10.
BY_ITEM = (
    "meeting_id, try_cast(regexp_extract(item_no, '^[0-9]+') as integer) nulls last, item_no, "
    "seq, paper_id, locator"
)
DECISIONS = f"select * from decisions order by {BY_ITEM}"
ACTIONS = f"select * from actions order by {BY_ITEM}"
PAPERS = """
select * from papers
where board_id is not null and meeting_date is not null
order by meeting_date desc, kind, paper_id
"""
STATUSES = ("present", "apologies", "absent", "not_recorded")


def write_boards(published: Published, sources: Sources, writer: Writer) -> None:
    """Write the list of boards, a page for each, and a page for each meeting."""
    boards = published.rows(BOARDS)
    meetings = published.rows(MEETINGS)
    by_board = group_by(meetings, "board_id")
    members = published.rows(MEMBERS)
    for row in members:
        row.link = sources.cell(membership_key(row)) or sources.words(row)
    seats = group_by(members, "board_id")
    counts = {
        board.board_id: (len(by_board.get(board.board_id, [])), len(seats.get(board.board_id, [])))
        for board in boards
    }
    decided = {
        (row.board_id, row.meeting_year)
        for row in published.rows(
            "select distinct board_id, meetings.meeting_year from decisions "
            "join meetings using (meeting_id)"
        )
    }
    attended = {
        (row.board_id, row.meeting_year)
        for row in published.rows("select distinct board_id, meeting_year from attendance_by_party")
    }
    writer.page(
        PAGE,
        "boards.html.j2",
        f"{numbered(len(boards), 'board', 'boards')}, "
        f"{numbered(len(meetings), 'meeting', 'meetings')}",
        bodies=group_by(boards, "body_name"),
        counts=counts,
    )
    for board in boards:
        held = by_board.get(board.board_id, [])
        earlier = [each for each in boards if each.successor_board_id == board.board_id]
        years = group_by(seats.get(board.board_id, []), "meeting_year")
        writer.page(
            board_page(board.board_id),
            "board.html.j2",
            f"{board.name}: {numbered(len(held), 'meeting', 'meetings')}",
            board=board,
            earlier=earlier,
            years=years,
            meetings=held,
            decided=sorted((y for b, y in decided if b == board.board_id), reverse=True),
            attended=sorted((y for b, y in attended if b == board.board_id), reverse=True),
        )
    _write_meetings(published, sources, writer, meetings)


def _write_meetings(
    published: Published, sources: Sources, writer: Writer, meetings: list[Row]
) -> None:
    agenda = published.by("meeting_id", AGENDA)
    people = published.by("meeting_id", PEOPLE)
    officers = published.by("meeting_id", OFFICERS)
    decisions = published.by("meeting_id", DECISIONS)
    actions = published.by("meeting_id", ACTIONS)
    papers = published.by("board_id", PAPERS)
    for rows in (agenda, officers, decisions, actions):
        for row in (row for found in rows.values() for row in found):
            row.link = sources.words(row)
    for row in (row for found in people.values() for row in found):
        row.link = sources.cell(attendance_key(row)) or sources.words(row)
    for meeting in meetings:
        came = people.get(meeting.meeting_id, [])
        writer.page(
            meeting_page(meeting.meeting_id),
            "meeting.html.j2",
            _title(meeting, came, decisions.get(meeting.meeting_id, [])),
            meeting=meeting,
            agenda=_once(agenda.get(meeting.meeting_id, [])),
            people={
                status: [row for row in came if row.status == status]
                for status in STATUSES
                if any(row.status == status for row in came)
            },
            marks=came,
            officers=officers.get(meeting.meeting_id, []),
            decisions=decisions.get(meeting.meeting_id, []),
            actions=actions.get(meeting.meeting_id, []),
            papers=[
                row
                for row in papers.get(meeting.board_id, [])
                if row.meeting_date == meeting.meeting_date
            ],
        )


def _once(items: list[Row]) -> list[Row]:
    """Each agenda item once, though several papers print the agenda."""
    return list({(row.item_no, row.title): row for row in reversed(items)}.values())[::-1]


def _title(meeting: Row, came: list[Row], decisions: list[Row]) -> str:
    kind = "" if meeting.meeting_type in (None, "ordinary") else f"{meeting.meeting_type} meeting, "
    day = f"{meeting.meeting_date.day} {meeting.meeting_date:%B %Y}"
    present = sum(row.status == "present" for row in came)
    said = [
        numbered(present, "member came", "members came") if present else "",
        numbered(len(decisions), "decision", "decisions") if decisions else "",
    ]
    known = ", ".join(filter(None, said)) or f"{meeting.status}, nothing recorded"
    return f"{meeting.board_name}, {kind}{day}: {known}"
