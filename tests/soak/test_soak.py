"""Soak suites with few tries; `make soak` runs these and more at full numbers.

The suites that take minutes are left to `make soak`: kills at steps, readers during publications,
dead owners, stale logs, planted rows, folders that go, clocks that jump back, other machines.
"""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.soak import disks, hostile, kills, locks, mutations
from tests.soak.tally import TALLY, Tally, UntriedError

SUITES: dict[str, Callable[[Path], Tally]] = {
    "killed by the clock": lambda folder: kills.kill_by_the_clock(folder, 1, is_checked=False),
    "two at once": lambda folder: locks.refresh_twice_at_once(folder, 2),
    "hostile papers": hostile.refresh_with_hostile_papers,
    "mutated papers": lambda folder: mutations.read_mutated_papers(40),
    "full disk": lambda folder: disks.refresh_on_a_full_disk(folder, 1),
    "small disk": lambda folder: disks.refresh_on_a_small_disk(folder, 1),
    "read-only folder": disks.refresh_in_a_read_only_folder,
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
