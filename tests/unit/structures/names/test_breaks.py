"""Where each name of a row begins, with marks between the names and without."""

import pytest

from pipelines.structures.names.breaks import is_initials, is_seat, name_parts
from pipelines.structures.names.patterns import LONGEST_NAME
from tests.unit.structures.paper import registers


def parts(text: str) -> list[str]:
    return [text[part.start : part.end].strip() for part in name_parts(text, registers())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Fenn, Cy Moss and Jo Reed", ["Ann Fenn", "Cy Moss", "Jo Reed"]),
        ("Ann Fenn (Quay, Weir), Cy Moss", ["Ann Fenn (Quay, Weir)", "Cy Moss"]),
        ("Cllr Ann Fenn Mrs Cy Moss", ["Cllr Ann Fenn", "Mrs Cy Moss"]),
        ("Cllr Ann Lord MBE", ["Cllr Ann Lord MBE"]),
        ("A Fenn C Moss J Reed", ["A Fenn", "C Moss", "J Reed"]),
        ("Ann Fenn (AF) Cy Moss (CM)", ["Ann Fenn", "Cy Moss"]),
        ("Ann Fenn AF, Cy Moss CM", ["Ann Fenn", "Cy Moss"]),
        ("Ann Fenn Sue Moss", ["Ann Fenn", "Sue Moss"]),
        ("Ann Sue Fenn Moss", ["Ann Sue Fenn Moss"]),
        ("Ann Fenn (Quay) Chair", ["Ann Fenn (Quay)", "Chair"]),
        ("Ann Fenn Deputy Mayor Cllr Moss", ["Ann Fenn", "Deputy Mayor Cllr Moss"]),
        ("", []),
    ],
)
def test_names_are_parted(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (LONGEST_NAME, ["Ann Fenn Cy Moss Jo Reed"]),
        (LONGEST_NAME + 2, ["Ann Fenn", "Cy Moss", "Jo Reed", "Kit Larch"]),
    ],
)
def test_more_words_than_a_name_has_are_names_in_pairs(words: int, expected: list[str]) -> None:
    run = ["Ann", "Fenn", "Cy", "Moss", "Jo", "Reed", "Kit", "Larch"]
    assert parts(" ".join(run[:words])) == expected


def test_in_a_run_that_comes_out_odd_a_name_ends_before_a_given_name() -> None:
    expected = ["Ann Olive Fenn", "Mary Moss", "John Reed"]
    assert parts(" ".join(expected)) == expected


def test_what_stands_behind_initials_is_said_of_the_name_before() -> None:
    told = [part.is_told for part in name_parts("Ann Fenn (AF) Tide Officer", registers())]
    assert told == [False, True]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("AF", "Ann Fenn", True),
        ("AOF", "Ann Olive Fenn", True),
        ("AM", "Ann Fenn", False),
        ("Af", "Ann Fenn", False),
        ("A.F", "Ann Fenn", False),
        ("", "Ann Fenn", False),
    ],
)
def test_initials(text: str, name: str, expected: bool) -> None:
    assert is_initials(text, name) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("(Chair)", True), ("Labour", True), ("Leeds City Council", True), ("Tide Officer", False)],
)
def test_a_seat_is_a_role_a_party_or_an_authority(words: str, expected: bool) -> None:
    assert is_seat(words, registers()) is expected
