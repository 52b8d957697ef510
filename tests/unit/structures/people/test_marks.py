"""Marks of attendance: what the register, the key of a table and its other marks make of them."""

import pytest

from pipelines.structures.people.marks import is_grid, read_marks, status_of_words
from tests.unit.structures.paper import registers, rows

WORDS = registers().people_tables


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Yes", "present"),
        (" ✓ ", "present"),
        ("P", "present"),
        ("**Attended**", "present"),
        ("Apologies (on leave)", "apologies"),
        ("Present, virtual", "present"),
        ("Apols.", "apologies"),
        ("A", "apologies"),
        ("Yes and no", "not_recorded"),
        ("6", "not_recorded"),
        ("N/A", "not_recorded"),
        ("Yes No", None),
        ("–", None),
        ("☐", None),
        ("", None),
    ],
)
def test_a_cell_is_a_mark_or_blank(printed: str, status: str | None) -> None:
    assert read_marks(WORDS, (), ("Yes", "No")).status(printed) == status


@pytest.mark.parametrize(
    ("line", "mark", "status"),
    [
        ("P = present, A = absent", "A", "absent"),
        ("Key: X – attended; O – apologies", "X", "present"),
        ("Key: X – attended; O – apologies", "O", "apologies"),
        ("✓ denotes present, S denotes substitute sent", "S", "apologies"),
        ("N/A: not a member at the time", "N/A", "not_recorded"),
        ("A tick shows who was present", "✓", "present"),
        ("A cross means present", "X", "present"),
    ],
)
def test_the_key_of_a_table_decides(line: str, mark: str, status: str) -> None:
    assert read_marks(WORDS, (line,), ("Yes",)).status(mark) == status


@pytest.mark.parametrize(
    ("cells", "mark", "status"),
    [
        (("X", "✓"), "X", "absent"),
        (("X", ""), "X", "not_recorded"),
        (("A", "P"), "A", "apologies"),
        (("A", "P", "Ap"), "A", "absent"),
    ],
)
def test_marks_beside_it_say_what_a_mark_means(
    cells: tuple[str, ...], mark: str, status: str
) -> None:
    assert read_marks(WORDS, (), cells).status(mark) == status


def test_words_that_say_nothing_of_attendance() -> None:
    assert status_of_words("provisional figures") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Fenn\tYes\tNo\nCy Moss\tYes\t\n", True),
        ("Ann Fenn\tYes No Yes\n", True),
        ("Ann Fenn Y Y N\t2\n", True),
        ("A P Fenn\tYes\n", False),
        ("Name\tPresent Apologies\nAnn Fenn\tX\nCy Moss\tX\n", True),
        ("Ann Fenn\tYes\nCy Moss\tNo\n", False),
        ("Present\tApologies\nAnn Fenn\tCy Moss\n", False),
    ],
)
def test_rows_of_several_marks_are_of_other_days(text: str, expected: bool) -> None:
    assert is_grid(rows(text), WORDS) is expected
