import pytest

from pipelines.structures.attendance.columns.turned_names import turned
from pipelines.structures.attendance.columns.whole_cells import whole_cells
from tests.unit.structures.paper import registers, rows


def names(text: str) -> list[str]:
    grid = turned(whole_cells(rows(text), registers()), registers())
    return [cell.text for row in grid for cell in row if cell]


def test_names_are_turned_where_all_have_the_surname_first() -> None:
    text = "Tarn, Ann\tvan der Quay, Cy (Chair)\nap Bee, Mrs Jo\tGull, Dilnoza"
    assert names(text) == ["Ann Tarn", "Cy van der Quay (Chair)", "Mrs Jo ap Bee", "Dilnoza Gull"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann, Tarn\tCy, Quay\nJo, Bee\tEve, Gull", id="given names before commas"),
        pytest.param("Tarn, Weir\tQuay, Mere\nBee, Fell\tGull, Moor", id="no known given name"),
        pytest.param("Tarn, Ann\tQuay, Cy", id="too few"),
        pytest.param("Tarn, Ann\tQuay, Cy\nBee, Jo\tCllr Eve Gull\nAnn Fell\tJo Dee", id="mixed"),
    ],
)
def test_other_names_stay(text: str) -> None:
    assert names(text) == text.replace("\n", "\t").split("\t")
