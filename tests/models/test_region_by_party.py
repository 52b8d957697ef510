"""Bounds and estimates of region by party: literal tables, and properties of any table."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.schema.tables import TABLES
from pipelines.warehouse.proofs import add_proof_functions

MODELS = Path(__file__).parents[2] / "models"
# In the order in which they run.
READS = (
    "core/int_uptake_tables",
    "core/int_table_figures",
    "core/int_uptake",
    "core/int_region_by_party",
    "core/int_region_by_party_fitted",
    "marts/uptake_region_by_party_bounds",
)
AS_OF = date(2031, 11, 5)
PERIOD = "2031/32"
REGIONS = ("Upland", "Lowland", "Isles")
GROUPS = ("Blue", "Green", "Red")
VALUES = TABLES["uptake_region_by_party_bounds"].column_names[5:]
# What a rounded estimate may be away from what it rounds.
ROUNDED = 1e-5

# One programme: for each region a number for each group.
Crossed = tuple[tuple[int, ...], ...]
Cell = tuple[str, str, str]


def crossed_tables(most: int) -> st.SearchStrategy[Crossed]:
    """Tables of two or three regions and groups, no number above `most`."""
    return st.tuples(st.integers(2, 3), st.integers(2, 3)).flatmap(
        lambda shape: st.tuples(
            *[st.tuples(*[st.integers(0, most)] * shape[1]) for _ in range(shape[0])]
        )
    )


def alike(most: int) -> st.SearchStrategy[list[Crossed]]:
    """One to three programmes, each with three regions and three groups."""
    row = st.tuples(*[st.integers(0, most)] * 3)
    return st.lists(st.tuples(row, row, row), min_size=1, max_size=3)


@given(alike(40))
@settings(max_examples=25, deadline=None)
def test_the_true_number_lies_within_the_bounds(programmes: list[Crossed]) -> None:
    found = bounds(programmes)

    for cell, true in true_numbers(programmes).items():
        lowest, highest = found[cell]["lowest"], found[cell]["highest"]
        assert lowest <= true <= highest, cell


@given(alike(40))
@settings(max_examples=25, deadline=None)
def test_estimates_have_the_printed_margins_and_keep_the_bounds(
    programmes: list[Crossed],
) -> None:
    found = bounds(programmes, seats={("Upland", "Blue"): 40, ("Isles", "Red"): 7})

    for name, (programme_id, value) in product(
        ("estimate", "estimate_by_seats"), margins(programmes)
    ):
        cells = [cell for cell in found if cell[0] == programme_id and value in cell[1:]]
        added = sum(found[cell][name] for cell in cells)
        assert added == pytest.approx(margins(programmes)[programme_id, value], abs=ROUNDED)
        for cell in cells:
            row = found[cell]
            assert row["lowest"] - ROUNDED <= row[name] <= row["highest"] + ROUNDED


@given(crossed_tables(3))
@settings(max_examples=25, deadline=None)
def test_both_bounds_are_reached_by_a_table_that_could_have_been_printed(table: Crossed) -> None:
    found = bounds([table])

    possible = list(tables_with_margins(row_sums(table), column_sums(table)))
    for (row, region), (column, group) in product(
        enumerate(REGIONS[: len(table)]), enumerate(GROUPS[: len(table[0])])
    ):
        numbers = {each[row][column] for each in possible}
        bounded = found["p0", region, group]
        assert (bounded["lowest"], bounded["highest"]) == (min(numbers), max(numbers))
        # No number between is ruled out.
        assert numbers == set(range(min(numbers), max(numbers) + 1))


@given(alike(9))
@settings(max_examples=15, deadline=None)
def test_all_is_as_tight_as_its_programmes_together(programmes: list[Crossed]) -> None:
    found = bounds(programmes)

    for region, group in product(REGIONS, GROUPS):
        parts = [found[f"p{number}", region, group] for number in range(len(programmes))]
        whole = found["all", region, group]
        assert whole["lowest"] == sum(part["lowest"] for part in parts)
        assert whole["highest"] == sum(part["highest"] for part in parts)
        at_least = (
            whole["region_participants"]
            + whole["group_participants"]
            - whole["programme_participants"]
        )
        assert whole["lowest"] >= max(0, at_least)
        assert whole["highest"] <= min(whole["region_participants"], whole["group_participants"])


def test_whole_rows_of_two_programmes() -> None:
    # The first programme is nearly all Blue, so most of Upland must be; the second says nothing.
    first = ((6, 1), (3, 0))
    second = ((1, 1), (1, 1))

    found = bounds([first, second])

    assert found["p0", "Upland", "Blue"] == {
        "region_participants": 7,
        "group_participants": 9,
        "programme_participants": 10,
        "lowest": 6,
        "highest": 7,
        "bounds_rule": "own_margins",
        "estimate": 6.3,
        "estimate_by_seats": None,
        "denominator_source": None,
        "sources": "a1 p1:l1; a1 p2:l1",
        "proof": "sums_hold",
    }
    assert found["all", "Upland", "Blue"] == {
        "region_participants": 9,
        "group_participants": 11,
        "programme_participants": 14,
        # Of its own margins at least 9 + 11 - 14 = 6 and at most 9; the second has 0 to 2.
        "lowest": 6,
        "highest": 9,
        "bounds_rule": "sum_of_programmes",
        "estimate": 7.3,
        "estimate_by_seats": None,
        "denominator_source": None,
        "sources": "a1 p1:l1; a1 p2:l1",
        "proof": "sums_hold",
    }


def test_programmes_tighten_the_bounds_of_all() -> None:
    # All together: Upland 5 of 10 and Blue 5 of 10, so 0 to 5. But the first programme is all
    # Blue and the second all Green.
    found = bounds([((4, 0), (1, 0)), ((0, 1), (0, 4))])

    whole = found["all", "Upland", "Blue"]
    assert (whole["lowest"], whole["highest"], whole["estimate"]) == (4, 4, 4.0)


def test_seats_draw_the_estimate_to_where_a_group_has_them() -> None:
    # Blue has hardly a seat in Lowland, Green none in Upland: the margins alone say 5 for each.
    seats = {("Upland", "Blue"): 90, ("Lowland", "Blue"): 10, ("Lowland", "Green"): 90}

    found = bounds([((5, 5), (5, 5))], seats=seats)

    cells = [found["p0", region, group] for region in REGIONS[:2] for group in GROUPS[:2]]
    assert [cell["estimate"] for cell in cells] == [5.0, 5.0, 5.0, 5.0]
    # The ratio (fitted x fitted) / (other x other) is that of the seats, half a seat added.
    near, far = cells[0]["estimate_by_seats"], cells[1]["estimate_by_seats"]
    assert near**2 / far**2 == pytest.approx(90.5 * 90.5 / (0.5 * 10.5), rel=1e-3)
    assert near + far == pytest.approx(10)
    assert {cell["denominator_source"] for cell in cells} == {"a count; another count"}


def test_margins_that_differ_leave_nothing_to_say() -> None:
    cells = [*printed("p0", ((1, 2), (3, 4)))]
    cells[0] = {**cells[0], "councillors": cells[0]["councillors"] + 1}

    assert run(cells) == {}


def test_a_programme_of_one_table_has_no_bounds_and_all_stands_on_its_own_margins() -> None:
    shared = [*printed("p0", ((4, 0), (1, 0)))]
    # The table by group heads the second programme otherwise.
    second = [
        cell | ({"programme_id": "p2"} if cell["dimension"] == "political_group" else {})
        for cell in printed("p1", ((0, 1), (0, 4)))
    ]

    found = run([*shared, *second])

    assert {cell[0] for cell in found} == {"p0", "all"}
    whole = found["all", "Upland", "Blue"]
    # 5 of 10 are from Upland and 5 are Blue.
    assert (whole["bounds_rule"], whole["lowest"], whole["highest"]) == ("own_margins", 0, 5)


def test_a_row_of_a_value_that_no_register_has_leaves_nothing_to_say() -> None:
    cells = [*printed("p0", ((1, 2), (3, 4)))]
    cells[0] = {**cells[0], "dimension_value": "Overseas"}

    assert run(cells) == {}


def test_a_total_column_that_does_not_add_up_stands_on_its_own_margins() -> None:
    cells = [*printed("p0", ((4, 0), (1, 0))), *printed("p1", ((0, 1), (0, 4)))]
    # Printed for all: one more in Upland, and one more Blue, than the programmes have.
    total = [*printed("all", ((5, 1), (1, 4)))]

    found = run([*cells, *({**cell, "programme_code": "Total"} for cell in total)])

    whole = found["all", "Upland", "Blue"]
    assert (whole["bounds_rule"], whole["lowest"], whole["highest"]) == ("own_margins", 1, 6)
    assert whole["estimate"] == round(6 * 6 / 11, 6)


def test_a_programme_without_anybody_has_zeros() -> None:
    found = bounds([((0, 0), (0, 0))], seats={("Upland", "Blue"): 3})

    assert {
        (row["lowest"], row["highest"], row["estimate"], row["estimate_by_seats"])
        for row in found.values()
    } == {(0, 0, 0.0, 0.0)}


def bounds(
    programmes: list[Crossed], seats: dict[tuple[str, str], int] | None = None
) -> dict[Cell, dict[str, Any]]:
    """The mart for papers that print the margins of these tables."""
    cells = [
        cell for number, table in enumerate(programmes) for cell in printed(f"p{number}", table)
    ]
    return run(cells, seats or {})


def printed(programme_id: str, table: Crossed) -> Iterator[dict[str, Any]]:
    """The margins of a table as a paper prints them: one table by region, one by group."""
    for dimension, names, numbers, page in (
        ("region", REGIONS, row_sums(table), 1),
        ("political_group", GROUPS, column_sums(table), 2),
    ):
        for line, (name, number) in enumerate(zip(names, numbers, strict=False), start=1):
            yield {
                "period": PERIOD,
                "as_of": AS_OF,
                "programme_id": programme_id,
                "programme_code": programme_id,
                "dimension": dimension,
                "dimension_value": name,
                "councillors": number,
                "status": "took_part",
                "is_total": False,
                "paper_id": "a1",
                "locator": f"p{page}:l{line}",
                "quote": name,
                "programme_name": programme_id,
                "paper_label": "Agenda: Ferry Board",
                "proof": "sums_hold",
            }


def run(
    cells: list[dict[str, Any]], seats: dict[tuple[str, str], int] | None = None
) -> dict[Cell, dict[str, Any]]:
    posts = [
        (2031, region, "county", group, number, "another count" if group == "Green" else "a count")
        for (region, group), number in (seats or {}).items()
    ]
    with duckdb.connect() as connection:
        add_proof_functions(connection)
        fill(connection, "leadership_stats", [tuple(cell.values()) for cell in cells])
        fill(connection, "councillors_in_post", posts)
        fill(connection, "programmes", [])
        connection.execute(
            "create table stg_dimension_values (dimension varchar, dimension_value varchar)"
        )
        connection.executemany(
            "insert into stg_dimension_values values (?, ?)",
            [*product(["region"], REGIONS), *product(["political_group"], GROUPS)],
        )
        for path in READS:
            sql = (MODELS / f"{path}.sql").read_text(encoding="utf-8")
            connection.execute(f"create table {Path(path).name} as\n{sql}")
        found = connection.execute("select * from uptake_region_by_party_bounds")
        assert [column[0] for column in found.description] == list(
            TABLES["uptake_region_by_party_bounds"].column_names
        )
        return {row[2:5]: dict(zip(VALUES, row[5:], strict=True)) for row in found.fetchall()}


def fill(connection: duckdb.DuckDBPyConnection, name: str, rows: list[tuple[Any, ...]]) -> None:
    columns = TABLES[name].columns
    declared = ", ".join(f"{column.name} {column.sql_type}" for column in columns)
    connection.execute(f"create table {name} ({declared})")
    if rows:
        marks = ", ".join("?" for _ in columns)
        connection.executemany(f"insert into {name} values ({marks})", rows)


def row_sums(table: Crossed) -> list[int]:
    return [sum(row) for row in table]


def column_sums(table: Crossed) -> list[int]:
    return [sum(column) for column in zip(*table, strict=True)]


def true_numbers(programmes: list[Crossed]) -> dict[Cell, int]:
    """What the papers know and do not print, for each programme and for all."""
    numbers: dict[Cell, int] = {}
    for number, table in enumerate(programmes):
        for (row, region), (column, group) in product(enumerate(REGIONS), enumerate(GROUPS)):
            for programme_id in (f"p{number}", "all"):
                key = (programme_id, region, group)
                numbers[key] = numbers.get(key, 0) + table[row][column]
    return numbers


def margins(programmes: list[Crossed]) -> dict[tuple[str, str], int]:
    added: dict[tuple[str, str], int] = {}
    for (programme_id, region, group), number in true_numbers(programmes).items():
        for value in (region, group):
            added[programme_id, value] = added.get((programme_id, value), 0) + number
    return added


def tables_with_margins(rows: list[int], columns: list[int]) -> Iterator[Crossed]:
    """Every table of whole numbers with these margins."""
    if len(rows) == 1:
        yield (tuple(columns),)
        return
    for first in product(*(range(min(rows[0], column) + 1) for column in columns)):
        if sum(first) == rows[0]:
            left = [column - taken for column, taken in zip(columns, first, strict=True)]
            for rest in tables_with_margins(rows[1:], left):
                yield (first, *rest)
