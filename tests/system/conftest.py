"""A tiny folder of papers of our own, and an audit that takes no time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tiny_papers import LETTER, NOTE

from pipelines.audit.audit import AuditReport
from pipelines.audit.background_audit import BackgroundAudit


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Two papers in a folder with a description of itself."""
    folder = tmp_path / "raw"
    (folder / "2031").mkdir(parents=True)
    (folder / "README.md").write_text("Papers for tests.\n")
    (folder / "2031" / "note.txt").write_text(NOTE)
    (folder / "letter.txt").write_text(LETTER.format(year=2030))
    return folder


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
