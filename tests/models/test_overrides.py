"""Rulings of `overrides.csv` about who is who."""

from pathlib import Path

import pytest

from .conftest import Build
from .seats import HYTHE, LABOUR, MARSH, NEXT, WEALD, seat


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        pytest.param("", ["john-reed", "john-reed-weald-county-council", "jon-reed"], id="none"),
        pytest.param(
            "john-reed,,john-reed,,is one,register",
            ["john-reed", "jon-reed"],
            id="namesakes are one",
        ),
        pytest.param(
            "john-reed,weald-county-council,jon-reed,,is another,register",
            ["john-reed", "jon-reed"],
            id="the one of an authority is somebody else",
        ),
        pytest.param(
            "jon-reed,,john-reed,,is one,register",
            ["john-reed", "john-reed-weald-county-council"],
            id="two names are one person",
        ),
    ],
)
def test_overrides_rule_over_the_models(
    build: Build, registers: Path, overrides: str, expected: list[str]
) -> None:
    path = registers / "overrides.csv"
    path.write_text(path.read_text("utf-8") + overrides + "\n", "utf-8")

    warehouse = build(
        board_memberships=[
            seat("John Reed", MARSH),
            seat("John Reed", WEALD, {"locator": "l2"}),
            seat("Jon Reed", MARSH, {"locator": "l3"}),
        ]
    )

    assert warehouse.rows("councillor_id", "councillors") == [(each,) for each in expected]


def test_overrides_tell_two_names_apart(build: Build, registers: Path) -> None:
    path = registers / "overrides.csv"
    path.write_text(path.read_text("utf-8") + "sue-reed,,,susan-reed,mother,herself\n", "utf-8")

    warehouse = build(board_memberships=[seat("Susan Reed", MARSH), seat("Sue Reed", MARSH, NEXT)])

    assert warehouse.rows("councillor_id", "councillors") == [("sue-reed",), ("susan-reed",)]


def test_a_person_of_two_councils_is_told_until_overruled(build: Build, registers: Path) -> None:
    seats = [
        seat("John Reed", MARSH, LABOUR),
        seat("John Reed", WEALD, LABOUR, NEXT),
        # One seat: the one council came after the other.
        seat("Ann Hay", HYTHE),
        seat("Ann Hay", MARSH, NEXT),
    ]
    told = build(board_memberships=seats).rows("rule, message, paper_id", "quality_findings")
    ruling = "john-reed,weald-county-council,john-reed,,Moved in 2022,the council's site\n"
    with (registers / "overrides.csv").open("a") as file:
        file.write(ruling)

    assert told == [
        (
            "person_of_two_councils",
            "John Reed represents Marsh County Council and Weald County Council and was taken "
            "for one person.",
            "b2",
        )
    ]
    assert build(board_memberships=seats).rows("rule", "quality_findings") == []
