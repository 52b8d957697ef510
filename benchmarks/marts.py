"""What counting attendance costs, against the same counts written by hand on a plain table.

Run `python -m benchmarks.marts [--rows 10000000]`: attendance of invented meetings is made, as
the warehouse holds it and as one plain table. The counts behind the attendance marts are made
from the first, and queries that count the same from the second, turn by turn; medians and their
ratio are printed.
"""

import argparse
import statistics
import sys
import time

import duckdb

from benchmarks.ratios import Ratio, show
from pipelines.warehouse.models import load_models
from pipelines.warehouse.proofs import PROOFS, add_proof_functions

MOST_TIMES = 1.5
ROUNDS = 5  # an odd number, so that the median is one of them
ROWS_A_MEETING = 100
MODEL = "int_attendance_counts"
TRAITS = ("political_group", "region", "councillor_id", "all")
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
        'councillor-' || meetings.board_id || people.range as councillor_id,
        null::varchar as substitutes_for,
        ['chair', 'member', 'member', 'member', 'substitute', 'observer'][
            cast(1 + people.range % 6 as integer)
        ] as capacity,
        'region-' || hash(people.range, 1) % 10 as region,
        'group-' || hash(people.range, 2) % 5 as political_group,
        ['present', 'present', 'present', 'apologies', 'absent', 'not_recorded'][
            cast(1 + hash(meetings.meeting_id, people.range) % 6 as integer)
        ] as status,
        {list(PROOFS)}[cast(1 + hash(meetings.meeting_id, 3) % 4 as integer)] as proof,
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
        '{trait}' as dimension,
        {value} as dimension_value,
        count(distinct meeting_id) as meetings,
        count(*) filter (where member and status <> 'not_recorded') as expected,
        count(*) filter (where member and status = 'present') as present,
        count(*) filter (where member and status = 'apologies') as apologies,
        count(*) filter (where member and status = 'absent') as absent,
        present / nullif(expected, 0) as attendance_rate,
        count(*) filter (where capacity = 'substitute' and status = 'present')
            as substitutes_present,
        count(*) filter (where capacity = 'observer' and status = 'present') as others_present,
        present as represented,
        present / nullif(expected, 0) as represented_rate,
        min(cast(proof as proof_order)) as proof,
    from (select *, capacity in ('chair', 'member') as member from plain)
    group by all
"""


def seconds(connection: duckdb.DuckDBPyConnection, query: str) -> float:
    """How long it takes to make a table of a query."""
    start = time.perf_counter()
    connection.execute(f"create or replace table made as {query}")
    return time.perf_counter() - start


def require_equal(connection: duckdb.DuckDBPyConnection, model: str, by_hand: str) -> None:
    """Stop where the two do not count the same."""
    query = f"select count(*) from (({model}) except ({by_hand}))"
    (others,) = connection.execute(query).fetchone() or (None,)
    if others != 0:
        raise SystemExit(f"{others} rows of the model differ from those counted by hand.")


def main() -> int:
    """Print seconds of both and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000_000)
    rows = parser.parse_args().rows
    model = next(model.sql for model in load_models() if model.name == MODEL)
    by_hand = " union all ".join(
        BY_HAND.format(trait=trait, value="null" if trait == "all" else trait) for trait in TRAITS
    )
    with duckdb.connect() as connection:
        add_proof_functions(connection)
        connection.execute(MEETINGS, [rows])
        connection.execute(ATTENDANCE)
        connection.execute(PLAIN)
        require_equal(connection, model, by_hand)
        rounds = [(seconds(connection, model), seconds(connection, by_hand)) for _ in range(ROUNDS)]
        taken = statistics.median(first for first, _ in rounds)
        least = statistics.median(second for _, second in rounds)
        print(  # noqa: T201
            f"{MODEL:<24}{rows} rows: {taken:.2f} s, by hand {least:.2f} s"
        )
        show(Ratio("counts of attendance", "the same by hand", taken / least, MOST_TIMES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
