"""Every passage of a paper in reading order, with its heading, meeting and item."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pipelines.documents import Document, Kind
from pipelines.notation.dates import find_date
from pipelines.reference.registers import Registers
from pipelines.schema.passage_record import PassageRecord
from pipelines.schema.records import AgendaItem, PaperRecord
from pipelines.structures.item_stretches import (
    AgendaEntry,
    Piece,
    Stretch,
    find_stretches,
    pieces_of,
)
from pipelines.structures.prose.statements import MARKED_HEADINGS, is_heading
from pipelines.structures.section_contents import SectionContents

TABLE_ROW = "table_row"
CELLS = json.JSONEncoder(ensure_ascii=False)
LONGEST_HEADING = 80  # characters of a heading that nothing marks
# A line that ends in one of these goes on below.
GOES_ON = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to")
)


def read_passages(
    document: Document,
    paper: PaperRecord,
    contents: Sequence[SectionContents],
    items: Sequence[AgendaItem],
    registers: Registers,
) -> list[PassageRecord]:
    """Read all words of a paper but page furniture.

    Args:
        document: The paper.
        paper: What it is.
        contents: Its sections, the pack first.
        items: The items of its agenda and its notes, in printed order.
        registers: The registers of words beside days.

    Returns:
        A record for each heading, paragraph and list item, and for each row of a table;
        `passage_no` counts from 1. `meeting_date` is None in the paper's own part if the paper
        gives no date.
    """
    pieces = pieces_of(document)
    agenda = [
        AgendaEntry(item.item_no, item.title, item.locator)
        for item in items
        if item.note_kind == "agenda"
    ]
    stretches = find_stretches(document, pieces, contents, agenda, registers)
    titles = {(item.meeting_date, item.item_no): item.title for item in items}
    headings = _headings(pieces, stretches, titles)
    found: list[PassageRecord] = []
    for piece, heading, stretch in zip(pieces, headings, stretches, strict=True):
        if not piece.passage.text:
            continue
        section = stretch.section
        board_id = section.board.board_id if section and section.board else paper.board_id
        found.append(
            PassageRecord(
                passage_no=len(found) + 1,
                page_no=piece.page_no,
                locator=piece.passage.span.locator,
                kind=TABLE_ROW if piece.row else piece.block.kind.value,
                heading=heading,
                board_id=board_id,
                meeting_date=section.meeting_date if section else paper.meeting_date,
                meeting_type=section.meeting_type if section else paper.meeting_type,
                item_no=stretch.item_no,
                text=piece.passage.text,
                block_no=piece.block_no,
                cells=CELLS.encode(piece.row.texts) if piece.row else None,
            )
        )
    return found


def _headings(
    pieces: Sequence[Piece],
    stretches: Sequence[Stretch],
    titles: Mapping[tuple[date | None, str], str],
) -> Iterator[str | None]:
    """The nearest heading above each piece; in a note, the title of its item is one too."""
    marked = sum(piece.block.kind is Kind.HEADING for piece in pieces) >= MARKED_HEADINGS
    nearest: str | None = None
    before: Stretch | None = None
    below = [*(piece.passage.text for piece in pieces[1:]), ""]
    for piece, stretch, following in zip(pieces, stretches, below, strict=True):
        yield nearest
        if stretch != before and stretch.section and stretch.item_no:
            place = (stretch.section.meeting_date, stretch.item_no)
            nearest = titles.get(place, nearest)
        elif piece.block.kind is Kind.HEADING or (not marked and _stands_alone(piece, following)):
            nearest = piece.passage.text or nearest
        before = stretch


def _stands_alone(piece: Piece, following: str) -> bool:
    """Whether a line looks like a heading, and is not the beginning of a sentence below."""
    text = piece.passage.text
    return (
        is_heading(piece.block)
        and len(text) <= LONGEST_HEADING
        and following[:1].isupper()
        and text.rsplit(" ", 1)[-1].lower() not in GOES_ON
        and find_date(text) is None
    )
