"""What a paper costs among many papers, against among few, and how much faster two workers are.

Run `python -m benchmarks.reading_papers [FOLDER] [--papers 1000]`. It reads the papers below the
folder (default `data/raw`), each as often as it takes to read that many. One worker does this, then
two do, and then two read a tenth as many. It prints how much faster two workers are than one, how
much longer a paper takes among many than among few, and the most memory that the parent held.
"""

import argparse
import hashlib
import itertools
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.memory import most_memory
from benchmarks.ratios import Ratio, show
from pipelines.ingestion.engines.pool import extract_papers
from pipelines.ingestion.engines.tasks import PaperTask
from pipelines.runtime.limits import DEFAULT_LIMITS
from pipelines.runtime.places import REFERENCE

LEAST_SPEED_UP, MOST_GROWTH = 1.7, 1.1
TENTH = 10


def seconds(papers: Sequence[Path], count: int, workers: int) -> float:
    """How long the pool takes to start and to read `count` papers."""
    tasks = [
        PaperTask(path, path.name, hashlib.sha256(path.read_bytes()).hexdigest(), REFERENCE)
        for path in itertools.islice(itertools.cycle(papers), count)
    ]
    start = time.perf_counter()
    for task, outcome in extract_papers(tasks, replace(DEFAULT_LIMITS, workers=workers)):
        if isinstance(outcome, Exception):
            raise SystemExit(f"{task.path} was not read: {outcome}")
    return time.perf_counter() - start


def main() -> int:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data/raw"))
    parser.add_argument("--papers", type=int, default=1000)
    options = parser.parse_args()
    papers = [path for path in sorted(options.folder.rglob("*.*")) if path.name != "README.md"]
    alone = seconds(papers, options.papers, 1)
    many = seconds(papers, options.papers, 2)
    few = seconds(papers, options.papers // TENTH, 2)
    print(  # noqa: T201
        f"{options.papers} papers: one worker {alone:.1f} s, two {many:.1f} s, "
        f"a tenth as many {few:.1f} s; the parent held {most_memory()} MiB"
    )
    speed_up, growth = alone / many, many / few / TENTH
    show(Ratio("two workers", "the speed of one", speed_up, LEAST_SPEED_UP, is_least=True))
    show(Ratio("a paper among many", "one among a tenth as many", growth, MOST_GROWTH))
    return 0


if __name__ == "__main__":
    sys.exit(main())
