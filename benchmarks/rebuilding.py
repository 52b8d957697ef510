"""What it takes to build a warehouse anew, against a plain `create table as` of the same rows.

Run `python -m benchmarks.rebuilding [--rows 1000000]`: extracts of invented minutes, each with
the attendance of one meeting, are written as Parquet batches. The warehouse is built from them,
and DuckDB copies all rows of it into another file, turn by turn; medians, their ratio and the
slowest models are printed.
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import polars as pl

from benchmarks.ratios import Ratio, show
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import EXTRACTS, extract_schema
from pipelines.schema.tables import TABLES
from pipelines.warehouse import build
from pipelines.warehouse.build import BuildReport
from pipelines.warehouse.models import Model

MOST_TIMES = 3
ROUNDS = 3  # an odd number, so that the median is one of them
ROWS_A_PAPER = 100
PAPERS_A_BATCH = 500
SLOWEST = 8
MORNING = datetime(2031, 4, 1, 6, 30, tzinfo=UTC)

# A hundred boards that meet every other week, each with members of its own who all come
PAPERS = """
    select
        range as number,
        format('{:016x}', range) as paper_id,
        range % 100 as board_no,
        'example-board-' || board_no as board_id,
        'Example Board ' || board_no as board_name,
        date '2001-01-01' + cast(range // 100 * 14 as integer) as meeting_date,
        if(month(meeting_date) >= 9, year(meeting_date), year(meeting_date) - 1) as first_year,
        format('{}/{:02d}', first_year, (first_year + 1) % 100) as meeting_year,
        'l1' as locator,
        'Note of the Example Board' as quote,
        'held' as status,
    from range(?)
"""
# A hundred people on each board, with invented names, from councils of the register
MEMBERS = f"""
    with councils as (
        select
            row_number() over (order by council_id) - 1 as place,
            count(*) over () as councils,
            council_id,
            name as council_name,
        from read_csv('{REFERENCE}/councils.csv', all_varchar = true)
    )
    select
        members.range // {ROWS_A_PAPER} as board_no,
        'l' || (10 + members.range % {ROWS_A_PAPER}) as locator,
        translate(md5(members.range || ''), '0123456789abcdef', 'abdefgiklmnorstu') as name,
        left(name, 7) || '-' || right(name, 8) as councillor_id,
        left(name, 7) || ' ' || right(name, 8) as councillor_name,
        councils.council_id,
        councils.council_name,
        'Cllr ' || councillor_name || ' (Lab), ' || councils.council_name as quote,
    from range(100 * {ROWS_A_PAPER}) as members
    inner join councils on members.range % councils.councils = councils.place
"""
ATTENDANCE = """
    select
        papers.* exclude (locator, quote, status),
        members.* exclude (board_no),
        'Labour' as political_group,
        'member' as capacity,
        'present' as status,
        'list' as evidence_kind,
        false as is_inferred,
    from papers
    inner join members on papers.board_no = members.board_no
"""


def write_extracts(folder: Path, papers: int) -> tuple[dict[str, list[Path]], pl.DataFrame]:
    """Write Parquet batches of every table; return them, and the files that were found."""
    extracts: dict[str, list[Path]] = {table: [] for table in EXTRACTS}
    with duckdb.connect() as connection:
        connection.execute(f"create table papers as {PAPERS}", [papers])
        connection.execute(f"create table members as {MEMBERS}")
        connection.execute(f"create view attendance as {ATTENDANCE}")
        connection.execute("create view meetings as select * from papers")
        for start in range(0, papers, PAPERS_A_BATCH):
            batch = f"number >= {start} and number < {start + PAPERS_A_BATCH}"
            for table, paths in extracts.items():
                rows = pl.DataFrame(schema=extract_schema(table))
                if table in ("papers", "meetings", "attendance"):
                    made = connection.sql(f"select * from {table} where {batch}").pl()
                    printed = made.select(name for name in rows.columns if name in made.columns)
                    rows = pl.concat([rows, printed], how="diagonal")
                paths.append(folder / f"{table}-{start}.parquet")
                rows.write_parquet(paths[-1])
        files = connection.execute(
            """
            select
                paper_id || '.txt' as source_path,
                paper_id,
                repeat(paper_id, 4) as sha256,
                cast(1000 as bigint) as byte_size,
                cast($morning as timestamp) as ingested_at,
            from papers
            """,
            {"morning": MORNING},
        ).pl()
    return extracts, files


def build_from_batches(
    candidate: Path, extracts: dict[str, list[Path]], files: pl.DataFrame
) -> BuildReport:
    """Build a warehouse from batches that were written."""
    return build.build_candidate(
        candidate,
        extracts,
        files,
        pl.DataFrame(schema=dict.fromkeys(TABLES["rejected_papers"].column_names)),
        reference=REFERENCE,
        code_version="benchmark",
        built_at=MORNING,
    )


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def copy_tables(built: Path, copy: Path) -> None:
    """Copy every row of a warehouse into another file, table by table."""
    copy.unlink(missing_ok=True)
    with duckdb.connect(str(copy)) as connection:
        connection.execute(f"attach '{built}' as built (read_only)")
        for table in TABLES:
            connection.execute(f"create table {table} as select * from built.main.{table}")


def time_models(spent: Counter[str]) -> None:
    """From here on, add up how long each model runs."""
    run = build._run_model

    def run_and_time(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
        spent[model.name] += round(seconds(lambda: run(connection, model)) * 1000)

    build._run_model = run_and_time


def main() -> int:
    """Print seconds of both, their ratio, and the slowest models."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    spent: Counter[str] = Counter()
    time_models(spent)
    with TemporaryDirectory() as name:
        folder = Path(name)
        extracts, files = write_extracts(folder, rows // ROWS_A_PAPER)
        built = folder / "benchmark.candidate.duckdb"

        def build_all() -> None:
            report = build_from_batches(built, extracts, files)
            if report.rows["attendance"] != rows:
                raise SystemExit(f"{report.rows['attendance']} rows were built instead of {rows}.")

        rounds = [
            (seconds(build_all), seconds(lambda: copy_tables(built, folder / "copy.duckdb")))
            for _ in range(ROUNDS)
        ]
    building = statistics.median(taken for taken, _ in rounds)
    copying = statistics.median(copy for _, copy in rounds)
    print(  # noqa: T201
        f"{rows} rows of attendance: built in {building:.2f} s, copied in {copying:.2f} s"
    )
    show(Ratio("building a warehouse", "a copy of its rows", building / copying, MOST_TIMES))
    for model, milliseconds in spent.most_common(SLOWEST):
        print(f"{model:<40}{milliseconds / 1000 / ROUNDS:7.2f} s")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
