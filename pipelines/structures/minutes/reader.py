"""Reads a note line by line into items: numbers, titles, decisions, actions."""

import re
from enum import StrEnum

from pipelines.documents import Passage
from pipelines.notation.sentences import sentences
from pipelines.reference.registers import Registers
from pipelines.structures.minutes.item_numbers import (
    bare_title,
    follows,
    is_dated,
    is_later,
    is_next,
    is_shouted,
    run_on,
    text_after,
)
from pipelines.structures.minutes.items import NoteAction, NoteItem
from pipelines.structures.minutes.lines import Column, NoteLine
from pipelines.structures.minutes.patterns import (
    ACTION_HEADING,
    BUSINESS,
    CALLS_ITEMS,
    DECISION_HEADING,
    DOTTED,
    FIRST_TITLE,
    ITEM_NUMBER,
    LEAD_IN,
    LETTERED,
    LONE_NUMBER,
    LONE_PART,
    MINUTE_NUMBERED,
    NUMBERED,
    PROSE,
    ROMAN,
    ROMAN_NUMBERS,
    SAYS_ITEM,
    SYSTEM_HEADING,
    TELLING,
    WORDED,
)

# Ann Bee, Cee Dee and Eff Gee / Ann Bee/Cee Dee
OWNER_BREAK = re.compile(r"(?:(?<!\s)\s++)?(?:,|;|/|&|\band\b)\s*")
# Officers to mend the pier. (Ann Bee) / Mend the pier (Action: Cee Dee)
NAMED_OWNER = re.compile(
    r"\((?:(?:action|owner|lead)(?:\s*+:)?\s++)?(?P<name>[^()]{3,80}+)\)\s*+\.?$", re.IGNORECASE
)
LONGEST_TITLE = 160  # characters: a longer numbered line is a paragraph of the discussion
LONGEST_OWNER = 80  # characters: more names than fit here are prose
MOST_WORDS = 14  # of a title that ends in a stop


class Mode(StrEnum):
    """The kind of the lines below a heading."""

    DISCUSSION = "discussion"
    DECISION = "decision"
    ACTION = "action"


class NoteReader:
    """Reads a note line by line; an item begins at a number that follows the one before."""

    def __init__(self, registers: Registers) -> None:
        self.items: list[NoteItem] = []
        self._registers = registers
        self._mode = Mode.DISCUSSION
        self._row = 0
        self._numbered_row = 0
        self._lead_in: list[Passage] | None = None
        self._awaits_title = False
        self._lone_numbers = 0

    @property
    def may_end(self) -> bool:
        """Whether an item has begun and already has its title."""
        return bool(self.items) and not self._awaits_title

    @property
    def _last_number(self) -> str | None:
        return self.items[-1].item_no if self.items else None

    def read(self, line: NoteLine) -> None:
        """Read a line of minutes whose items have numbers."""
        if line.row != self._row:
            self._row = line.row
            self._lead_in = None
        if line.column is Column.TITLE:
            self._open(None, bare_title(line.passage))
        elif line.column is Column.NUMBER:
            self._open_numbered_cell(line)
        elif (
            self._awaits_title
            and line.column is Column.BODY
            and not LONE_PART.match(line.passage.text)
        ):
            self.items[-1].title = bare_title(line.passage)
            self._awaits_title = False
        elif line.column is Column.OWNER:
            self._read_owner_cell(line)
        elif line.row and line.row == self._numbered_row:
            self._read_body(line)  # numbers beside the number of an item are a list in it
        elif not self._open_lone_number(line) and not self._open_numbered_line(line) and self.items:
            self._read_body(line)

    def _open_numbered_cell(self, line: NoteLine) -> None:
        number = ITEM_NUMBER.match(line.passage.text)
        if number:
            self._open(number["number"], None)
            self._awaits_title = True
            self._numbered_row = line.row

    def _open_lone_number(self, line: NoteLine) -> bool:
        """A number on its own line; the title is on the next line."""
        number = LONE_NUMBER.match(line.passage.text)
        if number is None or (not self.items and is_dated(line.passage.text)):
            return False
        if self._awaits_title or not follows(number["number"], self._last_number, False, True):
            return bool(self._awaits_title)
        self._open(number["number"], None)
        self._awaits_title = True
        self._lone_numbers += 1
        return True

    def _open_numbered_line(self, line: NoteLine) -> bool:
        text = line.passage.text
        if is_dated(text) or 1 < self._lone_numbers == len(self.items):
            return False  # numbers below items that have their own numbers are a list
        if len(text) > LONGEST_TITLE:
            return self._open_run_on(line)
        is_marked = line.is_heading or is_shouted(text)
        match = MINUTE_NUMBERED.match(text)
        if match is None:
            match = DOTTED.match(text) or NUMBERED.match(text)
            if match is None:
                return False
            is_bare = not text.endswith(".") or is_marked or text_after(match["title"])
            if not (is_bare or self._is_next_title(match)):
                return self._open_run_on(line)
        is_first = bool(FIRST_TITLE.match(match["title"]))
        if is_first and not follows(match["number"], self._last_number, is_marked, True):
            self._forget_false_start()
        if not follows(match["number"], self._last_number, is_marked, is_first):
            return False
        start, cut = match.start("title"), text_after(match["title"])
        title = line.passage.part(start, start + cut if cut else match.end("title"))
        self._open(match["number"], bare_title(title))
        return True

    def _forget_false_start(self) -> None:
        """Drop a lone line above the first item, such as the address of the hall."""
        if len(self.items) == 1:
            title = self.items[0].title
            if title and not (FIRST_TITLE.match(title.text) or BUSINESS.match(title.text)):
                self.items.clear()

    def _is_next_title(self, match: re.Match[str]) -> bool:
        """Whether a line that ends in a stop is the next title, short and no sentence."""
        title = match["title"]
        if is_next(match["number"], self._last_number) and BUSINESS.match(title):
            return not PROSE.search(title)
        is_short = len(title.split()) <= MOST_WORDS and not PROSE.search(title)
        is_first = not self.items and bool(FIRST_TITLE.match(title))
        is_here = is_first or is_next(match["number"], self._last_number)
        return is_short and is_here and ". " not in title

    def _open_run_on(self, line: NoteLine) -> bool:
        """Open the next item of plainly numbered minutes if its text follows on the same line."""
        match = run_on(line.passage.text)
        if match is None or line.column is not Column.BODY:
            return False
        if "/" in match["number"]:
            if not follows(match["number"], self._last_number, False, False):
                return False
            self._open(match["number"], bare_title(line.passage.part(*match.span("title"))))
            return True
        says_item = SAYS_ITEM.match(line.passage.text) and is_later(
            match["number"], self._last_number
        )
        is_first = not self.items and match["number"] == "1"
        if not (says_item or is_first or is_next(match["number"], self._last_number)):
            return False
        self._open(match["number"], bare_title(line.passage.part(*match.span("title"))))
        return True

    def read_called(self, line: NoteLine) -> None:
        """Read a line of minutes whose items have the word: Item 3: Harbour dues."""
        is_item = CALLS_ITEMS.match(line.passage.text)
        if not (is_item and self._open_numbered_line(line)) and self.items:
            self._read_body(line)

    def read_run_on(self, line: NoteLine) -> None:
        """Read a line of minutes whose titles end in a stop before the text."""
        match = run_on(line.passage.text)
        number = match["number"] if match else ""
        is_first = match and not self.items and (number == "1" or is_shouted(match["title"]))
        if match and (is_first or is_next(number, self._last_number)):
            self._open(number, bare_title(line.passage.part(*match.span("title"))))
        elif self.items:
            self._read_body(line)

    def read_lettered(self, line: NoteLine) -> None:
        """Read a line of minutes whose items have letters."""
        self._read_ordered(line, LETTERED.match(line.passage.text), chr(ord("a") + len(self.items)))

    def read_roman(self, line: NoteLine) -> None:
        """Read a line of minutes whose items have Roman figures."""
        following = "".join(ROMAN_NUMBERS[len(self.items) : len(self.items) + 1])
        self._read_ordered(line, ROMAN.match(line.passage.text), following)

    def _read_ordered(self, line: NoteLine, match: re.Match[str] | None, following: str) -> None:
        is_title = match and match["number"] == following and not PROSE.search(match["title"])
        if match and is_title and len(line.passage.text) <= LONGEST_TITLE:
            self._open(match["number"], line.passage.part(match.start("title")))
        elif self.items:
            self._read_body(line)

    def read_unnumbered(self, line: NoteLine) -> None:
        """Read a line of minutes whose items have headings and no numbers."""
        text = line.passage.text
        is_title = line.is_heading or (len(text) <= LONGEST_TITLE and is_shouted(text))
        is_part = DECISION_HEADING.match(text) or ACTION_HEADING.match(text)
        if is_title and not is_part and (self.items or FIRST_TITLE.match(text)):
            self._open(None, bare_title(line.passage))
        elif self.items:
            self._read_body(line)

    def read_worded(self, line: NoteLine) -> None:
        """Read a line of minutes whose titles are known by their words, the usual ones first."""
        match = WORDED.match(line.passage.text)
        if match:
            self._open(None, line.passage.part(0, match.end()))
        elif line.is_heading and self.items:
            self._open(None, bare_title(line.passage))
        elif self.items:
            self._read_body(line)

    def read_title(self, line: NoteLine) -> None:
        """Take a line as the title of an item without a number."""
        self._open(None, bare_title(line.passage))

    def read_below(self, line: NoteLine) -> None:
        """Take a line as part of the item that is open."""
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
        """A paragraph of the discussion: the sentences in it that state a decision."""
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
        """The line itself, if it holds only names of people."""
        text = passage.text
        if not text or len(text) > LONGEST_OWNER or text.endswith("."):
            return []
        names = [name for name in OWNER_BREAK.split(text) if name]
        if all(self._registers.people.looks_like_person(name) for name in names):
            return [text]
        return []


def _is_told(passage: Passage) -> bool:
    """Whether the words say that something was decided."""
    return any(pattern.match(passage.text) for pattern in TELLING)
