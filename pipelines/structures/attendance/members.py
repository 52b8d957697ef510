"""The members in a paper's own list, to identify names elsewhere in the paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz.distance import JaroWinkler

from pipelines.reference.people.people import Person
from pipelines.reference.registers import Registers

# One misread letter in a name of ten stays above this; two people of one board stay below.
SAME_NAME = 0.93


class Seat(Protocol):
    """A seat of a membership list."""

    @property
    def councillor_id(self) -> str:
        """The person."""

    @property
    def councillor_name(self) -> str:
        """The name as printed, without title and honours."""

    @property
    def council_id(self) -> str | None:
        """The authority, if the list gives one."""

    @property
    def political_group(self) -> str | None:
        """The group, if the list gives one."""

    @property
    def role(self) -> str:
        """The seat: chair, member and so on."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """The person of a printed name, and the rule; no rule if it is printed as on the list."""

    councillor_id: str
    membership: Seat | None
    rule: str | None


class Members:
    """A board's members in the years that the paper lists."""

    def __init__(self, memberships: Iterable[Seat], registers: Registers) -> None:
        self._by_id: dict[str, list[Seat]] = {}
        for each in memberships:
            self._by_id.setdefault(each.councillor_id, []).append(each)
        self._registers = registers

    def identify(
        self, person: Person, council_id: str | None = None, group: str | None = None
    ) -> KnownPerson:
        """Match a name with the list: as printed, by a form of the given name, or misread.

        Args:
            person: The name.
            council_id: The authority printed beside it. A different spelling never means a member
                of another authority, and the authority decides between two members of one name.
            group: The political group above it, which decides in the same way.
        """
        own_id = self._registers.people.councillor_id(person.name)
        if own_id in self._by_id:
            return KnownPerson(own_id, _likest_seat(self._by_id[own_id], council_id, group), None)
        seats = [
            _likest_seat(seats, council_id, group)
            for seats in self._by_id.values()
            if not all(_is_elsewhere(seat, council_id) for seat in seats)
        ]
        for membership in seats:
            if self._is_variant(person.name, membership.councillor_name):
                return KnownPerson(membership.councillor_id, membership, "given_name_variant")
        likest = max(
            seats,
            key=lambda each: JaroWinkler.similarity(person.name, each.councillor_name),
            default=None,
        )
        if likest and self._is_misread(person.name, likest.councillor_name):
            return KnownPerson(likest.councillor_id, likest, "misread_name")
        return KnownPerson(own_id, None, None)

    def _is_variant(self, name: str, listed: str) -> bool:
        given, surname = name.split()[0], name.split()[-1]
        listed_given, listed_surname = listed.split()[0], listed.split()[-1]
        return surname.casefold() == listed_surname.casefold() and bool(
            self._registers.people.same_given_name(given, listed_given)
        )

    def _is_misread(self, name: str, listed: str) -> bool:
        """Whether only letters differ, not a whole name: given name and surname are each alike."""
        parts, listed_parts = name.casefold().split(), listed.casefold().split()
        return len(parts) == len(listed_parts) and (
            JaroWinkler.similarity("".join(parts), "".join(listed_parts)) >= SAME_NAME
            or (parts[1:] == listed_parts[1:] and parts[0][1:] == listed_parts[0][1:])
        )


def _likest_seat(seats: Sequence[Seat], council_id: str | None, group: str | None) -> Seat:
    """The seat of this authority, else of this group; the last listed if neither decides."""
    return max(
        enumerate(seats),
        key=lambda each: (
            council_id is not None and each[1].council_id == council_id,
            group is not None and each[1].political_group == group,
            each[0],
        ),
    )[1]


def _is_elsewhere(seat: Seat, council_id: str | None) -> bool:
    return None not in (seat.council_id, council_id) and seat.council_id != council_id
