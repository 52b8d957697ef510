"""Attendance lists of a note: positions, names and authorities beside each other."""

from datetime import date

import pytest

from pipelines.structures.attendance.lists import ListedPerson, find_listed
from tests.unit.structures.paper import people_tables, registers

HEADER = "Position\tCouncillor\tAuthority\tParty"


def listed(text: str) -> list[ListedPerson]:
    return find_listed(people_tables(text), date(2017, 3, 3), registers())


def names(text: str) -> list[tuple[str, str, str]]:
    """Name, status and capacity (`officer` for an officer) of each person."""
    return [
        (each.person.name, each.status, "officer" if each.is_officer else each.capacity)
        for each in listed(text)
    ]


def test_a_row_gives_a_name_what_stands_beside_it() -> None:
    (person,) = listed(f"{HEADER}\nChair\tAnn Fenn OBE (by Zoom)\tWeir Council\tLabour\n")

    assert (person.person.name, person.capacity, person.status) == ("Ann Fenn", "chair", "present")
    assert (person.council, person.party, person.mode) == ("Weir Council", "Labour", "virtual")
    assert person.passage.text == "Chair Ann Fenn OBE (by Zoom) Weir Council Labour"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "Chair\tCllr Ann Fenn\t\t\nIn attendance\tCy Moss, Jo Reed (Weir officers)\t\t",
            [
                ("Ann Fenn", "present", "chair"),
                ("Cy Moss", "present", "officer"),
                ("Jo Reed", "present", "officer"),
            ],
            id="guests whom a bracket calls officers",
        ),
        pytest.param(
            "Chair\tCllr Ann Fenn\t\t\nOfficers\tCy Moss\t\t\n\tThe Chair welcomed Lord Reed.\t\t",
            [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "officer")],
            id="a sentence below the list",
        ),
        pytest.param(
            "Chair\tCllr Ann Fenn\t\t\nIn attendance\tCllr Cy Moss (observer)\t\t",
            [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "in_attendance")],
            id="an observer is a guest",
        ),
        pytest.param(
            "Chair\tCllr Ann Fenn\t\t\nMembers\tCllr Cy Moss\tWeir Council (for Cllr Reed)\t",
            [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "substitute")],
            id="a substitute in the cell of the authority",
        ),
        pytest.param(
            "Chair\tCllr Ann Fenn\t\t\nMembers\tCy Moss, Jo Reed (Chief Officer)\t\t",
            [
                ("Ann Fenn", "present", "chair"),
                ("Cy Moss", "present", "member"),
                ("Jo Reed", "present", "member"),
            ],
            id="a bracket among members says nothing of the others",
        ),
        pytest.param(
            "Members\tAnn Fenn\t\t\n\tCy Moss\t\t\nApologies\tJo Reed\t\t\n\tKit Larch\t\t",
            [
                ("Ann Fenn", "present", "member"),
                ("Cy Moss", "present", "member"),
                ("Jo Reed", "apologies", "member"),
                ("Kit Larch", "apologies", "member"),
            ],
            id="a blank position repeats the one above",
        ),
        pytest.param(
            "Chair Vice-Chair\t<p>Ann Fenn</p><p>Cy Moss</p><p>Jo Reed</p>\t\t",
            [
                ("Ann Fenn", "present", "chair"),
                ("Cy Moss", "present", "vice_chair"),
                ("Jo Reed", "present", "vice_chair"),
            ],
            id="two positions in a cell, the last for all that follow",
        ),
        pytest.param(
            "Ferry officers\tAnn Fenn\t\t\n\tCllr Cy Moss\t\t",
            [("Ann Fenn", "present", "officer"), ("Cy Moss", "present", "in_attendance")],
            id="a councillor among officers is none of them",
        ),
        pytest.param(
            "Members\tCllr Ann Fenn (substitute for Cllr Cy Moss)\t\t",
            [("Ann Fenn", "present", "substitute")],
            id="who stands in is a substitute",
        ),
    ],
)
def test_positions(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(f"{HEADER}\n{rows}\n") == expected


@pytest.mark.parametrize(
    ("councils", "expected"),
    [
        ("<p>Weir DC</p><p>Marsh BC</p>", ["Weir DC", "Marsh BC"]),
        ("Weir", [None, None]),
        ("", [None, None]),
    ],
)
def test_a_column_of_names_beside_a_column_of_authorities(
    councils: str, expected: list[str | None]
) -> None:
    found = listed(f"{HEADER}\nMembers\t<p>Ann Fenn</p><p>Cy Moss</p>\t{councils}\t\n")
    assert [person.council for person in found] == expected
    assert [person.passage.text for person in found] == ["Ann Fenn", "Cy Moss"]


LISTED = [("Ann Fenn", "present", "chair")]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(f"Ferry\tBoard\nIn\t2017\n{HEADER}\nChair\tAnn Fenn", LISTED, id="third row"),
        pytest.param(
            f"Ferry\tBoard\nIn\t2017\nA\tB\n{HEADER}\nChair\tAnn Fenn", [], id="fourth row"
        ),
        pytest.param("Chair\tAnn Fenn\tWeir DC", LISTED, id="a row without a header"),
        pytest.param(
            "Chair\tAnn Fenn\tWeir DC\nFares\tCy Moss\tMarsh BC", [], id="one position of two"
        ),
        pytest.param(
            "Chair\tAnn Fenn\tWeir DC\nApologies\tCy Moss\tMarsh BC\nX\tJo\t\nY\tKit\t",
            [("Ann Fenn", "present", "chair"), ("Cy Moss", "apologies", "member")],
            id="half of the rows have a position",
        ),
        pytest.param(
            "Chair\tAnn Fenn\tWeir DC\nApologies\tCy Moss\tMarsh BC\nX\tJo\t\nY\tKit\t\nZ\tPat\t",
            [],
            id="less than half of them",
        ),
        pytest.param(f"Board membership\n\n{HEADER}\nChair\tAnn Fenn", [], id="of members"),
        pytest.param(f"Members who attended\n\n{HEADER}\nChair\tAnn Fenn", LISTED, id="of those"),
        pytest.param("Position\tName\t3 March 2017\nChair\tAnn Fenn\tYes", [], id="a grid"),
    ],
)
def test_which_table_is_a_list(table: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(f"{table}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Name\tPresent\tApologies\nAnn Fenn\t✓\t\nCy Moss\t☐\t✓\nJo Reed\t\t\n",
            id="ticks, and an empty row",
        ),
        pytest.param("Attendees\tApologies\nAnn Fenn\tCy Moss\n", id="side by side"),
        pytest.param(
            "Attendance\n\nName\tCouncil\nAnn Fenn\tWeir DC\nApologies\t\nCy Moss\tQuay BC\n",
            id="below headings",
        ),
        pytest.param(
            "Present\n\nName\tCouncil\nAnn Fenn\tWeir DC\n\nApologies\n\n"
            "Name\tCouncil\nCy Moss\tQuay BC\n",
            id="two tables",
        ),
    ],
)
def test_who_came_and_who_did_not(text: str) -> None:
    assert names(text) == [("Ann Fenn", "present", "member"), ("Cy Moss", "apologies", "member")]


def test_a_group_heads_its_people_until_those_who_are_away() -> None:
    found = listed(
        "Present\n\nName\tCouncil\nLabour\t\nAnn Fenn\tWeir DC\nApologies\t\nCy Moss\tQuay BC\n"
    )
    assert [(each.person.name, each.party) for each in found] == [
        ("Ann Fenn", "Labour"),
        ("Cy Moss", None),
    ]


def test_a_status_under_another_head_is_that_of_its_row() -> None:
    text = (
        "Attendance\n\nName\tArrived\tLeft\nCllr Ann Fenn\t6.30pm\t8pm\nCllr Cy Moss\tApologies\t"
    )
    assert names(text) == [
        ("Ann Fenn", "present", "member"),
        ("Cy Moss", "apologies", "member"),
    ]


def test_what_stands_before_several_columns_of_names_is_of_all_of_them() -> None:
    text = (
        "Present\n\nSeat\tName\tName\nMembers\tAnn Fenn\tCy Moss\n\tJo Reed\tEd Bank\n"
        "Apologies\tAl Larch\tMo Sedge"
    )
    assert [name for name, status, _ in names(text) if status == "apologies"] == [
        "Al Larch",
        "Mo Sedge",
    ]


def test_officers_below_their_label_are_of_no_list_beside_the_members() -> None:
    text = "Present\tApologies\nCllr Ann Fenn\tCllr Cy Moss\nOfficers:\t\nHead of Tides\tJo Reed"
    assert names(text) == [("Ann Fenn", "present", "member"), ("Cy Moss", "apologies", "member")]


def test_names_side_by_side_without_a_head_are_a_roll() -> None:
    assert names("Present:\n\nCllr Ann Fenn\tCllr Cy Moss\nCllr Jo Reed\tCllr Al Bank") == []
