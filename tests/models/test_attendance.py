from datetime import date
from typing import Any

import pytest

from .conftest import Build

MEETING = date(2022, 1, 18)


@pytest.mark.parametrize(
    ("statements", "decided"),
    [
        pytest.param(
            [("grid", "absent", "member"), ("list", "apologies", "member")],
            ("apologies", "member"),
            id="a list's apologies stand against a grid's no",
        ),
        pytest.param(
            [("grid", "present", "member")],
            ("present", "member"),
            id="a grid decides where the list is silent",
        ),
        pytest.param(
            [("list", "present", "member"), ("register", "absent", "member")],
            ("absent", "member"),
            id="a web record decides before a list",
        ),
        pytest.param(
            [("prose", "apologies", "member"), ("grid", "present", "member")],
            ("apologies", "member"),
            id="a sentence decides before a grid",
        ),
        pytest.param(
            [("list", "not_recorded", "member"), ("grid", "present", "member")],
            ("present", "member"),
            id="what was recorded decides before what was not",
        ),
        pytest.param(
            [("list", "present", "member"), ("grid", "present", "lead_peer")],
            ("present", "lead_peer"),
            id="a grid marks a lead peer",
        ),
        pytest.param(
            [("grid", "present", "member"), ("list", "present", "chair")],
            ("present", "chair"),
            id="a list marks the chair",
        ),
        pytest.param(
            [("list", "present", "in_attendance"), ("grid", "present", "observer")],
            ("present", "observer"),
            id="an observer is more than somebody in attendance",
        ),
    ],
)
def test_evidence_of_one_meeting_and_person_is_reconciled(
    build: Build, statements: list[tuple[str, str, str]], decided: tuple[str, str]
) -> None:
    warehouse = build(
        attendance=[
            _came(kind, status, capacity=capacity, locator=f"l{line}")
            for line, (kind, status, capacity) in enumerate(statements, start=1)
        ]
    )

    assert warehouse.rows("status, capacity", "attendance") == [decided]
    assert len(warehouse.rows("locator", "attendance_evidence")) == len(statements)


def test_the_row_carries_the_place_of_the_evidence_that_decided(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "a1", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "b2", "meeting_date": date(2022, 3, 22)},
        ],
        attendance=[
            # The same list, printed again in the later paper with another word for the seat.
            _came("list", "present", paper_id="a1", locator="l5", quote="Ann Bee"),
            _came(
                "list",
                "apologies",
                paper_id="b2",
                locator="l7",
                quote="Ann Bee (apologies)",
                council_id="marsh-county-council",
                council_name="Marsh County Council",
                political_group="Labour",
                party="Labour",
                mode="virtual",
            ),
        ],
    )

    assert warehouse.rows("*", "attendance") == [
        (
            "ferry-board:2022-01-18",
            "ferry-board",
            MEETING,
            "ann-bee",
            "Ann Bee",
            "marsh-county-council",
            "Marsh County Council",
            "South East",
            "Labour",
            "Labour",
            "member",
            "apologies",
            "virtual",
            None,
            False,
            None,
            "b2",
            "l7",
            "Ann Bee (apologies)",
            "Ferry Board",
            "2021/22",
            "Agenda: Ferry Board, 22 March 2022",
            "single",
        )
    ]


SEAT: dict[str, Any] = {
    "board_id": "ferry-board",
    "meeting_year": "2021/22",
    "councillor_id": "ann-bee",
    "councillor_name": "Ann Bee",
    "council_id": "marsh-county-council",
    "council_name": "Marsh County Council",
    "political_group": "Labour",
}


@pytest.mark.parametrize(
    ("printed", "seat", "expected"),
    [
        pytest.param(
            {"council_id": "weald-county-council", "council_name": "Weald County Council"},
            SEAT,
            ("weald-county-council", "Weald County Council", "South West", "Labour", False, None),
            id="the list decides, the membership adds the group",
        ),
        pytest.param(
            {"council_name": "Marsn Cuonty"},
            SEAT,
            ("marsh-county-council", "Marsh County Council", "South East", "Labour", False, None),
            id="an unknown name gives way to the membership",
        ),
        pytest.param(
            {"council_name": "Ferrymen's Guild"},
            {**SEAT, "meeting_year": "2020/21"},
            (None, "Ferrymen's Guild", None, "Labour", True, "group_from_other_year"),
            id="another year's authority does not replace a printed name",
        ),
        pytest.param(
            {},
            {**SEAT, "meeting_year": "2020/21"},
            (
                "marsh-county-council",
                "Marsh County Council",
                "South East",
                "Labour",
                True,
                "council_from_other_year; group_from_other_year",
            ),
            id="another year's membership is an inference",
        ),
        pytest.param(
            {},
            {**SEAT, "board_id": "harbour-board"},
            (
                "marsh-county-council",
                "Marsh County Council",
                "South East",
                "Labour",
                True,
                "council_from_other_board; group_from_other_board",
            ),
            id="another board's membership is an inference",
        ),
        pytest.param({}, None, (None, None, None, None, False, None), id="nothing is known"),
    ],
)
def test_authority_and_group_are_filled_from_the_nearest_source(
    build: Build,
    printed: dict[str, Any],
    seat: dict[str, Any] | None,
    expected: tuple[object, ...],
) -> None:
    warehouse = build(
        attendance=[_came("list", "present", **printed)],
        board_memberships=[seat] if seat else [],
    )

    columns = "council_id, council_name, region, political_group, is_inferred, inference_rule"
    assert warehouse.rows(columns, "attendance") == [expected]


def test_a_party_is_filled_in_only_from_the_same_group(build: Build) -> None:
    labour = {"political_group": "Labour", "party": "Labour"}
    warehouse = build(
        attendance=[
            # The list has the group alone; the grid has another group.
            _came("list", "present", political_group="Conservative", locator="l1"),
            _came("grid", "present", locator="l2", **labour),
            # Here they agree.
            _came("list", "present", political_group="Labour", councillor_id="cee-dee"),
            _came("grid", "present", councillor_id="cee-dee", locator="l3", **labour),
        ]
    )

    assert warehouse.rows("councillor_id, political_group, party", "attendance") == [
        ("ann-bee", "Conservative", None),
        ("cee-dee", "Labour", "Labour"),
    ]


def test_a_grid_without_dates_stays_evidence(build: Build) -> None:
    warehouse = build(attendance=[_came("grid", "present", meeting_date=None)])

    assert warehouse.rows("councillor_id", "attendance") == []
    assert warehouse.rows("meeting_id, councillor_id, status", "attendance_evidence") == [
        (None, "ann-bee", "present")
    ]


def test_undated_minutes_are_told(build: Build) -> None:
    warehouse = build(
        attendance=[
            _came("list", "present", meeting_date=None, locator="l9"),
            _came("list", "present", meeting_date=None, locator="l10", councillor_id="cee-dee"),
        ]
    )

    assert warehouse.rows("rule, locator, message", "quality_findings") == [
        (
            "minutes_without_date",
            "l9",
            "attendance: 2 rows without one; the date of the meeting is missing.",
        )
    ]


def test_a_grid_that_contradicts_the_list_is_told(build: Build) -> None:
    warehouse = build(
        attendance=[
            _came("list", "apologies", locator="l1"),
            _came("grid", "present", locator="l2"),
            # No and apologies do not contradict each other.
            _came("list", "apologies", councillor_id="cee-dee", locator="l3"),
            _came("grid", "absent", councillor_id="cee-dee", locator="l4"),
        ]
    )

    assert warehouse.rows("rule, severity, message, locator", "quality_findings") == [
        (
            "grid_and_list_disagree",
            "warning",
            "Ann Bee, ferry-board:2022-01-18: the meeting's own record says apologies, "
            "the year's grid says present.",
            "l2",
        )
    ]


def test_attendance_is_counted_without_what_was_not_recorded(build: Build) -> None:
    people = {
        "ann-bee": ("present", "Labour"),
        "cee-dee": ("apologies", "Labour"),
        "eve-eff": ("absent", "Conservative"),
        "gus-gee": ("not_recorded", "Conservative"),
    }
    warehouse = build(
        attendance=[
            _came(
                "list",
                status,
                councillor_id=person,
                political_group=group,
                council_id="marsh-county-council",
                council_name="Marsh County Council",
            )
            for person, (status, group) in people.items()
        ]
    )

    figures = "expected, present, apologies, absent, attendance_rate"
    assert warehouse.rows(
        f"board_id, meeting_year, political_group, {figures}", "attendance_by_party"
    ) == [
        ("ferry-board", "2021/22", "Conservative", 1, 0, 0, 1, 0.0),
        ("ferry-board", "2021/22", "Labour", 2, 1, 1, 0, 0.5),
    ]
    assert warehouse.rows(f"region, {figures}", "attendance_by_region") == [
        ("South East", 3, 1, 1, 1, 1 / 3)
    ]
    assert warehouse.rows(f"councillor_name, {figures}", "attendance_by_member") == [
        ("Ann Bee", 1, 1, 0, 0, 1.0),
        ("Cee Dee", 1, 0, 1, 0, 0.0),
        ("Eve Eff", 1, 0, 0, 1, 0.0),
        ("Gus Gee", 0, 0, 0, 0, None),
    ]


def test_only_the_boards_own_members_are_expected(build: Build) -> None:
    people = [
        ("ann-bee", "chair", "present", None),
        ("cee-dee", "member", "apologies", None),
        ("eve-eff", "deputy_chair", "absent", None),
        # Came in place of Cee Dee; the next for nobody who is named.
        ("gus-gee", "substitute", "present", "cee-dee"),
        ("hal-ivy", "substitute", "present", None),
        # Sent word instead of coming, so nobody represents Eve Eff.
        ("jo-kay", "substitute", "apologies", "eve-eff"),
        ("lee-may", "observer", "present", None),
        ("nan-oak", "lead_peer", "present", None),
        ("pat-quay", "in_attendance", "present", None),
        ("ray-sea", "observer", "absent", None),
    ]
    warehouse = build(
        attendance=[
            _came(
                "list",
                status,
                councillor_id=person,
                capacity=capacity,
                political_group="Labour",
                substitutes_for=replaced,
            )
            for person, capacity, status, replaced in people
        ]
    )

    figures = (
        "expected, present, apologies, absent, attendance_rate, substitutes_present, "
        "others_present, represented_rate"
    )
    party = (3, 1, 1, 1, 1 / 3, 2, 3, 2 / 3)
    assert warehouse.rows(f"board_name, political_group, {figures}", "attendance_by_party") == [
        ("Ferry Board", "Labour", *party)
    ]
    assert warehouse.rows(f"meetings, {figures}", "attendance_by_lineage") == [(1, *party)]
    assert warehouse.rows(f"councillor_name, {figures}", "attendance_by_member") == [
        ("Ann Bee", 1, 1, 0, 0, 1.0, 0, 0, 1.0),
        ("Cee Dee", 1, 0, 1, 0, 0.0, 0, 0, 1.0),
        ("Eve Eff", 1, 0, 0, 1, 0.0, 0, 0, 0.0),
        ("Gus Gee", 0, 0, 0, 0, None, 1, 0, None),
        ("Hal Ivy", 0, 0, 0, 0, None, 1, 0, None),
        ("Jo Kay", 0, 0, 0, 0, None, 0, 0, None),
        ("Lee May", 0, 0, 0, 0, None, 0, 1, None),
        ("Nan Oak", 0, 0, 0, 0, None, 0, 1, None),
        ("Pat Quay", 0, 0, 0, 0, None, 0, 1, None),
        ("Ray Sea", 0, 0, 0, 0, None, 0, 0, None),
    ]


def _came(
    kind: str, status: str, *, councillor_id: str = "ann-bee", **more: object
) -> dict[str, object]:
    return {
        "meeting_date": MEETING,
        "meeting_year": "2021/22",
        "councillor_id": councillor_id,
        "councillor_name": councillor_id.title().replace("-", " "),
        "evidence_kind": kind,
        "status": status,
        **more,
    }
