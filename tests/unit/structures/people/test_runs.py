"""Marks and days that ran together in one cell."""

import pytest

from pipelines.structures.people.runs import days_apart, marks_apart
from tests.unit.structures.paper import registers, rows


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["03/03/17 05/05/17"], [["03/03/17"], ["05/05/17"]]),
        (["3 March 2017", "5 May 2017"], [["3 March 2017"], ["5 May 2017"]]),
        (["3 March 2017"], [["3 March 2017"]]),
        (["from 03/03/17 to 05/05/17"], [["from 03/03/17 to 05/05/17"]]),
    ],
)
def test_days_of_one_head(words: list[str], expected: list[list[str]]) -> None:
    assert days_apart(words) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Ann Fenn\tYes No Yes", 4, ("Ann Fenn", "Yes", "No", "Yes")),
        ("Ann Fenn\tYes No\tYes", 4, ("Ann Fenn", "Yes", "No", "Yes")),
        ("Ann Fenn\tYes No", 4, ("Ann Fenn", "Yes No")),
        ("Ann Fenn\tYes No\tYes No", 4, ("Ann Fenn", "Yes No", "Yes No")),
        ("Ann Fenn\tsee No", 3, ("Ann Fenn", "see No")),
        ("Ann Fenn\tYes", 2, ("Ann Fenn", "Yes")),
    ],
)
def test_marks_of_one_cell(text: str, width: int, expected: tuple[str, ...]) -> None:
    (row,) = rows(text)
    assert marks_apart(row, width, registers().people_tables).texts == expected
