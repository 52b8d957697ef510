"""`python -m tests.soak`: every suite at full numbers, and a line about each."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from tests.soak import (
    determinism,
    disks,
    hostile,
    kills,
    locks,
    mutations,
    planted_rows,
    readers,
)
from tests.soak.tally import Tally, UntriedError, total_line


@dataclass(frozen=True, slots=True)
class Numbers:
    """How often each suite tries; the fields are the options of the command."""

    kills: int = 100
    steps: int = 100
    interrupts: int = 50
    publications: int = 50
    readers: int = 4
    locks: int = 10
    disks: int = 40
    papers: int = 10
    folders: int = 20
    clocks: int = 5
    mutations: int = 2000


# Versions of DuckDB, besides ours, that a published file has to open in.
OTHER_VERSIONS = ("1.4", "2.0")
Suite = Callable[[Path], Tally]


def suites(numbers: Numbers) -> Iterator[tuple[str, Suite]]:
    """Every suite with its name on the command line."""
    yield "kills", lambda folder: kills.kill_by_the_clock(folder, numbers.kills, is_checked=True)
    yield "steps", lambda folder: kills.kill_at_steps(folder, numbers.steps)
    yield (
        "interrupts",
        lambda folder: kills.interrupt_by_the_clock(folder, numbers.interrupts),
    )
    yield (
        "publications",
        lambda folder: readers.read_through_publications(
            folder, numbers.publications, numbers.readers
        ),
    )
    yield "hostile", hostile.refresh_with_hostile_papers
    yield "mutations", lambda folder: mutations.read_mutated_papers(numbers.mutations)
    yield "planted", planted_rows.lose_planted_rows_alone
    yield "machines", determinism.refresh_on_other_machines
    yield "steps-of-papers", determinism.refresh_step_by_step
    yield (
        "versions",
        lambda folder: determinism.open_in_other_versions(folder, OTHER_VERSIONS),
    )
    yield "twice", lambda folder: locks.refresh_twice_at_once(folder, numbers.locks)
    yield "owner", lambda folder: locks.refresh_after_a_dead_owner(folder, numbers.locks)
    yield "log", lambda folder: locks.refresh_over_a_stale_log(folder, numbers.locks)
    yield "disk", lambda folder: disks.refresh_on_a_full_disk(folder, numbers.disks)
    yield "small", lambda folder: disks.refresh_on_a_small_disk(folder, numbers.disks)
    yield "readonly", disks.refresh_in_a_read_only_folder
    yield "moving", lambda folder: disks.refresh_while_papers_move(folder, numbers.papers)
    yield "folder", lambda folder: disks.refresh_while_the_folder_goes(folder, numbers.folders)
    yield (
        "clock",
        lambda folder: disks.refresh_with_a_clock_that_jumps_back(folder, numbers.clocks),
    )


def _tried(name: str, suite: Suite, folder: Path) -> Tally:
    try:
        return suite(folder)
    except UntriedError as reason:
        # What was asked for was not done: that is not to look as if it had held.
        return Tally(name, 1, (f"not tried: {reason}",))


def main() -> int:
    """Run what was asked for; 0 where every try of every suite held."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    for field in fields(Numbers):
        parser.add_argument(f"--{field.name}", type=int, default=field.default)
    parser.add_argument("--only", action="append", help="a suite; may be given again")
    options = parser.parse_args()
    numbers = Numbers(*(getattr(options, field.name) for field in fields(Numbers)))
    tallies = []
    for name, suite in suites(numbers):
        if options.only and name not in options.only:
            continue
        with tempfile.TemporaryDirectory(prefix="boardpapers-soak-") as folder:
            began = time.monotonic()
            tally = _tried(name, suite, Path(folder) / "lab")
        tallies.append(tally)
        print(f"{tally.line} {time.monotonic() - began:7.0f} s", flush=True)
        for fault in tally.faults:
            print(f"  {fault}", flush=True)
    print(total_line(tallies))
    return 1 if any(tally.faults for tally in tallies) else 0


if __name__ == "__main__":
    sys.exit(main())
