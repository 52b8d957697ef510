"""Members of a committee from its page or its agenda: names, with seats in brackets.

A list may have its groups as headings, each with its members below.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from pipelines.documents import Block, Cell, Kind, Passage, Row
from pipelines.notation.dates import find_year_pairs
from pipelines.reference.registers import Registers
from pipelines.structures.names.lists import NamedPerson, NameList, read_names

# Membership, Committee members:, Members of the Harbour Committee, Membership: Councillors Bee, ...
# Harbour & Docks Committee - Membership 2017/2018; Appendix B: Harbour Board membership for 2018/19
MEMBERS = re.compile(
    r"^(?:(?:appendix|annex)\s++\w{1,3}\s*+[:.–-]?\s*+)?"
    r"(?:(?:[\w&’'–-]++\s++){0,9}(?:members|membership|aelodaeth|aelodau)"
    r"|aelodaeth\s?/\s?membership|members of the [\w ,&’'-]{3,60})"
    r"(?:\s*+\(\d{1,2}\))?(?:\s++(?:(?:for|in)\s++)?\d{4}\s*+[/–-]\s*+\d{2,4})?\s*+(?:[:–-]\s*+(?P<rest>.*+))?$",
    re.IGNORECASE,
)
# Harbour Board: members for 2017-18, Who sits on the Harbour Board - its membership: a title that
# names a board of the register or a year beside the word
TITLED = re.compile(r"^[^.]{0,100}?\bmember(?:s|ship)\b[^.:]*+:?(?P<rest>)$", re.IGNORECASE)
# To: Councillor Ann Bee (Chairman): whom an agenda is sent to
ADDRESSED = re.compile(
    r"^to\s?:\s++(?P<rest>(?:(?:the\s)?mayor|councillors?|cllrs?|aldermen|alderman)\b.*+)$",
    re.IGNORECASE,
)
# Councillors: the names are below
MORE = re.compile(r"^(?:councillors|cllrs|members)\s?:?$", re.IGNORECASE)
# Substitutes, Standing Deputies, Named substitutes:
SUBSTITUTES = re.compile(
    r"^(?:(?:named|standing|reserve)\s++)*(?:substitutes?|deputies|reserves)(?:\s++members?)?"
    r"\s*+(?::\s*+(?P<rest>.*+))?$",
    re.IGNORECASE,
)
# Administration (Labour): a group behind what it is in the council
GROUP_BEHIND = re.compile(r"\((?P<group>[^()\d]{3,60})\)\s*$")
# The seats of a group, in brackets after its name: ( 7)
SEAT_COUNT = re.compile(r"(?:(?<!\s)\s++)?\(\s*+(\d{1,3})\s*+\)\s*+$")
FEWEST_MEMBERS = 2  # one name below such a heading may be the person to ask
OF_NO_GROUP = ("observer", "lead_peer")
LONGEST_TITLE = 120  # characters
LONGEST_LIST = 2500  # characters of one line


@dataclass(frozen=True, slots=True)
class ListedMember:
    """One name of the list and the seat that it has.

    Attributes:
        named: The person as printed.
        role: Such as `member` or `substitute`.
        group: The heading of the political group above the name.
        year: The year of the list, such as 2017/18, if its heading gives it.
    """

    named: NamedPerson
    role: str
    group: Passage | None
    year: str | None


def find_member_list(blocks: Sequence[Block], registers: Registers) -> list[ListedMember]:
    """Everybody in a list of members, including substitutes, in printed order."""
    members = _List(registers)
    for block in blocks:
        members.read(block)
    return members.found if len(members.found) >= FEWEST_MEMBERS else []


class _List:
    """A list that is read block by block: it opens, goes on, breaks off and may go on again."""

    def __init__(self, registers: Registers) -> None:
        self.found: list[ListedMember] = []
        self._registers = registers
        self._role: str | None = None  # of those whose names come next; None outside the list
        self._group: Passage | None = None
        self._year: str | None = None
        self._may_go_on = False

    def read(self, block: Block) -> None:
        """Read a block of the paper."""
        may_go_on, self._may_go_on = self._may_go_on, False
        if block.kind is Kind.TABLE:
            if self._role and not _is_head(block, self._registers):
                self._read_table(block)
                self._close()
                self._role = None
        elif len(block.text) > LONGEST_LIST:
            self._role = None
        elif not ((self._role or may_go_on) and self._turn_to(block.passage)):
            self._read_line(block.passage)

    def _read_line(self, line: Passage) -> None:
        """Read a line that opens the list, or names in it; other words close it."""
        opened = None if self.found else _opened(line.text, self._registers)
        if opened:
            self._role = "member"
            self._year = next(iter(find_year_pairs(line.text)), None)
            self._add_rest(line, opened)
        elif self._role and not MORE.match(line.text) and not self._add(line):
            self._close()

    def _turn_to(self, line: Passage) -> bool:
        """Read a heading of the names below it; return False for other lines."""
        substitutes = SUBSTITUTES.match(line.text)
        if substitutes:
            self._role = "substitute"
            self._add_rest(line, substitutes)
        elif _is_group(line.text, self._registers):
            self._role, self._group = "member", line
        elif others := _heads_others(line.text, self._registers):
            self._role, self._group = others, None
        else:
            return False
        return True

    def _read_table(self, table: Block) -> None:
        """Read the names in the cells; a group heads its column, or alone the rows below it."""
        first = table.rows[0]
        heads = [_group_at_head(cell, self._registers) for cell in first.cells]
        heads = heads if any(first.texts[1:]) else []
        for row in table.rows:
            label = next((line for cell in row.cells[:1] for line in cell.paragraphs), None)
            if any(row.texts[1:]) or label is None or not self._turn_to(label):
                self._read_row(row, heads)

    def _read_row(self, row: Row, heads: Sequence[Passage | None]) -> None:
        """Read the names of a row; beside one with a title, words without one are no name."""
        council = _authority_beside(row, self._registers)
        cells = zip_longest(row.cells, heads[: len(row.cells)])
        lines = [(line, head) for cell, head in cells for line in cell.paragraphs]
        titled = {line for line, _ in lines if _has_title(line, self._registers)}
        for line, head in lines:
            if line in titled or not titled:
                self._add(line, head or self._group, council)

    def _add_rest(self, line: Passage, label: re.Match[str]) -> None:
        if label["rest"]:
            self._add(line.part(label.start("rest")))

    def _add(
        self, passage: Passage, group: Passage | None = None, council: str | None = None
    ) -> bool:
        people = _people(passage, self._registers)
        for each in people:
            person = replace(each.person, council=each.person.council or council)
            role = person.role or self._role or "member"
            named = replace(each, person=person)
            self.found.append(ListedMember(named, role, group or self._group, self._year))
        return bool(people)

    def _close(self) -> None:
        """End the list; a damaged line may occur in it, before a heading that continues it."""
        if self.found:
            self._role, self._may_go_on = None, True


def _is_head(table: Block, registers: Registers) -> bool:
    """Whether a table is only the heads of the columns below it: Councillor, Authority."""
    texts = [text for row in table.rows for text in row.texts if text]
    return all(registers.people_tables.column(text) for text in texts)


def _authority_beside(row: Row, registers: Registers) -> str | None:
    """The one cell of a row that names an authority, known or by its form."""
    named = [
        text
        for text in row.texts
        if registers.councils.resolve(text).council_id or registers.bodies.resolve(text)
    ]
    return named[0] if len(named) == 1 else None


def _group_at_head(cell: Cell, registers: Registers) -> Passage | None:
    """The political group that the head of a column is, or has in brackets."""
    for line in cell.paragraphs[:1]:
        behind = GROUP_BEHIND.search(line.text)
        parts = [line, *([line.part(*behind.span("group"))] if behind else [])]
        return next((part for part in parts if _is_group(part.text, registers)), None)
    return None


def _opened(text: str, registers: Registers) -> re.Match[str] | None:
    """The opening of a list of members that a line prints."""
    usual = MEMBERS.match(text) or ADDRESSED.match(text)
    titled = TITLED.match(text) if not usual and len(text) <= LONGEST_TITLE else None
    if titled and not (registers.boards.find(text) or find_year_pairs(text)):
        return None
    opened = usual or titled
    end = opened.start("rest") if opened and opened["rest"] else len(text)
    is_told = registers.day_words.sentence.search(text, 0, end) is not None
    return None if is_told else opened


def _heads_others(text: str, registers: Registers) -> str | None:
    """The seat of those below a line such as Observers, who belong to no group."""
    role = registers.roles.resolve(text.strip(" :"))
    return role.role if role and role.status is None and role.role in OF_NO_GROUP else None


def _is_group(text: str, registers: Registers) -> bool:
    """Whether a line is the name of a political group, with its seats or without."""
    return registers.parties.resolve(SEAT_COUNT.sub("", text), None) is not None


def _has_title(passage: Passage, registers: Registers) -> bool:
    return any(each.person.title for each in _people(passage, registers))


def _people(passage: Passage, registers: Registers) -> Sequence[NamedPerson]:
    names: NameList = read_names(passage, registers)
    return names.people if names.is_pure else ()
