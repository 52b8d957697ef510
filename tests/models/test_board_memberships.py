from datetime import date
from pathlib import Path
from shutil import copyfile

import polars as pl

from pipelines.audit.withholding import Withheld
from pipelines.runtime.places import REFERENCE

from .conftest import Build

PAPERS = [
    {"paper_id": "b2", "meeting_date": date(2022, 1, 18)},
    {"paper_id": "a1", "meeting_date": date(2022, 3, 22)},
]


def test_the_later_list_decides_and_within_it_the_weightier_role(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        board_memberships=[
            _seat("Ann Bee", paper_id="b2", role="member"),
            # The later list gives her twice: as a chair at its head, and in the rows below.
            _seat("Ann Bee", paper_id="a1", role="member", locator="l9"),
            _seat("Ann Bee", paper_id="a1", role="chair", locator="l2"),
            # Left before the later list; the seat was held in that year all the same.
            _seat("Cee Dee", paper_id="b2", role="substitute"),
        ],
    )

    assert warehouse.rows(
        "board_id, meeting_year, councillor_id, role, paper_id, locator", "board_memberships"
    ) == [
        ("ferry-board", "2021/22", "ann-bee", "chair", "a1", "l2"),
        ("ferry-board", "2021/22", "cee-dee", "substitute", "b2", "l1"),
    ]


def test_a_year_without_a_list_has_the_positions_of_its_attendance_lists(build: Build) -> None:
    marsh = {"council_id": "marsh-county-council", "council_name": "Marsh County Council"}
    warehouse = build(
        papers=PAPERS,
        board_memberships=[_seat("Ann Bee", meeting_year="2020/21", political_group="Labour")],
        attendance=[
            # The year before has its list: a name more in an attendance list is no seat.
            _came("Hal Ivy", date(2021, 3, 2), "2020/21", paper_id="b2"),
            _came("Ann Bee", date(2022, 1, 18), capacity="chair", paper_id="b2", **marsh),
            # In the chair once, a deputy at two meetings.
            _came("Cee Dee", date(2022, 1, 18), capacity="deputy_chair", paper_id="b2"),
            _came("Cee Dee", date(2022, 3, 22), capacity="chair", locator="l4"),
            _came("Cee Dee", date(2022, 5, 18), capacity="deputy_chair", locator="l5"),
            _came("Eve Eff", date(2022, 3, 22), capacity="substitute", locator="l6"),
            # Apologies print no position; a register prints one beside each name.
            _came("Gus Gee", date(2022, 3, 22), status="apologies", locator="l7"),
            _came(
                "Jo Kay",
                date(2022, 3, 22),
                status="apologies",
                locator="l8",
                evidence_kind="register",
            ),
            _came("Lee May", date(2022, 3, 22), capacity="in_attendance", locator="l9"),
            _came("Nan Oak", date(2022, 3, 22), evidence_kind="grid", locator="l10"),
        ],
    )

    seat = "seat_from_attendance"
    assert warehouse.rows(
        "councillor_id, council_id, political_group, role, is_inferred, inference_rule, paper_id, "
        "locator",
        "board_memberships where meeting_year = '2021/22'",
    ) == [
        (
            "ann-bee",
            "marsh-county-council",
            "Labour",
            "chair",
            True,
            f"{seat}; group_from_other_year",
            "b2",
            "l1",
        ),
        ("cee-dee", None, None, "deputy_chair", True, seat, "a1", "l5"),
        ("eve-eff", None, None, "substitute", True, seat, "a1", "l6"),
        ("jo-kay", None, None, "member", True, seat, "a1", "l8"),
    ]
    assert warehouse.rows(
        "councillor_id, is_inferred", "board_memberships where meeting_year = '2020/21'"
    ) == [("ann-bee", False)]


def test_an_attendance_that_was_withheld_takes_no_other_meetings_seat_away(build: Build) -> None:
    keys = pl.DataFrame({"meeting_id": ["ferry-board:2022-03-22"], "councillor_id": ["ann-bee"]})

    warehouse = build(
        papers=PAPERS,
        attendance=[
            _came("Ann Bee", date(2022, 1, 18), paper_id="b2"),
            _came("Ann Bee", date(2022, 3, 22), capacity="chair", locator="l4"),
            _came("Eve Eff", date(2022, 3, 22), locator="l5"),
        ],
        withheld=Withheld({"attendance": keys}),
    )

    assert warehouse.rows("councillor_id, role, paper_id, locator", "board_memberships") == [
        ("ann-bee", "member", "b2", "l1"),
        ("eve-eff", "member", "a1", "l5"),
    ]


def test_a_person_has_the_longest_name_and_honours_printed(build: Build) -> None:
    warehouse = build(
        board_memberships=[
            _seat("Ann O'Bee", councillor_id="ann-obee", honours=None),
            _seat("Ann OBee", councillor_id="ann-obee", honours="CBE JP", meeting_year="2020/21"),
        ]
    )

    assert warehouse.rows("*", "councillors") == [("ann-obee", "Ann O'Bee", "CBE JP")]


def test_two_spellings_on_one_board_may_be_one_person(build: Build) -> None:
    warehouse = build(
        board_memberships=[
            _seat("Jon Effing"),
            _seat("John Effing", locator="l2"),
            # Another given name, and another board and year.
            _seat("Ursula Effing", locator="l3"),
            _seat("Jonn Effing", locator="l4", board_id="harbour-board"),
        ]
    )

    assert warehouse.rows("rule, severity, message, locator", "quality_findings") == [
        (
            "one_person_two_spellings",
            "info",
            "John Effing and Jon Effing are spelled nearly alike. "
            "They may be one person and were taken for two.",
            "l2",
        )
    ]


def test_an_unknown_authority_is_told_once_a_paper_and_apart_from_organisations(
    build: Build,
) -> None:
    warehouse = build(
        board_memberships=[
            _seat("Ann Bee", council_name="Ferrymen's Guild", locator="l10"),
            _seat("Cee Dee", council_name="Ferrymen's Guild", locator="l9"),
            _seat("Gee Aitch", council_name="Ferry County Council", locator="l11"),
            _seat(
                "Eve Eff", council_id="marsh-county-council", council_name="Marsh County Council"
            ),
        ]
    )

    assert warehouse.rows("rule, severity, message, locator", "quality_findings") == [
        (
            "council_unknown",
            "warning",
            "The register has no authority named Ferry County Council.",
            "l11",
        ),
        (
            "organisation_unknown",
            "info",
            "Ferrymen's Guild is taken to be an organisation but not an authority.",
            "l9",
        ),
    ]


def test_an_organisation_of_many_papers_is_told_once(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        board_memberships=[
            _seat("Ann Bee", paper_id="b2", council_name="Ferrymen's Guild", locator="l3"),
            _seat("Ann Bee", paper_id="a1", council_name="Ferrymen's Guild", locator="l10"),
            _seat("Cee Dee", paper_id="b2", council_name="Pilots' Guild", locator="l4"),
        ],
    )

    columns = "observed, expected, locator"
    assert warehouse.rows(columns, "quality_findings where rule = 'organisation_unknown'") == [
        ("Ferrymen's Guild", "the name of an authority; 2 papers have this one", "l10"),
        ("Pilots' Guild", "the name of an authority", "l4"),
    ]


def test_a_combined_authority_is_an_unknown_one_and_a_shadow_panel_is_none(
    build: Build, registers: Path
) -> None:
    copyfile(REFERENCE / "council_alias_forms.csv", registers / "council_alias_forms.csv")

    warehouse = build(
        board_memberships=[
            _seat("Ann Bee", council_name="Weald Combined Authority"),
            _seat("Cee Dee", council_name="Weald Shadow Panel"),
        ]
    )

    assert warehouse.rows("rule, observed", "quality_findings") == [
        ("council_unknown", "Weald Combined Authority"),
        ("organisation_unknown", "Weald Shadow Panel"),
    ]


def test_a_name_that_two_authorities_share_is_no_unknown_one(build: Build) -> None:
    shared = {"council_name": "Marsh Council", "locator": "l3", "quote": "Ann Bee Marsh Council"}

    warehouse = build(
        board_memberships=[_seat("Ann Bee", **shared)],
        findings=[
            {
                "rule": "council_ambiguous",
                "table_name": "board_memberships",
                "subject": "Marsh Council",
                "expected": "Marsh County Council, Marsh District Council",
                "observed": "Marsh Council",
                **shared,
            }
        ],
    )

    assert warehouse.rows("rule, message, locator", "quality_findings") == [
        (
            "council_ambiguous",
            "Marsh Council may mean more than one authority: "
            "Marsh County Council, Marsh District Council.",
            "l3",
        )
    ]


def _seat(name: str, **more: object) -> dict[str, object]:
    return {
        "meeting_year": "2021/22",
        "councillor_id": name.lower().replace(" ", "-"),
        "councillor_name": name,
        **more,
    }


def _came(name: str, on: date, year: str = "2021/22", **more: object) -> dict[str, object]:
    return {
        "councillor_id": name.lower().replace(" ", "-"),
        "councillor_name": name,
        "meeting_date": on,
        "meeting_year": year,
        "status": "present",
        **more,
    }
