"""What a mart of attendance costs, against the same counts written by hand on a plain table.

Run `python benchmarks/marts.py [--rows 10000000]`: attendance of invented meetings is made, as
the warehouse holds it and as one plain table. Each mart that counts attendance by one trait is
made from the first, and a query that counts the same from the second, turn by turn; medians and
their ratio are printed.
"""

import argparse
import statistics
import sys
import time

import duckdb

from pipelines.models import load_models

ROUNDS = 5  # an odd number, so that the median is one of them
ROWS_A_MEETING = 100
TRAITS = {"attendance_by_region": "region", "attendance_by_party": "political_group"}
# A hundred boards that meet every other week
MEETINGS = f"""
    create table meetings as
    select
        'meeting-' || range as meeting_id,
        'board-' || range % 100 as board_id,
        2001 + range // 100 // 26 as first_year,
        format('{{}}/{{:02d}}', first_year, (first_year + 1) % 100) as meeting_year,
    from range(? // {ROWS_A_MEETING})
"""
ATTENDANCE = f"""
    create table attendance as
    select
        meetings.meeting_id,
        meetings.board_id,
        'region-' || hash(people.range, 1) % 10 as region,
        'group-' || hash(people.range, 2) % 5 as political_group,
        ['present', 'present', 'present', 'apologies', 'absent', 'not_recorded'][
            cast(1 + hash(meetings.meeting_id, people.range) % 6 as integer)
        ] as status,
    from meetings
    cross join range({ROWS_A_MEETING}) as people
"""
PLAIN = """
    create table plain as
    select attendance.*, meetings.meeting_year
    from attendance
    inner join meetings on attendance.meeting_id = meetings.meeting_id
"""
BY_HAND = """
    select
        board_id,
        meeting_year,
        {trait},
        count(*) filter (where status <> 'not_recorded') as expected,
        count(*) filter (where status = 'present') as present,
        count(*) filter (where status = 'apologies') as apologies,
        count(*) filter (where status = 'absent') as absent,
        present / nullif(expected, 0) as attendance_rate,
    from plain
    group by all
"""


def seconds(connection: duckdb.DuckDBPyConnection, query: str) -> float:
    """How long it takes to make a table of a query."""
    start = time.perf_counter()
    connection.execute(f"create or replace table made as {query}")
    return time.perf_counter() - start


def require_equal(connection: duckdb.DuckDBPyConnection, mart: str, by_hand: str) -> None:
    """Stop where the two do not count the same."""
    query = f"select count(*) from (({mart}) except ({by_hand}))"
    (others,) = connection.execute(query).fetchone() or (None,)
    if others != 0:
        raise SystemExit(f"{others} rows of the mart differ from those counted by hand.")


def main() -> int:
    """Print seconds of both and their ratio, for each mart."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000_000)
    rows = parser.parse_args().rows
    models = {model.name: model.sql for model in load_models()}
    with duckdb.connect() as connection:
        connection.execute(MEETINGS, [rows])
        connection.execute(ATTENDANCE)
        connection.execute(PLAIN)
        for name, trait in TRAITS.items():
            mart, by_hand = models[name], BY_HAND.format(trait=trait)
            require_equal(connection, mart, by_hand)
            rounds = [
                (seconds(connection, mart), seconds(connection, by_hand)) for _ in range(ROUNDS)
            ]
            taken = statistics.median(first for first, _ in rounds)
            least = statistics.median(second for _, second in rounds)
            print(  # noqa: T201
                f"{name:<24}{rows} rows: {taken:.2f} s, by hand {least:.2f} s, "
                f"{taken / least:.1f} x"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
