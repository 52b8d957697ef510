"""The last builds are kept, and an earlier one can be published again."""

from pathlib import Path
from stat import S_IMODE

import duckdb
import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.publication.kept_builds import MOST_KEPT, kept_builds, rollback
from pipelines.refresh.refresh import Outcome, refresh
from pipelines.runtime.errors import InputMissing, WarehouseUnusable
from pipelines.runtime.settings import Settings
from tests.system.conftest import LETTER

pytestmark = pytest.mark.usefixtures("quick_audit")


@pytest.fixture
def settings(raw: Path, tmp_path: Path) -> Settings:
    return Settings(raw=raw, warehouse=tmp_path / "out" / "w.duckdb")


def test_rolling_back_publishes_the_build_before(settings: Settings) -> None:
    first = refresh(settings).build_id
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    second = refresh(settings).build_id
    assert [build.build_id for build in kept_builds(settings)] == [second, first]
    assert rollback(settings).build_id == first
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        papers = connection.execute("select source_path from papers order by all").fetchall()
    assert papers == [("2031/note.txt",), ("letter.txt",)]
    assert refresh(settings).outcome is Outcome.UNCHANGED


def test_rolling_back_keeps_the_mode_of_the_published_file(settings: Settings) -> None:
    refresh(settings)
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    refresh(settings)
    settings.warehouse.chmod(0o640)
    rollback(settings)
    assert S_IMODE(settings.warehouse.stat().st_mode) == 0o640


def test_the_oldest_build_goes(settings: Settings) -> None:
    ids = []
    for year in range(2031, 2031 + MOST_KEPT + 1):
        (settings.raw / "letter.txt").write_text(LETTER.format(year=year))
        ids.append(refresh(settings).build_id)
    assert [build.build_id for build in kept_builds(settings)] == ids[:0:-1]


def test_a_build_that_is_not_kept_is_named(settings: Settings) -> None:
    only = refresh(settings).build_id
    with pytest.raises(InputMissing, match=f"These are kept: {only}"):
        rollback(settings)


def test_a_kept_build_that_somebody_wrote_to_is_not_published(settings: Settings) -> None:
    refresh(settings)
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute("delete from papers")
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    refresh(settings)
    with pytest.raises(WarehouseUnusable, match="its rows are not those that were published"):
        rollback(settings)


def test_diff_tells_what_a_build_changed(settings: Settings) -> None:
    first = refresh(settings).build_id
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    second = refresh(settings).build_id
    run = CliRunner().invoke(
        main, ["diff", "--warehouse", str(settings.warehouse), "--table", "papers"]
    )
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        (paper,) = connection.execute(
            "select paper_id from papers where source_path = 'later.txt'"
        ).fetchone() or ("",)
    assert run.output.splitlines() == [
        f"From build {first} to {second}:",
        "table       added    changed    removed",
        "papers          1          0          0",
        f"added    paper_id={paper}",
    ]


def test_diff_names_the_tables_it_compares(settings: Settings) -> None:
    refresh(settings)
    run = CliRunner().invoke(main, ["diff", "--warehouse", str(settings.warehouse), "--table", "x"])
    assert (run.exit_code, "x is no table that is compared: papers, " in run.output) == (2, True)
