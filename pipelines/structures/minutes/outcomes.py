"""What the lines below an item's title record: decisions, actions, and who is to act.

A heading or a label says what the lines after it are, up to the next. A line that only says who
decides or acts is no row of its own: each line of the list below it is one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from pipelines.documents import Passage
from pipelines.notation.sentences import sentences
from pipelines.reference.registers import Registers
from pipelines.structures.minutes.items import NoteAction, NoteItem
from pipelines.structures.minutes.lines import Column, NoteLine
from pipelines.structures.minutes.owners import Owners
from pipelines.structures.minutes.patterns import (
    LEAD_IN,
    NO_DECISION,
    OF_NEXT_MEETING,
    SYSTEM_HEADING,
    TELLING,
)

# (a) , 1. , iv) , - : what opens a line of a list
MARKER = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[-–—•·*])\s+(?=\S)")
LIST_NUMBER = re.compile(r"^\(?(?P<number>\d{1,2})[.)]?\s+(?=\S)")
# Part 2: Confidential, Part B - Private: a part of an agenda
PART = re.compile(r"^part\s(?:\d|[a-z]|one|two|three)\b.{0,40}$", re.IGNORECASE)
# That the pier be mended, (a) To mend it: words of a decision
MOTION = re.compile(r"^(?:\(?\w{1,3}[.)]\s+)?(?:that|to)\b", re.IGNORECASE)
# The end of a line of a list that goes on
GOES_ON = re.compile(r"[;,]\s*(?:and|or)?$", re.IGNORECASE)
LONGEST_ACTION = 300  # characters of a paragraph that the owner beside it makes an action
# of a sentence, as no title ends
ENDS_SENTENCE = re.compile(r"[.;:](?:\s*(?:and|or))?$")


class Mode(StrEnum):
    """The kind of the lines below a heading."""

    DISCUSSION = "discussion"
    DECISION = "decision"
    ACTION = "action"


class Outcomes:
    """Reads the lines below the title of one item."""

    def __init__(self, item: NoteItem, owners: Owners, registers: Registers) -> None:
        self._item = item
        self._owners = owners
        self._words = registers.note_words
        self._mode = Mode.DISCUSSION
        self._run: list[Passage] | None = None
        self._list: list[list[Passage]] | None = None
        self._list_goes_on = False
        self._listed = 0
        self._row = 0
        self._row_body: list[Passage] = []
        self._row_owners: list[list[str]] = []
        self._action: NoteAction | None = None

    def is_listed(self, text: str) -> bool:
        """Whether a numbered line is the next of a list below a heading, and no item's title."""
        match = LIST_NUMBER.match(text)
        if match is None or self._mode is Mode.DISCUSSION:
            return False
        is_next = int(match["number"]) == self._listed + 1
        return is_next and bool(ENDS_SENTENCE.search(text) or self._owners.beside(text))

    def read(self, line: NoteLine) -> None:
        """Read the next line of the item; a label for an action behind a sentence opens a line."""
        inner = self._words.inner_action.search(line.passage.text)
        if inner is None or line.column is not Column.BODY:
            self._read(line)
            return
        said = line.passage.part(0, inner.start())
        told = line.passage.part(inner.end())
        count = len(self._item.actions)
        self._read(replace(line, passage=said))
        label = self._words.action_label.match(told.text)
        owners = self._owners.in_line(told.text[label.end() :], is_cell=True) if label else []
        if owners and len(self._item.actions) > count:  # ACTION: To write by June. ACTION: Clerk
            self._item.actions[-1].owners.extend(owners)
        elif owners:  # ... by June. ACTION: Clerk
            self._item.actions.append(NoteAction([sentences(said)[-1]], owners, line.row))
        else:
            self._read(replace(line, passage=told))

    def _read(self, line: NoteLine) -> None:
        if line.row != self._row:
            self._row, self._row_body, self._row_owners = line.row, [], []
            self._run = None
        if line.column in (Column.OWNER, Column.ACTION):
            self._read_owner_cell(line)
            return
        if self._action and self._read_more_of(self._action, line.passage):
            return
        self._action = None
        if self._read_heading(line):
            return
        number = LIST_NUMBER.match(line.passage.text)
        self._listed = int(number["number"]) if number else self._listed
        if line.row:
            self._row_body.append(line.passage)
        if self._mode is Mode.ACTION:
            self._read_action(line)
        elif self._mode is Mode.DECISION:
            self._read_decided(_unmarked(line.passage))
        else:
            self._read_spoken(line)

    def _read_more_of(self, action: NoteAction, passage: Passage) -> bool:
        """Read a label below an action, as Owner: Ann Fenn; return False for other lines."""
        owners = self._owners.labelled(passage.text)
        if owners:
            action.owners.extend(owners)
        elif self._words.due_label.match(passage.text):
            action.passages.append(passage)
        else:
            return False
        return True

    def _read_heading(self, line: NoteLine) -> bool:
        """Read a line that says what follows; return False for other lines."""
        text, words = line.passage.text, self._words
        for mode, heading, label in (
            (Mode.DECISION, words.decision, words.decision_label),
            (Mode.ACTION, words.action, words.action_label),
        ):
            if heading.match(text):
                self._turn_to(mode)
                return True
            labelled = label.match(text)
            if labelled:
                self._read_labelled(mode, line, labelled.end())
                return True
        if line.is_heading or SYSTEM_HEADING.match(text) or PART.match(text):
            self._turn_to(Mode.DISCUSSION)
            return True
        return False

    def _turn_to(self, mode: Mode) -> None:
        self._mode, self._run, self._list, self._listed = mode, None, None, 0

    def _read_labelled(self, mode: Mode, line: NoteLine, start: int) -> None:
        """A label with text on its line: that text alone, unless it only opens a list.

        Below its own heading such a label is one of the list, which goes on behind it.
        """
        rest = line.passage.part(start)
        is_in_list = self._mode is mode
        self._turn_to(mode)
        if self._is_lead_in(rest):
            return
        if mode is Mode.ACTION:
            self._add_action(rest, line.row)
        else:
            self._item.decisions.append([_decided(rest)])
        if not is_in_list:
            self._turn_to(Mode.DISCUSSION)

    def _read_decided(self, passage: Passage) -> None:
        """A line under a heading for decisions: one decision, or part of the list above."""
        if NO_DECISION.match(passage.text):
            self._turn_to(Mode.DISCUSSION)
        elif self._is_lead_in(passage):
            self._run = None
        elif self._run is not None and not is_told(passage):
            self._run.append(passage)
        elif not self._owners.in_line(passage.text):
            self._item.decisions.append(self._open_run(passage))

    def _read_spoken(self, line: NoteLine) -> None:
        """A line of the discussion: the sentences in it that state a decision."""
        passage = line.passage
        if self._words.lead_in.match(passage.text):
            self._run, self._list, self._list_goes_on = None, self._item.spoken, True
            return
        if self._list is not None and self._goes_on(line):
            self._list.append([_unmarked(passage)])
            self._list_goes_on = GOES_ON.search(passage.text) is not None
            return
        self._list = None
        told = [sentence for sentence in sentences(passage) if is_told(sentence)]
        if self._run is not None and not told:
            self._run.append(passage)
        for sentence in told:
            label = self._words.decision_label.match(sentence.text)
            bare = sentence.part(label.end()) if label else sentence
            self._item.spoken.append(self._open_run(bare))

    def _goes_on(self, line: NoteLine) -> bool:
        """Whether a line is part of the list that a lead-in opened."""
        text = line.passage.text
        is_part = line.is_listed or MARKER.match(text) is not None
        return is_part or self._list_goes_on or text[:1].islower()

    def _is_lead_in(self, passage: Passage) -> bool:
        """Whether a line below a heading only says who decides or acts, with a colon or without."""
        return self._words.lead_in.match(f"{passage.text}:") is not None

    def _open_run(self, passage: Passage) -> list[Passage]:
        run = [passage]
        self._run = run if LEAD_IN.search(passage.text) else None
        return run

    def _read_action(self, line: NoteLine) -> None:
        if self._is_lead_in(line.passage):
            return
        owners = self._owners.in_line(line.passage.text.strip("()[] "))
        if not owners:
            for passage in self._owners.parted(_unmarked(line.passage)):
                self._add_action(passage, line.row)
        elif self._item.actions:
            self._item.actions[-1].owners.extend(owners)

    def _add_action(self, passage: Passage, row: int) -> None:
        owners = self._owners.beside(passage.text)
        self._action = NoteAction([passage], owners, row)
        self._item.actions.append(self._action)

    def _read_owner_cell(self, line: NoteLine) -> None:
        """An owner beside an action, or beside the only paragraph of a row, which makes it one."""
        owners = self._owners.in_line(line.passage.text, is_cell=True)
        actions = self._item.actions
        beside = [action for action in actions if action.row == line.row]
        if not owners:
            if line.column is Column.ACTION:
                self._add_action(_unmarked(line.passage), line.row)
        elif beside:
            self._row_owners.append(owners)
            self._share_out(beside)
        elif len(self._row_body) == 1 and _is_whole(self._row_body[0]):
            body = self._row_body[0]
            self._item.spoken[:] = [
                run for run in self._item.spoken if run[0].text not in body.text
            ]
            actions.append(NoteAction([body], owners, line.row))

    def _share_out(self, actions: Sequence[NoteAction]) -> None:
        """Give the owners in a cell to the actions beside it: one each, or one for all."""
        owners = self._row_owners
        if len(owners) == 1:
            shares = owners * len(actions)
        elif len(owners) == len(actions):
            shares = owners
        else:
            shares = [*[[] for _ in actions[1:]], [name for each in owners for name in each]]
        for action, share in zip(actions, shares, strict=True):
            action.owners[:] = share


def is_told(passage: Passage) -> bool:
    """Whether the words say that something was decided; the next meeting is announced."""
    is_said = any(pattern.match(passage.text) for pattern in TELLING)
    return is_said and not OF_NEXT_MEETING.search(passage.text)


def _decided(passage: Passage) -> Passage:
    """What was decided, without a later sentence that says something else.

    >>> from pipelines.documents import Span
    >>> _decided(Passage("That it be mended. It rained.", "", Span(1, 1))).text
    'That it be mended.'
    """
    first, *others = sentences(passage)
    if not MOTION.match(first.text):
        return passage
    other = next((each for each in others if not MOTION.match(each.text)), None)
    return passage.part(0, passage.text.find(other.text)) if other else passage


def _is_whole(passage: Passage) -> bool:
    """Whether a paragraph may be an action as it is: no line cut out of a longer text."""
    text = passage.text
    ends = passage.span.page is None or ENDS_SENTENCE.search(text) is not None
    return text[:1].isupper() and len(text) <= LONGEST_ACTION and ends


def _unmarked(passage: Passage) -> Passage:
    """A line of a list without its bullet, letter or number."""
    marker = MARKER.match(passage.text)
    return passage.part(marker.end()) if marker else passage
