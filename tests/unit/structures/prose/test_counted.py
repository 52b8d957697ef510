"""Numbers of a sentence: whom they count, and what they take from their neighbours."""

import pytest

from tests.unit.structures.read import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("40 newly elected councillors came", [(40, "councillors")], id="adjectives"),
        pytest.param("forty leaders came", [(40, "leaders")], id="in words"),
        pytest.param("one councillor came", [(1, "councillors")], id="one"),
        pytest.param("40 piers for councillors", [(40, None)], id="another noun"),
        pytest.param("40 members of the public", [(40, None)], id="other members"),
        pytest.param("12 of the 20 councils", [(12, "councils"), (20, "councils")], id="whole"),
        pytest.param("of the 20 councils, 12 came", [(20, "councils"), (12, "councils")], id="of"),
        pytest.param("20 leaders and chief executives", [(20, "people")], id="joined"),
        pytest.param(
            "20 leaders and 5 chief executives",
            [(20, "leaders"), (5, "chief_executives")],
            id="two numbers",
        ),
        pytest.param("the number of councils rose to 54", [(54, "councils")], id="number of"),
        pytest.param("councils that took part (64)", [(64, "councils")], id="in brackets"),
        pytest.param("no councillor came", [], id="none"),
    ],
)
def test_whom_a_number_counts(text: str, expected: list[tuple[int, str | None]]) -> None:
    found = [(each.count.value, each.unit.unit if each.unit else None) for each in counted(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("40 councils came", "exactly"),
        ("over 40 councils came", "over"),
        ("40 or more councils came", "at_least"),
        ("40+ councils came", "at_least"),
        ("40 or so councils came", "about"),
    ],
)
def test_a_qualifier_may_stand_on_either_side(text: str, qualifier: str) -> None:
    assert [each.count.qualifier for each in counted(text)] == [qualifier]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "14 of the 204 councillors who had taken part stood.",
            [(14, "other"), (204, "count")],
            id="the relative clause is of the whole",
        ),
        pytest.param("Cohorts 15 and 16 began.", [(15, "name"), (16, "name")], id="names"),
        pytest.param(
            "40 took part (2018/19: 21).", [(40, "count"), (21, "compared")], id="another time"
        ),
        pytest.param(
            "Against 43 from 17 councils", [(43, "compared"), (17, "compared")], id="both compared"
        ),
    ],
)
def test_a_role_may_come_from_a_neighbour(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(each.count.value, each.role) for each in counted(text)] == expected


def test_a_part_is_told_with_its_whole() -> None:
    part, whole = counted("257 of the 353 councils came.")
    assert (part.whole, part.role, whole.whole, whole.role) == (353, "count", None, "whole")


def test_peer_challenges_are_counted_as_such() -> None:
    one, other = counted("Ten peer challenges and 12 piers")
    assert (one.challenge is not None, one.noun, one.may_count) == (True, "peer challenges", True)
    assert (other.challenge, other.may_count) == (None, False)
