"""What the whole of a roll tells of each of its names."""

import pytest

from pipelines.reference.people.people import Person
from pipelines.structures.attendance.columns.reading import RollLine
from pipelines.structures.attendance.roll_entries import (
    RollEntry,
    entries_in,
    is_member,
    only_attend,
    whole_roll,
)
from pipelines.structures.attendance.roll_labels import RollLabel
from pipelines.structures.names.lists import NamedPerson, read_names
from tests.unit.structures.paper import line, registers


def entry(
    name: str,
    status: str = "present",
    capacity: str = "member",
    *,
    is_officer: bool = False,
    kind: str = "list",
    stands_in_for: str | None = None,
    remark: str | None = None,
    council: str | None = None,
    is_councillor: bool = False,
) -> RollEntry:
    person = Person(name, council=council)
    named = NamedPerson(person, is_councillor, None, stands_in_for, remark, line(name))
    return RollEntry(named, status, capacity, None, is_officer, kind)


def whole(*entries: RollEntry) -> list[tuple[str, str, str, str | None]]:
    """Name, status, capacity, and for whom one stands in, of a roll that is whole."""
    return [
        (each.named.person.name, each.status, each.capacity, each.named.stands_in_for)
        for each in whole_roll(entries)
    ]


ANN, CY = ("Ann Fenn", "present", "member", None), ("Cy Moss", "present", "member", None)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([entry("Ann Fenn"), entry("Fenn")], [ANN], id="a surname of one person"),
        pytest.param(
            [entry("Ann Fenn"), entry("Cy Fenn"), entry("Fenn")],
            [ANN, ("Cy Fenn", *CY[1:]), ("Fenn", *ANN[1:])],
            id="a surname of two people",
        ),
        pytest.param(
            [entry("Ann Fenn"), entry("Fenn", "apologies")],
            [ANN, ("Fenn", "apologies", "member", None)],
            id="who came is not who is excused",
        ),
        pytest.param(
            [entry("Ann Fenn"), entry("ANN FENN"), entry("Ann Fenn", is_officer=True)],
            [ANN, ANN],
            id="once for each status, and once as officer",
        ),
        pytest.param(
            [entry("Ann Fenn"), entry("Ann Fenn", capacity="substitute", stands_in_for="Cy Moss")],
            [("Ann Fenn", "present", "substitute", "Cy Moss")],
            id="the entry that tells of a stand-in",
        ),
        pytest.param(
            [entry("Cy Moss", "apologies"), entry("Ann Fenn", stands_in_for="Moss")],
            [("Cy Moss", "apologies", "member", None), (*ANN[:3], "Cy Moss")],
            id="the whole name of who is replaced",
        ),
        pytest.param(
            [entry("Fenn", remark="A"), entry("Fenn", remark="CB")],
            [("A Fenn", *ANN[1:]), ("CB Fenn", *ANN[1:])],
            id="letters that tell two apart",
        ),
        pytest.param(
            [entry("Fenn", remark="A"), entry("Moss", remark="C")],
            [("Fenn", *ANN[1:]), ("Moss", *ANN[1:])],
            id="letters that tell nobody apart",
        ),
        pytest.param(
            [entry("Fenn", remark="ABC"), entry("Fenn", remark="D")],
            [("Fenn", *ANN[1:])],
            id="three letters are no given names",
        ),
    ],
)
def test_names(entries: list[RollEntry], expected: list[tuple[str, str, str, str | None]]) -> None:
    assert whole(*entries) == expected


GUEST = entry("Kit Larch", remark="County Councillor")


@pytest.mark.parametrize(
    ("entries", "capacity"),
    [
        pytest.param([entry("Ann Fenn"), entry("Cy Moss"), GUEST], "in_attendance", id="of three"),
        pytest.param([entry("Ann Fenn"), GUEST], "member", id="half of two"),
        pytest.param(
            [entry("Ann Fenn", council="Weir"), entry("Cy Moss", council="Quay"), GUEST],
            "member",
            id="a joint body",
        ),
        pytest.param(
            [entry("Ann Fenn", council="Weir"), entry("Cy Moss"), GUEST],
            "in_attendance",
            id="one authority of three",
        ),
    ],
)
def test_a_councillor_of_a_higher_council_is_a_guest(
    entries: list[RollEntry], capacity: str
) -> None:
    assert whole(*entries)[-1] == ("Kit Larch", "present", capacity, None)


CAME = entry("Ann Fenn", capacity="in_attendance", is_councillor=True)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([CAME], True),
        ([CAME, entry("Cy Moss", is_officer=True)], True),
        ([CAME, entry("Cy Moss", kind="prose")], True),
        ([CAME, entry("Cy Moss", "apologies")], True),
        ([CAME, entry("Cy Moss")], False),
        ([entry("Ann Fenn", capacity="in_attendance")], False),
        ([], False),
    ],
)
def test_minutes_may_name_members_only_as_in_attendance(
    entries: list[RollEntry], expected: bool
) -> None:
    assert only_attend(entries) is expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (entry("Ann Fenn"), True),
        (entry("Ann Fenn", capacity="substitute"), True),
        (entry("Ann Fenn", "apologies"), False),
        (entry("Ann Fenn", capacity="in_attendance"), False),
        (entry("Ann Fenn", is_officer=True), False),
        (entry("Ann Fenn", kind="prose"), False),
    ],
)
def test_a_member_came_by_a_list(one: RollEntry, expected: bool) -> None:
    assert is_member(one) is expected


def test_a_cell_beside_a_name_tells_of_the_person_and_the_row_is_quoted() -> None:
    row = line("Cllr Ann Fenn Kent County Council (for Cllr Cy Moss)")
    told = ("Kent County Council (for Cllr Cy Moss)",)
    names = read_names(line("Cllr Ann Fenn"), registers())
    (found,) = entries_in(
        RollLine(line("Cllr Ann Fenn"), in_table=True, quoted=row, told=told),
        names,
        RollLabel(),
        registers(),
        "list",
    )
    assert (found.named.person.council, found.named.stands_in_for, found.capacity) == (
        "Kent County Council",
        "Cy Moss",
        "substitute",
    )
    assert (found.named.passage, found.in_table) == (row, True)


def test_a_seat_behind_a_comma_beside_a_name_is_of_another_body() -> None:
    names = read_names(line("Cllr Ann Fenn"), registers())
    beside = RollLine(line("Cllr Ann Fenn"), told=("Chair, Harbour Panel",))
    (found,) = entries_in(beside, names, RollLabel(), registers(), "list")
    assert found.capacity == "member"
