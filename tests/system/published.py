"""A folder with papers and the warehouse that is made of them, without an audit that takes time."""

from pathlib import Path

import pytest

from pipelines.refresh.refresh import Outcome, refresh
from pipelines.runtime.settings import DEFAULT_RAW, DEFAULT_WAREHOUSE, Settings
from tests.soak.sound_audit import sound_audit
from tests.system.tiny_papers import LETTER, NOTE


def publish_in(folder: Path) -> Path:
    """Put three papers, of which one cannot be read, where the command line looks for them.

    Returns:
        The folder in which the commands are to be run.
    """
    raw = folder / DEFAULT_RAW
    raw.mkdir(parents=True)
    (raw / "note.txt").write_text(NOTE)
    (raw / "letter.txt").write_text(LETTER.format(year=2030))
    (raw / "tŷ’r scan.txt").write_text("\n \n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipelines.refresh.refresh.prepared_audit", sound_audit)
        report = refresh(Settings(raw=raw, warehouse=folder / DEFAULT_WAREHOUSE))
    assert report.outcome is Outcome.PUBLISHED
    return folder
