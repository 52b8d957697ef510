"""The shapes in a row of names that more than one module looks for."""

import re

import pytest

from pipelines.structures.names.patterns import (
    BETWEEN,
    COUNCILLOR,
    IN_PERSON,
    JOB,
    SHARED_TITLE,
    STANDS_IN,
    VIRTUAL,
    WORDS_OF_PROSE,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ann Fenn, Cy Moss; Jo Reed", ["Ann Fenn", "Cy Moss", "Jo Reed"]),
        ("Ann Fenn and Cy Moss & Jo Reed", ["Ann Fenn", "Cy Moss", "Jo Reed"]),
        ("Ann Fenn - Cy Moss", ["Ann Fenn", "Cy Moss"]),
        ("Ann Fenn a Cy Moss ac Jo Reed", ["Ann Fenn", "Cy Moss", "Jo Reed"]),
        ("Ann Fenn-Moss with a cold", ["Ann Fenn-Moss with a cold"]),
        ("Vice-Chair Ann Fenn-Chair", ["Vice-Chair Ann Fenn", "Chair"]),
    ],
)
def test_what_parts_two_names(text: str, parts: list[str]) -> None:
    assert BETWEEN.split(text) == parts


@pytest.mark.parametrize(
    ("pattern", "texts", "others"),
    [
        (COUNCILLOR, ["Cllrs Fenn", "Alderman Fenn", "Cyng Fenn"], ["Council of Weir", "Mr Fenn"]),
        (JOB, ["Tide Officer", "the clerk", "Head of Piers"], ["Tide Office", "Ann Fenn"]),
        (SHARED_TITLE, ["Councillors Fenn", "Messrs. Fenn"], ["Councillor Fenn", "Membership"]),
        (STANDS_IN, ["substitute for Cllr Fenn", "in place of Mr Fenn"], ["in place of a pier"]),
        (VIRTUAL, ["by Zoom", "dialled in", "virtually"], ["teams of divers", "in person"]),
        (IN_PERSON, ["in person"], ["impersonal"]),
        (WORDS_OF_PROSE, ["Fenn was late"], ["Fenn, Moss"]),
    ],
)
def test_what_words_of_a_row_are(
    pattern: re.Pattern[str], texts: list[str], others: list[str]
) -> None:
    assert [text for text in texts if not pattern.search(text)] == []
    assert [text for text in others if pattern.search(text)] == []
