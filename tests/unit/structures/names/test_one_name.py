"""One name: what shows it to be a person's, and what shows that it is none."""

import pytest

from pipelines.structures.names.one_name import has_title, job_behind, read_person, surname_alone
from tests.unit.structures.paper import registers


@pytest.mark.parametrize(
    ("words", "title", "expected"),
    [
        ("Ann Fenn", "", "Ann Fenn"),
        ("Cllr Fenn", "", "Fenn"),
        ("Fenn", "Cllr", "Fenn"),
        ("Fenn", "", None),
        ("A Clerk", "", None),
        ("Dr A Clerk", "", "A Clerk"),
        ("Mr A Fenn Clerk", "", "A Fenn"),
        ("Town Clerk", "", None),
        ("Quay Attendant", "", None),
        ("Ann Fenn Co-opted Member", "", "Ann Fenn"),
        ("Portfolio Holder", "Cllr", None),
    ],
)
def test_a_person(words: str, title: str, expected: str | None) -> None:
    found = read_person(words, title, registers())
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Cllr Mayor", "Mayor"), ("Mr van der Fenn", "van der Fenn"), ("Lord Mayor", None)],
)
def test_a_surname_alone(words: str, expected: str | None) -> None:
    found = surname_alone(words, registers())
    assert (found.name if found else None) == expected


def test_a_job_behind_a_name() -> None:
    person = read_person("Ann Fenn", "", registers())
    assert person is not None
    assert job_behind(person, "Ann Fenn Quay Manager") == "Quay Manager"
    assert job_behind(person, "Ann Fenn of Weir") is None
    assert has_title("Cllr Ann Fenn", registers())
    assert not has_title("Ann Fenn", registers())
