"""Names that mislead: who is one person, who is two, and how the history of a person reads."""

from typing import Any

import pytest

from .conftest import Build
from .seats import (
    FAR,
    FIRE,
    GREEN,
    GUILD,
    HARBOUR,
    HYTHE,
    LABOUR,
    LAST,
    MARSH,
    NEXT,
    OTHER_PAPER,
    WEALD,
    seat,
)

TRAPS = [
    pytest.param(
        [seat("John Reed", MARSH), seat("John Reed", WEALD, {"locator": "l2"})],
        ["john-reed", "john-reed-weald-county-council"],
        id="two people of one name in one list",
    ),
    pytest.param(
        [seat("John Reed", MARSH), seat("John Reed", WEALD, HARBOUR, OTHER_PAPER)],
        ["john-reed", "john-reed-weald-county-council"],
        id="two people of one name on two boards in one year",
    ),
    pytest.param(
        [seat("John Reed", WEALD, LABOUR), seat("John Reed", MARSH, GREEN, NEXT)],
        ["john-reed", "john-reed-marsh-county-council"],
        id="nothing but the name is common: the one named first keeps it",
    ),
    pytest.param(
        [seat("John Reed", MARSH, LABOUR), seat("John Reed", WEALD, LABOUR, NEXT)],
        ["john-reed"],
        id="a person who changed council",
    ),
    pytest.param(
        [seat("John Reed", MARSH, LABOUR), seat("John Reed", MARSH, GREEN, NEXT)],
        ["john-reed"],
        id="a person who changed party",
    ),
    pytest.param(
        [seat("John Reed", HYTHE), seat("John Reed", MARSH, HARBOUR, OTHER_PAPER)],
        ["john-reed"],
        id="a council that another took over within the year",
    ),
    pytest.param(
        [seat("John Reed", FIRE), seat("John Reed", MARSH, HARBOUR, OTHER_PAPER)],
        ["john-reed"],
        id="a county councillor who sits for the fire authority too",
    ),
    pytest.param(
        [seat("Susan Reed", MARSH), seat("Sue Reed", MARSH, NEXT), seat("Susan Reed", LAST)],
        ["susan-reed"],
        id="a short form of the given name in the same council",
    ),
    pytest.param(
        [seat("Susan Reed", MARSH), seat("Sue Reed", WEALD, NEXT)],
        ["sue-reed", "susan-reed"],
        id="a short form of the given name in another council",
    ),
    pytest.param(
        [seat("John Reed", MARSH), seat("Jon Reed", MARSH, {"locator": "l2"})],
        ["john-reed", "jon-reed"],
        id="two forms of one given name in one list are two people",
    ),
    pytest.param(
        [seat("Ann Reed", MARSH), seat("A Reed", MARSH, NEXT)],
        ["ann-reed"],
        id="an initial",
    ),
    pytest.param(
        [seat("Ann Reed", MARSH), seat("Abe Reed", MARSH, NEXT), seat("A Reed", MARSH, HARBOUR)],
        ["a-reed", "abe-reed", "ann-reed"],
        id="an initial that fits two people",
    ),
    pytest.param(
        [seat("Ann Selwood", GUILD), seat("Ann Sellwood", GUILD, HARBOUR, NEXT)],
        ["ann-sellwood"],
        id="a doubled letter on a board and its successor, without an authority",
    ),
    pytest.param(
        [seat("Ann Selwood", MARSH), seat("Ann Sellwood", WEALD, NEXT)],
        ["ann-sellwood", "ann-selwood"],
        id="a doubled letter in another council",
    ),
    pytest.param(
        [seat("Ann Waterton", MARSH), seat("Ann Watertou", MARSH, OTHER_PAPER)],
        ["ann-waterton"],
        id="a misread letter on the same board, year and council",
    ),
    pytest.param(
        [seat("Ann Waterton", MARSH), seat("Ann Waterson", MARSH, NEXT)],
        ["ann-waterson", "ann-waterton"],
        id="one letter apart in another year is another surname",
    ),
    pytest.param(
        [seat("Ann Øby", MARSH), seat("Ann Łby", MARSH, NEXT)],
        ["ann-øby", "ann-łby"],
        id="letters that no accent makes",
    ),
    pytest.param(
        [seat("Ann O'Reed", MARSH), seat("Ann O Reed", MARSH, NEXT), seat("Ann O'Reed", LAST)],
        ["ann-oreed"],
        id="an apostrophe that became a space",
    ),
    pytest.param(
        [seat("Ann Reed-Bee", MARSH), seat("Ann Reed Bee", MARSH, NEXT)],
        ["ann-reed-bee"],
        id="a hyphen that became a space",
    ),
    pytest.param(
        [seat("Ann Reed", MARSH), seat("Ann Mary Reed", MARSH, NEXT), seat("Ann Reed", LAST)],
        ["ann-reed"],
        id="a second given name",
    ),
    pytest.param(
        [
            seat("John Reed", MARSH, LABOUR),
            seat("John Reed", FAR, LABOUR, OTHER_PAPER),
            seat("John Reed", WEALD, GREEN, NEXT),
        ],
        ["john-reed", "john-reed-weald-county-council"],
        id="a namesake of another group beside a person whom two papers place differently",
    ),
    pytest.param(
        [
            seat("John Reed", MARSH, LABOUR),
            seat("John Reed", WEALD, LABOUR, NEXT),
            seat("John Reed", FAR, LABOUR, NEXT, {"locator": "l2"}),
        ],
        ["john-reed", "john-reed-far-county-council", "john-reed-weald-county-council"],
        id="nothing tells which of two namesakes a third is",
    ),
    pytest.param(
        [seat("Lord Reed", MARSH, OTHER_PAPER), seat("John Reed", MARSH)],
        ["john-reed"],
        id="a peer with and without the given name",
    ),
    pytest.param(
        [seat("Lord Reed of Weir", MARSH, NEXT), seat("John Reed", MARSH), seat("Jon Hay", MARSH)],
        ["john-reed", "jon-hay"],
        id="a member who became a peer",
    ),
    pytest.param(
        [seat("Susan Reed", HYTHE), seat("Sue Reed", MARSH, NEXT)],
        ["susan-reed"],
        id="a short form of the given name in the council that took over",
    ),
    pytest.param(
        [
            seat("Ann Reed", HYTHE),
            seat("Lady Reed", HYTHE, OTHER_PAPER),
            seat("Lady Reed of Weir", MARSH, LAST),
        ],
        ["ann-reed"],
        id="a peer whose council was taken over",
    ),
    pytest.param(
        [seat("Lord Reed", MARSH, NEXT), seat("Ann Reed", MARSH), seat("Bob Reed", MARSH)],
        ["ann-reed", "bob-reed", "lord-reed"],
        id="a peer of a surname that two bear",
    ),
    pytest.param(
        [seat("Lord Reed", MARSH, OTHER_PAPER), seat("Lady Reed", MARSH)],
        ["lady-reed", "lord-reed"],
        id="a lord and a lady",
    ),
    pytest.param(
        [seat("Lord Reed", WEALD, OTHER_PAPER), seat("John Reed", MARSH)],
        ["john-reed", "lord-reed"],
        id="a peer of another authority",
    ),
    pytest.param(
        [seat("Ann Reed", MARSH), seat("Ann Reed", GUILD, OTHER_PAPER)],
        ["ann-reed"],
        id="an authority in one paper and an organisation in another",
    ),
]


@pytest.mark.parametrize(("seats", "expected"), TRAPS)
def test_names_that_mislead_land_with_the_right_people(
    build: Build, seats: list[dict[str, Any]], expected: list[str]
) -> None:
    forwards = build(board_memberships=seats)
    backwards = build(board_memberships=seats[::-1])

    assert forwards.rows("councillor_id", "councillors") == [(each,) for each in expected]
    assert backwards.rows("*", "board_memberships") == forwards.rows("*", "board_memberships")


def test_a_mark_without_an_authority_goes_to_the_namesake_of_its_group(build: Build) -> None:
    warehouse = build(
        board_memberships=[
            seat("John Reed", MARSH, LABOUR),
            seat("John Reed", WEALD, GREEN, {"locator": "l2"}),
        ],
        attendance=[
            _came("John Reed", LABOUR, {"locator": "l5"}),
            _came("John Reed", GREEN, {"locator": "l6"}),
            _came("John Reed", {"locator": "l7"}),
        ],
    )

    assert warehouse.rows(
        "locator, councillor_id, is_inferred, inference_rule", "attendance_evidence"
    ) == [
        ("l5", "john-reed", True, "namesake_by_board_and_year"),
        ("l6", "john-reed-weald-county-council", True, "namesake_by_board_and_year"),
        ("l7", "john-reed", True, "namesake_unclear"),
    ]
    assert warehouse.rows("rule, severity, message, locator", "quality_findings") == [
        (
            "namesake_unclear",
            "warning",
            "John Reed may be another person than john-reed.",
            "l7",
        )
    ]


def test_a_changed_spelling_names_the_rule_that_inferred_the_person(build: Build) -> None:
    warehouse = build(
        board_memberships=[
            seat("Susan Reed", MARSH),
            seat("Susan Reed", MARSH, NEXT),
            seat("Sue Reed", MARSH, HARBOUR, {"honours": "OBE"}),
        ]
    )

    assert warehouse.rows("*", "councillors") == [("susan-reed", "Susan Reed", "OBE")]
    assert warehouse.rows("board_id, meeting_year, inference_rule", "board_memberships") == [
        ("ferry-board", "2021/22", None),
        ("ferry-board", "2022/23", None),
        ("harbour-board", "2021/22", "given_name_variant"),
    ]


def test_each_spelling_names_its_own_rule(build: Build) -> None:
    warehouse = build(
        board_memberships=[
            seat("Ann Reed", MARSH),
            seat("Lady Reed", MARSH, NEXT),
            seat("Lady Reed of Weir", MARSH, LAST),
        ]
    )

    assert warehouse.rows("meeting_year, inference_rule", "board_memberships") == [
        ("2021/22", None),
        ("2022/23", "peerage"),
        ("2023/24", "peerage"),
    ]


def test_names_that_two_others_fit_are_told(build: Build) -> None:
    warehouse = build(
        board_memberships=[
            seat("Ann Reed", MARSH, LABOUR),
            seat("Abe Reed", MARSH, LABOUR, {"locator": "l2"}),
            seat("A Reed", MARSH, LABOUR, NEXT),
        ]
    )

    assert warehouse.rows("rule, message", "quality_findings") == [
        (
            "one_person_two_spellings",
            "A Reed and Abe Reed, Ann Reed are spelled nearly alike. "
            "They may be one person and were taken for several.",
        ),
    ]


def test_of_many_names_that_are_alike_five_are_told(build: Build) -> None:
    names = ["Joan Reed", *(f"Joan{letter} Reed" for letter in "abcdefg")]
    warehouse = build(
        board_memberships=[
            seat(name, MARSH, LABOUR, {"locator": f"l{line}"}) for line, name in enumerate(names)
        ]
    )

    assert warehouse.rows("subject, observed, locator", "quality_findings")[0] == (
        "Joan Reed",
        "Joana Reed, Joanb Reed, Joanc Reed, Joand Reed, Joane Reed and 2 more",
        "l0",
    )


def test_history_tells_changes_of_authority_group_and_role(build: Build) -> None:
    warehouse = build(
        board_memberships=[
            seat("Ann Reed", MARSH, LABOUR),
            seat("Ann Reed", MARSH, LABOUR, {"paper_id": "b2", "meeting_year": "2022/23"}),
            seat("Ann Reed", MARSH, LABOUR, {"paper_id": "c3", "meeting_year": "2024/25"}),
            seat(
                "Ann Reed",
                WEALD,
                LABOUR,
                {"paper_id": "d4", "meeting_year": "2025/26"},
                {"role": "chair"},
            ),
            seat("Ann Reed", WEALD, GREEN, {"paper_id": "e5", "meeting_year": "2026/27"}),
        ]
    )

    assert warehouse.rows(
        "from_meeting_year, to_meeting_year, council_id, political_group, party, role",
        "councillor_history",
    ) == [
        ("2021/22", "2024/25", "marsh-county-council", "Labour", "Labour", "member"),
        ("2025/26", "2025/26", "weald-county-council", "Labour", "Labour", "chair"),
        ("2026/27", "2026/27", "weald-county-council", "Independent", "Green", "member"),
    ]


def _came(name: str, *more: dict[str, Any]) -> dict[str, Any]:
    return seat(name, {"status": "present", "evidence_kind": "grid"}, *more)
