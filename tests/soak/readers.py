"""Readers that look all the time while editions are published: no error, no mixed edition."""

import json
import subprocess
import sys
from pathlib import Path

from tests.soak.lab import REPOSITORY, Lab, clean_environment, make_lab
from tests.soak.tally import Tally


def read_through_publications(folder: Path, publications: int, readers: int) -> Tally:
    """Publish again and again while readers loop; a fault is an error or a mixed edition."""
    lab = make_lab(folder)
    lab.must_refresh()
    processes = [_start_reader(lab, number) for number in range(readers)]
    faults: list[str] = []
    published = [lab.edition().content]
    try:
        for number in range(1, publications + 1):
            lab.change_papers(number)
            run = lab.refresh()
            if run.code != 0:
                faults.append(f"publication {number} failed: {run.stderr[-500:]}")
            if lab.has_log:
                faults.append(f"publication {number} left a log beside the file")
            published.append(lab.edition().content)
    finally:
        _stop_path(lab).touch()
        said = [process.communicate() for process in processes]
    reads = 0
    for number, (stdout, stderr) in enumerate(said):
        if not stdout.strip():
            faults.append(f"reader {number} ended: {stderr[-500:]}")
            continue
        found = json.loads(stdout)
        reads += found["reads"]
        faults += [f"reader {number}: {fault}" for fault in found["faults"]]
        strange = set(found["seen"]) - set(published)
        faults += [f"reader {number} saw an edition that nobody published"] if strange else []
        if found["reads"] < publications:
            faults.append(f"reader {number} read only {found['reads']} times")
    name = f"publications under {readers} readers"
    return Tally(name, publications, tuple(faults[:publications]))


def _start_reader(lab: Lab, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "tests.soak.reader_process"),
            *(str(lab.warehouse), str(_stop_path(lab))),
        ],
        cwd=REPOSITORY,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _stop_path(lab: Lab) -> Path:
    return lab.folder / "stop"
