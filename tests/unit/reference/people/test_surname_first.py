"""Rows of names that print the surname first; a row keeps its length."""

import pytest

from pipelines.reference.people.surname_first import given_first_in_row, has_letters_behind


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("FENN, Cllr Ann (Chair); DI MOSS, Mr C", "Cllr Ann Fenn  (Chair); Mr C Di Moss "),
        ("Cllr FENN, Cllr Moss", "Cllr FENN, Cllr Moss"),
        ("van der Moss, J T (Chair)", "J T van der Moss  (Chair)"),
        ("Cllr Moss, A.; Fenn, B.", "Cllr A. Moss ; B. Fenn "),
        ("Moss, A. Fenn, B. Reed", "Moss, A. Fenn, B. Reed"),
        ("Moss, A. De Fenn, Mrs B", "A. Moss; Mrs B De Fenn "),
        ("MOSS, A.Fenn, Cllr B.", "A. Moss;Cllr B. Fenn "),
        ("LGA, Ann Fenn", "LGA, Ann Fenn"),
        ("Moss, A., Fenn, B.", "Moss, A., Fenn, B."),
    ],
)
def test_given_names_come_first(row: str, expected: str) -> None:
    assert given_first_in_row(row) == expected
    assert len(expected) == len(row)


@pytest.mark.parametrize(
    ("text", "expected"), [("Moss, A.B.", True), ("Moss, Ann", False), ("FENN, Cllr Ann", False)]
)
def test_letters_behind_a_surname_show_a_name(text: str, expected: bool) -> None:
    assert has_letters_behind(text) is expected
