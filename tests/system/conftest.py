"""A tiny folder of papers of our own, and the command line on it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipelines.audit import AuditReport
from pipelines.background_audit import BackgroundAudit

NOTE = """\
Note of decisions taken and actions required

Title:\tHarbour Programme Board
Date and time:\tTuesday 6 May 2031, 11.00am
Venue:\tQuay House, Dover

Attendance

Position\tCouncillor\tCouncil
Chair\tCllr Ada Quill\tKent CC
Members\tCllr Ben Marsh\tLeeds City Council

1 Dredging

Members heard how much was dredged.

Decision

Members agreed the plan for the harbour.

Action

Officers to publish the plan.

Jo Wren
"""
LETTER = "Report of the Harbour Programme Board\n\nThe harbour was quiet in {year}.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Two papers in a folder with a description of itself."""
    folder = tmp_path / "raw"
    (folder / "2031").mkdir(parents=True)
    (folder / "README.md").write_text("Papers for tests.\n")
    (folder / "2031" / "note.txt").write_text(NOTE)
    (folder / "letter.txt").write_text(LETTER.format(year=2030))
    return folder


def boardpapers(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("BOARDPAPERS_")
    }
    return subprocess.run(
        [Path(sys.executable).with_name("boardpapers"), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=environment,
    )


class SoundAudit(BackgroundAudit):
    """Finds no fault, at once: for tests of what happens before and after an audit."""

    def __init__(self) -> None:
        """Needs no process."""

    def audit(self, candidate: Path) -> AuditReport:
        """Find nothing."""
        assert candidate.is_file()
        return AuditReport(())


@contextmanager
def sound_audit() -> Iterator[BackgroundAudit]:
    yield SoundAudit()


@pytest.fixture
def quick_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every candidate for sound, without importing Great Expectations."""
    monkeypatch.setattr("pipelines.refresh.prepared_audit", sound_audit)
