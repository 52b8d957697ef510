"""Two refreshes at once, a lock whose owner died, and a log that a killed writer left."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.soak.lab import Lab, clean_environment, make_lab
from tests.soak.tally import Tally

# Longer than a refresh takes to get to a stage on a busy machine.
SECONDS_TO_STAGE = 120
# Writes a row into the published file and dies before it is checkpointed.
KILLED_WRITER = """
import os, signal, sys, duckdb
connection = duckdb.connect(sys.argv[1])
connection.execute("set checkpoint_threshold = '1GB'")
connection.execute("insert into boards (board_id, name) values ('stray', 'Stray')")
os.kill(os.getpid(), signal.SIGKILL)
"""


def refresh_twice_at_once(folder: Path, tries: int) -> Tally:
    """Start two refreshes: one works, the other waits; where it may not wait, it says so."""
    lab = make_lab(folder)
    lab.must_refresh()
    faults: list[str] = []
    for number in range(1, tries + 1):
        lab.change_papers(number)
        is_patient = number % 2 == 1
        held, at_stage = _start_and_hold(lab, number)
        other = lab.start(*(() if is_patient else ("--wait", "0")))
        if is_patient:
            # The first goes on only after the other found it at work.
            assert other.stderr is not None
            said = other.stderr.readline()
            at_stage.with_suffix(".go").touch()
            held.communicate()
            other.communicate()
            expected = (0, 0, "is running; this one waits" in said)
        else:
            _, stderr = other.communicate()
            at_stage.with_suffix(".go").touch()
            held.communicate()
            expected = (0, other.returncode - 1, "is still running after 0 s" in stderr)
        edition = lab.edition()
        if (held.returncode, expected[1], expected[2]) != (0, 0, True):
            faults.append(f"try {number}: {held.returncode}, {other.returncode}")
        elif not edition.is_whole or f"letter-{number}.txt" not in edition.papers:
            faults.append(f"try {number}: not published")
    return Tally("two refreshes at once", tries, tuple(faults))


def refresh_after_a_dead_owner(folder: Path, tries: int) -> Tally:
    """Kill a refresh that holds the lock: the next one gets it at once."""
    lab = make_lab(folder)
    lab.must_refresh()
    faults = []
    for number in range(1, tries + 1):
        lab.change_papers(number)
        held, _ = _start_and_hold(lab, number)
        os.kill(held.pid, signal.SIGKILL)
        held.communicate()
        run = lab.refresh("--wait", "0")
        if run.code != 0 or f"letter-{number}.txt" not in lab.edition().papers:
            faults.append(f"try {number}: {run.stderr[-500:]}")
    return Tally("lock whose owner died", tries, tuple(faults))


def refresh_over_a_stale_log(folder: Path, tries: int) -> Tally:
    """Let a writer die with its log beside the file, papers changed or not: no stray row stays."""
    lab = make_lab(folder)
    lab.must_refresh()
    faults = []
    for number in range(1, tries + 1):
        if number % 2:
            lab.change_papers(number)
        subprocess.run(
            [sys.executable, "-c", KILLED_WRITER, str(lab.warehouse)],
            env=clean_environment(),
            check=False,
            capture_output=True,
        )
        if not lab.has_log:
            faults.append(f"try {number}: the writer left no log, so that nothing was tried")
            continue
        run = lab.refresh()
        if run.code != 0 or lab.has_log or not lab.edition().is_whole:
            faults.append(f"try {number}: {run.stderr[-500:]}, log there: {lab.has_log}")
    return Tally("log of a killed writer", tries, tuple(faults))


def _start_and_hold(lab: Lab, number: int) -> tuple[subprocess.Popen[str], Path]:
    """A refresh that has the lock and waits before it builds."""
    at_stage = lab.folder / f"held-{number}"
    process = lab.start("--at-stage", "Building the warehouse", "--hold", str(at_stage))
    until = time.monotonic() + SECONDS_TO_STAGE
    while not at_stage.exists():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until, "the refresh did not get to its stage"
        time.sleep(0.05)
    return process, at_stage
