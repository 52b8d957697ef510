"""A small published warehouse: the mart tables as the contract declares them, literal rows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from pipelines.schema.tables import TABLES

MARTS = (
    "uptake_by_region",
    "uptake_by_party",
    "uptake_by_council_type",
    "uptake_sources",
    "uptake_region_by_party_bounds",
    "programme_trend",
)
AS_OF = date(2031, 11, 5)

# Lowland's quote is hostile: markup for the page, a formula for the spreadsheet.
HOSTILE = "=Lowland <script>alert('x')</script> & Co 1 0 1"

# value, first steps, next steps, all, in post, locator, quote
REGIONS = (
    ("Lowland", 1, 0, 1, 50, "p3:l41", HOSTILE),
    ("Upland", 3, 1, 4, 100, "p3:l40", "Upland 3 1 4"),
)
GROUPS = (
    ("Blue", 3, 0, 3, 60, "p3:l50", "Blue 3 0 3"),
    ("Green", 1, 1, 2, 90, "p3:l51", "Green 1 1 2"),
)
# A fire authority has no councillors in post of its own.
COUNCIL_TYPES = (
    ("district", 3, 1, 4, 150, "p3:l60", "District 3 1 4"),
    ("fire", 1, 0, 1, None, "p3:l61", "Fire 1 0 1"),
)
# region, group, both margins, lowest, highest, estimate, estimate by seats
CROSSED = (
    ("Lowland", "Blue", 1, 3, 0, 1, 0.6, 0.9),
    ("Lowland", "Green", 1, 2, 0, 1, 0.4, 0.1),
    ("Upland", "Blue", 4, 3, 2, 3, 2.4, 2.1),
    ("Upland", "Green", 4, 2, 1, 2, 1.6, 1.9),
)
# programme, unit, standing, period, number, qualifier, is of a part, year before, its number
TREND = (
    ("Next Steps", "councillors", "actual", "2031/32", 7, "exactly", True, "2030/31", 9),
    ("Next Steps", "councillors", "planned", "2032/33", 50, "at_least", False, None, None),
    ("First Steps", "town_councils", "actual", "2030/31", 1200, "over", False, "2029/30", 1000),
)
PROGRAMMES = (("first-steps", "First Steps", "FS"), ("next-steps", None, "NS"))
Rows = dict[str, list[tuple[object, ...]]]


def mart_rows() -> Rows:
    """Rows of each mart; every figure has its printed cell, totals included."""
    rows: Rows = {name: [] for name in MARTS}
    for mart, dimension, lines in (
        ("uptake_by_region", "region", REGIONS),
        ("uptake_by_party", "political_group", GROUPS),
        ("uptake_by_council_type", "council_type", COUNCIL_TYPES),
    ):
        programmes = (*PROGRAMMES, ("all", None, "Total"))
        for place, (programme_id, name, code) in enumerate(programmes, start=1):
            total = sum(line[place] for line in lines)
            for line in lines:
                value, councillors, in_post = line[0], line[place], line[4]
                has_rate = in_post is not None
                rows[mart].append(
                    (
                        "2031/32",
                        AS_OF,
                        programme_id,
                        "All programmes" if programme_id == "all" else name or code,
                        value,
                        councillors,
                        councillors / total,
                        in_post,
                        date(2031, 6, 30) if has_rate else None,
                        "Register of seats 2031" if has_rate else None,
                        100 * councillors / in_post if has_rate else None,
                        None if has_rate else "Members sit on other councils",
                        "sums_hold",
                    )
                )
            totals = ("total", None, None, None, None, "p3:l42", "Total 4 1 5")
            for line in (*lines, totals):
                councillors = total if line is totals else line[place]
                rows["uptake_sources"].append(
                    (
                        "2031/32",
                        AS_OF,
                        programme_id,
                        name,
                        code,
                        dimension,
                        line[0],
                        councillors,
                        "00aa00aa00aa00aa",
                        "autumn pack.txt",
                        "Autumn <b>pack</b>",
                        line[5],
                        line[6],
                        "sums_hold",
                    )
                )
    for region, group, in_region, in_group, lowest, highest, *estimates in CROSSED:
        cell = ("2031/32", AS_OF, "all", region, group, in_region, in_group, 5, lowest, highest)
        basis = ("Register of seats 2031", "00aa00aa00aa00aa p3:l40", "sums_hold")
        rows["uptake_region_by_party_bounds"].append((*cell, "own_margins", *estimates, *basis))
    rows["programme_trend"] = [
        trend_row(name, *line, before, number) for name, *line, before, number in TREND
    ]
    return rows


def trend_row(
    name: str,
    unit: str,
    standing: str,
    period: str,
    participants: int,
    qualifier: str,
    is_part_year: bool,
    previous_period: str | None,
    previous: int | None,
) -> tuple[object, ...]:
    """One row of programme_trend."""
    change = None if previous is None else participants - previous
    return (
        name.lower().replace(" ", "-"),
        name,
        unit,
        standing,
        period,
        participants,
        qualifier,
        "planned" if standing == "planned" else "took_part",
        None,
        is_part_year,
        previous_period,
        previous,
        None if previous is None else "exactly",
        change,
        None if previous is None or change is None else change / previous,
        None if previous is None else qualifier == "exactly",
        1,
        "00aa00aa00aa00aa",
        "p4:l7",
        "some words",
        "agreed",
    )


@pytest.fixture
def rows() -> Rows:
    """The rows, for a test to change before it builds."""
    return mart_rows()


@pytest.fixture
def build(tmp_path: Path) -> Callable[[Rows], Path]:
    """A function that writes a warehouse of the rows it is given."""

    def build_warehouse(rows: Rows) -> Path:
        path = tmp_path / "warehouse.duckdb"
        with duckdb.connect(str(path)) as connection:
            for name in MARTS:
                columns = TABLES[name].columns
                declared = ", ".join(f"{column.name} {column.sql_type}" for column in columns)
                connection.execute(f"create table {name} ({declared})")
                if rows.get(name):
                    marks = ", ".join("?" for _ in columns)
                    connection.executemany(f"insert into {name} values ({marks})", rows[name])
        return path

    return build_warehouse


@pytest.fixture
def warehouse(build: Callable[[Rows], Path], rows: Rows) -> Path:
    """The small warehouse as it stands."""
    return build(rows)
