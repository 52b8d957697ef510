from datetime import date
from typing import Any

import pytest

from .conftest import Build

AS_OF = date(2021, 12, 31)

Cell = tuple[str, str, str, int]

# Two programmes by region and their printed totals; all adds up.
TABLE: list[Cell] = [
    ("region", "South East", "FS", 3),
    ("region", "South East", "NB", 4),
    ("region", "South East", "Total", 7),
    ("region", "South West", "FS", 1),
    ("region", "South West", "NB", 2),
    ("region", "South West", "Total", 3),
    ("region", "total", "FS", 4),
    ("region", "total", "NB", 6),
    ("region", "total", "Total", 10),
]


def test_a_table_that_adds_up_gives_no_finding(build: Build) -> None:
    warehouse = build(leadership_stats=cells_of(TABLE))

    assert warehouse.rows("rule, subject", "quality_findings") == []


def test_the_later_paper_decides_and_a_changed_figure_is_told(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "b2", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "a1", "meeting_date": date(2022, 3, 22)},
        ],
        leadership_stats=[
            *cells_of([("region", "South East", "FS", 2)], paper_id="b2"),
            # Only the earlier paper has this column: the later one says nothing about it.
            *cells_of([("region", "South East", "NB", 9)], paper_id="b2"),
            *cells_of([("region", "South East", "FS", 3)], paper_id="a1"),
        ],
    )

    assert warehouse.rows("programme_code, councillors, paper_id", "leadership_stats") == [
        ("FS", 3, "a1"),
        ("NB", 9, "b2"),
    ]
    assert warehouse.rows("rule, severity, message, paper_id", "quality_findings") == [
        (
            "later_paper_disagrees",
            "info",
            "FS, South East, 2021/22: an earlier paper prints 2, the later one 3.",
            "b2",
        )
    ]


def test_uptake_sets_councillors_against_those_in_post(build: Build) -> None:
    warehouse = build(leadership_stats=cells_of(TABLE))

    head, source = ("2021/22", AS_OF), (date(2021, 6, 30), "counted by us")
    end = (None, "single")
    assert warehouse.rows("*", "uptake_by_region") == [
        (*head, "all", "All programmes", "South East", 7, 0.7, 80, *source, 8.75, *end),
        (*head, "all", "All programmes", "South West", 3, 0.3, 20, *source, 15.0, *end),
        (*head, "first-steps", "First Steps", "South East", 3, 0.75, 80, *source, 3.75, *end),
        (*head, "first-steps", "First Steps", "South West", 1, 0.25, 20, *source, 5.0, *end),
        (*head, "nb", "NB", "South East", 4, 4 / 6, 80, *source, 5.0, *end),
        (*head, "nb", "NB", "South West", 2, 2 / 6, 20, *source, 10.0, *end),
    ]


def test_without_a_total_column_all_is_the_sum(build: Build) -> None:
    table = [cell for cell in TABLE if cell[2] != "Total" and cell[1] != "total"]

    warehouse = build(leadership_stats=cells_of(table))

    assert warehouse.rows(
        "programme_id, region, councillors, share", "uptake_by_region where programme_id = 'all'"
    ) == [("all", "South East", 7, 0.7), ("all", "South West", 3, 0.3)]


@pytest.mark.parametrize(
    ("period", "value", "note"),
    [
        pytest.param(
            "2021/22",
            "fire",
            "Nobody is elected to authorities of this type: their members sit there for other "
            "councils and are counted in those.",
            id="nobody is elected to a fire authority",
        ),
        pytest.param(
            "2031/32",
            "county",
            "The register has no councillors in post for 2031: it covers 2021 to 2021.",
            id="a year that is not covered",
        ),
        pytest.param(
            None,
            "county",
            "The table names no period, so no year to count the councillors in post of.",
            id="a table without period",
        ),
    ],
)
def test_without_a_denominator_there_is_a_note_and_no_rate(
    build: Build, period: str | None, value: str, note: str
) -> None:
    cells = cells_of([("council_type", value, "FS", 5)])

    warehouse = build(leadership_stats=[{**cell, "period": period} for cell in cells])

    columns = "councillors_in_council_type, denominator_source, uptake_per_100, denominator_note"
    assert set(warehouse.rows(columns, "uptake_by_council_type")) == {(None, None, None, note)}


def test_party_counts_over_all_regions_and_types(build: Build) -> None:
    warehouse = build(leadership_stats=cells_of([("political_group", "Labour", "FS", 6)]))

    assert warehouse.rows(
        "programme_id, political_group, councillors, councillors_in_political_group, "
        "uptake_per_100",
        "uptake_by_party",
    ) == [("all", "Labour", 6, 60, 10.0), ("first-steps", "Labour", 6, 60, 10.0)]


@pytest.mark.parametrize(
    ("by_type", "rule"),
    [
        pytest.param([("county", 10)], None, id="the margins agree"),
        pytest.param(
            [("county", 10), ("fire", 2)],
            "margins_differ_by_uncounted_types",
            id="fire authorities explain the difference",
        ),
        pytest.param([("county", 9)], "margins_disagree", id="nothing explains it"),
    ],
)
def test_margins_of_one_programme(
    build: Build, by_type: list[tuple[str, int]], rule: str | None
) -> None:
    warehouse = build(
        leadership_stats=cells_of(
            [
                ("political_group", "Labour", "FS", 10),
                *(("council_type", name, "FS", number) for name, number in by_type),
            ]
        )
    )

    assert warehouse.rows("rule", "quality_findings") == ([(rule,)] if rule else [])


def test_detail_cells_are_participation_too(build: Build) -> None:
    warehouse = build(
        leadership_stats=cells_of(TABLE[:3]),
        programme_participation=[
            {
                "programme_id": "first-steps",
                "programme_name": "first steps",
                "dimension": "total",
                "dimension_value": "total",
                "participants": 12,
                "unit": "people",
                "qualifier": "about",
                "status": "took_part",
                "locator": "l30",
            }
        ],
    )

    assert warehouse.rows(
        "programme_id, programme_name, dimension, dimension_value, participants, unit, qualifier, "
        "status, locator",
        "programme_participation",
    ) == [
        (
            "first-steps",
            "First Steps",
            "region",
            "South East",
            3,
            "councillors",
            "exactly",
            "signed_up",
            "l1",
        ),
        ("first-steps", "First Steps", "total", "total", 12, "people", "about", "took_part", "l30"),
        # In no register: the code as printed.
        (None, "NB", "region", "South East", 4, "councillors", "exactly", "signed_up", "l2"),
    ]


def test_uptake_sources_name_the_paper_of_each_cell(build: Build) -> None:
    warehouse = build(
        papers=[{"paper_id": "a1", "title": "Uptake"}], leadership_stats=cells_of(TABLE[:1])
    )

    assert warehouse.rows("*", "uptake_sources") == [
        (
            "2021/22",
            AS_OF,
            "first-steps",
            "First Steps",
            "FS",
            "region",
            "South East",
            3,
            "a1",
            "a1.txt",
            "Uptake",
            "l1",
            "some words",
            "single",
        )
    ]


def test_a_value_that_no_register_has_is_told_and_reaches_no_mart(build: Build) -> None:
    warehouse = build(
        leadership_stats=cells_of(
            [
                ("region", "South East", "FS", 3),
                ("region", "Overseas", "FS", 1),
                # Printed wrongly: smaller than the largest row.
                ("region", "total", "FS", 2),
            ]
        ),
        programme_participation=[
            {
                "programme_name": "First Steps",
                "dimension": "political_group",
                "dimension_value": "Ferry Party",
                "participants": 2,
                "unit": "councillors",
                "qualifier": "exactly",
                "status": "took_part",
                "locator": "l30",
                "quote": "two of the Ferry Party",
            }
        ],
    )

    assert warehouse.rows("dimension_value, councillors", "leadership_stats") == [
        ("Overseas", 1),
        ("South East", 3),
        ("total", 2),
    ]
    # The share is of the four in the rows.
    assert warehouse.rows(
        "programme_id, programme_name, region, councillors, share", "uptake_by_region"
    ) == [
        ("all", "All programmes", "South East", 3, 0.75),
        ("first-steps", "First Steps", "South East", 3, 0.75),
    ]
    assert warehouse.rows("dimension_value", "uptake_sources") == [("South East",), ("total",)]
    assert warehouse.rows(
        "table_name, subject, message, paper_id, locator",
        "quality_findings where rule = 'dimension_value_unknown'",
    ) == [
        (
            "leadership_stats",
            "Overseas",
            "Overseas: the register has no such region.",
            "a1",
            "l2",
        ),
        (
            "programme_participation",
            "Ferry Party",
            "Ferry Party: the register has no such political_group.",
            "a1",
            "l30",
        ),
    ]


def test_a_programme_of_one_of_two_sister_tables_is_told(build: Build) -> None:
    warehouse = build(
        leadership_stats=cells_of(
            [
                ("region", "South East", "FS", 3),
                ("region", "South East", "NB", 4),
                ("region", "total", "NB", 4),
                ("political_group", "Labour", "FS", 3),
                ("political_group", "Labour", "NBW", 4),
            ]
        )
    )

    assert warehouse.rows(
        "subject, expected, observed, locator, message",
        "quality_findings where rule = 'programme_in_one_table'",
    ) == [
        (
            "NB",
            "political_group",
            "region",
            "l2",
            "NB is in the table by region but not in the table by political_group.",
        ),
        (
            "NBW",
            "region",
            "political_group",
            "l5",
            "NBW is in the table by political_group but not in the table by region.",
        ),
    ]


def cells_of(table: list[Cell], **more: Any) -> list[dict[str, Any]]:
    """The cells of a table as an extract has them, a line each."""
    programmes = {"FS": "first-steps", "Total": "all"}
    return [
        {
            "period": "2021/22",
            "as_of": AS_OF,
            "programme_id": programmes.get(code, code.lower()),
            "programme_code": code,
            "dimension": dimension,
            "dimension_value": value,
            "councillors": number,
            "status": "signed_up",
            "is_total": code == "Total" or value == "total",
            "locator": f"l{line}",
            **more,
        }
        for line, (dimension, value, code, number) in enumerate(table, start=1)
    ]
