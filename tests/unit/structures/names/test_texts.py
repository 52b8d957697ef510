"""Rows of names made ready for cutting; the text keeps its length."""

import pytest

from pipelines.structures.names.texts import ready_to_cut


@pytest.mark.parametrize(
    ("text", "ready"),
    [
        ("Ann Fenn, Cy Moss", "Ann Fenn, Cy Moss"),
        ("Cllr Fenn, who presided, Cllr Moss", "Cllr Fenn              , Cllr Moss"),
        ("Cllr Fenn arrived at 8.00 p.m., Moss", "Cllr Fenn                     , Moss"),
        ("Jo O’ Reed, Moss", "Jo O’Reed , Moss"),
        ("Ann Fenn, Quay Owners and Tide Group", "Ann Fenn" + " " * 28),
        ("Ann Fenn (Tide Officer (Acting))", "Ann Fenn (Tide Officer  Acting )"),
        ("The Mayor (Cllr Ann Fenn), Moss", "Cllr Ann Fenn (Mayor)    , Moss"),
        ("Cllr Fenn as substitute for Cllr Moss", "Cllr Fenn (substitute for Cllr Moss) "),
        ("Y Cynghorydd / Councillor Ann Fenn", "               Councillor Ann Fenn"),
        ("The Mayor (in a robe), Moss", "The Mayor (in a robe), Moss"),
        ("Moss, Mrs A.", "Mrs A. Moss "),
    ],
)
def test_a_row_keeps_its_length(text: str, ready: str) -> None:
    assert ready_to_cut(text) == ready
    assert len(ready) == len(text)


def test_a_title_that_lost_its_space_is_parted_in_the_place_of_its_stop() -> None:
    assert ready_to_cut("Cllr.Fenn, Mr.Moss") == "Cllr Fenn, Mr Moss"
