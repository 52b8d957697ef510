import pytest

from pipelines.structures.people.cells import cells_of
from pipelines.structures.people.side_by_side import name_columns, parts
from tests.unit.structures.paper import registers, rows


def test_a_column_may_hold_names_if_its_head_lets_it() -> None:
    body = rows("Ann Bee\tCy Dee\tJo Gull\nEve Tarn\tAl Fell\tMo Hale")
    said = {0: "name", 1: None, 2: None}
    heads = {0: ["Councillor"], 1: ["Apologies"], 2: ["Lead officer"]}
    assert name_columns(said, heads, body, cells_of(registers())) == [0, 1]


@pytest.mark.parametrize(
    ("said", "names", "columns"),
    [
        pytest.param(["name", "council"], [0], [[0, 1]], id="one list"),
        pytest.param(["name", None, "name", None], [0, 2], [[0, 1], [2, 3]], id="two lists"),
        pytest.param([None, "name", "name"], [1, 2], [[0, 1], [0, 2]], id="labels before both"),
    ],
)
def test_lists_side_by_side_are_parted(
    said: list[str | None], names: list[int], columns: list[list[int]]
) -> None:
    assert parts(dict(enumerate(said)), names) == columns
