"""A raw folder, a warehouse, and refreshes of them in processes of their own."""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.publication.builds import content_hash
from pipelines.publication.publishing import log_path

REPOSITORY = Path(__file__).resolve().parents[2]
# Papers of our own that hold a row or more of most tables, and are read in a moment.
SEED_PAPERS = ("note-2011-01-18.docx", "note-2011-09-08.txt")
LETTER = "Report of the Harbour Programme Board\n\nThe harbour was quiet in week {number}.\n"
# The command line, which hears an interrupt even where whoever runs the suite ignores it.
COMMAND = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from pipelines.cli.main import main
main(prog_name="boardpapers")
"""
# How long a child of a killed refresh may live on.
ORPHAN_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Edition:
    """One published file: the hash it records, the hash of its rows, and its papers."""

    recorded: str
    content: str
    papers: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether the rows are those that were recorded when it was made."""
        return self.recorded == self.content


@dataclass(frozen=True, slots=True)
class Run:
    """How a refresh ended."""

    code: int
    stdout: str
    stderr: str

    @property
    def report(self) -> dict[str, object]:
        """What it printed about itself; empty where it printed nothing."""
        return dict(json.loads(self.stdout)) if self.stdout.strip() else {}


@dataclass(frozen=True, slots=True)
class Lab:
    """A folder with `raw` and a warehouse."""

    folder: Path

    @property
    def raw(self) -> Path:
        """The folder of papers."""
        return self.folder / "raw"

    @property
    def warehouse(self) -> Path:
        """The published file."""
        return self.folder / "out" / "w.duckdb"

    def change_papers(self, number: int) -> str:
        """Take the letter of the time before away and put another there; return its path."""
        for letter in self.raw.glob("letter-*.txt"):
            letter.unlink()
        path = self.raw / f"letter-{number}.txt"
        path.write_text(LETTER.format(number=number), encoding="utf-8")
        return path.name

    def start(self, *options: str) -> subprocess.Popen[str]:
        """Start a refresh in a process group of its own."""
        return self._start("-m", "tests.soak.refresh_process", *options)

    def start_command(self) -> subprocess.Popen[str]:
        """Start the command that refreshes, as a person does at a terminal."""
        return self._start("-c", COMMAND, "refresh")

    def _start(self, *words: str) -> subprocess.Popen[str]:
        place = ("--raw", str(self.raw), "--warehouse", str(self.warehouse))
        return subprocess.Popen(
            [sys.executable, *words, *place],
            cwd=REPOSITORY,
            env=clean_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def refresh(self, *options: str) -> Run:
        """Refresh and wait for the end."""
        process = self.start(*options)
        stdout, stderr = process.communicate()
        return Run(process.returncode, stdout, stderr)

    def must_refresh(self, *options: str) -> Run:
        """Refresh where nothing is meant to go wrong."""
        run = self.refresh(*options)
        assert run.code == 0, run.stderr
        return run

    def edition(self) -> Edition:
        """Read all of the published file."""
        with duckdb.connect(str(self.warehouse), read_only=True) as connection:
            return read_edition(connection)

    @property
    def has_log(self) -> bool:
        """Whether a write-ahead log stands beside the published file."""
        return log_path(self.warehouse).exists()


def make_lab(folder: Path) -> Lab:
    """A raw folder of papers of our own, and no warehouse yet."""
    lab = Lab(folder)
    lab.raw.mkdir(parents=True)
    for name in SEED_PAPERS:
        shutil.copyfile(REPOSITORY / "data" / "raw" / name, lab.raw / name)
    return lab


def read_edition(connection: duckdb.DuckDBPyConnection) -> Edition:
    """What a connection sees: the last build, the hash of all rows, the paths of papers."""
    connection.execute("begin")
    last = connection.execute(
        "select content_hash from builds order by build_no desc limit 1"
    ).fetchone()
    papers = connection.execute("select source_path from papers").fetchall()
    content = content_hash(connection)
    connection.execute("commit")
    assert last is not None
    return Edition(last[0], content, frozenset(path for (path,) in papers))


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without settings of boardpapers, and with what is given."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("BOARDPAPERS_")}
    return kept | {"PYTHONPATH": str(REPOSITORY)} | more


def orphans_of(group: int) -> list[int]:
    """Processes of a group that live on; waits a while for them to end."""
    until = time.monotonic() + ORPHAN_SECONDS
    while (alive := _living(group)) and time.monotonic() < until:
        time.sleep(0.1)
    return alive


def _living(group: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            # 4711 (a name) S 1 4700 ...: state, parent and group follow the name in brackets
            state, _, process_group = status.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(process_group) == group and state != "Z":
            found.append(int(status.parent.name))
    return found
