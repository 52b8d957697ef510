"""Rows that go on from the row above, and those of their own."""

import pytest

from pipelines.structures.people.cells import Cells
from pipelines.structures.people.continued_rows import joined_rows
from tests.unit.structures.paper import registers, rows


def whole(text: str) -> list[tuple[str, ...]]:
    return [row.texts for row in joined_rows(rows(text), Cells(registers()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chair\tCllr Hilda\tSevenoaks District\n\tFenn\tCouncil\n",
            [("Chair", "Cllr Hilda Fenn", "Sevenoaks District Council")],
            id="a name and an authority over two lines",
        ),
        pytest.param(
            "Cllr Hilda Fenn\tWeir\nOfficers:\t\n",
            [("Cllr Hilda Fenn", "Weir"), ("Officers:", "")],
            id="a label alone in its row is of the rows below",
        ),
        pytest.param(
            "Cllr Ann Fenn\tBath and North East\n\tSomerset Council\n",
            [("Cllr Ann Fenn", "Bath and North East Somerset Council")],
            id="an authority that ends in the name of another",
        ),
        pytest.param(
            "Cllr Ann Fenn\tLeeds City Council\tDeputy\n\t\tChair\n",
            [("Cllr Ann Fenn", "Leeds City Council", "Deputy Chair")],
            id="a seat over two lines",
        ),
        pytest.param(
            "\tYes\tNo\nCllr Ann Fenn\t\t\n", [("Cllr Ann Fenn", "Yes", "No")], id="a name cut off"
        ),
    ],
)
def test_a_row_goes_on(text: str, expected: list[tuple[str, ...]]) -> None:
    assert whole(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Member\tAnn Fenn\tWeir\n\tCy Moss\tQuay\n", id="a blank seat repeats one"),
        pytest.param("Ann Fenn\tLeeds City Council\nSubstitutes\t\n", id="a heading"),
        pytest.param("X\tJo\nY\tKit\n", id="words of no kind"),
        pytest.param("Ann Fenn\tYes\nVacancy\t\n", id="nobody"),
        pytest.param("Ann Fenn\tYes\n\tNo\n", id="a second mark"),
    ],
)
def test_a_row_of_its_own(text: str) -> None:
    assert len(whole(text)) == 2
