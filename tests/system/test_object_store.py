"""Papers in S3 are read as those of a folder, and exports go there: moto serves it here."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest
from moto.server import ThreadedMotoServer

from pipelines.exports.export import export_to
from pipelines.ingestion.archives import read_file
from pipelines.ingestion.raw_folder import find_entries
from pipelines.publication.querying import open_warehouse
from pipelines.refresh.refresh import Outcome, refresh
from pipelines.runtime.errors import FolderUnreadable, InputMissing
from pipelines.runtime.limits import Limits
from pipelines.runtime.objects.object_path import NoFolder, ObjectPath, ObjectsMissing, path_from
from pipelines.runtime.progress import Silent
from pipelines.runtime.settings import Settings
from pipelines.sources.fetch import fetch
from tests.system.tiny_papers import LETTER


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[ObjectPath]:
    """An empty bucket of a server on the loopback."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "any",
        "AWS_SECRET_ACCESS_KEY": "any",
        "AWS_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    name = f"bucket-{port}"
    with urlopen(Request(f"http://{host}:{port}/{name}", method="PUT")):
        pass
    yield ObjectPath(f"s3://{name}")
    server.stop()


@pytest.fixture
def stored(bucket: ObjectPath, raw: Path, tmp_path: Path) -> ObjectPath:
    """The papers of a folder as objects, two of them in an archive."""
    with ZipFile(raw / "pack.zip", "w") as pack:
        for year in (2011, 2012):
            pack.writestr(f"{year}/letter.txt", LETTER.format(year=year))
    for path in raw.rglob("*"):
        if path.is_file():
            (bucket / "papers" / path.relative_to(raw).as_posix()).upload(path)
    empty = tmp_path / "empty"
    empty.touch()
    (bucket / "papers" / "empty.txt").upload(empty)
    return bucket / "papers"


@pytest.mark.usefixtures("quick_audit")
def test_papers_in_a_store_make_the_same_warehouse(
    stored: ObjectPath, bucket: ObjectPath, raw: Path, tmp_path: Path
) -> None:
    (raw / "empty.txt").touch()
    here = Settings(raw=raw, warehouse=tmp_path / "here" / "w.duckdb")
    there = Settings(raw=stored, warehouse=tmp_path / "there" / "w.duckdb")
    reports = [refresh(settings) for settings in (here, there)]
    assert [(report.papers_read, len(report.rejected)) for report in reports] == [(4, 1)] * 2
    assert content(here) == content(there)
    assert refresh(there).outcome is Outcome.UNCHANGED

    (raw / "letter.txt").write_text(LETTER.format(year=2040))
    (stored / "letter.txt").upload(raw / "letter.txt")
    (stored / "later.txt").upload(raw / "2031" / "note.txt")
    changed = refresh(there)
    assert (changed.changed, changed.new, changed.papers_extracted) == (
        ("letter.txt",),
        ("later.txt",),
        1,
    )
    written = export_to(there.warehouse, bucket / "tables", "csv")
    assert sorted(each.key for each in (bucket / "tables").objects()) == sorted(
        path.name for path in written
    )
    assert (bucket / "tables" / "boards.csv").read_bytes().startswith(b"board_id,")

    file, pointer = export_to(there.warehouse, bucket / "builds", "duckdb")
    latest = json.loads(pointer.read_bytes())
    assert file == bucket / "builds" / latest["file"]
    assert file.read_bytes() == there.warehouse.read_bytes()
    assert (latest["build_id"], latest["byte_size"]) == (
        changed.build_id,
        there.warehouse.stat().st_size,
    )


def content(settings: Settings) -> object:
    with open_warehouse(settings.warehouse) as warehouse:
        return warehouse.sql("select content_hash from builds order by build_no").fetchone()


def test_a_store_is_listed_as_a_folder_is(stored: ObjectPath, raw: Path) -> None:
    found = find_entries(stored, Limits())
    sizes = {entry.source_path: entry.byte_size for entry in found if entry.error is None}
    assert sizes == {entry.source_path: entry.byte_size for entry in find_entries(raw, Limits())}
    assert [entry.source_path for entry in found if entry.error] == ["empty.txt"]
    assert (
        read_file(stored / "pack.zip" / "2011" / "letter.txt") == LETTER.format(year=2011).encode()
    )


def test_what_is_not_there_is_named(bucket: ObjectPath, tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    with pytest.raises(InputMissing, match=r"^The folder of papers s3://bucket-\d+/none is not"):
        refresh(Settings(raw=bucket / "none", warehouse=warehouse))
    with pytest.raises(FolderUnreadable, match=r"^The folder of papers s3://no-bucket/a cannot be"):
        refresh(Settings(raw=path_from("s3://no-bucket/a"), warehouse=warehouse))
    with pytest.raises(FileNotFoundError):
        (bucket / "none.txt").read_bytes()


def test_fetching_needs_a_folder() -> None:
    expected = r"^Fetching needs a folder, and s3://papers/raw is not one\."
    with pytest.raises(NoFolder, match=expected):
        next(fetch([], "ops@example.org", path_from("s3://papers/raw"), Silent()))


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    with pytest.raises(ObjectsMissing) as caught:
        path_from("s3://papers-elsewhere/raw").is_dir()
    assert str(caught.value) == (
        "Paths that begin with s3:// need a library that is not installed. Install "
        "boardpapers[s3], or name a folder."
    )


def test_an_object_is_never_taken_for_a_file() -> None:
    with pytest.raises(TypeError, match=r"^s3://papers/raw/a\.txt has no place in the file"):
        path_from("s3://papers/raw/a.txt").unlink()
