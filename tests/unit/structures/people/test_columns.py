"""Columns of tables of people: what heads say, and what cells say where heads say nothing."""

import pytest

from pipelines.structures.people.cells import Cells
from pipelines.structures.people.columns import Columns, assign
from tests.unit.structures.paper import registers, rows

ROWS = "Labour\tCllr Ann Fenn\tLeeds City Council\tChair\nLabour\tCllr Cy Moss\tKent CC\tMember\n"


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        pytest.param(
            ("group", "name", "council", "role"), ROWS, Columns(1, 2, 0, 3), id="all headed"
        ),
        pytest.param((None,) * 4, ROWS, Columns(1, 2, 0, 3), id="none headed"),
        pytest.param(
            ("name", "council"),
            "Cllr Ann Fenn\tHarbour Trust\nCllr Cy Moss\tQuay Ltd\n",
            Columns(0, 1),
            id="a head names what no register knows",
        ),
        pytest.param(
            ("name", None),
            "Cllr Ann Fenn\tHarbour Trust\nCllr Cy Moss\tQuay Ltd\n",
            Columns(0),
            id="no head and nothing known",
        ),
        pytest.param(
            (None, None),
            "Cllr Ann Fenn\tPresent\nCllr Cy Moss\tAbsent\n",
            Columns(0, status=1),
            id="marks behind names",
        ),
        pytest.param(
            (None, None),
            "Present\tCllr Ann Fenn\nApologies\tCllr Cy Moss\n",
            Columns(1, role=0),
            id="the same words before names are positions",
        ),
        pytest.param(("name", None), "Quay\t3\nPier\t4\n", None, id="nobody"),
    ],
)
def test_columns(said: tuple[str | None, ...], text: str, expected: Columns | None) -> None:
    assert assign(dict(enumerate(said)), rows(text), set(), Cells(registers())) == expected


def test_a_column_that_is_taken_has_no_role() -> None:
    found = assign(dict.fromkeys(range(4)), rows(ROWS), {0}, Cells(registers()))
    assert found == Columns(1, 2, None, 3)
