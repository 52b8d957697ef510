"""How much faster two workers of a dask cluster read papers than one.

Run `python -m benchmarks.reading_on_dask [--papers 1000]`. A cluster on this machine reads invented
papers with one worker, and then with two. The time of each runs from the first paper that
is handed out to the last that comes back. It prints how much faster two workers are, and the
processor time of the command itself for each paper, which limits how many machines it can feed. It
needs a machine that does nothing else.
"""

import argparse
import hashlib
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.papers import write_papers
from benchmarks.ratios import Ratio, show
from pipelines.ingestion.engines.dask_engine import DaskEngine
from pipelines.ingestion.engines.tasks import PaperTask
from pipelines.runtime.limits import Limits
from pipelines.runtime.places import REFERENCE
from pipelines.runtime.progress import Silent

LEAST_SPEED_UP = 1.8


class Started(Silent):
    """Remembers when the cluster was there and the papers were handed out."""

    at = 0.0

    def start(self, stage: str, total: int | None = None) -> None:
        """A stage begins."""
        self.at = time.perf_counter()


def seconds(raw: Path, workers: int) -> tuple[float, float]:
    """How long reading takes, and the processor time of this process for each paper."""
    limits = Limits(workers=workers)
    tasks = [
        PaperTask(path, path.name, hashlib.sha256(path.read_bytes()).hexdigest(), REFERENCE, limits)
        for path in sorted(raw.iterdir())
    ]
    started, before = Started(), time.process_time()
    batches = list(DaskEngine(raw, REFERENCE, limits).read(tasks, started))
    if faults := [fault for batch in batches for fault in batch.faults]:
        raise SystemExit(f"A paper was not read: {faults[0][1]}")
    return time.perf_counter() - started.at, (time.process_time() - before) / len(tasks)


def main() -> int:
    """Print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=int, default=1000)
    papers = parser.parse_args().papers
    with TemporaryDirectory() as folder:
        raw = Path(folder)
        write_papers(raw, papers)
        (alone, _), (two, own) = seconds(raw, 1), seconds(raw, 2)
    print(  # noqa: T201
        f"{papers} papers: one worker {alone:.1f} s, two {two:.1f} s; the command itself "
        f"{own * 1000:.1f} ms a paper; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )
    speed_up = alone / two
    show(Ratio("two workers of dask", "the speed of one", speed_up, LEAST_SPEED_UP, is_least=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
