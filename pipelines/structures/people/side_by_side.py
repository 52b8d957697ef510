"""Finds the columns of each list where one table holds several lists of people side by side."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipelines.documents import Row
from pipelines.structures.people.cells import Cells
from pipelines.structures.tables import cell_text

FEWEST_NAMES = 0.6  # of the cells of a column, for a second column of names


def name_columns(
    said: Mapping[int, str | None],
    heads: Mapping[int, Sequence[str]],
    body: Sequence[Row],
    cells: Cells,
) -> list[int]:
    """The columns that hold names and that their heads let hold some."""
    return [
        column
        for column in sorted(said)
        if _may_name(said[column], heads[column], cells) and _are_names(body, column, cells)
    ]


def parts(said: Mapping[int, str | None], names: Sequence[int]) -> list[list[int]]:
    """The columns of each list in a table: all of them, or those of lists side by side.

    If the last columns all hold names, the columns before them belong to each of these.
    """
    columns = sorted(said)
    if len(names) < 2:
        return [columns]
    half = len(columns) // 2
    told = [said[column] for column in columns]
    if list(names) == columns[-len(names) :]:
        return [[*columns[: -len(names)], column] for column in names]
    starts = [0, half] if len(set(told)) > 1 and told == told[:half] * 2 else [0, *names[1:]]
    return [columns[start:end] for start, end in pairwise([*starts, len(columns)])]


def _may_name(said: str | None, heads: Sequence[str], cells: Cells) -> bool:
    """Whether the head of a column lets it hold names: it says so, is a seat, or is missing."""
    return said == "name" or not heads or any(map(cells.is_label, heads))


def _are_names(body: Sequence[Row], column: int, cells: Cells) -> bool:
    printed = [row.cells[column] for row in body if cell_text(row, column)]
    fitting = sum(cells.holds("name", cell) for cell in printed)
    return bool(fitting) and fitting >= FEWEST_NAMES * len(printed)
