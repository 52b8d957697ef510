from datetime import date

import pytest

from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

COUNCILS = load_registers(REFERENCE).councils
ON = date(2014, 12, 1)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(["Kent County Council"], id="one name"),
        pytest.param(
            ["Wealden District Council", "North Yorkshire County Council", "City of York Council"],
            id="full names",
        ),
        pytest.param(["Kent CC", "Wigan MBC", "Derby City", "Brent LB"], id="short forms"),
        pytest.param(["Kent", "North Tyneside", "East Sussex", "Leeds"], id="bare names"),
        pytest.param(
            ["Merton Council", "Energy Trust", "East Herts Council", "Regional Adviser"],
            id="bodies that are no authority",
        ),
        pytest.param(
            ["Wakefield Metropolitan District Council"] * 2 + ["Blackburn with Darwen Council"],
            id="one name twice",
        ),
        pytest.param(
            ["Kent County Council", "Blackburn wth Darwen Borough Council", "Wigan MBC"],
            id="damaged name",
        ),
        pytest.param(
            [
                "Kent County Council",
                "Regional Harbour and Quay Office",
                "Northern Harbour Trust (NHT)",
            ],
            id="a body with its short form in brackets",
        ),
        pytest.param(
            ["Basingstoke & Deane BC", "London Borough of Brent", "Isle of Wight Council"],
            id="small words within names",
        ),
    ],
)
def test_a_run_is_cut_into_its_names(parts: list[str]) -> None:
    assert COUNCILS.split(" ".join(parts), len(parts), ON) == parts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Kent County Council", 2, id="a cut would go through a name"),
        pytest.param("Kent County Council Wealden District Council", 1, id="two names, one seat"),
        pytest.param("Kent Wigan", 3, id="fewer words than names"),
        pytest.param("", 1, id="nothing"),
        pytest.param("Kent", 0, id="no names wanted"),
        pytest.param("of the council and", 2, id="no names"),
    ],
)
def test_a_run_that_cannot_be_cut_is_refused(text: str, count: int) -> None:
    assert COUNCILS.split(text, count, ON) is None
