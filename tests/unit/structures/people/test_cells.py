"""Cells of tables of people: what words can be, seats behind authorities, note marks."""

import pytest

from pipelines.documents import Passage, Span
from pipelines.structures.people.cells import Cells, joined, positions, seat_behind, without_marks
from tests.unit.structures.paper import registers, rows


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Cllr Ann Fenn", {"name"}),
        ("Leeds City Council", {"council"}),
        ("Labour Group", {"group"}),
        ("Vice-Chair", {"role"}),
        ("Weir DC", set()),
        ("Cllr Ann", set()),
        ("Apologies", {"role", "status"}),
        ("LGA officers", {"role"}),
    ],
)
def test_what_words_can_be(text: str, kinds: set[str]) -> None:
    assert Cells(registers()).kinds(text) == kinds


def test_a_cell_of_several_lines_holds_what_one_of_them_is() -> None:
    (row,) = rows("<p>Ann Fenn</p><p>Cy Moss</p>\tWeir\n")
    cells = Cells(registers())
    assert [cells.holds("name", cell) for cell in row.cells] == [True, False]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Cllr Ann Fenn*", "Cllr Ann Fenn"),
        ("Ann Fenn (a)", "Ann Fenn"),
        ("Ann Fenn† (Chair)", "Ann Fenn (Chair)"),
        ("Leeds City Council [2]", "Leeds City Council"),
        ("Ann Fenn (Chair)1", "Ann Fenn (Chair)"),
        ("Ann Fenn (AF)", "Ann Fenn (AF)"),
    ],
)
def test_note_marks_are_no_part_of_a_cell(printed: str, text: str) -> None:
    assert without_marks(printed) == text


def test_a_seat_in_brackets_behind_an_authority() -> None:
    assert seat_behind("Leeds City Council (Chair)", registers()) == ("Leeds City Council", "chair")
    assert seat_behind("Weir (Quay)", registers()) == ("Weir (Quay)", None)


def test_seats_that_run_together() -> None:
    assert [role.role for role in positions("Chair Vice-Chair", registers())] == [
        "chair",
        "vice_chair",
    ]
    assert positions("Chair of Fares", registers()) == []


def test_passages_are_joined_but_not_over_a_page() -> None:
    first, second = (Passage(text, text, Span(n, n, 1)) for n, text in enumerate(("Ann-", "Bee")))
    whole = joined([first, second])
    assert (whole.text, whole.raw, whole.span.last_line) == ("Ann-Bee", "Ann- Bee", 1)
    assert whole.part(4).quote() == "Bee"
    assert joined([first, Passage("Bee", "Bee", Span(1, 1, 2))]) == first
