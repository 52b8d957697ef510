"""Every soak suite with few tries; `make soak` runs the same at full numbers."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

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
from tests.soak.tally import TALLY, Tally, UntriedError

SUITES: dict[str, Callable[[Path], Tally]] = {
    "killed by the clock": lambda folder: kills.kill_by_the_clock(folder, 1, is_checked=False),
    "killed at steps": lambda folder: kills.kill_at_steps(folder, 1),
    "interrupted by the clock": lambda folder: kills.interrupt_by_the_clock(folder, 1),
    "readers": lambda folder: readers.read_through_publications(folder, 2, 4),
    "two at once": lambda folder: locks.refresh_twice_at_once(folder, 2),
    "dead owner": lambda folder: locks.refresh_after_a_dead_owner(folder, 1),
    "stale log": lambda folder: locks.refresh_over_a_stale_log(folder, 2),
    "hostile papers": hostile.refresh_with_hostile_papers,
    "planted rows": lambda folder: planted_rows.lose_planted_rows_alone(folder, every=797),
    "mutated papers": lambda folder: mutations.read_mutated_papers(40),
    "other machines": determinism.refresh_on_other_machines,
    "full disk": lambda folder: disks.refresh_on_a_full_disk(folder, 1),
    "small disk": lambda folder: disks.refresh_on_a_small_disk(folder, 1),
    "read-only folder": disks.refresh_in_a_read_only_folder,
    "moving papers": lambda folder: disks.refresh_while_papers_move(folder, 2),
    "folder that goes": lambda folder: disks.refresh_while_the_folder_goes(folder, 1),
    "clock": lambda folder: disks.refresh_with_a_clock_that_jumps_back(folder, 1),
}


@pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES)
def test_every_try_holds(
    suite: Callable[[Path], Tally],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    try:
        tally = suite(tmp_path / "lab")
    except UntriedError as reason:
        pytest.skip(str(reason))
    record_property(TALLY, asdict(tally))
    assert tally.faults == ()
