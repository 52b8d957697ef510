"""Lists of a committee's members, with groups as headings and substitutes below."""

import pytest

from pipelines.structures.attendance.member_lists import LONGEST_LIST, find_member_list
from tests.unit.structures.paper import blocks, registers

Member = tuple[str, str, str | None, str | None]


def members(*lines: str) -> list[Member]:
    """Name, role, group and year of each member listed."""
    return [
        (each.named.person.name, each.role, each.group.text if each.group else None, each.year)
        for each in find_member_list(blocks("\n\n".join(lines)), registers())
    ]


def test_the_authority_is_that_beside_the_name() -> None:
    rows = "Cllr Ann Fenn\tFellshire County Council\nCllr Cy Moss\tHighways"
    found = find_member_list(blocks(f"Membership\n\n{rows}"), registers())
    assert [each.named.person.council for each in found] == ["Fellshire County Council", None]


ANN, CY = ("Ann Fenn", "member", None, None), ("Cy Moss", "member", None, None)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Membership", "Cllr Ann Fenn", "Cllr Cy Moss"], [ANN, CY], id="below"),
        pytest.param(["Members: Cllr Ann Fenn, Cllr Cy Moss"], [ANN, CY], id="beside"),
        pytest.param(
            ["To: Councillor Ann Fenn", "Councillor Cy Moss", "Dear Councillor"],
            [ANN, CY],
            id="a summons",
        ),
        pytest.param(
            [
                "Aelodaeth / Membership",
                "Administration (Labour)\tConservative (1)\nCllr Ann Fenn\tCllr Cy Moss",
                "Substitutes: Cllr Jo Reed",
            ],
            [
                ("Ann Fenn", "member", "Labour", None),
                ("Cy Moss", "member", "Conservative (1)", None),
                ("Jo Reed", "substitute", None, None),
            ],
            id="groups side by side",
        ),
        pytest.param(
            ["Membership", "Cllr Ann Fenn\tLeader; Quays\nCllr Cy Moss\tPiers"],
            [ANN, CY],
            id="a row for each, with a portfolio",
        ),
        pytest.param(
            ["Resources Board: our members this year", "Cllr Ann Fenn", "Cllr Cy Moss"],
            [ANN, CY],
            id="a title with a board",
        ),
        pytest.param(
            ["The Resources Board is of nine members", "Cllr Ann Fenn", "Cllr Cy Moss"],
            [],
            id="a sentence with a board",
        ),
        pytest.param(
            ["Members:", "Labour", "Cllr Ann Fenn", "Observers", "Cllr Cy Moss"],
            [("Ann Fenn", "member", "Labour", None), ("Cy Moss", "observer", None, None)],
            id="observers of no group",
        ),
        pytest.param(
            ["To: Councillor Ann Fenn (Chair)", "Councillors:", "Cy Moss, Jo Reed"],
            [("Ann Fenn", "chair", None, None), CY, ("Jo Reed", "member", None, None)],
            id="whom it is sent to",
        ),
        pytest.param(["To: the Ferry Board", "Cllr Ann Fenn, Cllr Cy Moss"], [], id="to a board"),
        pytest.param(
            [
                "Membership",
                "Administration (Labour)\tConservative (1)\nCllr Ann Fenn\tCllr Cy Moss",
            ],
            [
                ("Ann Fenn", "member", "Labour", None),
                ("Cy Moss", "member", "Conservative (1)", None),
            ],
            id="groups at the head of columns",
        ),
        pytest.param(
            ["Membership", "Cllr Ann Fenn\tHighways\nCllr Cy Moss\tSocial services"],
            [ANN, CY],
            id="a table of names and duties",
        ),
        pytest.param(
            [
                "Ferry Board - Membership 2016/17",
                "Councillor\tAuthority",
                "Labour (1)",
                "Cllr Ann Fenn (Chair)\tFellshire County Council",
                "Substitutes",
                "Cllr Cy Moss\tMereham Council",
                "Conservative (1)",
                "Cllr Jo Reed\tHighways",
            ],
            [
                ("Ann Fenn", "chair", "Labour (1)", "2016/17"),
                ("Cy Moss", "substitute", "Labour (1)", "2016/17"),
                ("Jo Reed", "member", "Conservative (1)", "2016/17"),
            ],
            id="tables below groups, their head above the first",
        ),
        pytest.param(
            [
                "Membership",
                "Labour (1)\t\nCllr Ann Fenn\tWeir DC\nSubstitutes\t\nCllr Cy Moss\tWeir DC",
            ],
            [
                ("Ann Fenn", "member", "Labour (1)", None),
                ("Cy Moss", "substitute", "Labour (1)", None),
            ],
            id="groups as rows of a table",
        ),
        pytest.param(
            [
                "Membership",
                "Labour (1)\t\nCllr Ann Fenn\tWeir DC\nSubstitutes: Cllr Cy Moss\t\n"
                "Conservative\t\nCllr Ivy Sedge\tWeir DC\nObservers\t\nCllr Jo Reed\tWeir DC",
            ],
            [
                ("Ann Fenn", "member", "Labour (1)", None),
                ("Cy Moss", "substitute", "Labour (1)", None),
                ("Ivy Sedge", "member", "Conservative", None),
                ("Jo Reed", "observer", None, None),
            ],
            id="groups, substitutes and observers as rows of a table",
        ),
        pytest.param(["Membership", "Cllr Ann Fenn"], [], id="one name"),
        pytest.param(["Fares", "Cllr Ann Fenn", "Cllr Cy Moss"], [], id="another heading"),
        pytest.param(
            ["Ferry & Quay Board - Membership 2017/2018", "Cllr Ann Fenn (Chair), Cllr Cy Moss"],
            [("Ann Fenn", "chair", None, "2017/18"), ("Cy Moss", "member", None, "2017/18")],
            id="a year and a seat",
        ),
        pytest.param(
            ["Members:", "Labour (1)", "Cllr Ann Fenn", "Conservative", "Cllr Cy Moss"],
            [
                ("Ann Fenn", "member", "Labour (1)", None),
                ("Cy Moss", "member", "Conservative", None),
            ],
            id="groups",
        ),
        pytest.param(
            ["Members:", "Cllr Ann Fenn", "Named substitutes: Cllr Cy Moss", "Cllr Jo Reed"],
            [
                ANN,
                ("Cy Moss", "substitute", None, None),
                ("Jo Reed", "substitute", None, None),
            ],
            id="substitutes",
        ),
        pytest.param(["Substitutes", "Cllr Ann Fenn", "Cllr Cy Moss"], [], id="no list above them"),
        pytest.param(
            ["Members:", "Cllr Ann Fenn, Cllr Cy Moss", "All were asked to come.", "Cllr Jo Reed"],
            [ANN, CY],
            id="a line of words ends the list",
        ),
        pytest.param(
            ["Members:", "Cllr Ann Fenn", "~~ torn ~~ here it was", "Labour", "Cllr Cy Moss"],
            [ANN, ("Cy Moss", "member", "Labour", None)],
            id="but for a group right below it",
        ),
        pytest.param(
            ["Members:", "Cllr Ann Fenn, Cllr Cy Moss", "Fare\t3", "Cllr Jo Reed"],
            [ANN, CY],
            id="so does a table",
        ),
    ],
)
def test_lists_of_members(lines: list[str], expected: list[Member]) -> None:
    assert members(*lines) == expected


@pytest.mark.parametrize(("beyond", "count"), [(0, 2), (1, 0)])
def test_a_list_is_at_most_so_long_a_line(beyond: int, count: int) -> None:
    start, end = "Members: Cllr Ann Fenn", ", Cllr Cy Moss"
    remark = "x" * (LONGEST_LIST + beyond - len(f"{start} (){end}"))
    assert len(members(f"{start} ({remark}){end}")) == count
