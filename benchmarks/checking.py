"""How much memory the checks of a warehouse take, beyond importing what they need.

Run `python -m benchmarks.checking [--rows 1000000]`. It builds a warehouse of invented minutes, as
`rebuilding.py` does. A process of its own imports Great Expectations and then checks the warehouse.
It prints the most memory that this process held after the import and after the checks.
"""

import argparse
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.memory import most_memory
from benchmarks.ratios import Ratio, show
from benchmarks.rebuilding import ROWS_A_PAPER, build_from_batches, write_extracts
from pipelines.audit.audit import audit, preload

MOST_MEBIBYTES = 1024  # that the checks may take beyond the import


def check(warehouse: Path) -> tuple[int, int, int, float]:
    """Check a warehouse: memory after the import and after the checks, checks, and seconds."""
    preload()
    imported = most_memory()
    start = time.perf_counter()
    found = audit(warehouse)
    crashed = [result for result in found.results if not result.evaluated]
    if crashed:
        raise RuntimeError(f"{len(crashed)} checks crashed, the first: {crashed[0]}")
    return imported, most_memory(), len(found.results), time.perf_counter() - start


def main() -> int:
    """Print MiB of both and their difference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with TemporaryDirectory() as name:
        folder = Path(name)
        extracts, files = write_extracts(folder, rows // ROWS_A_PAPER)
        candidate = folder / "benchmark.candidate.duckdb"
        build_from_batches(candidate, extracts, files)
        # A new process, so that the build's memory does not count.
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            imported, checked, checks, seconds = pool.submit(check, candidate).result()
    print(  # noqa: T201
        f"{rows} rows of attendance, {checks} checks in {seconds:.0f} s: {imported} MiB after the "
        f"import, {checked} MiB at most"
    )
    more = checked - imported
    show(Ratio("memory of the checks", "the import and more", more, MOST_MEBIBYTES, "MiB"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
