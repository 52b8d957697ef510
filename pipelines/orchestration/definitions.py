"""Puts the Dagster face together from the modules that own its parts."""

import os
from dataclasses import replace
from typing import Any

import dagster as dg

from pipelines.orchestration.checks import checks_asset
from pipelines.orchestration.engine import ENGINE, EngineResource
from pipelines.orchestration.fetched import GROUP, fetched_asset, fetched_key, sources_of
from pipelines.orchestration.models import tables_asset
from pipelines.orchestration.papers import RAW_PAPERS, REGISTERS, extracts_asset, observed_assets
from pipelines.orchestration.publication import (
    opened_check,
    published_asset,
    report_asset,
    site_asset,
)
from pipelines.orchestration.schedules import morning_schedule, nightly_schedule
from pipelines.orchestration.sensors import failure_sensor, late_sensor, raw_folder_sensor
from pipelines.orchestration.steps import RETRIES
from pipelines.runtime.settings import settings_from
from pipelines.warehouse.models import load_models

JOB_NAME = "refresh"
FETCH_JOB_NAME = "fetch"
# The tag by which Dagster's daemon stops a run that hangs
MAX_RUNTIME_SECONDS_TAG = "dagster/max_runtime"
# The first refresh of ten thousand papers takes about an hour on two cores.
MOST_SECONDS = 4 * 3600
# The first fetch of a large site takes the four hours of its budget; several follow one another.
MOST_FETCH_SECONDS = 20 * 3600


def build_defs(**overrides: Any) -> dg.Definitions:
    """Assets, checks, job, schedule and sensors.

    Args:
        overrides: Fields of `Settings` that stand above the environment, for tests.
    """
    settings = replace(settings_from(os.environ), **overrides)
    file = sources_of(settings)
    fetched = [fetched_asset(settings, source, file.contact) for source in file.sources]
    # In process: other executors import everything again, which costs more than a refresh.
    job = dg.define_asset_job(
        JOB_NAME,
        selection=dg.AssetSelection.all() - dg.AssetSelection.groups(GROUP)
        | dg.AssetSelection.assets(RAW_PAPERS, REGISTERS),
        op_retry_policy=RETRIES,
        executor_def=dg.in_process_executor,
        tags={MAX_RUNTIME_SECONDS_TAG: str(MOST_SECONDS)},
    )
    fetch_job = dg.define_asset_job(
        FETCH_JOB_NAME,
        selection=dg.AssetSelection.groups(GROUP),
        executor_def=dg.in_process_executor,
        tags={MAX_RUNTIME_SECONDS_TAG: str(MOST_FETCH_SECONDS)},
    )
    return dg.Definitions(
        assets=[
            *fetched,
            *observed_assets(settings),
            extracts_asset(settings, [fetched_key(source) for source in file.sources]),
            tables_asset(settings, load_models()),
            published_asset(settings),
            report_asset(settings),
            site_asset(settings),
        ],
        asset_checks=[checks_asset(settings), opened_check(settings)],
        jobs=[job, *([fetch_job] if fetched else [])],
        schedules=[
            morning_schedule(JOB_NAME),
            *([nightly_schedule(FETCH_JOB_NAME)] if fetched else []),
        ],
        sensors=[
            raw_folder_sensor(settings, JOB_NAME),
            failure_sensor(settings, JOB_NAME),
            late_sensor(settings),
        ],
        resources={ENGINE: EngineResource.of(settings)},
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """The definitions that Dagster loads; nothing is read before it asks."""
    return build_defs()
