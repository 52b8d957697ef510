"""Whatever comes and goes between refreshes, the content is that of a clean build."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.publication.builds import content_hash
from pipelines.refresh.refresh import Outcome, refresh
from pipelines.runtime.settings import Limits, Settings
from tests.soak.sound_audit import sound_audit

NOTE = """\
Note of decisions taken and actions required

Title:\tHarbour Programme Board
Date and time:\t{day} May 2031, 11.00am
Venue:\tQuay House, Dover

Attendance

Position\tCouncillor\tCouncil
Chair\tCllr Ada Quill\tKent CC
Members\tCllr Ben Marsh\tLeeds City Council

1 Dredging

Decision

Members agreed the plan for week {day}.
"""
# What may stand in a file: two notes, a letter, one that no reader takes.
CONTENTS = (
    NOTE.format(day=6),
    NOTE.format(day=7),
    "Report of the Harbour Programme Board\n\nThe harbour was quiet.\n",
    " \n",
)
NAMES = ("a.txt", "b.txt", "deep/c.txt")
# None takes the file away, if it is there.
STEPS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), st.sampled_from(CONTENTS))),
    min_size=1,
    max_size=4,
)
# A refresh takes a hundred times what reading a paper takes.
SHARE = 10


@settings(max_examples=max(3, settings.default.max_examples // SHARE // SHARE))
@given(steps=STEPS)
def test_papers_come_change_and_go(steps: list[tuple[str, str | None]]) -> None:
    with (
        TemporaryDirectory() as place,
        patch("pipelines.refresh.refresh.prepared_audit", sound_audit),
    ):
        grown = _settings(Path(place), "grown")
        refresh(grown)
        for name, content in steps:
            _put(grown.raw / name, content)
            refresh(grown)
            assert refresh(grown).outcome is Outcome.UNCHANGED
        clean = Settings(
            raw=grown.raw, warehouse=Path(place) / "clean" / "w.duckdb", limits=grown.limits
        )
        refresh(clean)
        assert _content(grown.warehouse) == _content(clean.warehouse)


def _settings(place: Path, name: str) -> Settings:
    raw = place / "raw"
    raw.mkdir()
    (raw / "first.txt").write_text(CONTENTS[0], encoding="utf-8")
    return Settings(raw=raw, warehouse=place / name / "w.duckdb", limits=Limits(workers=1))


def _put(path: Path, content: str | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")


def _content(warehouse: Path) -> str:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return content_hash(connection)
