"""What the checks of a small warehouse cost, against their import and against plain SQL.

Run `python -m benchmarks.checking_few [FOLDER]`. It makes a warehouse of the papers below a folder
(default `data/raw`). It compares `boardpapers check` with a process that only imports Great
Expectations, and the checks after that import with the same counts as plain SQL, turn by turn. It
prints the medians of processor time, and each ratio with its limit.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks.ratios import Ratio, show
from pipelines.audit.audit import audit, preload
from pipelines.audit.structure import structure_rules
from pipelines.audit.suites import load_suites
from pipelines.refresh.refresh import refresh
from pipelines.runtime.settings import Settings
from pipelines.schema.tables import TABLES

ROUNDS = 5  # an odd number, so that the median is one of them
MOST_TIMES_IMPORT, MOST_TIMES_SQL = 1.5, 1.5
IMPORT = (sys.executable, "-c", "import great_expectations, great_expectations.expectations")
COMMAND = (sys.executable, "-c", "from pipelines.cli.main import main; main()", "check")


def process_seconds(command: tuple[str, ...]) -> float:
    """The processor time of a process from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(work: Callable[[], object]) -> float:
    """The processor time of this process, all threads, for some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def count_in_sql(warehouse: Path) -> None:
    """Count what breaks each check: a statement for each rule, and one for the rest of a table."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for name, suite in load_suites().items():
            conditions = [each.condition for each in suite.expectations]
            counts = ", ".join(f"count(*) filter (where {each})" for each in conditions)
            connection.execute(f"select count(*), {counts} from {name}").fetchall()
            for rule in (*structure_rules(TABLES[name], suite.on_failure), *suite.rules):
                connection.execute(f"select count(*) from ({rule.select}\n)").fetchall()


def compare(name: str, rounds: list[tuple[float, float]], most: float) -> None:
    """Print the medians of both and their ratio."""
    least = statistics.median(before for before, _ in rounds)
    taken = statistics.median(after for _, after in rounds)
    print(f"{name:<44}{taken:6.2f} s, {least:.2f} s")  # noqa: T201
    what, against = name.split(", ")
    show(Ratio(what, against, taken / least, most))


def main() -> int:
    """Print both ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data/raw"))
    folder = parser.parse_args().folder
    with TemporaryDirectory() as name:
        warehouse = Path(name) / "benchmark.duckdb"
        refresh(Settings(raw=folder, warehouse=warehouse))
        command = (*COMMAND, "--warehouse", str(warehouse))
        processes = [(process_seconds(IMPORT), process_seconds(command)) for _ in range(ROUNDS)]
        preload()
        audit(warehouse)  # what is done once in a process
        checks = [
            (seconds(lambda: count_in_sql(warehouse)), seconds(lambda: audit(warehouse)))
            for _ in range(ROUNDS)
        ]
    compare("check, the import of Great Expectations", processes, MOST_TIMES_IMPORT)
    compare("checks after the import, the same in SQL", checks, MOST_TIMES_SQL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
