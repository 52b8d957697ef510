"""Two refreshes of one warehouse come one after the other."""

import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from pipelines.publication.refresh_lock import only_refresh
from pipelines.runtime.errors import RefreshRunning, WarehouseUnusable
from pipelines.runtime.progress import Silent
from pipelines.runtime.settings import Settings


def hold(warehouse: Path, ready: Connection) -> None:
    with only_refresh(Settings(warehouse=warehouse), Silent()):
        ready.send("held")
        time.sleep(600)


class Notes(Silent):
    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, message: str) -> None:
        self.notes.append(message)


@pytest.fixture
def holder(tmp_path: Path) -> multiprocessing.process.BaseProcess:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=hold, args=(tmp_path / "w.duckdb", theirs), daemon=True)
    process.start()
    assert ours.recv() == "held"
    ours.close()
    yield process
    process.kill()
    process.join()


def test_another_refresh_is_waited_for_and_then_named(
    tmp_path: Path, holder: multiprocessing.process.BaseProcess
) -> None:
    warehouse, notes = tmp_path / "w.duckdb", Notes()
    settings = Settings(warehouse=warehouse, wait_seconds=0.2)
    with pytest.raises(RefreshRunning), only_refresh(settings, notes):
        pass
    assert notes.notes == [
        f"Another refresh of {warehouse} is running; this one waits for it, at most 0 s."
    ]


def test_a_refresh_that_is_killed_frees_the_way(
    tmp_path: Path, holder: multiprocessing.process.BaseProcess
) -> None:
    holder.kill()
    holder.join()
    notes = Notes()
    with only_refresh(Settings(warehouse=tmp_path / "w.duckdb", wait_seconds=0), notes):
        assert notes.notes == []


def test_a_folder_that_is_a_file_is_no_place_for_a_warehouse(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(warehouse=tmp_path / "file" / "w.duckdb")
    with pytest.raises(WarehouseUnusable), only_refresh(settings, Silent()):
        pass
