import pytest

from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

WORDS = load_registers(REFERENCE).people_tables


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("Councillor", "name"),
        ("Member name", "name"),
        ("Local Authority", "council"),
        ("POLITICAL GROUP", "group"),
        ("Role on the board", "role"),
        ("Attendance", "status"),
        ("% attended", "total"),
        ("%", "total"),
        ("Fares", None),
        ("", None),
    ],
)
def test_heads_of_columns(head: str, column: str | None) -> None:
    assert WORDS.column(head) == column


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("YES*", "present"),
        ("Present, virtual", "present"),
        ("Apologies (work)", "apologies"),
        ("Apologies - on leave", "apologies"),
        ("(A)", None),
        ("6", None),
    ],
)
def test_marks(printed: str, status: str | None) -> None:
    assert WORDS.mark(printed) == status


def test_single_letters_are_initials_in_a_run_of_names() -> None:
    assert {"yes", "✓", "apols"} <= WORDS.run_marks
    assert WORDS.run_marks.isdisjoint({"y", "n", "p", "a", "x"})


@pytest.mark.parametrize(
    ("printed", "is_nil"), [("", True), (" – ", True), ("☐", True), ("A", False)]
)
def test_cells_that_say_nothing(printed: str, is_nil: bool) -> None:
    assert WORDS.is_nil(printed) is is_nil
