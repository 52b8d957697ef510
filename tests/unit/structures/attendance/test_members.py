import pytest

from pipelines.reference.people.people import Person
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import BoardMembership
from pipelines.structures.attendance.members import KnownPerson, Members


def seat(name: str, council_id: str | None, group: str) -> BoardMembership:
    return BoardMembership(
        board_id="ferry-board",
        board_name="Ferry Board",
        meeting_year="2021/22",
        councillor_id=name.lower().replace(" ", "-"),
        councillor_name=name,
        honours=None,
        council_id=council_id,
        council_name=council_id,
        party=group,
        political_group=group,
        role="member",
        is_inferred=False,
        inference_rule=None,
        locator="l1",
        quote=name,
    )


JOHN_OF_MARSH = seat("John Reed", "marsh", "Labour")
JOHN_OF_WEALD = seat("John Reed", "weald", "Conservative")
SUSAN = seat("Susan Bee", "marsh", "Labour")
WATERTON = seat("Ann Waterton", None, "Labour")


@pytest.mark.parametrize(
    ("name", "council_id", "group", "known"),
    [
        pytest.param(
            "John Reed", "marsh", None, KnownPerson("john-reed", JOHN_OF_MARSH, None),
            id="of two members the one of the authority",
        ),
        pytest.param(
            "John Reed", None, "Labour", KnownPerson("john-reed", JOHN_OF_MARSH, None),
            id="of two members the one of the group",
        ),
        pytest.param(
            "Sue Bee", None, None, KnownPerson("susan-bee", SUSAN, "given_name_variant"),
            id="a short form",
        ),
        pytest.param(
            "Sue Bee", "marsh", None, KnownPerson("susan-bee", SUSAN, "given_name_variant"),
            id="a short form and the same authority",
        ),
        pytest.param(
            "Sue Bee", "weald", None, KnownPerson("sue-bee", None, None),
            id="a short form and another authority",
        ),
        pytest.param(
            "Ann Watertou", "weald", None, KnownPerson("ann-waterton", WATERTON, "misread_name"),
            id="a wrong letter, no authority on the list",
        ),
    ],
)  # fmt: skip
def test_a_name_is_matched_with_the_list(
    name: str, council_id: str | None, group: str | None, known: KnownPerson
) -> None:
    members = Members([JOHN_OF_MARSH, JOHN_OF_WEALD, SUSAN, WATERTON], load_registers(REFERENCE))

    assert members.identify(Person(name), council_id, group) == known
