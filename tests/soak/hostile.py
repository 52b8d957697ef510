"""Papers that are broken or made to do harm: bounded, rejected with a reason, and the rest read."""

import os
import re
import time
from pathlib import Path

from tests.soak.hostile_papers import HOSTILE_PAPERS
from tests.soak.lab import Lab, make_lab
from tests.soak.tally import Tally

MOST_PARENT_MIB = 500
# For all hostile papers together; one that hangs would take its own limit of 30 s.
MOST_SECONDS = 240
# A character that ends a line or moves a terminal's cursor; a log line holds none.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
OUTSIDE = "outside.txt"


def refresh_with_hostile_papers(folder: Path) -> Tally:
    """Put all of them among good papers and refresh once."""
    lab = make_lab(folder)
    good = {path.name for path in lab.raw.iterdir()}
    for paper in HOSTILE_PAPERS:
        (lab.raw / paper.name).write_bytes(paper.make())
    (folder / OUTSIDE).write_text("What lies outside is no paper.\n", encoding="utf-8")
    (lab.raw / "link.txt").symlink_to(folder / OUTSIDE)
    os.mkfifo(lab.raw / "pipe.txt")
    began = time.monotonic()
    run = lab.refresh()
    seconds = time.monotonic() - began
    if run.code != 0:
        return Tally("hostile papers", 1, (f"the refresh failed: {run.stderr[-1500:]}",))
    reasons = run.report["rejected"]
    assert isinstance(reasons, dict)
    expected = {paper.name: paper.reason for paper in HOSTILE_PAPERS}
    expected |= {"link.txt": "leads out of the folder", "pipe.txt": "is no regular file"}
    faults = [
        f"{name!r}: {said!r}, not {reason!r}"
        for name, reason in expected.items()
        if (said := _said_of(reasons, name)) is not None or reason is not None
        if said is None or reason is None or reason not in said
    ]
    faults += _faults_of_the_rest(lab, good, run.stderr)
    parent = run.report["parent_mib"]
    if not isinstance(parent, int) or parent > MOST_PARENT_MIB:
        faults.append(f"the parent took {parent} MiB")
    if seconds > MOST_SECONDS:
        faults.append(f"it took {seconds:.0f} s")
    return Tally("hostile papers", len(expected), tuple(faults))


def _said_of(reasons: dict[str, str], name: str) -> str | None:
    """Why a paper, or all of a member of an archive, was rejected."""
    said = [why for path, why in reasons.items() if path == name or path.startswith(f"{name}/")]
    return " ".join(said) or None


def _faults_of_the_rest(lab: Lab, good: set[str], log: str) -> list[str]:
    faults = [] if good <= lab.edition().papers else ["a good paper is not there"]
    if CONTROL.search(log):
        faults.append("a log line holds a control character of a paper's name")
    if any(line.startswith("lines.txt") for line in log.splitlines()):
        faults.append("a file name began a log line of its own")
    return faults
