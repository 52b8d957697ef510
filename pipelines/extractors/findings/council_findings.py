"""Finds names shared by several authorities that a paper does not resolve."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from pipelines.reference.registers import Registers
from pipelines.schema.records import (
    AttendanceStatement,
    BoardMembership,
    Finding,
    PaperRecord,
    PeerChallenge,
    Record,
)

OfCouncil: TypeAlias = BoardMembership | AttendanceStatement | PeerChallenge

TABLES: dict[type[Record], str] = {
    BoardMembership: "board_memberships",
    AttendanceStatement: "attendance_evidence",
    PeerChallenge: "peer_challenges",
}


def find_ambiguous_councils(
    records: Iterable[Record], registers: Registers, paper: PaperRecord
) -> list[Finding]:
    """Find the names that were not resolved because several authorities have them.

    Args:
        records: All records of one paper.
        registers: The registers that its names were resolved with.
        paper: The paper; its date says which authorities existed.

    Returns:
        One finding per name, at its first place, with the possible authorities.
    """
    found: dict[str, Finding] = {}
    for record in _unresolved(records):
        name = record.council_name
        if name is None or name in found:
            continue
        if registers.councils.resolve(name, paper.meeting_date).rule == "ambiguous":
            found[name] = Finding(
                rule="council_ambiguous",
                table_name=TABLES[type(record)],
                subject=name,
                expected=", ".join(registers.councils.bearers(name, paper.meeting_date)),
                observed=name,
                locator=record.locator,
                quote=record.quote,
            )
    return list(found.values())


def _unresolved(records: Iterable[Record]) -> Iterator[OfCouncil]:
    for record in records:
        if isinstance(record, OfCouncil) and record.council_id is None:
            yield record
