"""Papers are read on a dask cluster as on one machine, though workers die and papers misbehave."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.ingestion.engines.dask_engine import DaskEngine
from pipelines.ingestion.engines.errors import EngineMissing, NoWorker, SchedulerAway
from pipelines.ingestion.engines.local_engine import LocalEngine
from pipelines.ingestion.engines.tasks import PaperTask
from pipelines.publication.querying import open_warehouse
from pipelines.refresh.refresh import RefreshReport, refresh
from pipelines.runtime.limits import Limits
from pipelines.runtime.places import REFERENCE
from pipelines.runtime.progress import Silent
from pipelines.runtime.settings import Settings
from tests.system.hostile_reading import HANGING, read_or_misbehave
from tests.system.tiny_papers import LETTER

REPOSITORY = Path(__file__).resolve().parents[2]
# The papers that hang and abort are in the first chunk, and the second has two papers.
LIMITS = Limits(seconds=6, workers=2)


def letter(raw: Path) -> PaperTask:
    return PaperTask(raw / "letter.txt", "letter.txt", "0" * 64, REFERENCE)


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A scheduler with two workers, all of them processes that speak TCP on the loopback."""
    file = tmp_path / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONWARNINGS": "ignore"}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
        command += ["--scheduler-file", str(file)]
        return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)

    worker = ("worker", "--host", "127.0.0.1", "--nthreads", "1")
    with ExitStack() as stack:
        for arguments in (("scheduler", "--host", "127.0.0.1", "--port", "0"), worker, worker):
            stack.callback(stack.enter_context(start(*arguments)).kill)
        while not (file.exists() and file.read_text().endswith("}")):
            time.sleep(0.05)
        yield json.loads(file.read_text())["address"]


class KillsTheReaderOfTheOtherChunk(Silent):
    """Kills the worker that has the paper that hangs, when the other chunk is done."""

    def __init__(self, folder: Path) -> None:
        self.victim = folder / HANGING
        self.notes: list[str] = []

    def advance(self) -> None:
        if not self.notes:
            self.notes.append("killed")
            while not self.victim.exists():
                time.sleep(0.05)
            os.kill(int(self.victim.read_text()), signal.SIGKILL)

    def note(self, message: str) -> None:
        self.notes.append(message)


@pytest.mark.usefixtures("quick_audit")
def test_a_cluster_that_loses_a_worker_makes_the_same_warehouse(
    scheduler: str, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in range(2021, 2027):
        (raw / f"letter-{year}.txt").write_text(LETTER.format(year=year))
    for name in ("abort.txt", "hang.txt"):
        (raw / name).write_text(LETTER.format(year=name))

    def published(engine: LocalEngine | DaskEngine, listener: Silent) -> tuple[str, RefreshReport]:
        monkeypatch.setattr("pipelines.ingestion.ingest.engine_of", lambda settings: engine)
        settings = Settings(raw=raw, warehouse=tmp_path / type(engine).__name__ / "w.duckdb")
        report = refresh(settings, listener)
        with open_warehouse(settings.warehouse) as warehouse:
            (content,) = warehouse.sql("select content_hash from builds").fetchone() or ("",)
        return content, report

    killer = KillsTheReaderOfTheOtherChunk(tmp_path)
    cluster = DaskEngine(raw, REFERENCE, LIMITS, scheduler, work=read_or_misbehave)
    on_cluster, report = published(cluster, killer)
    here, _ = published(LocalEngine(LIMITS, work=read_or_misbehave), Silent())

    assert on_cluster == here
    assert [(each.source_path, each.reason.split(".")[0]) for each in report.rejected] == [
        ("abort.txt", "The paper ended the process that read it (SIGABRT)"),
        ("hang.txt", "The paper could not be read in 6 s"),
    ]
    assert report.papers_read == 8
    assert sum("is gone; what it had is read elsewhere" in note for note in killer.notes) == 1


def test_a_worker_that_reads_by_other_versions_is_refused(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "pipelines.ingestion.engines.dask_engine.versions_here", lambda _: {"polars": "0.1"}
    )
    # Without an address, the cluster is one of this machine.
    engine = DaskEngine(raw, REFERENCE, Limits(workers=1))
    with pytest.raises(NoWorker) as caught:
        list(engine.read([letter(raw)], Silent()))
    (why,) = caught.value.refused.values()
    assert (why.startswith("differs: polars "), why.endswith(" in place of 0.1")) == (True, True)
    assert str(caught.value).endswith(
        f" {why}. What was read before is kept; start workers, and refresh again."
    )


def test_a_scheduler_that_is_not_there_is_named(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.ingestion.engines.dask_engine.CONNECT_SECONDS", 0.2)
    engine = DaskEngine(raw, REFERENCE, LIMITS, "tcp://127.0.0.1:9")
    with pytest.raises(
        SchedulerAway, match=r"^The scheduler tcp://127\.0\.0\.1:9 does not answer "
    ):
        list(engine.read([letter(raw)], Silent()))


@pytest.mark.parametrize(
    ("options", "variables"),
    [
        pytest.param(("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"), {}, id="options"),
        pytest.param(
            (),
            {"BOARDPAPERS_ENGINE": "dask", "BOARDPAPERS_SCHEDULER": "tcp://127.0.0.1:9"},
            id="variables",
        ),
    ],
)
def test_the_command_reads_with_the_engine_that_it_is_given(
    raw: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    variables: dict[str, str],
) -> None:
    monkeypatch.setattr("pipelines.ingestion.engines.dask_engine.CONNECT_SECONDS", 0.2)
    folders = ("--raw", str(raw), "--warehouse", str(tmp_path / "w.duckdb"))
    shown = CliRunner().invoke(main, ["refresh", *folders, *options], env=variables)
    assert "Error: The scheduler tcp://127.0.0.1:9 does not answer" in shown.output


def test_without_dask_the_engine_says_what_to_install(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    engine = DaskEngine(raw, REFERENCE, LIMITS)
    with pytest.raises(EngineMissing) as caught:
        list(engine.read([letter(raw)], Silent()))
    assert str(caught.value) == (
        "The engine dask is not installed. Install boardpapers[dask], or read on this machine "
        "with --engine local."
    )
