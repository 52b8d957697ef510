"""A sensor that starts one refresh for each state of the raw folder."""

from pathlib import Path

import dagster as dg
import pytest

from pipelines.automation.sensors import failure_message, raw_folder_sensor
from pipelines.ingestion.intake import PaperFile, take_in
from pipelines.ingestion.manifest import Manifest, write_manifest
from pipelines.settings import Settings


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
    write_manifest(settings.state, Manifest(files=files))
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
    write_manifest(settings.state, Manifest(files=files))
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
