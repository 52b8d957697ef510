"""A tiny folder of papers of our own, and audits that take less time."""

from pathlib import Path

import pytest

from pipelines.orchestration import checks
from tests.soak.audit_here import audit_here as whole_audit
from tests.soak.sound_audit import sound_audit
from tests.system.tiny_papers import LETTER, NOTE


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Two papers in a folder with a description of itself."""
    folder = tmp_path / "raw"
    (folder / "2031").mkdir(parents=True)
    (folder / "README.md").write_text("Papers for tests.\n")
    (folder / "2031" / "note.txt").write_text(NOTE)
    (folder / "letter.txt").write_text(LETTER.format(year=2030))
    return folder


@pytest.fixture
def quick_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every candidate for sound, without importing Great Expectations."""
    monkeypatch.setattr("pipelines.refresh.refresh.prepared_audit", sound_audit)


@pytest.fixture
def audit_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every check on every candidate, in the process of the test."""
    monkeypatch.setattr("pipelines.refresh.refresh.prepared_audit", whole_audit)


@pytest.fixture
def few_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show Dagster the checks of some tables alone, since each takes it some milliseconds."""
    few = [each for each in checks.read_properties() if each.table in ("boards", "papers")]
    monkeypatch.setattr(checks, "read_properties", lambda: few)
