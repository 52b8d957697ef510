"""Rates against councillors in post: hand-checked numbers, sources, gaps, years that are not there.

The counts are invented; the denominators of the real register are the ones that its own
documentation adds up by hand.
"""

from datetime import date
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from pipelines.runtime.places import REFERENCE

from .conftest import Build

AS_OF = date(2014, 11, 30)
ONLINE = "Open Council Data UK (Lawson Data Services)"
CITY = f"City of London: its website; {ONLINE}"
SCILLY = f"Isles of Scilly: Wikipedia; {ONLINE}"
ALL_SOURCES = f"City of London: its website; Isles of Scilly: Wikipedia; {ONLINE}"
NOBODY_ELECTED = (
    "Nobody is elected to authorities of this type: their members sit there for other councils and "
    "are counted in those."
)

# value, councillors counted, councillors in post in 2014, for each 100, source
RATES = {
    "region": [
        ("East Midlands", 10, 1983, 0.504286, ONLINE),
        ("East of England", 10, 2556, 0.391236, ONLINE),
        ("Greater London", 10, 1976, 0.506073, CITY),
        ("North East", 10, 775, 1.290323, ONLINE),
        ("North West", 10, 2390, 0.41841, ONLINE),
        ("South East", 10, 3574, 0.279799, ONLINE),
        ("South West", 10, 2003, 0.499251, SCILLY),
        ("Wales", 10, 1254, 0.797448, ONLINE),
        ("West Midlands", 10, 1728, 0.578704, ONLINE),
        ("Yorkshire and the Humber", 10, 1258, 0.794913, ONLINE),
    ],
    "council_type": [
        ("county", 10, 1811, 0.552181, ONLINE),
        ("district", 10, 8872, 0.112714, ONLINE),
        ("fire", 10, None, None, None),
        ("london_borough", 10, 1976, 0.506073, CITY),
        ("metropolitan", 10, 2445, 0.408998, ONLINE),
        ("national_park", 10, None, None, None),
        ("unitary", 10, 3139, 0.318573, SCILLY),
        ("welsh", 10, 1254, 0.797448, ONLINE),
    ],
    "political_group": [
        ("Conservative", 10, 8145, 0.122775, ONLINE),
        ("Independent", 10, 2462, 0.406174, ALL_SOURCES),
        ("Labour", 10, 6730, 0.148588, ONLINE),
        ("Liberal Democrat", 10, 2160, 0.462963, ONLINE),
    ],
}
MARTS = {
    "region": "uptake_by_region",
    "council_type": "uptake_by_council_type",
    "political_group": "uptake_by_party",
}


@pytest.fixture
def real_seats(registers: Path) -> Path:
    """The small country's registers with the real councils and councillors in post."""
    for name in ("councillors_in_post", "councillors_in_post_gaps", "councils"):
        copyfile(REFERENCE / f"{name}.csv", registers / f"{name}.csv")
    for name in ("council_codes", "council_successions"):
        header = (REFERENCE / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
        (registers / f"{name}.csv").write_text(f"{header}\n", encoding="utf-8")
    return registers


@pytest.mark.usefixtures("real_seats")
@pytest.mark.parametrize("dimension", list(RATES))
def test_rates_of_2014_stand_against_the_numbers_added_up_by_hand(
    build: Build, dimension: str
) -> None:
    warehouse = build(leadership_stats=_cells(dimension, "2014/15"))

    assert (
        warehouse.rows(
            f"{dimension}, councillors, councillors_in_{dimension}, round(uptake_per_100, 6), "
            "denominator_source",
            f"{MARTS[dimension]} where programme_id = 'all'",
        )
        == RATES[dimension]
    )


@pytest.mark.usefixtures("real_seats")
def test_fire_and_park_authorities_say_why_they_have_no_rate(build: Build) -> None:
    warehouse = build(leadership_stats=_cells("council_type", "2014/15"))

    assert warehouse.rows(
        "council_type, denominator_note",
        "uptake_by_council_type where programme_id = 'all' and denominator_note is not null",
    ) == [("fire", NOBODY_ELECTED), ("national_park", NOBODY_ELECTED)]


@pytest.mark.usefixtures("real_seats")
def test_the_register_counts_each_year_from_2009_to_2024(build: Build) -> None:
    warehouse = build()

    assert warehouse.rows(
        "year, cast(sum(councillors) as integer)",
        "councillors_in_post where year in (2009, 2014, 2018, 2024) group by year",
    ) == [(2009, 19489), (2014, 19497), (2018, 19023), (2024, 17514)]
    assert warehouse.rows("count(distinct year), min(year), max(year)", "councillors_in_post") == [
        (16, 2009, 2024)
    ]
    assert warehouse.rows("year, cast(count(*) as integer)", "councillors_in_post_gaps group by 1")[
        -2:
    ] == [(2020, 1), (2022, 18)]


@pytest.mark.usefixtures("real_seats")
@pytest.mark.parametrize(
    ("period", "dimension", "value", "in_post", "note"),
    [
        pytest.param(
            "2020/21",
            "region",
            "South East",
            3160,
            "Councillors in post leave out Buckinghamshire Council: the register has no number "
            "for 2020.",
            id="a council is missing from the region",
        ),
        pytest.param(
            "2020/21", "region", "North East", 770, None, id="no council of the region is missing"
        ),
        pytest.param(
            "2020/21",
            "political_group",
            "Labour",
            5988,
            "Councillors in post leave out Buckinghamshire Council: the register has no number "
            "for 2020.",
            id="nobody knows which groups the missing ones belong to",
        ),
        pytest.param(
            "2012/13-2014/15",
            "region",
            "North East",
            775,
            "Councillors in post are those of 2012, the first year of the period.",
            id="several years",
        ),
        pytest.param(
            "2025/26",
            "region",
            "North East",
            None,
            "The register has no councillors in post for 2025: it covers 2009 to 2024.",
            id="a year after the last that is covered",
        ),
        pytest.param(
            "2014/15",
            "political_group",
            "Reform UK",
            None,
            "The register counts nobody in this group in 2014: members of a party without a group "
            "of its own are counted in another.",
            id="a group that was none yet",
        ),
    ],
)
def test_the_row_says_what_its_denominator_is(
    build: Build, period: str, dimension: str, value: str, in_post: int | None, note: str | None
) -> None:
    cell = _cell(dimension, value, period)

    warehouse = build(leadership_stats=[cell])

    assert warehouse.rows(
        f"councillors_in_{dimension}, uptake_per_100 is null, denominator_note",
        f"{MARTS[dimension]} where programme_id = 'all'",
    ) == [(in_post, in_post is None, note)]


def test_no_number_of_another_year_is_taken(build: Build) -> None:
    # The small country counts its councillors in 2021 alone.
    warehouse = build(leadership_stats=[_cell("region", "South East", "2022/23")])

    assert warehouse.rows("councillors_in_region, uptake_per_100", "uptake_by_region") == [
        (None, None),
        (None, None),
    ]


def _cells(dimension: str, period: str) -> list[dict[str, Any]]:
    return [_cell(dimension, row[0], period) for row in RATES[dimension]]


def _cell(dimension: str, value: str, period: str) -> dict[str, Any]:
    return {
        "period": period,
        "as_of": AS_OF,
        "programme_id": "first-steps",
        "programme_code": "FS",
        "dimension": dimension,
        "dimension_value": value,
        "councillors": 10,
    }
