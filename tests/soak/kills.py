"""SIGKILL or SIGINT at any moment of a refresh: the published file is the old or the new one."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.soak.lab import Edition, Lab, make_lab, orphans_of
from tests.soak.tally import Tally

# Part of the moments that lie after the end of an ordinary refresh, so that its end is hit too.
BEYOND_THE_END = 1.1
# How long an interrupted command may take to end.
END_SECONDS = 2
# What the command says before it publishes; an interrupt after it may find it done.
PUBLISHING = "Publishing it"
# An interrupt before the command line has begun is Python's; a shell gives 130 for both.
INTERRUPTED = (130, -signal.SIGINT)


def kill_by_the_clock(folder: Path, tries: int, *, is_checked: bool) -> Tally:
    """Kill refreshes after a random time."""
    lab = make_lab(folder)
    options = ("--checked",) if is_checked else ()
    random = Random(5)
    faults: list[str] = []
    lab.must_refresh(*options)
    lab.change_papers(0)
    began = time.monotonic()
    lab.must_refresh(*options)
    seconds = time.monotonic() - began
    for number in range(1, tries + 1):
        lab.change_papers(number)
        before = lab.edition()
        process = lab.start(*options)
        time.sleep(random.uniform(0, seconds * BEYOND_THE_END))
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        faults += _faults(lab, number, before, f"killed by the clock, try {number}", process.pid)
    return Tally("SIGKILL at random moments", tries, tuple(faults))


def kill_at_steps(folder: Path, tries: int) -> Tally:
    """Kill refreshes right before one of their steps on disk, each step in turn."""
    lab = make_lab(folder)
    faults: list[str] = []
    lab.must_refresh()
    lab.change_papers(0)
    steps = lab.must_refresh().report["steps"]
    assert isinstance(steps, int)
    for number in range(1, tries + 1):
        step = 1 + (number - 1) * steps // tries if tries < steps else 1 + (number - 1) % steps
        lab.change_papers(number)
        before = lab.edition()
        process = lab.start("--kill-at-step", str(step))
        process.communicate()
        faults += _faults(lab, number, before, f"killed at step {step} of {steps}", process.pid)
    return Tally("SIGKILL at steps on disk", tries, tuple(faults))


def interrupt_by_the_clock(folder: Path, tries: int) -> Tally:
    """Press Ctrl-C after a random time: the command ends at once, and publishes nothing."""
    lab = make_lab(folder)
    random = Random(7)
    faults: list[str] = []
    lab.must_refresh()
    lab.change_papers(0)
    began = time.monotonic()
    process = lab.start_command()
    said = process.communicate()[1]
    assert process.returncode == 0, said
    seconds = time.monotonic() - began
    for number in range(1, tries + 1):
        lab.change_papers(number)
        before = lab.edition()
        process = lab.start_command()
        time.sleep(random.uniform(0, seconds * BEYOND_THE_END))
        name = f"interrupted by the clock, try {number}"
        faults += [f"{name}: {wrong}" for wrong in _interrupted(lab, process, before)]
        faults += _faults(lab, number, before, name, process.pid)
    return Tally("SIGINT at random moments", tries, tuple(faults))


def _interrupted(lab: Lab, process: subprocess.Popen[str], before: Edition) -> list[str]:
    """What is wrong with how a command ended that was interrupted, all its processes with it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        return [f"it did not end in {END_SECONDS} s"]
    said = "\n".join(process.communicate())
    if process.returncode == 0 and PUBLISHING in said:
        return []
    wrong = [] if process.returncode in INTERRUPTED else [f"exit code {process.returncode}: {said}"]
    if process.returncode == INTERRUPTED[0] and "Traceback" in said:
        wrong.append(f"a traceback: {said}")
    has_published = lab.edition() != before and PUBLISHING not in said
    return [*wrong, "it published"] if has_published else wrong


def _faults(lab: Lab, number: int, before: Edition, name: str, group: int) -> list[str]:
    """What is wrong after a kill, once a refresh has followed that nobody helped."""
    after = lab.edition()
    left = orphans_of(group)
    following = lab.refresh()
    now = lab.edition()
    wrong = [
        (not after.is_whole, "the file is not whole"),
        (after.content not in (before.content, now.content), "neither old nor new"),
        (bool(left), f"{len(left)} processes lived on"),
        (following.code != 0, f"the next refresh failed: {following.stderr[-500:]}"),
        (f"letter-{number}.txt" not in now.papers, "the next refresh did not publish"),
        (not now.is_whole, "the next edition is not whole"),
        (lab.has_log, "a log stands beside the file"),
    ]
    said = "; ".join(what for is_wrong, what in wrong if is_wrong)
    return [f"{name}: {said}"] if said else []
