"""What each stage of a refresh costs with more papers: the numbers behind docs/scaling.md.

Run `python -m benchmarks.growing [--papers 500]`. It refreshes that many papers of invented boards,
and then three times as many. Each refresh has a process of its own, and is repeated with one paper
more. It prints the processor time of each stage, the bytes that are kept and the most memory, and
how much each grows with three times the papers.
"""

import argparse
import multiprocessing
import resource
import sys
from collections import defaultdict
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.memory import most_memory
from benchmarks.papers import write_papers
from benchmarks.ratios import Ratio, show
from pipelines.refresh.refresh import refresh
from pipelines.runtime.progress import Silent
from pipelines.runtime.settings import Settings

TIMES = 3
MOST_GROWTH = 4  # of any stage, with TIMES the papers
MOST_MEMORY_GROWTH = 1.5
READING = "Reading papers"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a refresh cost.

    Attributes:
        seconds: The processor time of each stage, and of the processes that it waited for.
        mebibytes: The most memory of the process itself.
        kept: Bytes of extracts, state and warehouse.
    """

    seconds: Mapping[str, float]
    mebibytes: int
    kept: int


class Stages(Silent):
    """Adds up the processor time of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.stage, self.before = "", processor_seconds()

    def start(self, stage: str, total: int | None = None) -> None:
        """Count the time until now for the stage before."""
        now = processor_seconds()
        self.seconds[self.stage] += now - self.before
        self.stage, self.before = stage, now


def processor_seconds() -> float:
    """The processor time of this process and of the children that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def cost(raw: Path, warehouse: Path) -> Cost:
    """Refresh a warehouse and say what that cost. Runs in a process of its own."""
    stages = Stages()
    refresh(Settings(raw=raw, warehouse=warehouse), stages)
    stages.start("end")
    most = most_memory()
    kept = sum(path.stat().st_size for path in warehouse.parent.rglob("*") if path.is_file())
    return Cost(dict(stages.seconds), most, kept)


def costs(folder: Path, papers: int) -> tuple[Cost, Cost]:
    """What a first refresh costs, and the next with one paper more."""
    raw, warehouse = folder / f"raw-{papers}", folder / f"out-{papers}" / "w.duckdb"
    raw.mkdir()
    write_papers(raw, papers)
    found = []
    for more in (0, 1):
        write_papers(raw, papers + more)
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            found.append(pool.submit(cost, raw, warehouse).result())
        say(f"{papers} papers{' and one more' if more else ''}", papers, found[-1])
    return found[0], found[1]


def say(what: str, papers: int, found: Cost) -> None:
    """Print what a refresh cost."""
    stages = ", ".join(f"{name} {spent:.1f} s" for name, spent in found.seconds.items() if name)
    kept = found.kept / papers / 1000
    print(  # noqa: T201
        f"{what}: {stages}; {found.mebibytes} MiB of memory; {kept:.1f} kB a paper kept"
    )


def main() -> int:
    """Print the costs and how they grow."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=int, default=500)
    papers = parser.parse_args().papers
    with TemporaryDirectory() as name:
        few, few_and_one = costs(Path(name), papers)
        many, many_and_one = costs(Path(name), papers * TIMES)
    against = f"1/{TIMES} of the papers"
    for stage in few.seconds.keys() - {"", READING}:
        growth = many.seconds.get(stage, 0) / max(few.seconds[stage], 0.01)
        show(Ratio(stage, against, growth, MOST_GROWTH))
    show(Ratio(READING, against, many.seconds[READING] / few.seconds[READING], MOST_GROWTH))
    one = sum(many_and_one.seconds.values()) / sum(few_and_one.seconds.values())
    show(Ratio("one paper more", against, one, MOST_GROWTH))
    memory = many.mebibytes / few.mebibytes
    show(Ratio("memory of the process", against, memory, MOST_MEMORY_GROWTH))
    return 0


if __name__ == "__main__":
    sys.exit(main())
