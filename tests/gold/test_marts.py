"""The marts of the five papers: printed tables to the unit, rates, bounds, trend, challenges."""

import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipelines.notation.dates import meeting_year

GOLD = Path(__file__).parent / "leadership_stats.csv"
ATTENDANCE = Path(__file__).parent / "attendance.csv"
MARTS = {
    "region": "uptake_by_region",
    "political_group": "uptake_by_party",
    "council_type": "uptake_by_council_type",
}

pytestmark = pytest.mark.papers


@pytest.mark.parametrize("dimension", list(MARTS))
def test_uptake_is_the_printed_table_cell_by_cell(
    warehouse: duckdb.DuckDBPyConnection, dimension: str
) -> None:
    with GOLD.open(encoding="utf-8", newline="") as file:
        cells = [row for row in csv.DictReader(file) if row["dimension"] == dimension]
    printed = {
        (row["programme_code"], row["dimension_value"]): int(row["councillors"]) for row in cells
    }
    codes = {code for code, _ in printed}
    assert {code for code in codes if code.lower().startswith("total")} == {"Total"}

    found = warehouse.execute(
        f"""
        select distinct cells.programme_code, uptake.{dimension}, uptake.councillors
        from {MARTS[dimension]} as uptake
        inner join uptake_sources as cells
            on
                uptake.programme_id = cells.programme_id
                and uptake.{dimension} = cells.dimension_value
                and cells.dimension = '{dimension}'
        """
    ).fetchall()

    details = {key: number for key, number in printed.items() if key[1] != "total"}
    assert {(code, value): number for code, value, number in found} == details
    for code in codes:
        added = sum(number for (each, _), number in details.items() if each == code)
        assert added == printed[code, "total"], code


def test_rates_stand_against_the_councillors_of_2014(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    found = warehouse.execute(
        "select region, councillors, councillors_in_region, round(uptake_per_100, 3) "
        "from uptake_by_region where programme_id = 'all' order by uptake_per_100 desc limit 2"
    ).fetchall()

    # 94 of the 1,851 in the boroughs and the 125 of the City; 46 / 1,983 and less elsewhere.
    assert found == [("Greater London", 94, 1976, 4.757), ("Wales", 42, 1254, 3.349)]


def test_bounds_of_region_by_party(warehouse: duckdb.DuckDBPyConnection) -> None:
    (rules,) = warehouse.execute(
        "select list_sort(list(distinct bounds_rule)) from uptake_region_by_party_bounds"
    ).fetchall()
    (held,) = warehouse.execute(
        "select bool_and(lowest <= estimate and estimate <= highest and "
        "estimate_by_seats between lowest and highest) from uptake_region_by_party_bounds"
    ).fetchall()

    assert (rules, held) == ((["own_margins", "sum_of_programmes"],), (True,))
    # 13 of 18 are Conservative and 8 of 18 are from the South East: at least 3 are both.
    assert warehouse.execute(
        "select lowest, highest from uptake_region_by_party_bounds where programme_id = "
        "'leading-edge' and region = 'South East' and political_group = 'Conservative'"
    ).fetchall() == [(3, 8)]


def test_trend_of_the_leadership_programmes(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert warehouse.execute(
        "select unit, period, participants, previous_period, change, is_part_year "
        "from programme_trend where change is not null order by unit"
    ).fetchall() == [
        ("councillors", "2014/15", 577, "2013/14", 22, True),
        ("councils", "2014/15", 241, "2013/14", -8, True),
    ]


def test_a_joint_challenge_counts_once(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert warehouse.execute(
        "select challenges, councils_named, savings_gbp_per_year, savings_gbp_one_off "
        "from peer_challenge_summary where challenge_type = 'safer_communities' "
        "and status = 'delivered'"
    ).fetchall() == [(2, 3, Decimal("445000.00"), None)]


INNOVATION = ("improvement-and-innovation-board", "2014/15")
PROGRAMME = "improvement-programme-board"
# board, year, group; expected, present, apologies, absent, substitutes, others: counted by hand in
# the membership lists, the grids and the notes of the papers.
BY_PARTY = [
    (*INNOVATION, "Conservative", 7, 6, 1, 0, 1, 0),
    (*INNOVATION, "Independent", 2, 2, 0, 0, 1, 0),
    (*INNOVATION, "Labour", 7, 4, 3, 0, 2, 0),
    (*INNOVATION, "Liberal Democrat", 2, 2, 0, 0, 0, 0),
    (*INNOVATION, None, 0, 0, 0, 0, 0, 3),
    (PROGRAMME, "2010/11", "Conservative", 18, 14, 1, 3, 1, 0),
    (PROGRAMME, "2010/11", "Independent", 3, 2, 0, 1, 1, 0),
    (PROGRAMME, "2010/11", "Labour", 12, 9, 2, 1, 1, 0),
    (PROGRAMME, "2010/11", "Liberal Democrat", 9, 9, 0, 0, 0, 0),
    (PROGRAMME, "2010/11", None, 0, 0, 0, 0, 0, 2),
    (PROGRAMME, "2011/12", "Conservative", 3, 3, 0, 0, 1, 0),
    (PROGRAMME, "2011/12", "Independent", 1, 1, 0, 0, 0, 0),
    (PROGRAMME, "2011/12", "Labour", 4, 2, 2, 0, 1, 0),
    (PROGRAMME, "2011/12", "Liberal Democrat", 2, 2, 0, 0, 0, 0),
    (PROGRAMME, "2011/12", None, 4, 2, 2, 0, 0, 1),
]
COUNTS = "expected, present, apologies, absent, substitutes_present, others_present"


def test_attendance_by_party_is_the_count_by_hand(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert (
        warehouse.execute(
            f"select board_id, meeting_year, political_group, {COUNTS} from attendance_by_party "
            "order by all"
        ).fetchall()
        == BY_PARTY
    )
    # Three of Labour's seven stayed away, and its substitutes do not make up for them.
    assert warehouse.execute(
        "select round(100 * attendance_rate, 1) from attendance_by_party "
        "where meeting_year = '2014/15' and political_group = 'Labour'"
    ).fetchall() == [(57.1,)]


@pytest.mark.parametrize(
    ("mart", "key"), [("attendance_by_region", "region"), ("attendance_by_member", "councillor_id")]
)
def test_attendance_of_members_is_what_was_read_by_eye(
    warehouse: duckdb.DuckDBPyConnection, mart: str, key: str
) -> None:
    counted: dict[tuple[str, ...], list[str]] = defaultdict(list)
    with ATTENDANCE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["capacity"] in ("chair", "vice_chair", "deputy_chair", "member"):
                year = meeting_year(date.fromisoformat(row["meeting_date"]))
                counted[row["board_id"], year, row[key]].append(row["status"])

    found = warehouse.execute(
        f"select board_id, meeting_year, coalesce({key}, ''), expected, present, apologies, absent "
        f"from {mart} where expected > 0 order by all"
    ).fetchall()

    assert found == [
        (*place, len(seen), *(seen.count(each) for each in ("present", "apologies", "absent")))
        for place, seen in sorted(counted.items())
    ]
