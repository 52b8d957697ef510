"""The marks of an attendance table, and those that may stand in a run of names."""

import pytest

from pipelines.structures.attendance.marks import RUN_MARKS, read_mark


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Yes", "present"),
        (" ✓ ", "present"),
        ("P", "present"),
        ("**Attended**", "present"),
        ("X", "absent"),
        ("Apologies (on leave)", "apologies"),
        ("Apols.", "apologies"),
        ("A", "apologies"),
        ("(A)", None),
        ("Yes and no", None),
        ("6", None),
        ("", None),
    ],
)
def test_a_cell_is_a_mark_or_none(printed: str, status: str | None) -> None:
    assert read_mark(printed) == status


def test_single_letters_are_initials_in_a_run_of_names() -> None:
    assert {"yes", "✓", "apols"} <= RUN_MARKS
    assert RUN_MARKS.isdisjoint({"y", "n", "p", "a", "x"})
