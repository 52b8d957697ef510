"""Puts the Dagster face together from the modules that own its parts."""

import os
from dataclasses import replace
from typing import Any

import dagster as dg

from pipelines.orchestration.papers import external_specs
from pipelines.orchestration.schedules import morning_schedule
from pipelines.orchestration.sensors import failure_sensor, late_sensor, raw_folder_sensor
from pipelines.orchestration.warehouse import warehouse_assets
from pipelines.runtime.settings import settings_from
from pipelines.warehouse.models import load_models

JOB_NAME = "refresh"
# The tag by which Dagster's daemon stops a run that hangs
MAX_RUNTIME_SECONDS_TAG = "dagster/max_runtime"
# The first refresh of ten thousand papers takes about an hour on two cores.
MOST_SECONDS = 4 * 3600


def build_defs(**overrides: Any) -> dg.Definitions:
    """Assets, checks, job, schedule and sensors.

    Args:
        overrides: Fields of `Settings` that stand above the environment, for tests.
    """
    settings = replace(settings_from(os.environ), **overrides)
    # In process: other executors import everything again, which costs more than a refresh.
    job = dg.define_asset_job(
        JOB_NAME,
        executor_def=dg.in_process_executor,
        tags={MAX_RUNTIME_SECONDS_TAG: str(MOST_SECONDS)},
    )
    return dg.Definitions(
        assets=[*external_specs(), warehouse_assets(settings, load_models())],
        jobs=[job],
        schedules=[morning_schedule(JOB_NAME)],
        sensors=[
            raw_folder_sensor(settings, JOB_NAME),
            failure_sensor(settings, JOB_NAME),
            late_sensor(settings),
        ],
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """The definitions that Dagster loads; nothing is read before it asks."""
    return build_defs()
