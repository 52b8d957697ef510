"""Meetings in a paper: its own, and those it notes, announces or lists in a grid."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time

from pipelines.documents import Block, Document, Passage
from pipelines.notation.dates import PrintedDate, find_date, find_dates, find_time
from pipelines.reference.registers import Registers
from pipelines.schema.records import MeetingStatement, PaperRecord
from pipelines.structures.attendance.grids import Grid
from pipelines.structures.heads.called_off import read_called_off
from pipelines.structures.heads.start_times import find_start
from pipelines.structures.heads.venues import VENUE, place_in, venue_in
from pipelines.structures.section_contents import SectionContents
from pipelines.structures.sections import Section

# Date of next meeting: Friday 3 March 2017, 2.00pm, Town Hall; as an item it has a number
NEXT_MEETING = re.compile(
    r"^(?:\d{1,3}[.)]?\s+)?"
    r"(?:date(?:,? time)?(?:,? and (?:time|venue|place))? of (?:the )?next meeting"
    r"|(?:the )?next meeting\b)",
    re.IGNORECASE,
)
# Minutes of the previous meeting - 3 March 2017
PREVIOUS_MEETING = re.compile(
    r"^(?>.*?\b(?:notes?|minutes)\b).*\b(?:last|previous|meeting)\b", re.IGNORECASE
)
# at the Town Hall, Quay Street, on Friday: text after the date of an announced meeting
ANNOUNCED_VENUE = re.compile(r"^[\s.,]*(?:(?:at|in)\s+)?", re.IGNORECASE)
# , at 2.00pm, in the Town Hall: a time between the date and the place
CLOCK_FIRST = re.compile(
    r"^[\s.,]*(?:(?:at|from|commencing(?: at)?|starting(?: at)?)\s+)?\d{1,2}(?:[.:]\d{2})?"
    r"(?:\s*(?:[ap]\.?m\b\.?|noon|hrs|hours))?(?=\s*,|\s+(?:at|in|on)\b)",
    re.IGNORECASE,
)
LEAD_IN = re.compile(r"\bmeeting of\b", re.IGNORECASE)
START_LINES = 6  # lines from a date on that are searched for the time of the meeting
VENUE_LINES = 3  # lines below a date, such as the time, that are searched for a venue
LONGEST_VENUE = 160
LABEL_COLUMNS = 2  # columns of a table such as Date, and the day
CLOCK_WORDS = 2  # words of a time such as 2.00 pm


def read_meetings(
    document: Document,
    registers: Registers,
    paper: PaperRecord,
    contents: Sequence[SectionContents],
    grids: Sequence[Grid],
) -> list[MeetingStatement]:
    """Read every statement that a meeting of the paper's boards is, was or will not be.

    Returns:
        Statements in printed order per kind.
    """
    found: list[MeetingStatement] = []
    if paper.board_id and paper.board_name:
        found += _own_meeting(document, paper, registers)
        found += _called_off(document, paper, registers)
        found += _grid_meetings(grids, paper)
    for each in contents:
        found += _section_meetings(each, paper)
    return found


def _statement(
    board: tuple[str, str],
    day: date,
    kind: str,
    passage: Passage,
    *,
    status: str = "announced",
    start_time: time | None = None,
    venue: str | None = None,
    meeting_type: str | None = None,
) -> MeetingStatement:
    return MeetingStatement(
        board_id=board[0],
        board_name=board[1],
        meeting_date=day,
        start_time=start_time,
        venue=venue,
        status=status,
        statement_kind=kind,
        locator=passage.span.locator,
        quote=passage.quote(),
        meeting_type=meeting_type,
    )


def _board(section: Section, paper: PaperRecord) -> tuple[str, str] | None:
    if section.board:
        return section.board.board_id, section.board.name
    if paper.board_id and paper.board_name:
        return paper.board_id, paper.board_name
    return None


def _own_meeting(
    document: Document, paper: PaperRecord, registers: Registers
) -> Iterator[MeetingStatement]:
    """The meeting for which the paper was made, as announced at its top."""
    if paper.kind == "minutes" or paper.meeting_date is None:
        return
    board = (str(paper.board_id), str(paper.board_name))
    blocks = [block for block in document.blocks if _is_head_block(block)]
    lines = [line for block in blocks for line in (block.lines if block.rows else [block.passage])]
    lines += document.furniture
    lines.sort(key=lambda line: (line.span.page or 1, line.span.first_line))
    for position, line in enumerate(lines):
        printed = next(
            (each for each in find_dates(line.text) if each.value == paper.meeting_date), None
        )
        if printed is None:
            continue
        is_announcement = bool(LEAD_IN.search(line.text))
        clock = find_start(lines[position : position + START_LINES], line, registers)
        yield _statement(
            board,
            paper.meeting_date,
            "own",
            line,
            start_time=clock,
            meeting_type=paper.meeting_type,
            venue=_announced_venue(line.text, printed)
            if is_announcement
            else _venue_below(lines, position),
        )
        if is_announcement:
            return


def _is_head_block(block: Block) -> bool:
    """Whether a block is no table, or one of labels and what they label."""
    return all(len(row.cells) <= LABEL_COLUMNS for row in block.rows)


def _venue_below(lines: Sequence[Passage], position: int) -> str | None:
    """The venue from one of the lines right below a date."""
    below = lines[position + 1 : position + 1 + VENUE_LINES]
    labelled = next(filter(None, (VENUE.match(line.text) for line in below)), None)
    return place_in(labelled["venue"]) if labelled else None


def _announced_venue(text: str, printed: PrintedDate) -> str | None:
    """The words after the date, without a time; else the place before the date."""
    after = CLOCK_FIRST.sub("", text[printed.end :])
    venue = place_in(ANNOUNCED_VENUE.sub("", after)).strip(" .,")
    if find_time(venue) and len(venue.split()) <= CLOCK_WORDS:
        venue = ""
    return venue if venue and len(venue) <= LONGEST_VENUE else venue_in(text)


def _called_off(
    document: Document, paper: PaperRecord, registers: Registers
) -> Iterator[MeetingStatement]:
    """Meetings that were called off, and the days to which they were moved."""
    board = (str(paper.board_id), str(paper.board_name))
    own_day = None if paper.kind == "minutes" else paper.meeting_date
    lines = [block.passage for block in document.blocks if not block.rows]
    for each in read_called_off(lines, own_day, board[1], registers):
        yield _statement(board, each.day, "note", each.passage, status=each.status)
        if each.new_day:
            yield _statement(board, each.new_day, "next", each.passage)


def _grid_meetings(grids: Sequence[Grid], paper: PaperRecord) -> Iterator[MeetingStatement]:
    board = (str(paper.board_id), str(paper.board_name))
    for grid in grids:
        marked = {mark.meeting_date for mark in grid.marks}
        for day in grid.dates:
            status = "held" if day in marked else "announced"
            yield _statement(board, day, "grid", grid.header, status=status)


def _section_meetings(contents: SectionContents, paper: PaperRecord) -> Iterator[MeetingStatement]:
    section = contents.section
    board = _board(section, paper)
    if board is None:
        return
    if section.kind != "pack" and section.meeting_date and section.head:
        yield _statement(
            board,
            section.meeting_date,
            "note",
            section.head,
            status="held",
            start_time=section.start_time,
            venue=section.venue,
            meeting_type=section.meeting_type,
        )
    yield from _next_meetings(section, board)
    for item in contents.items:
        title = item.title
        printed = find_date(title.text) if title and PREVIOUS_MEETING.search(title.text) else None
        if title and printed:
            yield _statement(
                board,
                printed.value,
                "previous",
                title,
                status="held",
            )


def _next_meetings(section: Section, board: tuple[str, str]) -> Iterator[MeetingStatement]:
    lines = [line for block in section.blocks for line in block.lines]
    for position, line in enumerate(lines):
        if not NEXT_MEETING.match(line.text):
            continue
        for candidate in lines[position : position + 2]:
            printed = find_date(candidate.text)
            if printed is None:
                continue
            venue = _next_venue(candidate.text[printed.end :])
            yield _statement(
                board,
                printed.value,
                "next",
                candidate,
                start_time=find_time(candidate.text[printed.end :]) or find_time(candidate.text),
                venue=venue,
            )
            break


def _next_venue(after: str) -> str | None:
    """The text of an announcement after the date, without the time."""
    parts = [part.strip(" .") for part in place_in(after).split(",")]
    kept = [part for part in parts if part and not (find_time(part) and len(part) <= 12)]
    venue = ", ".join(kept)
    return venue if venue and len(venue) <= LONGEST_VENUE else None
