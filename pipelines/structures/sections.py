"""A paper as sections: the pack itself, the notes of meetings in it, reports of progress."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from pipelines.documents import Block, Document, Kind, Passage
from pipelines.notation.dates import find_date, find_time
from pipelines.reference.authorities.boards import BoardMatch
from pipelines.reference.registers import Registers
from pipelines.structures.heads.bodies import body_named
from pipelines.structures.heads.called_meetings import read_meeting_type
from pipelines.structures.heads.head_lines import head_texts
from pipelines.structures.heads.meeting_heads import fuller, read_meeting_head
from pipelines.structures.heads.paper_kinds import (
    MINUTES_LINE,
    is_minutes,
    is_no_record,
    weigh,
)
from pipelines.structures.heads.start_times import find_start
from pipelines.structures.heads.venues import place_in, venue_in

SectionKind = Literal["pack", "note", "progress"]

# Title: Harbour Board / Date and time: Friday 3 March 2017, 2.00pm / Venue: Town Hall
LABEL = re.compile(
    r"^(?P<label>title|committee|meeting|date(?: and time| & time)?|(?:start )?time|venue|place"
    r"|location)"
    r"\s*(?::|\s-\s)\s*(?P<value>\S.*)?$",
    re.IGNORECASE,
)
# Minutes of the meeting of the Harbour Board held at the Town Hall on 3 March 2017
MINUTES_HEAD = re.compile(
    r"^(?:draft\s+(?:\([^()]*\)\s+)?)?(?:minutes?|notes?)\b.{0,30}?\b(?:of|for)\b.*\b(?:held|on)\b",
    re.IGNORECASE,
)
# Minutes of the meeting held on 3 March 2017 were signed, Minutes of the last meeting held on 3
# March: a remark on minutes is not a head of minutes, nor is a mention of another meeting's
SENTENCE = re.compile(
    r"\b(?:was|were|are|is|be|been|having|(?:last|previous) meeting)\b", re.IGNORECASE
)
PROGRESS_HEAD = re.compile(
    r"\b(?:actions?|matters)\s+arising\b|\bprogress (?:on|against|with) actions\b"
    r"|\baction (?:log|tracker)\b",
    re.IGNORECASE,
)
LEAST_OF_TITLED = -4  # the least evidence for a record that a head with a title needs
FIRST_BLOCKS = 12  # a head among these is the paper's own
ROLL_BLOCKS = 25  # blocks from the head of minutes that are searched for the attendance
# Attendance, PRESENT: ..., Members present
ROLL = re.compile(r"^\W*+(?:attendance|(?:[\w ]{1,30}\s)?present|those attending)\b", re.IGNORECASE)
HEAD_BLOCKS = 8  # the greatest distance between labels of one head with values below them
START_BLOCKS = 2  # blocks below a head that may be the time of the meeting
LEAD_BLOCKS = 4  # the greatest distance of a heading above its head
LONGEST_TITLE = 120  # characters: a longer line is a sentence and not a heading
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a paper about one meeting.

    Attributes:
        kind: `pack` for the paper's own part, `note` for the note of a meeting, `progress` for
            the progress of a meeting's actions.
        board: The board named in the head; None if it names none.
        meeting_date: The date in the head; None if it gives none.
        head: The passage that gives the date, or the first of the section.
        lead: The blocks right above the head, outside the section before.
        blocks: Everything from the head on.
        meeting_type: The kind of meeting in the head; None if the head gives none.
    """

    kind: SectionKind
    board: BoardMatch | None
    meeting_date: date | None
    start_time: time | None
    venue: str | None
    head: Passage | None
    lead: tuple[Block, ...]
    blocks: tuple[Block, ...]
    meeting_type: str | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    position: int
    labels: dict[str, Passage]
    last: int
    is_labelled: bool = True


def labelled(block: Block) -> Iterator[tuple[str, Passage]]:
    """Label and value of a `Venue: Town Hall` line, or of a two-cell row that says the same."""
    if block.kind is Kind.TABLE:
        for row in block.rows:
            texts = [text for text in row.texts if text]
            if len(texts) == 2:
                yield from _split_label(row.passage, f"{texts[0].rstrip(':')}: {texts[1]}")
        return
    yield from _split_label(block.passage, block.text)


def split_sections(document: Document, registers: Registers) -> list[Section]:
    """The sections of a paper in printed order; the pack comes first and may hold no blocks."""
    blocks = document.blocks
    heads = [head for head in _find_heads(blocks) if not _is_stray(blocks, head, registers)]
    if len(heads) == 1 and _is_made_before(document, heads[0], registers):
        heads = []
    if not heads and is_minutes(document, registers):
        return _whole_paper(document, blocks, registers)
    first = _lead_start(blocks, heads[0]) if heads else len(blocks)
    pack = Section("pack", None, None, None, None, None, (), tuple(blocks[:first]))
    sections = [pack]
    for number, head in enumerate(heads):
        end = _lead_start(blocks, heads[number + 1]) if number + 1 < len(heads) else len(blocks)
        sections.append(_section(blocks, head, end, registers))
    return sections


def _is_made_before(document: Document, head: _Head, registers: Registers) -> bool:
    """Whether the labels at the top of a paper are above an agenda or a report.

    A note of a board has a title among its labels; more evidence is needed against it.
    """
    if head.position >= FIRST_BLOCKS or not head.is_labelled:
        return False
    return weigh(document, registers) < (LEAST_OF_TITLED if "title" in head.labels else 0)


def _whole_paper(
    document: Document, blocks: Sequence[Block], registers: Registers
) -> list[Section]:
    """The sections of a paper that is one meeting's minutes from its first line to its last."""
    head = read_meeting_head(document, registers)
    note = Section(
        kind="note",
        board=head.board,
        meeting_date=head.meeting_date,
        start_time=head.start_time,
        venue=head.venue,
        head=head.passage,
        lead=(),
        blocks=tuple(blocks),
        meeting_type=read_meeting_type(
            head_texts(document), head.meeting_date, head.board, registers
        ),
    )
    return [Section("pack", None, None, None, None, None, (), ()), note]


def _is_stray(blocks: Sequence[Block], head: _Head, registers: Registers) -> bool:
    """Whether a head is about minutes elsewhere: an item that confirms or notes them."""
    is_agenda = any(is_no_record(block.text) for block in blocks[: head.position])
    if head.is_labelled and is_agenda and "title" not in head.labels:
        # Agenda / Date: 3 March 2017 / Venue: Quay House: the head of the agenda itself
        return head.position < FIRST_BLOCKS and not _calls_minutes(blocks[: head.position])
    if head.is_labelled or (head.position < FIRST_BLOCKS and not is_agenda):
        return False
    following = blocks[head.position + 1 : head.position + 1 + ROLL_BLOCKS]
    return not any(ROLL.match(block.text) for block in following)


def _calls_minutes(blocks: Sequence[Block]) -> bool:
    return any(MINUTES_LINE.match(block.text) for block in blocks)


def _split_label(passage: Passage, text: str) -> Iterator[tuple[str, Passage]]:
    match = LABEL.match(text)
    if match is None or len(text) > 2 * LONGEST_TITLE:
        return
    value = match["value"] or ""
    start = passage.text.find(value) if value else len(passage.text)
    if start >= 0:
        label = match["label"].lower()
        yield "time" if label.endswith("start time") else label.split()[0], passage.part(start)


def _find_heads(blocks: Sequence[Block]) -> Iterator[_Head]:
    position = 0
    while position < len(blocks):
        head = _labelled_head(blocks, position) or _minutes_head(blocks, position)
        if head:
            yield head
            position = head.last + 1
        else:
            position += 1


def _labelled_head(blocks: Sequence[Block], position: int) -> _Head | None:
    """A head made of labels: a date, and a title or a venue beside it."""
    if not any(True for _ in labelled(blocks[position])):
        return None
    labels: dict[str, Passage] = {}
    last = position
    for number, block in enumerate(blocks[position : position + HEAD_BLOCKS], start=position):
        for label, value in labelled(block):
            below = None if value.text else _value_below(blocks, number)
            labels.setdefault(label, below or value)
            last = number + 1 if below else number
    has_date = "date" in labels and find_date(labels["date"].text)
    if has_date and labels.keys() & {"title", "committee", "meeting", "venue"}:
        return _Head(position, labels, last)
    return None


def _value_below(blocks: Sequence[Block], number: int) -> Passage | None:
    """The line below a label without a value; None if that line is a label too."""
    for block in blocks[number + 1 : number + 2]:
        is_value = block.kind is not Kind.TABLE and len(block.text) <= LONGEST_TITLE
        if is_value and not any(True for _ in labelled(block)):
            return block.passage
    return None


def _minutes_head(blocks: Sequence[Block], position: int) -> _Head | None:
    """A head made of one line: minutes of a body, held on a day."""
    passage = blocks[position].passage
    if len(passage.text) > 2 * LONGEST_TITLE or not MINUTES_HEAD.search(passage.text):
        return None
    if not find_date(passage.text) or re.match(r"^\d", passage.text):
        return None
    if SENTENCE.search(passage.text):
        return None
    return _Head(position, {"date": passage, "title": passage}, position, is_labelled=False)


def _lead_start(blocks: Sequence[Block], head: _Head) -> int:
    """The start of the headings of a head: short lines right above it."""
    start = head.position
    while (
        start > 0
        and head.position - start < LEAD_BLOCKS
        and blocks[start - 1].kind in (Kind.HEADING, Kind.PARAGRAPH)
        and len(blocks[start - 1].text) <= LONGEST_TITLE
        and not blocks[start - 1].text.endswith(".")
        and not re.match(r"^date of (?:the )?next", blocks[start - 1].text, re.IGNORECASE)
    ):
        start -= 1
    return start


def _section(blocks: Sequence[Block], head: _Head, end: int, registers: Registers) -> Section:
    lead = tuple(blocks[_lead_start(blocks, head) : head.position])
    printed = find_date(head.labels["date"].text)
    title = next(
        (head.labels[name] for name in ("title", "committee", "meeting") if name in head.labels),
        None,
    )
    board = _board_of(title.text, registers) if title else None
    board = board or _board_above(lead, registers)
    if board:
        board = fuller(board, [block.passage for block in lead], registers)
    heading = [*(block.text for block in lead), *(each.text for each in head.labels.values())]
    is_progress = any(PROGRESS_HEAD.search(block.text) for block in lead)
    clock = head.labels.get("time", head.labels["date"])
    opening = [block.passage for block in blocks[head.position : head.last + 1 + START_BLOCKS]]
    return Section(
        kind="progress" if is_progress else "note",
        board=board,
        meeting_date=printed.value if printed else None,
        start_time=find_time(clock.text) or find_start(opening, head.labels["date"], registers),
        venue=_venue(blocks, head),
        head=head.labels["date"],
        lead=lead,
        blocks=tuple(blocks[head.position : end]),
        meeting_type=read_meeting_type(
            (text for text in heading if text),
            printed.value if printed else None,
            board,
            registers,
        ),
    )


def _board_of(title: str, registers: Registers) -> BoardMatch | None:
    named = registers.boards.find(title)
    if named:
        return named[0][2]
    return registers.boards.resolve(title) or body_named(title, registers)


def _board_above(lead: Sequence[Block], registers: Registers) -> BoardMatch | None:
    """The board of a council in the lines above a head, the nearest first.

    Weir Borough Council / Licensing Sub-Committee / Minutes of the meeting held on 3 March 2017.
    A name that the register has may be another council's; then the whole paper decides.
    """
    if any(registers.boards.find(block.text) for block in lead):
        return None
    named = [body_named(block.text, registers, is_ours=False) for block in reversed(lead)]
    inner = (each for each in named if each and registers.bodies.resolve(each.name) is None)
    return next(inner, None)


def _venue(blocks: Sequence[Block], head: _Head) -> str | None:
    """The venue, with the next line if the address was cut before its postcode."""
    passage = head.labels.get("venue") or head.labels.get("place") or head.labels.get("location")
    if passage is None:
        return None if head.is_labelled else venue_in(head.labels["date"].text)
    following = blocks[head.last + 1 : head.last + 2]
    for block in following:
        is_tail = block.kind is Kind.PARAGRAPH and POSTCODE.search(block.text)
        if is_tail and not POSTCODE.search(passage.text) and len(block.text) <= LONGEST_TITLE:
            return f"{passage.text} {block.text}"
    return place_in(passage.text) or None
