"""A sensor that starts one refresh for each state of the raw folder."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest

from pipelines.ingestion.intake import OpenedArchive, PaperFile, take_in
from pipelines.ingestion.manifest import Manifest, write_manifest
from pipelines.ingestion.raw_folder import Entry
from pipelines.monitoring.failure_hook import Incident
from pipelines.orchestration.sensors import (
    compare,
    failure_message,
    failure_sensor,
    late_sensor,
    raw_folder_sensor,
)
from pipelines.runtime.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("first")
    return Settings(raw=tmp_path / "raw", warehouse=tmp_path / "w.duckdb")


def look(settings: Settings, cursor: str | None = None) -> dg.SensorResult | dg.SkipReason:
    sensor = raw_folder_sensor(settings, "refresh")
    with dg.build_sensor_context(cursor=cursor) as context:
        return sensor(context)


def test_new_changed_and_gone_files_start_one_run(settings: Settings) -> None:
    files = {name: PaperFile(name, "aa", 1, 1) for name in ("a.txt", "gone.txt")}
    write_manifest(settings.state, Manifest(files=files, raw=str(settings.raw)))
    (settings.raw / "b.txt").write_text("second")
    result = look(settings)
    (request,) = result.run_requests
    assert request.tags == {
        "boardpapers/new": "1",
        "boardpapers/changed": "1",
        "boardpapers/gone": "1",
    }
    assert request.run_key == result.cursor


def test_the_same_state_starts_no_second_run(settings: Settings) -> None:
    first = look(settings)
    assert look(settings, first.cursor) == dg.SkipReason("No file is new, changed or gone.")


def test_a_state_that_is_published_starts_no_run(settings: Settings) -> None:
    intake = take_in(settings.raw, {}, settings.limits)
    files = {file.source_path: file for file in intake.files}
    write_manifest(settings.state, Manifest(files=files, raw=str(settings.raw)))
    settings.warehouse.touch()
    result = look(settings)
    assert (result.run_requests, result.skip_reason) == (
        [],
        dg.SkipReason("The warehouse holds what the folder holds."),
    )


def test_a_folder_that_is_not_there_is_said(settings: Settings) -> None:
    gone = Settings(raw=settings.raw / "nowhere", warehouse=settings.warehouse)
    assert look(gone) == dg.SkipReason(f"The folder of papers {gone.raw} is not there.")


def test_a_failure_is_logged_with_what_stands_and_what_to_do() -> None:
    assert failure_message("a1b2", ["Nothing was published: 2 checks failed."]) == (
        "Refresh a1b2 failed: Nothing was published: 2 checks failed. The published warehouse is "
        "as it was. Look at the failed checks of the run, or run `boardpapers refresh` for the "
        "same in a terminal; put the paper, model or register right and refresh again."
    )


RECORD = (
    "import json, sys; line = json.load(sys.stdin); "
    "print(line['event'], line['run_id'], line['message'], file=open(sys.argv[1], 'a'))"
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return tmp_path / "told"


@pytest.fixture
def watched(settings: Settings, tmp_path: Path, told: Path) -> Settings:
    """Settings that name a hook, which keeps what it is told."""
    hook = tmp_path / "hook.py"
    hook.write_text(RECORD)
    return replace(settings, on_failure=f"{sys.executable} {hook} {told}")


def test_a_failed_refresh_is_told(watched: Settings, told: Path) -> None:
    @dg.op
    def fail() -> None:
        raise dg.Failure("Nothing was published: 2 checks failed.", allow_retries=False)

    @dg.job
    def refresh() -> None:
        fail()

    with dg.DagsterInstance.ephemeral() as instance:
        run = refresh.execute_in_process(instance=instance, raise_on_error=False)
        failure = run.get_run_failure_event()
        context = dg.build_run_status_sensor_context(
            "refresh_failure", failure, instance, run.dagster_run
        ).for_run_failure()
        failure_sensor(watched, "other")(context)
        assert not told.exists()
        failure_sensor(watched, "refresh")(context)
    (line,) = told.read_text().splitlines()
    assert line.startswith(f"refresh_failed {run.run_id} Refresh {run.run_id} failed: ")
    assert "Nothing was published: 2 checks failed." in line


def test_a_late_refresh_is_told_once_a_day(
    watched: Settings, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = Incident("refresh_late", "The refresh is late.", watched.warehouse)
    monkeypatch.setattr("pipelines.orchestration.sensors.late_refresh", lambda *_: late)
    sensor = late_sensor(watched)
    with dg.build_sensor_context() as context:
        first = sensor(context)
    with dg.build_sensor_context(cursor=first.cursor) as context:
        second = sensor(context)
    assert second == dg.SkipReason("The refresh is still late, as was said today.")
    assert told.read_text().splitlines() == ["refresh_late None The refresh is late."]


def test_a_refresh_in_time_is_not_told(watched: Settings, told: Path) -> None:
    write_manifest(watched.state, Manifest(refreshed_at=datetime.now(UTC)))
    with dg.build_sensor_context() as context:
        assert late_sensor(watched)(context) == dg.SkipReason("The refresh is not late.")
    assert not told.exists()


def test_an_archive_that_did_not_move_is_nothing_new(settings: Settings) -> None:
    archive = OpenedArchive("p.zip", 3, 4, "v1", ("p.zip/a.txt",), ())
    known = {"p.zip/a.txt": PaperFile("p.zip/a.txt", "aa", 1, 4), "p.zip": archive}
    entries = [Entry("p.zip", 3, 4)]
    assert compare(entries, known) == {"new": 0, "changed": 0, "gone": 0}
    assert compare([], known) == {"new": 0, "changed": 0, "gone": 1}
