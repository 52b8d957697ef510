"""Members of a committee from its page or its agenda: names, with seats in brackets.

A list may have its groups as headings, each with its members below.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.documents import Block, Kind, Passage
from pipelines.notation.dates import find_year_pairs
from pipelines.reference.registers import Registers
from pipelines.structures.names.lists import NamedPerson, NameList, read_names

# Membership, Committee members:, Members of the Harbour Committee, Membership: Councillors Bee, ...
# Harbour & Docks Committee - Membership 2017/2018; Appendix B: Harbour Board membership for 2018/19
MEMBERS = re.compile(
    r"^(?:(?:appendix|annex)\s++\w{1,3}\s*+[:.–-]?\s*+)?"
    r"(?:(?:[\w&’'–-]++\s++){0,9}(?:members|membership)|members of the [\w ,&’'-]{3,60})"
    r"(?:\s*+\(\d{1,2}\))?(?:\s++(?:(?:for|in)\s++)?\d{4}\s*+[/–-]\s*+\d{2,4})?\s*+(?:[:–-]\s*+(?P<rest>.*+))?$",
    re.IGNORECASE,
)
# Harbour Board: members for 2017-18, Who sits on the Harbour Board - its membership: a title that
# names a board of the register or a year beside the word
TITLED = re.compile(r"^[^.]{0,100}?\bmember(?:s|ship)\b[^.:]*+:?(?P<rest>)$", re.IGNORECASE)
# Substitutes, Standing Deputies, Named substitutes:
SUBSTITUTES = re.compile(
    r"^(?:(?:named|standing|reserve)\s++)*(?:substitutes?|deputies|reserves)(?:\s++members?)?"
    r"\s*+(?::\s*+(?P<rest>.*+))?$",
    re.IGNORECASE,
)
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
    found: list[ListedMember] = []
    role: str | None = None
    group: Passage | None = None
    year: str | None = None
    closed: Block | None = None
    for block in blocks:
        before, closed = closed, None
        if block.kind is Kind.TABLE or len(block.text) > LONGEST_LIST:
            role = None
            continue
        if before and _is_group(block, registers):
            role = "member"
        opened = _opened(block, registers, is_open=bool(role or before), is_first=not found)
        names: Passage | None = None
        if opened:
            role = "substitute" if opened.re is SUBSTITUTES else "member"
            year = year if role == "substitute" else next(iter(find_year_pairs(block.text)), None)
            names = block.passage.part(opened.start("rest")) if opened["rest"] else None
        elif role and _is_group(block, registers):
            role, group = "member", block.passage
        elif role and _heads_others(block, registers):
            role, group = _heads_others(block, registers), None
        elif role:
            names = block.passage
        people = _people(names, registers) if names else ()
        found += [
            ListedMember(each, each.person.role or role or "member", group, year) for each in people
        ]
        if found and not people and names is block.passage:
            # A damaged line may occur in the list, before a heading that continues the list
            role, closed = None, block
    return found if len(found) >= FEWEST_MEMBERS else []


def _opened(
    block: Block, registers: Registers, *, is_open: bool, is_first: bool
) -> re.Match[str] | None:
    """Whether a line begins the list, or continues it with substitutes."""
    opened = SUBSTITUTES.match(block.text) if is_open else None
    if opened or not is_first:
        return opened
    text = block.text
    usual = MEMBERS.match(text)
    titled = TITLED.match(text) if not usual and len(text) <= LONGEST_TITLE else None
    if titled and not (registers.boards.find(text) or find_year_pairs(text)):
        return None
    opened = usual or titled
    end = opened.start("rest") if opened and opened["rest"] else len(text)
    is_told = registers.day_words.sentence.search(text, 0, end) is not None
    return None if is_told else opened


def _heads_others(block: Block, registers: Registers) -> str | None:
    """The seat of those below a line such as Observers, who belong to no group."""
    role = registers.roles.resolve(block.text.strip(" :"))
    return role.role if role and role.status is None and role.role in OF_NO_GROUP else None


def _is_group(block: Block, registers: Registers) -> bool:
    """Whether a line is the name of a political group, with its seats or without."""
    return registers.parties.resolve(SEAT_COUNT.sub("", block.text), None) is not None


def _people(passage: Passage, registers: Registers) -> Sequence[NamedPerson]:
    names: NameList = read_names(passage, registers)
    return names.people if names.is_pure else ()
