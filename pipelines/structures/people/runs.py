"""Marks and days of several columns that ran together in one cell, put into columns by their order.

A cell is cut only if it holds exactly as many as there are columns missing from its row.
"""

from collections.abc import Sequence

from pipelines.documents import Cell, Passage, Row
from pipelines.notation.dates import find_dates
from pipelines.reference.people.people_tables import PeopleTables


def days_apart(words: Sequence[str]) -> list[list[str]]:
    """The words over a column, for each of the days if it holds several and nothing else."""
    text = " ".join(words)
    days = [text[day.start : day.end] for day in find_dates(text)]
    is_all = len("".join(days)) == len("".join(text.split())) + sum(day.count(" ") for day in days)
    return [[day] for day in days] if len(days) > 1 and is_all else [list(words)]


def marks_apart(row: Row, width: int, words: PeopleTables) -> Row:
    """A row with its one cell of several marks cut, if that gives it all of its columns."""
    missing = width - len(row.cells)
    if missing <= 0:
        return row
    runs = [
        (column, parts)
        for column, cell in enumerate(row.cells)
        if len(parts := _marks(cell, words)) == missing + 1
    ]
    if len(runs) != 1:
        return row
    column, parts = runs[0]
    cells = [*row.cells[:column], *(Cell((part,)) for part in parts), *row.cells[column + 1 :]]
    return Row(tuple(cells), row.passage, row.is_agreed)


def _marks(cell: Cell, words: PeopleTables) -> list[Passage]:
    """The marks of a cell that holds nothing else."""
    found = []
    for paragraph in cell.paragraphs:
        start = 0
        for word in paragraph.text.split(" "):
            if words.mark(word) is None:
                return []
            found.append(paragraph.part(start, start + len(word)))
            start += len(word) + 1
    return found
