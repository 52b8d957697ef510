"""Names in a row, with the titles they share and what is said of each."""

import pytest

from pipelines.structures.names.lists import NamedPerson, read_names
from tests.unit.structures.paper import line, registers


def people(text: str, title: str = "") -> tuple[NamedPerson, ...]:
    return read_names(line(text), registers(), title).people


def names(text: str, title: str = "") -> list[str]:
    return [each.person.name for each in people(text, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Councillors Ann Fenn (Chair), Moss and Mrs Reed", ["Ann Fenn", "Moss", "Reed"]),
        ("Ann Fenn; Cy Moss & Jo Reed", ["Ann Fenn", "Cy Moss", "Jo Reed"]),
        ("Ann and Cy Moss", ["Ann Moss", "Cy Moss"]),
        ("the Clerk: Ann Fenn", ["Ann Fenn"]),
        ("Cllr Ann Fenn, Labour, Barking and Dagenham LBC", ["Ann Fenn"]),
        ("Cllr Ann Fenn (Telford & Wrekin) and Cllr Cy Moss", ["Ann Fenn", "Cy Moss"]),
        ("FENN, Cllr Ann (Chair); MOSS, Mr C", ["Ann Fenn", "C Moss"]),
        ("Councillors Telford and Moss", ["Telford", "Moss"]),
        ("Cllr Ann Fenn did not attend", []),
        ("Chairman Fenn", ["Fenn"]),
        ("Mr A Fenn Deputy Clerk", ["A Fenn"]),
        ("Cllr Fenn, DCC", ["Fenn"]),
        ("Fenn, Moss", []),
        ("Cllr Fenn was late", []),
        (
            "Cllr Ann Fenn – left at item 3, Cllr Cy Moss – arrived after lunch",
            ["Ann Fenn", "Cy Moss"],
        ),
        ("Ann Fenn – Quay Market, Cy Moss – Weir Head", ["Ann Fenn", "Cy Moss"]),
        ("Ann Fenn – Cy Moss – Jo Reed", ["Ann Fenn", "Cy Moss", "Jo Reed"]),
        ("Cllrs T Mayor and van der Fenn, Cllr A Clerk", ["T Mayor", "van der Fenn", "A Clerk"]),
        ("Mr A Fenn Clerk, the Town Clerk", ["A Fenn"]),
        ("Cllr Mayor, the Lord Mayor", ["Mayor"]),
        ("Councillors Fenn, Recycling and Relevant Portfolio Holder", ["Fenn"]),
        ("Ann Fenn, Quay Superintendent; Cathaoirleach", ["Ann Fenn"]),
    ],
)
def test_names_of_a_row(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_title_told_before_the_row_makes_surnames_names() -> None:
    assert names("Fenn, Moss", title="Cllr") == ["Fenn", "Moss"]


@pytest.mark.parametrize(("surname", "expected"), [("Abe", ["Abe"]), ("Ab", [])])
def test_a_surname_alone_has_three_letters(surname: str, expected: list[str]) -> None:
    assert names(f"Cllr {surname}") == expected


@pytest.mark.parametrize(
    ("text", "is_pure"),
    [
        ("Ann Fenn, Cy Moss", True),
        ("Ann Fenn, the pier of 1903", True),
        ("the pier, Ann Fenn", False),
    ],
)
def test_a_row_is_pure_where_it_holds_little_else(text: str, is_pure: bool) -> None:
    assert read_names(line(text), registers()).is_pure is is_pure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cllr Ann Fenn (Chair)", (True, "chair", None, None, None, None)),
        ("Ann Fenn (Labour)", (False, None, "Labour", None, None, None)),
        ("Ann Fenn (by Zoom)", (False, None, None, "virtual", None, None)),
        ("Ann Fenn (in person)", (False, None, None, "in_person", None, None)),
        ("Ann Fenn, Tide Officer", (False, None, None, None, None, "Tide Officer")),
        (
            "Cllr Ann Fenn (substitute for Cllr Cy Moss)",
            (True, None, None, None, "Cy Moss", None),
        ),
        ("County Councillor Ann Fenn", (True, None, None, None, None, "County Councillor")),
        ("Ann Fenn (AF)", (False, None, None, None, None, None)),
    ],
)
def test_what_is_said_of_a_person(
    text: str, told: tuple[bool, str | None, str | None, str | None, str | None, str | None]
) -> None:
    (found,) = people(text)
    assert (
        found.is_councillor,
        found.person.role,
        found.person.party,
        found.mode,
        found.stands_in_for,
        found.remark,
    ) == told


def test_a_name_is_quoted_by_its_own_words() -> None:
    assert [each.passage.text for each in people("Cllrs Fenn (Chair), Moss")] == [
        "Cllrs Fenn (Chair)",
        "Moss",
    ]


@pytest.mark.parametrize(
    ("text", "are_councillors"),
    [
        ("Cllr Fenn, Mrs Moss, Jo Reed", [True, False, True]),
        ("Cllr Fenn, Jo Reed (Clerk)", [True, False]),
        ("Mr Fenn, Jo Reed", [False, False]),
    ],
)
def test_untitled_names_share_the_title_before_them(text: str, are_councillors: list[bool]) -> None:
    assert [each.is_councillor for each in people(text)] == are_councillors


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Ann Fenn (substitute for Cllr Cy Moss)",
        "Cllr Ann Fenn (sub. for Cy Moss)",
        "Cllr Ann Fenn (for Cllr Cy Moss)",
        "Cllr Ann Fenn (for Cy Moss)",
        "Cllr Ann Fenn - substitute for Cllr Cy Moss",
        "Cllr Ann Fenn – sub for Cy Moss",
        "Cllr Ann Fenn (replacing Cllr Cy Moss)",
    ],
)
def test_one_who_stands_in(text: str) -> None:
    found = [(each.person.name, each.stands_in_for) for each in people(f"{text}, Cllr Jo Reed")]
    assert found == [("Ann Fenn", "Cy Moss"), ("Jo Reed", None)]


@pytest.mark.parametrize("name", ["Ann Ward", "Cllr Ann Ward"])
def test_a_ward_that_is_a_surname(name: str) -> None:
    assert people(f"Cllr Jo Reed (for {name})")[0].stands_in_for == "Ann Ward"


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Ann Fenn (Deputy Mayor)",
        "Cllr Ann Fenn (for item 4)",
        "Cllr Ann Fenn (Sub)",
        "Cllr Ann Fenn (for Harbour Ward)",
    ],
)
def test_one_who_stands_in_for_nobody(text: str) -> None:
    assert [(each.person.name, each.stands_in_for) for each in people(text)] == [("Ann Fenn", None)]
