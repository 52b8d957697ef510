"""Members of a committee as its page or its agenda lists them: names, with seats in brackets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.documents import Block, Kind, Passage
from pipelines.reference.registers import Registers
from pipelines.structures.name_lists import NamedPerson, NameList, read_names

# Membership, Committee members:, Members of the Harbour Committee, Membership: Councillors Bee, ...
MEMBERS = re.compile(
    r"^(?:(?:[A-Z][\w&’'-]*\s+){0,6}(?:members|membership)|members of the [\w ,&’'-]{3,60})"
    r"(?:\s*\(\d{1,2}\))?\s*(?:[:–-]\s*(?P<rest>.*))?$",
    re.IGNORECASE,
)
# Substitutes, Standing Deputies, Named substitutes:
SUBSTITUTES = re.compile(
    r"^(?:(?:named|standing|reserve)\s+)*(?:substitutes?|deputies|reserves)(?:\s+members?)?"
    r"\s*(?::\s*(?P<rest>.*))?$",
    re.IGNORECASE,
)
FEWEST_MEMBERS = 2  # one name below such a heading may be the person to ask
LONGEST_LIST = 2500  # characters of one line


@dataclass(frozen=True, slots=True)
class ListedMember:
    """One name of the list and the seat that it has."""

    named: NamedPerson
    role: str


def find_member_list(blocks: Sequence[Block], registers: Registers) -> list[ListedMember]:
    """Everybody whom a list of members names, substitutes among them, in printed order."""
    found: list[ListedMember] = []
    role: str | None = None
    for block in blocks:
        if block.kind is Kind.TABLE or len(block.text) > LONGEST_LIST:
            role = None
            continue
        opened = SUBSTITUTES.match(block.text) if role else None
        opened = opened or (MEMBERS.match(block.text) if not found else None)
        if opened:
            role = "substitute" if opened.re is SUBSTITUTES else "member"
            rest = block.passage.part(opened.start("rest")) if opened["rest"] else None
            found += _members(rest, role, registers) if rest else []
        elif role:
            members = _members(block.passage, role, registers)
            if not members and found:
                role = None
            found += members
    return found if len(found) >= FEWEST_MEMBERS else []


def _members(passage: Passage, role: str, registers: Registers) -> list[ListedMember]:
    names: NameList = read_names(passage, registers)
    if not names.is_pure:
        return []
    return [ListedMember(named, named.person.role or role) for named in names.people]
