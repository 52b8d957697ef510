"""Attendance grids: a year's table of members against meetings, whole or damaged.

In a whole grid each meeting is a column with its date. In a damaged one, names and marks run
together in one cell, rows are repeated and shortened, and the dates are lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.documents import Block, Passage
from pipelines.notation.dates import find_year_pairs
from pipelines.reference.people.people import Person
from pipelines.reference.registers import Registers
from pipelines.structures.names.patterns import VIRTUAL
from pipelines.structures.people.tables import PeopleTable
from pipelines.structures.tables import FoundTable, find_tables

ATTENDANCE_HEADING = re.compile(r"\battendance\b", re.IGNORECASE)
WORD = re.compile(r"\S+")
FEWEST_DATES = 2  # a table with one date in its head may be anything
SHARE_KNOWN = 0.5  # of the cells below days that are printed, for a grid of marks
FEWEST_RUN_MARKS = 3  # number of marks in one cell that makes it a run of names and marks
LONGEST_NAME = 5  # words of a name, honours included
SHORTEST_NAME = 2
NAME_PARTS = 3  # given names and surname; four words in a run are two people
LONGEST_LABEL = 4  # words of a heading such as that of a group


@dataclass(frozen=True, slots=True)
class GridMark:
    """One person's mark for one meeting; `meeting_date` is None if the grid lost it."""

    person: Person
    section: str | None
    party: str | None
    meeting_date: date | None
    status: str
    passage: Passage
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """One attendance grid: its year, its dated columns, its marks in printed order."""

    meeting_year: str | None
    dates: tuple[date, ...]
    marks: tuple[GridMark, ...]
    header: Passage


def find_grids(
    blocks: Sequence[Block], tables: Iterable[PeopleTable], registers: Registers
) -> list[Grid]:
    """Every attendance grid of a paper.

    Args:
        blocks: The blocks of the paper.
        tables: The tables of people among them.
        registers: Who is who.
    """
    whole: dict[int, list[Grid]] = {}
    for table in tables:
        grid = _whole_grid(table, registers)
        if grid:
            whole.setdefault(table.found.position, []).append(grid)
    grids = []
    for found in find_tables(blocks):
        damaged = None if found.position in whole else _damaged_grid(found, registers)
        grids += whole.get(found.position, [damaged] if damaged else [])
    return grids


def _whole_grid(table: PeopleTable, registers: Registers) -> Grid | None:
    if len(table.days) < FEWEST_DATES:
        return None
    printed = [
        text
        for row in table.rows
        for column in table.days
        if not table.marks.words.is_nil(text := table.text(row, column))
    ]
    known = sum(table.marks.known(text) is not None for text in printed)
    if not known or known < SHARE_KNOWN * len(printed):
        return None
    marks = tuple(_row_marks(table, registers))
    if not marks:
        return None
    year = next((pair for line in table.above for pair in find_year_pairs(line)), None)
    return Grid(year, tuple(table.days.values()), marks, table.head.passage)


def _row_marks(table: PeopleTable, registers: Registers) -> Iterator[GridMark]:
    state = _State(registers)
    columns = table.columns
    for row in table.rows:
        name = table.text(row, columns.name)
        marks = {column: table.marks.status(table.text(row, column)) for column in table.days}
        if not any(marks.values()) and state.is_label(name or next(filter(None, row.texts))):
            continue
        is_one = table.is_whole(row) and len(registers.people.split(name)) == 1
        person = registers.people.parse(name) if is_one else None
        if person is None:
            continue
        role = registers.roles.resolve(table.text(row, columns.role))
        person = replace(
            person,
            role=person.role or (role.role if role else None),
            council=person.council or table.text(row, columns.council) or None,
        )
        party = table.text(row, columns.group) or state.party
        for column, day in table.days.items():
            status = marks[column]
            if status:
                is_virtual = status == "present" and VIRTUAL.search(table.text(row, column))
                mode = "virtual" if is_virtual else None
                yield GridMark(person, state.section, party, day, status, row.passage, mode)


class _State:
    """The group and the section that the last heading in a grid opened."""

    def __init__(self, registers: Registers) -> None:
        self.section: str | None = None
        self.party: str | None = None
        self._registers = registers

    def is_label(self, printed: str) -> bool:
        """Whether the words are a heading; if so, it opens its group or section."""
        party = self._registers.parties.resolve(printed, None)
        if party:
            self.party, self.section = printed, None
            return True
        role = self._registers.roles.resolve(printed)
        if role:
            self.section, self.party = role.role, None
            return True
        return False


def _damaged_grid(table: FoundTable, registers: Registers) -> Grid | None:
    run_marks = registers.people_tables.run_marks
    is_run = any(
        _count_run_marks(text, run_marks) >= FEWEST_RUN_MARKS
        for row in table.rows
        for text in row.texts
    )
    if not is_run or not table.is_headed(ATTENDANCE_HEADING):
        return None
    state = _State(registers)
    marks = [mark for row in table.rows for mark in _run_marks(row.passage, state, registers)]
    return Grid(_year(table), (), tuple(marks), table.rows[0].passage)


def _count_run_marks(text: str, run_marks: frozenset[str]) -> int:
    return sum(word.casefold() in run_marks for word in text.split())


def _run_marks(passage: Passage, state: _State, registers: Registers) -> Iterator[GridMark]:
    """Names right before a mark in a run such as `Ann Bee Yes Harbour Group Cee Dee`.

    Of several marks behind a name nobody can say which meeting each is of.
    """
    run_marks = registers.people_tables.run_marks
    pending: list[re.Match[str]] = []
    printed = list(WORD.finditer(passage.text))
    is_mark = [word[0].casefold() in run_marks for word in printed]
    for number, word in enumerate(printed):
        if not is_mark[number]:
            pending.append(word)
            continue
        pending = _without_labels(pending, state)
        status = registers.people_tables.mark(word[0])
        person, start = _last_name(pending, registers)
        if person and status and not any(is_mark[number + 1 : number + 2]):
            part = passage.part(start, word.end())
            yield GridMark(person, state.section, state.party, None, status, part)
        pending = []
    _without_labels(pending, state)


def _without_labels(words: list[re.Match[str]], state: _State) -> list[re.Match[str]]:
    """The words after the last heading among them; the headings open their groups."""
    start = 0
    while start < len(words):
        for length in range(min(LONGEST_LABEL, len(words) - start), 0, -1):
            label = " ".join(word[0] for word in words[start : start + length])
            if state.is_label(label):
                words = words[start + length :]
                start = 0
                break
        else:
            start += 1
    return words


def _last_name(words: list[re.Match[str]], registers: Registers) -> tuple[Person | None, int]:
    """The name in the words and its start; None if there is more than one name.

    A run of several names before one mark has lost the marks between them, so the owner of the
    mark is unknown.
    """
    if not SHORTEST_NAME <= len(words) <= LONGEST_NAME:
        return None, 0
    person = registers.people.parse(" ".join(word[0] for word in words))
    if person is None or len(person.name.split()) > NAME_PARTS:
        return None, 0
    return person, words[0].start()


def _year(table: FoundTable) -> str | None:
    for heading in table.headings:
        pairs = find_year_pairs(heading)
        if pairs:
            return pairs[0]
    return None
