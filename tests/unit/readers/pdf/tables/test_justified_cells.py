"""Cells that wrap and are justified: the order of print says which words are of one cell."""

import pytest

from pipelines.readers.pdf.page.characters import Word
from pipelines.readers.pdf.tables.justified_cells import with_justified_cells

Printed = tuple[str, float, float, float]  # words, left, right, top


def runs(*printed: Printed) -> list[list[Word]]:
    """One run of words for each, in printed order; words of a run are close to each other."""
    found = []
    for text, left, right, top in printed:
        words = text.split()
        step = (right - left) / len(words)
        edges = [left + step * number for number in range(len(words) + 1)]
        found.append(
            [
                Word(word, edges[n], edges[n + 1] - (n + 1 < len(words)), top, top + 10, n)
                for n, word in enumerate(words)
            ]
        )
    return found


def texts(*printed: Printed) -> list[str]:
    return [" ".join(word.text for word in run) for run in with_justified_cells(runs(*printed))]


def test_lines_of_a_cell_are_joined() -> None:
    first = (("Dues", 100, 120, 0), ("paid", 140, 160, 0), ("by May", 100, 130, 12))
    second = (("Boats", 170, 195, 0), ("in", 222, 230, 0), ("port", 170, 190, 12))
    assert texts(*first, *second) == ["Dues paid", "by May", "Boats in", "port"]


def test_a_cell_behind_another_of_one_line() -> None:
    cells = (("Quay", 20, 40, 0), ("Dues", 100, 120, 0), ("paid", 140, 160, 0))
    rest = (("by", 100, 110, 12), ("Rafts", 170, 190, 0))
    assert texts(*cells, *rest) == ["Quay", "Dues paid", "by", "Rafts"]


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(
            (("North", 20, 45, 0), ("4", 90, 95, 0), ("South", 20, 45, 12), ("5", 90, 95, 12)),
            id="printed row by row",
        ),
        pytest.param(
            (
                *(("North", 20, 45, 0), ("4", 90, 95, 0), ("South", 20, 45, 12), ("5", 90, 95, 12)),
                *(("East", 120, 140, 0), ("7", 160, 165, 0)),
            ),
            id="row by row, another table beside",
        ),
        pytest.param(
            (
                *(("Dues", 100, 120, 0), ("Boats", 140, 165, 0), ("paid", 100, 120, 12)),
                *(("4", 100, 105, 30), ("6", 140, 145, 30)),
            ),
            id="a head that wraps, printed line by line",
        ),
        pytest.param(
            (
                *(("3", 60, 65, 300), ("Quay", 20, 45, 0), ("Dues", 140, 165, 0)),
                *(("North of", 20, 60, 12), ("town", 20, 45, 24), ("6", 150, 155, 18)),
            ),
            id="the number of the page printed first",
        ),
    ],
)
def test_columns_stay_apart(printed: tuple[Printed, ...]) -> None:
    assert texts(*printed) == [text for text, *_ in printed]
