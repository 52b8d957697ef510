"""Registers of attendance of a committee system: which tables are one, and what a row says."""

import pytest

from pipelines.structures.attendance.attendance_registers import find_registers
from tests.unit.structures.paper import people_tables, registers

Entry = tuple[str, str, str, str | None]


def register(*rows: str) -> list[Entry]:
    """Name, status, capacity (`officer` for an officer) and mode of each entry."""
    return [
        (
            entry.named.person.name,
            entry.status,
            "officer" if entry.is_officer else entry.capacity,
            entry.mode,
        )
        for entry in find_registers(people_tables("\n".join(rows)), registers())
    ]


HEADER = "Attendee\tRole\tAttendance"
ANN = "Councillor Ann Fenn\tMember\tPresent"


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        ("Cy Moss\tMember\tPresent, virtual", ("Cy Moss", "present", "member", "virtual")),
        ("Cy Moss\tChair\tPresent, as expected", ("Cy Moss", "present", "chair", None)),
        ("Cy Moss\tMember\tApologies, sent", ("Cy Moss", "apologies", "member", None)),
        ("Cy Moss\tMember\tDid not attend", ("Cy Moss", "absent", "member", None)),
        ("Cy Moss\tMember\tExpected", ("Cy Moss", "not_recorded", "member", None)),
        ("Cy Moss\tMember\tIn attendance", ("Cy Moss", "present", "in_attendance", None)),
        ("Cy Moss\tMember\tPresent (as substitute)", ("Cy Moss", "present", "substitute", None)),
        ("Cy Moss\tTide Officer\tPresent", ("Cy Moss", "present", "officer", None)),
        (
            "Cy Moss\tHeadteacher and Ex-Officio Governor\tPresent",
            ("Cy Moss", "present", "member", None),
        ),
        ("Councillor Cy Moss\tTide Manager\tPresent", ("Cy Moss", "present", "member", None)),
    ],
)
def test_a_row_says_who_came_and_how(row: str, entry: Entry) -> None:
    assert register(HEADER, ANN, row) == [("Ann Fenn", "present", "member", None), entry]


BARE = ("Ann Fenn\tPresent", "Cy Moss\tApologies", "Jo Reed\tAbsent")
NAMED = [
    ("Ann Fenn", "present", "member", None),
    ("Cy Moss", "apologies", "member", None),
    ("Jo Reed", "absent", "member", None),
]


def test_a_header_needs_two_rows_and_a_bare_register_three() -> None:
    assert register("Name\tStatus", *BARE[:2]) == NAMED[:2]
    assert register("Name\tStatus", *BARE[:1]) == []
    assert register(*BARE) == NAMED
    assert register(*BARE[:2]) == []


def test_six_rows_in_ten_that_name_somebody_have_a_status() -> None:
    unread = ("Pat Larch\tsee note 1", "Sam Birch\tsee note 2", "Kit Sedge\tsee note 3")
    assert register("Name\tStatus", *BARE, *unread[:2]) == NAMED
    assert register("Name\tStatus", *BARE, "Eve Olive\tAbsent", *unread) == []
