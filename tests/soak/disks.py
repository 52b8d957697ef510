"""A disk that is full, a folder that cannot be written, papers that move, a clock that is off."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests.soak.lab import (
    REPOSITORY,
    SEED_PAPERS,
    Edition,
    Lab,
    Run,
    clean_environment,
    make_lab,
)
from tests.soak.tally import Tally, UntriedError

# Sizes of the longest file that may be written: from none at all up to that of a warehouse.
SMALLEST_BYTES = 64
# A refresh that ends so has said what is wrong; a traceback would be a fault of ours.
TRACEBACK = "Traceback (most recent call last)"
# A disk of $0 bytes takes the place of the folder $1 while the rest is run; then it is copied back.
ON_A_SMALL_DISK = """
mkdir "$1.disk" && mount -t tmpfs -o size="$0" tmpfs "$1.disk" && cp -a "$1/." "$1.disk/" \\
    && mount --bind "$1.disk" "$1" || exit 3
folder="$1"; shift
"$@"; code=$?
umount "$folder" && rm -rf "$folder" && cp -a "$folder.disk" "$folder" || exit 3
umount "$folder.disk" && rmdir "$folder.disk" || exit 3
exit $code
"""
# Runs what follows where mounts may be changed and nobody else sees them.
APART = ("unshare", "--mount", "--map-root-user")
# What a refresh of a lab leaves free at most where it runs out of disk; a candidate takes more.
SPARE_BYTES = 2 << 20


def refresh_on_a_small_disk(folder: Path, tries: int) -> Tally:
    """Let the disk of the warehouse be a real one that is all but full."""
    _require_mounts()
    lab = make_lab(folder)
    lab.must_refresh()
    random = Random(5)
    faults = []
    for number in range(1, tries + 1):
        lab.change_papers(number)
        before = lab.edition()
        used = sum(path.stat().st_size for path in lab.warehouse.parent.rglob("*"))
        size = used + random.randrange(SPARE_BYTES)
        script = ("sh", "-c", ON_A_SMALL_DISK, str(size), str(lab.warehouse.parent))
        run = _refresh_mounted(lab, *script)
        faults += _faults(lab, number, before, run, f"a disk of {size} bytes, {used} of them full")
    return Tally("disk that is full", tries, tuple(faults))


def refresh_on_a_full_disk(folder: Path, tries: int) -> Tally:
    """Let writing fail at any size: nothing is published, and it says so in a sentence."""
    lab = make_lab(folder)
    lab.must_refresh()
    most = lab.warehouse.stat().st_size
    random = Random(5)
    faults = []
    for number in range(1, tries + 1):
        lab.change_papers(number)
        before = lab.edition()
        size = round(SMALLEST_BYTES * (most / SMALLEST_BYTES) ** random.random())
        run = lab.refresh("--file-bytes", str(size))
        faults += _faults(lab, number, before, run, f"at most {size} bytes a file")
    return Tally("disk that takes no more", tries, tuple(faults))


def refresh_in_a_read_only_folder(folder: Path) -> Tally:
    """Refresh where the folder of the warehouse is mounted read-only."""
    _require_mounts()
    lab = make_lab(folder)
    lab.must_refresh()
    lab.change_papers(1)
    before = lab.edition()
    out = str(lab.warehouse.parent)
    mounted = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    run = _refresh_mounted(lab, "sh", "-c", mounted, out)
    return Tally("read-only folder", 1, tuple(_faults(lab, 1, before, run, "read-only")))


def _require_mounts() -> None:
    """Raise where nothing may be mounted, as in many containers."""
    if shutil.which(APART[0]) is None:
        raise UntriedError("there is no unshare here, of the package util-linux")
    script = ("sh", "-c", "mount -t tmpfs tmpfs /mnt")
    done = subprocess.run([*APART, *script], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise UntriedError(f"nothing may be mounted here: {done.stderr.strip()}")


def _refresh_mounted(lab: Lab, *script: str) -> Run:
    """Refresh after a script has changed the mounts, which nobody else sees."""
    done = subprocess.run(
        [
            *APART,
            *script,
            *(sys.executable, "-m", "tests.soak.refresh_process"),
            *("--raw", str(lab.raw), "--warehouse", str(lab.warehouse)),
        ],
        cwd=REPOSITORY,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def refresh_while_papers_move(folder: Path, tries: int) -> Tally:
    """Let a paper vanish or change right before it is read: it is rejected, once."""
    lab = make_lab(folder)
    lab.must_refresh()
    faults = []
    for number in range(1, tries + 1):
        name = lab.change_papers(number)
        fault, reason = (
            ("--remove", "cannot be opened (No such file or directory)")
            if number % 2
            else ("--rewrite", "was written to while it was being read")
        )
        text = (lab.raw / name).read_text(encoding="utf-8")
        run = lab.refresh(fault, str(lab.raw / name))
        rejected = run.report.get("rejected", {})
        assert isinstance(rejected, dict)
        # The paper comes back as it was: no trace of the fault may keep it out.
        (lab.raw / name).write_text(text, encoding="utf-8")
        following = lab.refresh()
        edition = lab.edition()
        if run.code != 0 or [reason in said for said in rejected.values()] != [True]:
            faults.append(f"try {number}: {run.code}, {rejected}, {run.stderr[-500:]}")
        elif following.code != 0 or name not in edition.papers or not edition.is_whole:
            faults.append(f"try {number}: the paper stayed out: {following}")
    return Tally("paper that vanishes or changes", tries, tuple(faults))


def refresh_while_the_folder_goes(folder: Path, tries: int) -> Tally:
    """Take the whole raw folder away after a random time: no paper loses what is published of it.

    The folder comes back as it was; the refresh after that publishes all of it.
    """
    lab = make_lab(folder)
    away = lab.folder / "away"
    random = Random(11)
    lab.must_refresh()
    lab.change_papers(0)
    began = time.monotonic()
    lab.must_refresh()
    seconds = time.monotonic() - began
    faults = []
    for number in range(1, tries + 1):
        name = lab.change_papers(number)
        before = lab.edition()
        process = lab.start()
        time.sleep(random.uniform(0, seconds))
        lab.raw.rename(away)
        said = process.communicate()[1]
        after = lab.edition()
        away.rename(lab.raw)
        following = lab.refresh()
        now = lab.edition()
        wrong = [
            (process.returncode not in (0, 1, 2), f"exit code {process.returncode}: {said[-500:]}"),
            (not after.is_whole, "the file is not whole"),
            (not set(SEED_PAPERS) <= after.papers, "a paper lost what was published of it"),
            (after.papers not in (before.papers, now.papers), f"other papers: {after.papers}"),
            (following.code != 0, f"the next refresh failed: {following.stderr[-500:]}"),
            (name not in now.papers or not now.is_whole, "the next edition is not whole"),
        ]
        faults += [f"try {number}: {what}" for is_wrong, what in wrong if is_wrong]
    return Tally("folder that goes away", tries, tuple(faults))


def refresh_with_a_clock_that_jumps_back(folder: Path, tries: int) -> Tally:
    """Refresh with a clock ever further behind: the last publication stays the last."""
    lab = make_lab(folder)
    lab.must_refresh()
    faults = []
    for number in range(1, tries + 1):
        name = lab.change_papers(number)
        run = lab.refresh("--clock-days", str(-400 * number))
        edition = lab.edition()
        if run.code != 0 or not edition.is_whole or name not in edition.papers:
            faults.append(f"try {number}: {run.stderr[-500:]} {edition}")
    return Tally("clock that jumps back", tries, tuple(faults))


def _faults(lab: Lab, number: int, before: Edition, run: Run, name: str) -> list[str]:
    """What is wrong after a refresh that could not write, and after one that could."""
    after = lab.edition()
    following = lab.refresh()
    now = lab.edition()
    is_published = run.code == 0 and after.content == now.content
    wrong = [
        (run.code not in (0, 1), f"exit code {run.code}: {run.stderr[-1500:]}"),
        (TRACEBACK in run.stderr, f"it did not say what is wrong: {run.stderr[-1500:]}"),
        (not is_published and after != before, "the published file changed"),
        (run.code == 1 and not run.stderr.strip(), "it said nothing"),
        (following.code != 0, f"the next refresh failed: {following.stderr[-500:]}"),
        (f"letter-{number}.txt" not in now.papers, "the next refresh did not publish"),
        (not now.is_whole, "the next edition is not whole"),
    ]
    said = "; ".join(what for is_wrong, what in wrong if is_wrong)
    return [f"{name}: {said}"] if said else []
