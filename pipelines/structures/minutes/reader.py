"""Reads a note line by line into items: numbers, titles, decisions, actions."""

import re
from dataclasses import replace

from pipelines.documents import Passage
from pipelines.reference.registers import Registers
from pipelines.structures.minutes.item_numbers import (
    bare_title,
    follows,
    is_dated,
    is_later,
    is_next,
    is_part_of_lost,
    is_shouted,
    run_on,
    text_after,
)
from pipelines.structures.minutes.items import NoteItem
from pipelines.structures.minutes.lines import Column, NoteLine
from pipelines.structures.minutes.outcomes import Outcomes
from pipelines.structures.minutes.owners import Owners
from pipelines.structures.minutes.patterns import (
    AFTER_TITLE,
    BUSINESS,
    CALLS_ITEMS,
    DECIDED,
    DOTTED,
    FIRST_TITLE,
    ITEM_NUMBER,
    LETTERED,
    LONE_NUMBER,
    LONE_PART,
    MINUTE_NUMBERED,
    NUMBERED,
    PROSE,
    RESOLVED,
    ROMAN,
    ROMAN_NUMBERS,
    SAYS_ITEM,
    WORDED,
)

LONGEST_TITLE = 160  # characters: a longer numbered line is a paragraph of the discussion
MOST_WORDS = 14  # of a title that ends in a stop


class NoteReader:
    """Reads a note line by line; an item begins at a number that follows the one before."""

    def __init__(self, registers: Registers, owners: Owners | None = None) -> None:
        self.items: list[NoteItem] = []
        self._registers = registers
        self._owners = owners or Owners(registers)
        self._outcomes: Outcomes | None = None
        self._whole: Outcomes | None = None
        self._above = ""
        self._numbered_row = 0
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
        if line.column is Column.TITLE:
            self._open(None, bare_title(line.passage))
        elif line.column is Column.NUMBER:
            self._open_numbered_cell(line)
        elif (
            self._awaits_title
            and line.column is Column.BODY
            and not LONE_PART.match(line.passage.text)
        ):
            self._awaits_title = False
            if self._whole and is_prose(line.passage.text):
                self.items.pop()  # 4.1 beside a paragraph of item 4
                self._outcomes = self._whole
                self._read_body(line)
            else:
                self.items[-1].title = bare_title(line.passage)
        elif line.column in (Column.OWNER, Column.ACTION):
            self._read_body(line)
        elif line.row and line.row == self._numbered_row:
            self._read_body(line)  # numbers beside the number of an item are a list in it
        elif not self._open_lone_number(line) and not self._open_numbered_line(line) and self.items:
            self._read_body(line)

    def _open_numbered_cell(self, line: NoteLine) -> None:
        number = ITEM_NUMBER.match(line.passage.text)
        if number and is_part_of_lost(number["number"], self._last_number):
            self._read_body(line)
        elif number:
            self._whole = self._outcomes if self._is_part(number["number"]) else None
            self._open(number["number"], None)
            self._awaits_title = True
            self._numbered_row = line.row

    def _is_part(self, number: str) -> bool:
        """Whether a number counts the paragraphs of the item that is open."""
        whole, dot, _ = number.partition(".")
        return bool(dot) and whole == self._last_number

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
        if self._outcomes and self._outcomes.is_listed(text):
            return False
        if is_dated(text, self._last_number) or 1 < self._lone_numbers == len(self.items):
            return False  # numbers below items that have their own numbers are a list
        if len(text) > LONGEST_TITLE:
            return self._open_run_on(line)
        is_marked = line.is_heading or is_shouted(text) or AFTER_TITLE.search(text) is not None
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
        if DECIDED.match(title.text) or RESOLVED.match(title.text):
            self._open(match["number"], None)  # 16. It was resolved to close the pier
            self._read_body(replace(line, passage=title))
            return True
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
        words = self._registers.note_words
        above, self._above = self._above, line.passage.text
        is_below = any(each.match(above) for each in (words.decision, words.action, words.lead_in))
        if is_below and above and not self.items:
            return  # a list of decisions, and no items
        is_title = match and match["number"] == following and not PROSE.search(match["title"])
        if match and is_title and len(line.passage.text) <= LONGEST_TITLE:
            self._open(match["number"], line.passage.part(match.start("title")))
        elif self.items:
            self._read_body(line)

    def read_unnumbered(self, line: NoteLine) -> None:
        """Read a line of minutes whose items have headings and no numbers."""
        text = line.passage.text
        is_title = line.is_heading or (len(text) <= LONGEST_TITLE and is_shouted(text))
        words = self._registers.note_words
        is_part = words.decision.match(text) or words.action.match(text)
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
        item = NoteItem(number, title)
        self.items.append(item)
        self._outcomes = Outcomes(item, self._owners, self._registers)

    def _read_body(self, line: NoteLine) -> None:
        if self._outcomes:
            self._outcomes.read(line)


def is_prose(text: str) -> bool:
    """Whether words beside a number are a paragraph and no title."""
    is_long = len(text) > LONGEST_TITLE or len(text.split()) > MOST_WORDS
    return is_long or text.rstrip().endswith(".") or PROSE.search(text) is not None
