import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from pipelines.privacy.forgotten_names import names_pattern, read_name
from pipelines.privacy.forgotten_people import (
    ForgottenPerson,
    forget_person,
    forgotten_path,
    read_forgotten,
)
from pipelines.reference.registers import load_registers
from pipelines.runtime.errors import NotAName
from pipelines.runtime.places import REFERENCE

PEOPLE = load_registers(REFERENCE).people
MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)


def test_the_list_stands_beside_the_warehouse_and_keeps_the_first_day(tmp_path: Path) -> None:
    warehouse = tmp_path / "ports.duckdb"

    assert read_forgotten(warehouse) == ()
    forget_person(warehouse, "Susan Reed", MONDAY)
    forget_person(warehouse, "Ann Bee", TUESDAY)
    forget_person(warehouse, "Susan Reed", TUESDAY)

    assert forgotten_path(warehouse).name == "ports.forgotten.csv"
    assert read_forgotten(warehouse) == (
        ForgottenPerson("Ann Bee", TUESDAY),
        ForgottenPerson("Susan Reed", MONDAY),
    )


def test_names_that_are_put_on_the_list_at_once_are_all_on_it(tmp_path: Path) -> None:
    warehouse = tmp_path / "new" / "ports.duckdb"
    names = [f"Ann {letter}ee" for letter in "BCDFGHJKLMNP"]

    with ThreadPoolExecutor(len(names)) as pool:
        list(pool.map(lambda name: forget_person(warehouse, name, MONDAY), names))

    assert [person.name for person in read_forgotten(warehouse)] == names


def test_a_name_is_read_without_title_and_honours() -> None:
    assert read_name("Cllr Mrs Susan O'Reed OBE", PEOPLE) == "Susan O'Reed"


def test_what_is_no_name_is_refused() -> None:
    with pytest.raises(NotAName) as caught:
        read_name("the Ferry Board", PEOPLE)

    assert str(caught.value) == (
        "'the Ferry Board' is no name of a person. Nothing was changed; give a given name and a "
        "surname, as papers print them."
    )


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        pytest.param("Sir Anthony O'Weller CBE spoke", True, id="in full"),
        pytest.param("Tony O’Weller", True, id="another form and another apostrophe"),
        pytest.param("A. OWeller", True, id="an initial, no apostrophe"),
        pytest.param("Anthony John O'Weller", True, id="a second given name"),
        pytest.param("Councillor O'Weler asked", True, id="the surname alone after a title"),
        pytest.param("O'Weller, Cllr Tony", True, id="the surname first"),
        pytest.param("TONY O'WELLER", True, id="capitals"),
        pytest.param("Cllr Ann O'Weller", False, id="another given name"),
        pytest.param("Anthony Wellerby", False, id="another surname"),
    ],
)
def test_a_name_is_found_in_the_forms_that_papers_print(words: str, is_named: bool) -> None:
    pattern = names_pattern(["Anthony O'Weller"], PEOPLE.words)

    assert bool(re.search(pattern, words)) is is_named
