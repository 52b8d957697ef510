"""Minutes of a body whose paper has no labelled head: the paper as a whole is one meeting's."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from pipelines.documents import Document, Passage, Span
from pipelines.notation.dates import PrintedDate, find_date
from pipelines.reference.authorities.boards import BODY_WORDS, BoardMatch
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import name_key, slug
from pipelines.structures.attendance.roll_labels import label_of
from pipelines.structures.heads.bodies import body_named
from pipelines.structures.heads.head_lines import HEAD_LINES, head_lines, opening
from pipelines.structures.heads.meeting_days import (
    LONGEST_LINE,
    DayCandidate,
    choose_day,
    read_days,
)
from pipelines.structures.heads.paper_kinds import is_minutes
from pipelines.structures.heads.start_times import find_start
from pipelines.structures.heads.venues import find_venue
from pipelines.structures.once import once

# Weir Parish Council, Mere and Lea Town Council; and with only the kind, Parish Council
COUNCIL_NAME = re.compile(
    r"\b(?:(?:[A-Z][a-z’'-]+\s(?:(?:and|with|on|in|the|upon)\s)?){0,4}(?:Parish|Town|Community"
    r"|County|District|Borough|City|Village)\s)?"
    r"(?:Council|Annual Parish Meeting|Annual Meeting of the Parish)\b"
)
# Facts of minutes without a printed body are kept all the same, with a finding.
UNNAMED = BoardMatch("unnamed-body", "Unnamed body", is_registered=False, is_named=False)
LGA = re.compile(
    r"\bLGA\b|\bLG Group\b|\bLocal Government (?:Association|Group)\b|\bLGI&?D\b|\bIDeA\b"
)
LABEL_COLUMNS = 2  # columns of a table of labels, such as Date and Venue
TITLE_LINES = 12
ONE_WORD_BODIES = ("cabinet", "executive", "council")
SHORT_NAMES = ("parish council", "town council")
# Lines below a body's name, such as its address, that are searched for its board
LETTERHEAD_LINES = 6


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """Facts about the meeting from the top of a paper."""

    board: BoardMatch | None
    printed: PrintedDate | None
    start_time: time | None
    venue: str | None
    passage: Passage | None

    @property
    def meeting_date(self) -> date | None:
        """The day of the meeting."""
        return self.printed.value if self.printed else None


@once
def read_meeting_head(document: Document, registers: Registers) -> MeetingHead:
    """The body, day, time and place that the top of a paper names."""
    openings = (opening(line) for line in head_lines(document))
    lines = [line for line in openings if len(line.text) <= LONGEST_LINE]
    title = _title_passage(document)
    day = choose_day(head_days(document, registers))
    passage = day.passage if day else None
    clock = find_start(lines[:TITLE_LINES], passage, registers) if passage else None
    board = _board(lines, title, passage, registers, is_ours=speaks_of_lga(document))
    return MeetingHead(
        board=_as_elsewhere(board, document, registers) or _named_anywhere(document, registers),
        printed=day.printed if day else None,
        start_time=clock,
        venue=find_venue(lines),
        passage=passage if passage != title else (lines[0] if lines else None),
    )


def head_days(document: Document, registers: Registers) -> list[DayCandidate]:
    """Every day in the head of a paper, with what speaks for it and against it."""
    inside = _inside_tables(document)
    lines = [opening(line) for line in head_lines(document) if line not in inside]
    short = [line for line in lines if len(line.text) <= LONGEST_LINE]
    return read_days(short, _title_passage(document), registers)


@once
def speaks_of_lga(document: Document) -> bool:
    """Whether a paper names the association whose boards the register holds."""
    return any(LGA.search(line) for page in document.pages for line in page.lines)


def _board(
    lines: Sequence[Passage],
    title: Passage | None,
    dated: Passage | None,
    registers: Registers,
    *,
    is_ours: bool,
) -> BoardMatch | None:
    """The body of the dated line or of the page's title, else of the first line that names one."""
    for line in (dated, title, *lines[:TITLE_LINES]):
        if line is None:
            continue
        board = body_named(line.text, registers, is_ours=is_ours)
        board = board or _lone_word(line, lines, registers)
        if board:
            below = _below_letterhead(line, lines, registers)
            return below or fuller(board, lines, registers)
    return None


def _lone_word(line: Passage, lines: Sequence[Passage], registers: Registers) -> BoardMatch | None:
    """A body named by one word on its own line, above its day or the name of its council."""
    text = line.text.strip(" .*#")
    if text.casefold() not in ONE_WORD_BODIES or line not in lines:
        return None
    below = [each.text for each in lines[lines.index(line) + 1 :][:1]]
    is_framed = any(find_date(each) or registers.bodies.resolve(each) for each in below)
    return BoardMatch(slug(text), text.capitalize(), is_registered=False) if is_framed else None


def _below_letterhead(
    line: Passage, lines: Sequence[Passage], registers: Registers
) -> BoardMatch | None:
    """The board right below a line with the name of its body; None if there is none."""
    if registers.bodies.resolve(line.text) is None or line not in lines:
        return None
    first = lines.index(line) + 1
    for below in lines[first : first + LETTERHEAD_LINES]:
        text = below.text.strip(" .*#")
        if find_date(text) or label_of(text, registers.roll_words):
            return None
        if text.casefold() in BODY_WORDS - {"council"}:
            return BoardMatch(slug(text), text.capitalize(), is_registered=False)
        board = body_named(text, registers, is_ours=False)
        if board and not _is_whole_body(board, registers):
            return board
    return None


def _is_whole_body(board: BoardMatch, registers: Registers) -> bool:
    """Whether a board is its body itself, by name or by a term such as Full Council."""
    bodies = registers.bodies
    return bodies.is_plain(board.name) or bodies.resolve(board.name) is not None


def _named_anywhere(document: Document, registers: Registers) -> BoardMatch | None:
    """The council that a paper names most, if its head names no body; minutes always have a body.

    A sentence may be about another council. So a name counts only if it fills the line, apart from
    the usual words before and after a body. A term for any parish's council means this one.
    """
    names = Counter(
        name
        for line, name in _council_names(document)
        if registers.bodies.is_plain(name) or _is_head_of(line, name, registers)
    )
    name = max(sorted(names), key=lambda each: names[each], default=None)
    named = body_named(name, registers, is_ours=False) if name else None
    return named or (UNNAMED if is_minutes(document, registers) else None)


@once
def _council_names(document: Document) -> tuple[tuple[str, str], ...]:
    """Each name of a council in a paper, with its line."""
    return tuple(
        (line, match[0])
        for page in document.pages
        for line in page.lines
        for match in COUNCIL_NAME.finditer(line)
    )


def _is_head_of(line: str, name: str, registers: Registers) -> bool:
    named = body_named(line, registers, is_ours=False)
    own = body_named(name, registers, is_ours=False)
    return named is not None and named == own


def _as_elsewhere(
    board: BoardMatch | None, document: Document, registers: Registers
) -> BoardMatch | None:
    """The board; a council's name that a space has damaged as another line of the paper has it."""
    body = registers.bodies.resolve(board.name) if board else None
    if board is None or body is None or body.council_id:
        return board
    letters = _letters(board.name)
    names = {name for _, name in _council_names(document) if _letters(name) == letters}
    is_sound = board.name in names or len(names) != 1
    mended = None if is_sound else body_named(names.pop(), registers, is_ours=False)
    return mended or board


def _letters(name: str) -> str:
    return name_key(name).replace(" ", "")


def fuller(board: BoardMatch, lines: Sequence[Passage], registers: Registers) -> BoardMatch:
    """The longer name of the same body elsewhere in the head: Weir Parish Council."""
    for line in lines[:TITLE_LINES]:
        other = body_named(line.text, registers)
        if other and other.name.casefold().endswith(f" {board.name.casefold()}"):
            is_short = " " not in board.name or board.name.casefold() in SHORT_NAMES
            return other if is_short else board
    return board


def _title_passage(document: Document) -> Passage | None:
    return Passage(document.title, "", Span(1, 1)) if document.title else None


def _inside_tables(document: Document) -> set[Passage]:
    """The cells of tables that are wider than labels with what they label."""
    return {
        line
        for block in document.blocks[:HEAD_LINES]
        if any(len(row.cells) > LABEL_COLUMNS for row in block.rows)
        for line in block.lines
    }
