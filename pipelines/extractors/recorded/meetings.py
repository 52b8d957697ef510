"""What a paper is that holds a meeting as data, that meeting, and its agenda."""

from pipelines.documents import Document, RecordedMeeting
from pipelines.notation.dates import find_time
from pipelines.reference.authorities.boards import BoardMatch
from pipelines.reference.registers import Registers
from pipelines.schema.records import AgendaItem, Finding, MeetingStatement, PaperRecord

KIND = "register"


def read_recorded_paper(
    document: Document, record: RecordedMeeting, board: BoardMatch, meeting_type: str | None
) -> PaperRecord:
    """What the paper is: the register of its meeting."""
    return PaperRecord(
        media_type=document.media_type,
        kind=KIND,
        title=document.title,
        board_id=board.board_id,
        board_name=board.name,
        meeting_date=record.meeting_date,
        page_count=len(document.pages),
        source_url=document.source_url,
        meeting_type=meeting_type,
    )


def read_recorded_meeting(
    record: RecordedMeeting, board: BoardMatch, meeting_type: str | None, registers: Registers
) -> list[MeetingStatement | AgendaItem | Finding]:
    """Read the meeting, the items of its agenda, and a finding if its status is not known."""
    passage = record.status or record.head
    printed = record.status.text if record.status else ""
    status = registers.register_words.meeting_status(printed)
    found: list[MeetingStatement | AgendaItem | Finding] = [
        MeetingStatement(
            board_id=board.board_id,
            board_name=board.name,
            meeting_date=record.meeting_date,
            start_time=find_time(record.start_time),
            venue=record.venue or None,
            status=status or "announced",
            statement_kind="own",
            locator=passage.span.locator,
            quote=passage.quote(),
            meeting_type=meeting_type,
        )
    ]
    if status is None:
        found.append(
            Finding(
                rule="meeting_status_unknown",
                table_name="meetings",
                subject=f"{board.name}, {record.meeting_date}",
                expected=None,
                observed=printed,
                locator=passage.span.locator,
                quote=passage.quote(),
            )
        )
    for item in record.items:
        if item.number:
            found.append(
                AgendaItem(
                    board_id=board.board_id,
                    meeting_date=record.meeting_date,
                    item_no=item.number,
                    title=item.title.text,
                    first_page=None,
                    start_time=None,
                    note_kind="agenda",
                    is_inferred=False,
                    inference_rule=None,
                    locator=item.title.span.locator,
                    quote=item.title.quote(),
                    meeting_type=meeting_type,
                )
            )
    return found
