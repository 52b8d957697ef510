"""All assets of a refresh as one step: one build makes all tables, and one audit decides on all.

A step an asset would have to hand the open candidate and the lock from process to process, and
would let a run publish half of a refresh.
"""

from collections.abc import Iterator, Sequence

import dagster as dg

from pipelines.audit.check_results import read_results
from pipelines.orchestration.checks import CHECK_NAME, check_results, check_specs
from pipelines.orchestration.models import (
    build_version,
    model_results,
    model_specs,
    warehouse_result,
    warehouse_spec,
)
from pipelines.orchestration.papers import extracts_result, extracts_spec
from pipelines.publication.querying import open_warehouse
from pipelines.refresh.refresh import Outcome, RefreshReport, refresh
from pipelines.runtime.errors import BoardpapersError, RefreshRunning
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line
from pipelines.runtime.warehouse_errors import WriteFailedError
from pipelines.warehouse.models import Model

STEP_NAME = "refresh_warehouse"
# Runs of this pool write the warehouse; deploy/dagster.yaml lets one of them run at a time.
POOL = "warehouse"
# Somebody else's refresh, or a disk that is full or away, may be over in some minutes.
CAN_PASS = (RefreshRunning, WriteFailedError, OSError)
# After about 1, 3, 7 and 15 minutes, each up to one more or less, so that two do not meet again.
RETRIES = dg.RetryPolicy(
    max_retries=4, delay=60, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS
)
Result = dg.MaterializeResult[None] | dg.AssetCheckResult


def warehouse_assets(settings: Settings, models: Sequence[Model]) -> dg.AssetsDefinition:
    """The step that refreshes the warehouse, with an asset and a check for each table.

    Whatever is selected, all of the refresh runs, because a warehouse is published as a whole;
    results are reported for what is selected.
    """

    @dg.multi_asset(
        name=STEP_NAME,
        specs=[extracts_spec(), *model_specs(models), warehouse_spec()],
        check_specs=check_specs(),
        can_subset=True,
        pool=POOL,
        retry_policy=RETRIES,
    )
    def refresh_warehouse(context: dg.AssetExecutionContext) -> Iterator[Result]:
        report = _refresh(settings, context.log)
        if report.outcome is Outcome.UNCHANGED:
            context.log.info(f"Nothing changed since build {report.build_id}.")
        for result in results_of(report, models):
            if _is_selected(context, result):
                yield result
        if not report.is_good:
            raise dg.Failure(report.what_is_wrong, allow_retries=False)

    return refresh_warehouse


def _refresh(settings: Settings, log: dg.DagsterLogManager) -> RefreshReport:
    """Refresh; only a fault that can pass is tried again.

    Raises:
        dg.Failure: The fault stays until somebody puts it right.
    """
    try:
        return refresh(settings, LoggedProgress(log))
    except CAN_PASS:
        raise
    except BoardpapersError as error:
        raise dg.Failure(str(error), allow_retries=False) from error
    except Exception as error:
        message = f"A fault of boardpapers: {type(error).__name__}: {error}"
        raise dg.Failure(message, allow_retries=False) from error


def results_of(report: RefreshReport, models: Sequence[Model]) -> Iterator[Result]:
    """What is published, whoever published it; where it was refused, what the checks found.

    A run that found nothing changed says what is published as well: the publication may be of the
    command line, or older than the history of this instance. Its checks are those that were kept.
    """
    if report.outcome is Outcome.REFUSED:
        yield extracts_result(report, None)
        if report.audit is not None:
            yield from check_results(report.audit)
        return
    with open_warehouse(report.warehouse) as connection:
        version = build_version(connection)
        yield extracts_result(report, version)
        yield from model_results(models, report, connection)
        yield warehouse_result(report, version)
        yield from check_results(report.audit or read_results(connection))


def _is_selected(context: dg.AssetExecutionContext, result: Result) -> bool:
    if result.asset_key is None:
        return False
    if isinstance(result, dg.AssetCheckResult):
        key = dg.AssetCheckKey(dg.AssetKey.from_coercible(result.asset_key), CHECK_NAME)
        return key in context.selected_asset_check_keys
    return result.asset_key in context.selected_asset_keys


class LoggedProgress:
    """Says in the log of a run where a refresh stands."""

    def __init__(self, log: dg.DagsterLogManager) -> None:
        self.log = log

    def start(self, stage: str, total: int | None = None) -> None:
        """Log the stage."""
        self.log.info(stage if total is None else f"{stage}: {total}")

    def advance(self) -> None:
        """Say nothing: a log is no place for a line a paper."""

    def note(self, message: str) -> None:
        """Log the message as a warning."""
        self.log.warning(one_line(message))
