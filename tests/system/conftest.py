"""A tiny folder of papers of our own, and an audit that takes no time."""

from pathlib import Path

import pytest

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
    monkeypatch.setattr("pipelines.refresh.prepared_audit", sound_audit)
