"""The role of a number, by what stands beside it."""

import pytest

from tests.unit.structures.read import counted


def roles(text: str) -> list[tuple[int, str]]:
    return [(each.count.value, each.role) for each in counted(text)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("40 leaders came.", "count", id="count"),
        pytest.param("Of the 40 councils, several came.", "whole", id="whole"),
        pytest.param("Seven came out of 40.", "whole", id="out of"),
        pytest.param("Leaders came, of which 40 from Wales.", "part", id="part"),
        pytest.param("We had a target of 40 councillors.", "target", id="target"),
        pytest.param("The target for Tide Academy is 40 places.", "target", id="a target is"),
        pytest.param("We had planned for Tide; 40 councils came.", "count", id="behind a plan"),
        pytest.param("Of these 40 have begun.", "part", id="of these with a verb"),
        pytest.param("Half the 40 were leaders.", "whole", id="half of it"),
        pytest.param("Two came from Mill's 40 councils.", "whole", id="whose"),
        pytest.param("40 leaders whom we had hoped for came.", "count", id="no target"),
        pytest.param("They met from 12 to 14 July.", "measure", id="first day of two"),
        pytest.param("Fewer came, compared with 40 last year.", "compared", id="compared"),
        pytest.param("It grew by 40 councillors.", "change", id="change"),
        pytest.param("Attendance was 40 more than last year.", "change", id="more than"),
        pytest.param("One in five councils came.", "share", id="share"),
        pytest.param("Trainees of cohort 40 came.", "name", id="name"),
        pytest.param("It lasted 40 days.", "measure", id="days"),
        pytest.param("An average of 40 councillors came.", "rate", id="average"),
        pytest.param("A maximum of 40 councillors may come.", "capacity", id="capacity"),
        pytest.param("40 piers stand.", "other", id="piers"),
        pytest.param("Between 40 and 50 councillors came.", "measure", id="range"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert dict(roles(text)).get(40, roles(text)[0][1]) == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 or 7 leaders came.", [(6, "measure"), (7, "count")]),
        ("By 11 votes to 6 they agreed.", [(11, "measure"), (6, "measure")]),
        ("7 out of 12 councils came.", [(7, "count"), (12, "whole")]),
    ],
)
def test_numbers_beside_each_other(text: str, expected: list[tuple[int, str]]) -> None:
    assert roles(text) == expected
