"""The items of a meeting's note: their numbers, titles, decisions and actions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pipelines.documents import Block, Kind, Passage, Row
from pipelines.printed.dates import find_date
from pipelines.printed.sentences import sentences
from pipelines.reference.registers import Registers
from pipelines.structures.note_patterns import (
    ACTION_HEADING,
    DECISION_HEADING,
    FILE_SIZE,
    FIRST_TITLE,
    ITEM_NUMBER,
    LEAD_IN,
    LONE_NUMBER,
    LONE_PART,
    MINUTE_NUMBERED,
    NOTE_END,
    NUMBERED,
    RUN_ON,
    SYSTEM_HEADING,
    TELLING,
)
from pipelines.structures.sections import Section

# Ann Bee, Cee Dee and Eff Gee / Ann Bee/Cee Dee
OWNER_BREAK = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")
# Officers to mend the pier. (Ann Bee) / Mend the pier (Action: Cee Dee)
NAMED_OWNER = re.compile(
    r"\((?:(?:action|owner|lead)\s*:?\s+)?(?P<name>[^()]{3,80})\)\s*\.?$", re.IGNORECASE
)
LONGEST_TITLE = 160  # characters: a longer numbered line is a paragraph of the discussion
LONGEST_OWNER = 80  # characters: more names than fit here are prose
FEWEST_ITEMS = 2  # one numbered line may be anything
FEWEST_LETTERS = 4  # of a line in capitals; fewer are initials or a year
SHARE_SHOUTED = 0.8  # of its letters: a small word or a name may stand among them
LONGEST_NUMBER = 3  # digits of a number without a heading; four are a year
LARGEST_STEP = 3  # numbers that may be lost between two items of a damaged note


class Column(StrEnum):
    """Where a line of a note stands in its table; a line outside a table stands in the body."""

    NUMBER = "number"
    BODY = "body"
    OWNER = "owner"


class Mode(StrEnum):
    """What the lines below a heading are."""

    DISCUSSION = "discussion"
    DECISION = "decision"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of a note, and the row of its table (0 outside a table)."""

    passage: Passage
    column: Column
    is_heading: bool
    row: int


@dataclass(slots=True)
class NoteAction:
    """One action and who is to act."""

    passages: list[Passage]
    owners: list[str] = field(default_factory=list)
    row: int = 0


@dataclass(slots=True)
class NoteItem:
    """One item of a note, as gathered line by line.

    `decisions` and `spoken` hold runs of passages that make one decision; `spoken` are sentences
    of the discussion that tell a decision, for items without a heading for it.
    """

    item_no: str | None
    title: Passage | None
    decisions: list[list[Passage]] = field(default_factory=list)
    spoken: list[list[Passage]] = field(default_factory=list)
    actions: list[NoteAction] = field(default_factory=list)

    @property
    def decided(self) -> list[list[Passage]]:
        """Decisions under a heading; where the item has none, those that its sentences tell."""
        return self.decisions or self.spoken


def read_items(section: Section, registers: Registers) -> list[NoteItem]:
    """The items of a note in printed order; empty where the section is no note."""
    return read_numbered(section.blocks, registers) if section.kind == "note" else []


def read_numbered(blocks: Sequence[Block], registers: Registers) -> list[NoteItem]:
    """The items of some business; where none has a number, those under headings, unnumbered."""
    reader = _NoteReader(registers)
    for line in _lines(blocks):
        if reader.has_items and NOTE_END.match(line.passage.text):
            break
        reader.read(line)
    if len(reader.items) >= FEWEST_ITEMS:
        return reader.items
    loose = _NoteReader(registers)
    for line in _lines(blocks):
        loose.read_run_on(line)
    if len(loose.items) > max(FEWEST_ITEMS, len(reader.items)):
        return loose.items
    if reader.has_items:
        return reader.items
    reader = _NoteReader(registers)
    for line in _lines(blocks):
        if reader.has_items and NOTE_END.match(line.passage.text):
            break
        reader.read_unnumbered(line)
    return reader.items


def _lines(blocks: Sequence[Block]) -> Iterator[NoteLine]:
    row_number = 0
    for block in blocks:
        if block.kind is not Kind.TABLE:
            yield NoteLine(block.passage, Column.BODY, block.kind is Kind.HEADING, 0)
            continue
        for row in block.rows:
            row_number += 1
            yield from _row_lines(row, row_number)


def _row_lines(row: Row, row_number: int) -> Iterator[NoteLine]:
    first = row.cells[0].text if row.cells else ""
    has_number_column = bool(len(row.cells) >= 2 and (not first or ITEM_NUMBER.match(first)))
    if not has_number_column:
        return
    for column, cell in enumerate(row.cells):
        kind = (Column.NUMBER, Column.BODY, Column.OWNER)[min(column, 2)]
        for passage in cell.paragraphs:
            yield NoteLine(passage, kind, False, row_number)


class _NoteReader:
    """Reads a note line by line; an item begins at a number that follows the one before."""

    def __init__(self, registers: Registers) -> None:
        self.items: list[NoteItem] = []
        self._registers = registers
        self._mode = Mode.DISCUSSION
        self._row = 0
        self._lead_in: list[Passage] | None = None
        self._awaits_title = False

    @property
    def has_items(self) -> bool:
        return bool(self.items)

    def read(self, line: NoteLine) -> None:
        if line.row != self._row:
            self._row = line.row
            self._lead_in = None
        if line.column is Column.NUMBER:
            self._open_numbered_cell(line)
        elif (
            self._awaits_title
            and line.column is Column.BODY
            and not LONE_PART.match(line.passage.text)
        ):
            self.items[-1].title = _without_size(line.passage)
            self._awaits_title = False
        elif line.column is Column.OWNER:
            self._read_owner_cell(line)
        elif not self._open_lone_number(line) and not self._open_numbered_line(line) and self.items:
            self._read_body(line)

    def _open_numbered_cell(self, line: NoteLine) -> None:
        number = ITEM_NUMBER.match(line.passage.text)
        if number:
            self._open(number["number"], None)
            self._awaits_title = True

    def _open_lone_number(self, line: NoteLine) -> bool:
        """A number on a line of its own; the title stands on the next."""
        number = LONE_NUMBER.match(line.passage.text)
        if number is None:
            return False
        if self._awaits_title or not self._follows(number["number"], False, True):
            return bool(self._awaits_title)
        self._open(number["number"], None)
        self._awaits_title = True
        return True

    def _open_numbered_line(self, line: NoteLine) -> bool:
        text = line.passage.text
        if len(text) > LONGEST_TITLE or _is_dated(text):
            return False
        match = MINUTE_NUMBERED.match(text)
        is_marked = line.is_heading or is_shouted(text)
        if match is None:
            match = NUMBERED.match(text)
            if match is None or text.endswith(".") > is_marked:
                return False
            is_first = bool(FIRST_TITLE.match(match["title"]))
            if not self._follows(match["number"], is_marked, is_first):
                return False
        title = _without_size(line.passage.part(match.start("title")))
        self._open(match["number"], title)
        return True

    def _follows(self, number: str, is_marked: bool, is_first: bool) -> bool:
        previous = self.items[-1].item_no if self.items else None
        if "/" in number:
            return number != previous
        current = int(re.sub(r"\D", "", number))
        if len(number) > LONGEST_NUMBER and not is_marked:
            return False
        if previous is None and (is_marked or is_first):
            return True  # minutes that are counted through the year begin anywhere
        if previous is not None and "/" in previous:
            return False  # what is numbered plainly below such minutes is a list in them
        before = int(re.sub(r"\D", "", previous.split(".")[0])) if previous else 0
        return 0 <= current - before <= LARGEST_STEP and number != previous

    def read_run_on(self, line: NoteLine) -> None:
        """Read a line of minutes whose titles end in a stop before the text."""
        match = RUN_ON.match(line.passage.text)
        if match and int(match["number"]) == len(self.items) + 1:
            self._open(match["number"], line.passage.part(*match.span("title")))
        elif self.items:
            self._read_body(line)

    def read_unnumbered(self, line: NoteLine) -> None:
        """Read a line of minutes whose items have headings and no numbers."""
        text = line.passage.text
        is_title = line.is_heading or (is_shouted(text) and len(text) <= LONGEST_TITLE)
        is_part = DECISION_HEADING.match(text) or ACTION_HEADING.match(text)
        if is_title and not is_part and (self.items or FIRST_TITLE.match(text)):
            self._open(None, _without_size(line.passage))
        elif self.items:
            self._read_body(line)

    def _open(self, number: str | None, title: Passage | None) -> None:
        self.items.append(NoteItem(number, title))
        self._mode = Mode.DISCUSSION
        self._lead_in = None

    def _read_body(self, line: NoteLine) -> None:
        text = line.passage.text
        if DECISION_HEADING.match(text):
            self._turn_to(Mode.DECISION)
        elif ACTION_HEADING.match(text):
            self._turn_to(Mode.ACTION)
        elif line.is_heading or SYSTEM_HEADING.match(text):
            self._turn_to(Mode.DISCUSSION)
        elif self._mode is Mode.ACTION:
            self._read_action(line)
        else:
            self._read_decision(line)

    def _turn_to(self, mode: Mode) -> None:
        self._mode = mode
        self._lead_in = None

    def _read_decision(self, line: NoteLine) -> None:
        if self._mode is Mode.DECISION:
            self._read_decided(line.passage)
        else:
            self._read_spoken(line.passage)

    def _read_decided(self, passage: Passage) -> None:
        """A line under a heading for decisions: one decision, or part of the list above."""
        if self._lead_in is not None and not _is_told(passage):
            self._lead_in.append(passage)
        elif not self._owners(passage):
            self.items[-1].decisions.append(self._run(passage))

    def _read_spoken(self, passage: Passage) -> None:
        """A paragraph of the discussion: the sentences in it that tell a decision."""
        told = [sentence for sentence in sentences(passage) if _is_told(sentence)]
        if self._lead_in is not None and not told:
            self._lead_in.append(passage)
        for sentence in told:
            self.items[-1].spoken.append(self._run(sentence))

    def _run(self, passage: Passage) -> list[Passage]:
        run = [passage]
        self._lead_in = run if LEAD_IN.search(passage.text) else None
        return run

    def _read_action(self, line: NoteLine) -> None:
        item = self.items[-1]
        owners = self._owners(line.passage)
        if not owners:
            named = NAMED_OWNER.search(line.passage.text)
            inside = self._owners(line.passage.part(*named.span("name"))) if named else []
            item.actions.append(NoteAction([line.passage], inside, line.row))
        elif item.actions:
            item.actions[-1].owners.extend(owners)

    def _read_owner_cell(self, line: NoteLine) -> None:
        owners = self._owners(line.passage)
        if owners and self.items and self.items[-1].actions:
            action = self.items[-1].actions[-1]
            if action.row == line.row:
                action.owners.extend(owners)

    def _owners(self, passage: Passage) -> list[str]:
        """The line itself, where it holds nothing but names of people."""
        text = passage.text
        if not text or len(text) > LONGEST_OWNER or text.endswith("."):
            return []
        names = [name for name in OWNER_BREAK.split(text) if name]
        if all(self._registers.people.looks_like_person(name) for name in names):
            return [text]
        return []


def is_shouted(text: str) -> bool:
    """Whether a line is in capitals, as headings of minutes are."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= FEWEST_LETTERS and sum(map(str.isupper, letters)) >= SHARE_SHOUTED * len(
        letters
    )


def _without_size(title: Passage) -> Passage:
    size = FILE_SIZE.search(title.text)
    return title.part(0, size.start()) if size and size.start() else title


def _is_told(passage: Passage) -> bool:
    """Whether the words say that something was decided."""
    return any(pattern.match(passage.text) for pattern in TELLING)


def _is_dated(text: str) -> bool:
    """Whether the number that a line begins with is the day of a date."""
    printed = find_date(text)
    return printed is not None and printed.start == 0
