"""What a paper is: its kind, title, board and meeting."""

import re
from collections.abc import Iterator, Sequence

from pipelines.documents import Block, Document, Passage
from pipelines.notation.dates import find_date, find_time
from pipelines.reference.authorities.boards import BoardMatch
from pipelines.reference.registers import Registers
from pipelines.schema.records import BoardRecord, PageRecord, PaperRecord
from pipelines.structures.attendance.roll_labels import label_of
from pipelines.structures.date_lines import LONGEST_LINE, printed_lines
from pipelines.structures.heads.called_meetings import read_meeting_type
from pipelines.structures.heads.head_lines import head_texts
from pipelines.structures.heads.meeting_heads import UNNAMED, read_meeting_head, speaks_of_lga
from pipelines.structures.heads.paper_bodies import PaperBodies
from pipelines.structures.heads.paper_kinds import MINUTES_LINE, is_agenda, is_minutes
from pipelines.structures.minutes.listed_items import SYSTEM_HEAD
from pipelines.structures.minutes.notes import begins_business
from pipelines.structures.sections import Section

# There will be a meeting of the Harbour Board at 2.00pm / To: Members of the Harbour Board
ANNOUNCED_BOARD = re.compile(
    r"(?:\bmeeting of|^to:?\s++(?:all\s++)?members of)\s++(?:the\s++)?(?P<board>.{3,80}?)"
    r"(?=\s++(?:at|on|in|to be held|held|will)\b|[,.;:]|$)",
    re.IGNORECASE,
)
ANNEX = re.compile(r"\b(?:annex|appendix)\b", re.IGNORECASE)
# Agenda item 4, Agenda item, Items
ITEM_MARK = re.compile(r"^(?:agenda )?item \d|^agenda item$|^items$", re.IGNORECASE)
# Venue: The Quay, Contact: Ann Bee, Minutes: what a page says of a meeting, and heads without words
LABELLED = re.compile(
    r"^(?:venue|place|location|date|time|contact|enquiries)\s*:|^\w+\s*:$", re.IGNORECASE
)
# 2 Open Forum, 1.1 Apologies: the business begins
FIGURE_FIRST = re.compile(r"^\d")
HEAD_LINES = 40  # lines from the top that are searched for the kind of the paper
NAME_LINES = 8  # lines from the top that are searched for the word annex
LONGEST_AGENDA = 260  # characters: a summons in one sentence, with the hall's address
BOARD_PREFIX = 10  # characters allowed before a board's name, such as LGA
LETTERHEAD_BLOCKS = 12  # lines of a clerk's name, address and telephone
FEWEST_OWN_BLOCKS = 3  # a paper whose own part is shorter than this is the note that follows


def read_paper(
    document: Document, registers: Registers, sections: Sequence[Section], bodies: PaperBodies
) -> tuple[PaperRecord, BoardMatch | None]:
    """Read what the paper is, and of which board.

    A paper that opens with the head of a note is `minutes`; one with an agenda is an
    `agenda_pack`; an annex or appendix says so at its top; anything else is a `report`.
    `meeting_date` is None if the paper gives no date of its own.
    """
    lines = list(_head_lines(document))
    pack, *others = sections
    notes = [section for section in others if section.kind == "note"]
    is_note = bool(notes) and (
        len(pack.blocks) < FEWEST_OWN_BLOCKS
        or _is_letterhead(pack.blocks)
        or (_is_frame(pack.blocks) and is_minutes(document, registers))
    )
    head = read_meeting_head(document, registers)
    board = (notes[0].board if is_note else None) or _find_board(lines, registers)
    if board is None or (not is_note and head.board and not speaks_of_lga(document)):
        board = head.board
    kind = _kind(is_note, lines, pack.blocks, document.title, registers)
    day = notes[0].meeting_date if is_note else head.meeting_date
    if board is None and kind == "agenda_pack":
        board = UNNAMED
    if board:
        board = bodies.place(board)
    called = read_meeting_type(head_texts(document), day, board, registers)
    record = PaperRecord(
        media_type=document.media_type,
        kind=kind,
        title=document.title
        or (_minutes_title(lines) if is_note else None)
        or _title(_without_furniture(lines, document) or lines, registers),
        board_id=board.board_id if board else None,
        board_name=board.name if board else None,
        meeting_date=day,
        page_count=len(document.pages),
        source_url=document.source_url,
        meeting_type=notes[0].meeting_type if is_note else called,
    )
    return record, board


def read_boards(board: BoardMatch | None, sections: Sequence[Section]) -> list[BoardRecord]:
    """One record for the paper's board, and one for each other board of a section."""
    named = [board, *(section.board for section in sections)]
    return [
        BoardRecord(
            board_id=each.board_id,
            board_name=each.name,
            body_name=each.body_name,
            body_council_id=each.body_council_id,
            is_named=each.is_named,
        )
        for each in dict.fromkeys(filter(None, named))
    ]


def read_pages(document: Document) -> list[PageRecord]:
    """One record per page; a page without any character but white space is empty."""
    return [
        PageRecord(page_no=page.number, characters=count, method=page.method, is_empty=count == 0)
        for page in document.pages
        for count in (page.characters,)
    ]


def _head_lines(document: Document) -> Iterator[Passage]:
    """The first lines in printed order, running headers among them."""
    yield from (passage for passage in printed_lines(document)[:HEAD_LINES] if passage.text)


def _kind(
    is_note: bool,
    lines: list[Passage],
    own: tuple[Block, ...],
    title: str | None,
    registers: Registers,
) -> str:
    if is_note:
        return "minutes"
    if title and is_agenda(title):
        return "agenda_pack"
    if any(
        is_agenda(line.text) or SYSTEM_HEAD.match(line.text)
        for line in lines
        if len(line.text) <= LONGEST_AGENDA
    ):
        return "agenda_pack"
    if begins_business(own, registers):
        return "agenda_pack"
    names = (line.text for line in lines[:NAME_LINES] if not line.text.endswith("."))
    if any(ANNEX.search(text) for text in names):
        return "annex"
    return "report"


def _is_frame(blocks: Sequence[Block]) -> bool:
    """Whether blocks may be what a page prints around the minutes; they are no agenda."""
    return len(blocks) <= LETTERHEAD_BLOCKS and not any(
        block.rows or is_agenda(block.text) for block in blocks
    )


def _is_letterhead(blocks: Sequence[Block]) -> bool:
    """Whether a paper's own part is only the names and the address above its minutes."""
    return len(blocks) <= LETTERHEAD_BLOCKS and not any(
        block.rows
        or len(block.text) > LONGEST_LINE
        or find_date(block.text)
        or is_agenda(block.text)
        for block in blocks
    )


def _find_board(lines: list[Passage], registers: Registers) -> BoardMatch | None:
    """The board that the paper is of.

    The board in the announcement or the address at the top comes first, then the first line that
    is a board's title, then any registered board in a short line. The name of a body other than
    the association is a letterhead: its board, if any, is below it.
    """
    for line in lines:
        announced = ANNOUNCED_BOARD.search(line.text)
        board = registers.boards.resolve(announced["board"]) if announced else None
        if board:
            return board
    short = [line for line in lines if len(line.text) <= LONGEST_LINE]
    has_letterhead = False
    for line in short[:NAME_LINES]:
        if has_letterhead and (
            label_of(line.text, registers.roll_words) or FIGURE_FIRST.match(line.text)
        ):
            break
        named = registers.boards.find(line.text)
        board = named[0][2] if named else registers.boards.resolve(line.text)
        body = None if named else registers.bodies.resolve(line.text)
        is_letterhead = body not in (None, registers.bodies.association)
        if board and not is_letterhead:
            return board
        has_letterhead = has_letterhead or is_letterhead
    for line in () if has_letterhead else short:
        named = registers.boards.find(line.text)
        if named:
            return named[0][2]
    return None


def _minutes_title(lines: list[Passage]) -> str | None:
    """The line that gives the meeting of these minutes."""
    return next(
        (
            line.text
            for line in lines[:NAME_LINES]
            if MINUTES_LINE.match(line.text) and not LABELLED.match(line.text)
        ),
        None,
    )


def _without_furniture(lines: list[Passage], document: Document) -> list[Passage]:
    """The lines on only one page: a line that runs along all pages is not a title."""
    running = set(document.furniture)
    return [line for line in lines if line not in running]


def _title(lines: list[Passage], registers: Registers) -> str | None:
    """The first line that is more than a board, a date, a time or a page mark."""
    for line in lines[:NAME_LINES]:
        if SYSTEM_HEAD.match(line.text):
            break
        is_date = find_date(line.text) or find_time(line.text)
        named = registers.boards.find(line.text)
        is_board = bool(named) and len(line.text) <= len(named[0][2].name) + BOARD_PREFIX
        is_mark = ITEM_MARK.match(line.text) or LABELLED.match(line.text)
        if not (is_date or is_mark or is_board or label_of(line.text, registers.roll_words)):
            return line.text
    return lines[0].text if lines else None
