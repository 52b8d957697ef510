"""The same papers give the same content, whatever the machine is set to."""

import subprocess
import sys
from pathlib import Path

from tests.soak.lab import REPOSITORY, Lab, Run, clean_environment, make_lab
from tests.soak.tally import Tally

# What a machine may be set to: (name, options of the refresh, environment)
MACHINES: tuple[tuple[str, tuple[str, ...], dict[str, str]], ...] = (
    ("east of Greenwich, hash seed 1", (), {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}),
    ("three workers, plain C locale", ("--workers", "3"), {"LC_ALL": "C", "PYTHONHASHSEED": "7"}),
    ("west of Greenwich, UTF-8", (), {"TZ": "America/Adak", "LANG": "en_US.UTF-8"}),
)
# Papers beyond the ones of a lab, so that several workers have something to do.
LETTERS = 20
# Counts all rows with another version of DuckDB, and prints them.
COUNT = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
names = sorted(name for (name,) in connection.execute(
    "select table_name from duckdb_tables() where schema_name = 'main'").fetchall())
print({name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names})
"""


def refresh_on_other_machines(folder: Path) -> Tally:
    """Refresh the same papers, put there in another order, under other settings."""
    labs = [_filled_lab(folder / "0", backwards=False)]
    labs[0].must_refresh()
    expected = labs[0].edition()
    faults = []
    for number, (name, options, environment) in enumerate(MACHINES, start=1):
        lab = _filled_lab(folder / str(number), backwards=bool(number % 2))
        run = _refresh_as(lab, options, environment)
        if run.code != 0:
            faults.append(f"{name}: {run.stderr[-500:]}")
        elif lab.edition() != expected:
            faults.append(f"{name}: other content")
    return Tally("same papers, other machines", len(MACHINES), tuple(faults))


def refresh_step_by_step(folder: Path) -> Tally:
    """Add, change, remove and rename papers one at a time: the content is that of a clean build."""
    grown = make_lab(folder / "grown")
    steps = (
        lambda lab: lab.change_papers(1),
        lambda lab: (lab.raw / "letter-1.txt").write_text("The harbour closed.\n"),
        lambda lab: (lab.raw / "letter-1.txt").rename(lab.raw / "letter-2.txt"),
        lambda lab: (lab.raw / "letter-2.txt").unlink(),
    )
    grown.must_refresh()
    first = grown.edition()
    faults = []
    for number, step in enumerate(steps):
        step(grown)
        grown.must_refresh()
        clean = Lab(folder / f"clean-{number}")
        clean.folder.mkdir()
        clean.raw.symlink_to(grown.raw, target_is_directory=True)
        clean.must_refresh()
        if grown.edition() != clean.edition():
            faults.append(f"step {number}: other content than a clean build")
    if grown.edition() != first:
        faults.append("a paper that came and went left a trace")
    return Tally("papers that come and go", len(steps) + 1, tuple(faults))


def open_in_other_versions(folder: Path, versions: tuple[str, ...]) -> Tally:
    """Count all rows of a published file in other versions of DuckDB. Needs a package index."""
    lab = make_lab(folder / "lab")
    lab.must_refresh()
    expected = _counted(sys.executable, lab)
    faults = []
    for version in versions:
        place = folder / f"duckdb-{version}"
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        python = str(place / "bin" / "python")
        wanted = f"duckdb=={version}.*"
        subprocess.run([python, "-m", "pip", "install", "-q", wanted], check=True)
        if _counted(python, lab) != expected or not expected.strip():
            faults.append(f"duckdb {version}: {_counted(python, lab)}")
    return Tally("file in other DuckDB versions", len(versions), tuple(faults))


def _counted(python: str, lab: Lab) -> str:
    done = subprocess.run(
        [python, "-c", COUNT, str(lab.warehouse)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def _filled_lab(folder: Path, *, backwards: bool) -> Lab:
    lab = make_lab(folder)
    numbers = range(LETTERS, 0, -1) if backwards else range(1, LETTERS + 1)
    for number in numbers:
        (lab.raw / f"quay-{number}.txt").write_text(f"The quay was dredged in week {number}.\n")
    return lab


def _refresh_as(lab: Lab, options: tuple[str, ...], environment: dict[str, str]) -> Run:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.soak.refresh_process"),
            *("--raw", str(lab.raw), "--warehouse", str(lab.warehouse), *options),
        ],
        cwd=REPOSITORY,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)
