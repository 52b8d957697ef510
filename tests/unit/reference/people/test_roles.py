import pytest

from pipelines.reference.people.roles import Role
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

ROLES = load_registers(REFERENCE).roles


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Chairman", Role("chair", None)),
        ("CHAIR", Role("chair", None)),
        ("Vice-Chair", Role("vice_chair", None)),
        ("Vice Chairman", Role("vice_chair", None)),
        ("Deputy-chairman", Role("deputy_chair", None)),
        ("Members (12)", Role("member", None)),
        ("**Substitutes:**", Role("substitute", None)),
        ("Observers", Role("observer", None)),
        ("Substitutes/Observers", Role("substitute", None)),
        ("Lead Peers", Role("lead_peer", None)),
        ("In attendance", Role("in_attendance", None)),
        ("Also present", Role("in_attendance", None)),
        ("Apologies", Role("member", "apologies")),
        ("Absent", Role("member", "absent")),
        ("Present", Role("member", "present")),
    ],
)
def test_a_printed_role_resolves(printed: str, role: Role) -> None:
    assert ROLES.resolve(printed) == role


@pytest.mark.parametrize("printed", ["Vice-", "(Vice-", "Deputy", "Head of Parks", "", "Kent CC"])
def test_half_a_role_and_other_words_are_none(printed: str) -> None:
    assert ROLES.resolve(printed) is None
