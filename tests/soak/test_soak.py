"""Soak suites with few tries; `make soak` runs these and more at full numbers.

Readers during publications, kills at steps, planted rows and papers that move take longest. Tests
of `tests/system` and `tests/expectations` try the same once, so that these are left to `make soak`.
"""

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
)
from tests.soak.tally import TALLY, Tally, UntriedError

SUITES: dict[str, Callable[[Path], Tally]] = {
    "killed by the clock": lambda folder: kills.kill_by_the_clock(folder, 1, is_checked=False),
    "interrupted by the clock": lambda folder: kills.interrupt_by_the_clock(folder, 1),
    "two at once": lambda folder: locks.refresh_twice_at_once(folder, 2),
    "dead owner": lambda folder: locks.refresh_after_a_dead_owner(folder, 1),
    "stale log": lambda folder: locks.refresh_over_a_stale_log(folder, 2),
    "hostile papers": hostile.refresh_with_hostile_papers,
    "mutated papers": lambda folder: mutations.read_mutated_papers(40),
    "other machines": determinism.refresh_on_other_machines,
    "full disk": lambda folder: disks.refresh_on_a_full_disk(folder, 1),
    "small disk": lambda folder: disks.refresh_on_a_small_disk(folder, 1),
    "read-only folder": disks.refresh_in_a_read_only_folder,
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
