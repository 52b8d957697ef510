"""The engine is a resource: what a launch sets stands above the environment."""

from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from pipelines.ingestion.engines.errors import EngineMissing
from pipelines.ingestion.manifest import Manifest
from pipelines.orchestration.definitions import build_defs
from pipelines.orchestration.engine import ENGINE, EngineResource
from pipelines.orchestration.papers import extracts_asset, extracts_result
from pipelines.refresh.plan import Basis
from pipelines.refresh.reading import PapersRead
from pipelines.runtime.errors import UnknownChoice
from pipelines.runtime.progress import Progress
from pipelines.runtime.settings import EngineName, Settings, settings_from

DASK = EngineResource(name="dask", scheduler="tcp://10.0.0.5:8786")
ENVIRONMENT = {"BOARDPAPERS_ENGINE": "dask", "BOARDPAPERS_SCHEDULER": "tcp://10.0.0.5:8786"}


def test_the_environment_names_the_engine() -> None:
    settings = settings_from(ENVIRONMENT)
    assert EngineResource.of(settings) == DASK
    assert DASK.applied_to(Settings()) == settings


def test_another_engine_than_there_is_is_a_bad_setting() -> None:
    with pytest.raises(UnknownChoice) as caught:
        settings_from({"BOARDPAPERS_ENGINE": "ray"})
    assert str(caught.value) == (
        "The environment variable BOARDPAPERS_ENGINE is 'ray', which is not one of local, dask. "
        "Nothing was changed; set it right, or unset it for the default."
    )


def test_the_definitions_have_the_engine_of_the_settings(tmp_path: Path) -> None:
    resources = build_defs(engine=EngineName.DASK, scheduler=DASK.scheduler).resources or {}
    assert resources[ENGINE] == DASK


@pytest.mark.parametrize(
    ("config", "read_by"),
    [
        pytest.param({}, (EngineName.LOCAL, None), id="that of the settings"),
        pytest.param(
            {ENGINE: {"config": {"name": "DASK", "scheduler": DASK.scheduler}}},
            (EngineName.DASK, DASK.scheduler),
            id="that of the launch",
        ),
    ],
)
def test_papers_are_read_by_the_engine(
    raw_settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    config: dict[str, Any],
    read_by: tuple[EngineName, str | None],
) -> None:
    asked: list[tuple[EngineName, str | None]] = []

    def read_step(settings: Settings, progress: Progress) -> None:
        asked.append((settings.engine, settings.scheduler))
        raise EngineMissing("dask")

    monkeypatch.setattr("pipelines.orchestration.papers.read_step", read_step)
    with pytest.raises(dg.Failure, match=r"^The engine dask is not installed\."):
        dg.materialize(
            [extracts_asset(raw_settings)],
            resources={ENGINE: EngineResource.of(raw_settings)},
            run_config={"resources": config},
        )
    assert asked == [read_by]


@pytest.fixture
def raw_settings(tmp_path: Path) -> Settings:
    return Settings(raw=tmp_path, warehouse=tmp_path / "w.duckdb")


def test_the_extracts_show_how_they_were_read() -> None:
    read = PapersRead(
        manifest=Manifest(),
        basis=Basis("v", "r", ()),
        fingerprint="f",
        files_found=900,
        papers_extracted=800,
        new=(),
        changed=(),
        gone=(),
        unsettled=(),
        is_whole=True,
        chunks=7,
        workers_lost=2,
    )
    metadata = extracts_result(read, dg.DataVersion("v")).metadata or {}
    shown = {name: metadata[name] for name in ("chunks_done", "papers_read", "workers_lost")}
    assert shown == {"chunks_done": 7, "papers_read": 800, "workers_lost": 2}
