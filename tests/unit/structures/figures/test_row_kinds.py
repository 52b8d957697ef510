"""What single rows of a table are: figures, the name of a section, words without their figure."""

import pytest

from pipelines.documents import Row
from pipelines.structures.figures.row_kinds import (
    columns_of_figures,
    is_figures,
    is_section,
    lacks_figures,
    words_of_section,
)
from tests.unit.structures.paper import rows


def row(text: str) -> Row:
    """A row of three cells, as a table has it."""
    return rows(f"Quay\tKind\tToll\n{text}\n")[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North\tFull\t4", True),
        ("North\t-\tnil", True),
        ("North\tFull\t-", False),
        ("Quay\t2016\t2017", False),
        ("Total\t2016\t2017", True),
    ],
)
def test_rows_of_figures(text: str, expected: bool) -> None:
    assert is_figures(row(text)) is expected


def test_a_section_is_one_cell_of_words() -> None:
    assert is_section(row("Harbours\t\t"))
    assert words_of_section(row("Harbours\t\t")) == "Harbours"
    assert not is_section(row("Harbours\tFull\t"))


@pytest.mark.parametrize(
    ("text", "in_body", "below_heads"),
    [
        ("North\tFull\t-", True, True),
        ("North\tFull\t", True, False),
        ("Quay\tKind\tToll", False, False),
        ("Harbours\t\t", False, False),
    ],
)
def test_words_whose_figure_is_blank(text: str, in_body: bool, below_heads: bool) -> None:
    held = columns_of_figures([row("North\tFull\t4")])

    assert held == {2}
    assert lacks_figures(row(text), held, is_in_body=True, is_below_heads=False) is in_body
    assert lacks_figures(row(text), held, is_in_body=False, is_below_heads=True) is below_heads
    assert not lacks_figures(row(text), held, is_in_body=False, is_below_heads=False)
