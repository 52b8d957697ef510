"""After a person was forgotten, nothing that a refresh keeps brings them back."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.publication.kept_builds import kept_builds, rollback
from pipelines.refresh.refresh import Outcome, refresh
from pipelines.runtime.errors import InputMissing
from pipelines.runtime.settings import Settings
from pipelines.runtime.warehouse_errors import WriteFailedError
from tests.system.conftest import LETTER

pytestmark = pytest.mark.usefixtures("quick_audit")

WORD = "quill"


@pytest.fixture
def settings(raw: Path, tmp_path: Path) -> Settings:
    return Settings(raw=raw, warehouse=tmp_path / "out" / "w.duckdb")


def run(settings: Settings, *words: str) -> tuple[int, str]:
    """Exit code and all that is said, without the folder of the warehouse."""
    said = CliRunner().invoke(main, [*words, "--warehouse", str(settings.warehouse)])
    return said.exit_code, said.output.replace(str(settings.warehouse.parent), "OUT")


def texts(path: Path) -> Iterator[str]:
    """The bytes of a file, and the rows of one whose bytes are compressed."""
    yield path.read_bytes().decode("latin-1")
    if path.suffix == ".parquet":
        yield str(duckdb.sql(f"select * from '{path}'").fetchall())
    if path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as connection:
            for (table,) in connection.execute("select table_name from duckdb_tables()").fetchall():
                yield str(connection.table(table).fetchall())


def files_that_name_her(settings: Settings) -> list[str]:
    folder = settings.warehouse.parent
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and any(WORD in text.lower() for text in texts(path))
    )


def publish_twice(settings: Settings) -> tuple[str, str]:
    first = refresh(settings).build_id
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    return first, refresh(settings).build_id


def test_no_kept_build_is_older_than_the_forgetting(settings: Settings) -> None:
    first, _ = publish_twice(settings)
    run(settings, "forget", "Ada Quill")
    for left_by_a_kill in (
        "w.former.duckdb",
        ".boardpapers/w.duckdb/spill/duckdb_temp_storage-0.tmp",
    ):
        path = settings.warehouse.parent / left_by_a_kill
        path.parent.mkdir(exist_ok=True)
        path.write_text("Ada Quill")
    report = refresh(settings)
    third = report.build_id
    assert report.papers_extracted == 0
    assert files_that_name_her(settings) == ["w.forgotten.csv"]
    assert [build.build_id for build in kept_builds(settings)] == [third]
    with pytest.raises(InputMissing) as caught:
        rollback(settings, first)
    assert str(caught.value).endswith(
        f"These are kept: {third}. Builds from before a person was forgotten are removed."
    )
    assert refresh(settings).outcome is Outcome.UNCHANGED


@pytest.mark.parametrize("words", [["rollback"], ["diff"], ["export", "--out", "exported"]])
def test_nothing_is_handed_out_before_the_refresh(
    settings: Settings, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    publish_twice(settings)
    run(settings, "forget", "Ada Quill")
    assert run(settings, *words) == (
        2,
        "Error: Somebody was put on the list of forgotten people, and the builds of "
        "OUT/w.duckdb may still hold them. Nothing was written; run boardpapers refresh first.\n",
    )
    assert not (tmp_path / "exported").exists()


def test_a_kept_build_that_is_named_is_not_compared_before_the_refresh(settings: Settings) -> None:
    first, second = publish_twice(settings)
    run(settings, "forget", "Ada Quill")
    assert run(settings, "diff", first, second)[0] == 2
    published = str(settings.warehouse)
    assert run(settings, "diff", published, published)[0] == 0


def test_builds_from_after_the_forgetting_can_be_published_again(settings: Settings) -> None:
    run(settings, "forget", "Ada Quill")
    first, _ = publish_twice(settings)
    assert rollback(settings).build_id == first
    assert run(settings, "export", "--out", str(settings.warehouse.parent / "exported"))[0] == 0
    assert files_that_name_her(settings) == ["w.forgotten.csv"]


def test_a_person_who_is_back_and_forgotten_again_is_in_no_kept_build(settings: Settings) -> None:
    run(settings, "forget", "Ada Quill")
    refresh(settings)
    settings.warehouse.with_name("w.forgotten.csv").unlink()
    assert refresh(settings).papers_extracted == 2
    assert "w.duckdb" in files_that_name_her(settings)
    run(settings, "forget", "Ada Quill")
    last = refresh(settings).build_id
    assert files_that_name_her(settings) == ["w.forgotten.csv"]
    assert [build.build_id for build in kept_builds(settings)] == [last]


def test_a_refresh_that_is_refused_takes_the_person_out_of_no_extract_for_good(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = refresh(settings)
    run(settings, "forget", "Ada Quill")
    with monkeypatch.context() as patch:
        patch.setattr("pipelines.publication.publishing.publish", _fails)
        with pytest.raises(WriteFailedError):
            refresh(settings)
    assert run(settings, "rollback")[0] == 2
    settings.warehouse.with_name("w.forgotten.csv").unlink()
    assert refresh(settings).rows == published.rows


def _fails(*_: object) -> None:
    raise OSError("No space left on device")
