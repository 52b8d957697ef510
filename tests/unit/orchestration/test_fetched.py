"""One asset a source: its pool, its checks, the job of the night, and what a sensor waits for."""

from pathlib import Path

import dagster as dg
import pytest
from filelock import FileLock

from pipelines.orchestration import fetched
from pipelines.orchestration.definitions import FETCH_JOB_NAME, build_defs
from pipelines.orchestration.sensors import raw_folder_sensor
from pipelines.runtime.settings import Settings
from pipelines.sources.http import client
from tests.unit.sources.example_site import CLOUDFLARE, ExampleSite

FILE = """
contact = "https://weir.example/reader"
[[source]]
id = "weir"
kind = "moderngov"
base_url = "{base_url}"
body = "Weir Council"
allow_private = true
"""
PASSED = dict.fromkeys(fetched.CHECKS, True)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(client, "SECONDS_APART", 0.0)
    (tmp_path / "raw").mkdir()
    return Settings(
        raw=tmp_path / "raw", warehouse=tmp_path / "w.duckdb", sources=tmp_path / "sources.toml"
    )


def run(settings: Settings, site: ExampleSite) -> tuple[bool, dict[str, bool]]:
    """Whether the step of the source succeeded, and what its checks said."""
    settings.sources.write_text(FILE.format(base_url=site.base_url))
    file = fetched.sources_of(settings)
    asset = fetched.fetched_asset(settings, file.sources[0], file.contact)
    result = dg.materialize([asset], raise_on_error=False)
    checks = {each.check_name: each.passed for each in result.get_asset_check_evaluations()}
    return result.success, checks


def test_a_fetch_answers_five_questions(settings: Settings) -> None:
    with ExampleSite() as site:
        assert run(settings, site) == (True, PASSED)


def test_a_refused_source_fails_its_step_and_its_check(settings: Settings) -> None:
    with ExampleSite(instead={"/mgWebService.asmx/GetCommittees": [CLOUDFLARE]}) as site:
        assert run(settings, site) == (False, {**PASSED, "answered": False})


def test_a_sources_file_makes_assets_a_job_and_a_schedule(settings: Settings) -> None:
    settings.sources.write_text(FILE.format(base_url="http://127.0.0.1:9"))
    definitions = build_defs(sources=settings.sources, raw=settings.raw)
    repository = definitions.get_repository_def()
    node = repository.asset_graph.get(dg.AssetKey(["fetched", "weir"]))
    assert node.pools == {"host_127_0_0_1"}
    assert FETCH_JOB_NAME in repository.job_names
    assert [each.name for each in repository.schedule_defs] == ["nights", "weekday_mornings"]
    refreshed = definitions.resolve_job_def("refresh").asset_layer.executable_asset_keys
    assert node.key not in refreshed


def test_a_bad_sources_file_makes_no_asset_and_is_logged(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.sources.write_text("contact = 1")
    assert fetched.sources_of(settings).sources == ()
    assert "No source can be fetched" in caplog.text


def test_the_sensor_waits_for_a_fetch(settings: Settings) -> None:
    folder = settings.raw / ".sources"
    folder.mkdir()
    sensor = raw_folder_sensor(settings, "refresh")
    with FileLock(folder / "weir.lock"), dg.build_sensor_context() as context:
        found = sensor(context)
    assert found == dg.SkipReason("Papers are being fetched from: weir.")
