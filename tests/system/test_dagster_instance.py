"""The instance settings that are documented, and what Dagster does with them."""

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.storage.dagster_run import DagsterRunStatus
from dagster._daemon.monitoring import run_monitoring
from dagster_shared.telemetry import get_telemetry_enabled_from_dagster_yaml

from pipelines.orchestration.definitions import (
    JOB_NAME,
    MAX_RUNTIME_SECONDS_TAG,
    MOST_SECONDS,
    build_defs,
)
from pipelines.orchestration.models import BUILD_STEP
from pipelines.orchestration.papers import PAPER_EXTRACTS
from pipelines.orchestration.publication import PUBLISHED_WAREHOUSE
from pipelines.orchestration.schedules import morning_schedule
from pipelines.orchestration.steps import POOL, RETRIES
from pipelines.refresh.refresh import Outcome, RefreshReport
from pipelines.runtime.errors import InputMissing, RefreshRunning
from pipelines.runtime.places import REPOSITORY
from pipelines.runtime.warehouse_errors import ModelError, WriteFailedError

INSTANCE_SETTINGS = REPOSITORY / "deploy" / "dagster.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    shutil.copy(INSTANCE_SETTINGS, folder)
    monkeypatch.setenv("DAGSTER_HOME", str(folder))
    return folder


@pytest.fixture
def instance(home: Path) -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.from_config(str(home)) as found:
        yield found


@pytest.fixture
def definitions(raw: Path, tmp_path: Path) -> dg.Definitions:
    out = tmp_path / "out"
    return build_defs(
        raw=raw, warehouse=out / "w.duckdb", reports=out / "reports", site=out / "site"
    )


def test_nothing_is_sent_to_anybody(
    instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DAGSTER_DISABLE_TELEMETRY", raising=False)
    assert (instance.telemetry_enabled, instance.nux_enabled) == (False, False)
    assert get_telemetry_enabled_from_dagster_yaml() is False


def test_make_says_so_to_every_command_of_dagster() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert "\nexport DAGSTER_DISABLE_TELEMETRY := yes\n" in makefile
    assert "@cp deploy/dagster.yaml $(DAGSTER_HOME)/dagster.yaml" in makefile


def test_one_run_at_a_time_writes_the_warehouse(
    instance: dg.DagsterInstance, definitions: dg.Definitions
) -> None:
    job = definitions.resolve_job_def(JOB_NAME)
    steps = [node.definition for node in job.nodes]
    writing = {step.name for step in steps if isinstance(step, dg.OpDefinition) and step.pool}
    assert writing == {PAPER_EXTRACTS, BUILD_STEP, PUBLISHED_WAREHOUSE}
    storage = instance.event_log_storage
    assert storage.initialize_concurrency_limit_to_default(POOL)
    first = storage.claim_concurrency_slot(POOL, "run-1", BUILD_STEP)
    second = storage.claim_concurrency_slot(POOL, "run-2", BUILD_STEP)
    assert (first.is_claimed, second.is_claimed) == (True, False)
    storage.free_concurrency_slots_for_run("run-1")
    assert storage.claim_concurrency_slot(POOL, "run-2", BUILD_STEP).is_claimed


def test_a_run_that_hangs_is_stopped(
    instance: dg.DagsterInstance, definitions: dg.Definitions, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert instance.run_monitoring_enabled
    job = definitions.resolve_job_def(JOB_NAME)
    assert job.tags[MAX_RUNTIME_SECONDS_TAG] == str(MOST_SECONDS)
    run = instance.create_run_for_job(job, status=DagsterRunStatus.STARTING, tags=job.tags)
    instance.report_engine_event("started", run)
    instance.report_dagster_event(
        dg.DagsterEvent("PIPELINE_START", job.name, message="hangs"), run.run_id
    )
    started = instance.get_run_record_by_id(run.run_id)
    assert started is not None
    assert started.start_time is not None
    found = []
    for seconds in (MOST_SECONDS - 1, MOST_SECONDS + 1):
        now = started.start_time + seconds
        monkeypatch.setattr(run_monitoring, "get_current_timestamp", lambda now=now: now)
        run_monitoring.check_run_timeout(instance, started, logging.getLogger("test"), 0.0)
        after = instance.get_run_by_id(run.run_id)
        found.append(after.status if after else None)
    assert found == [DagsterRunStatus.STARTED, DagsterRunStatus.FAILURE]


def test_faults_that_pass_are_tried_again_ever_later() -> None:
    assert dg.RetryPolicy(4, 60, dg.Backoff.EXPONENTIAL, dg.Jitter.PLUS_MINUS) == RETRIES


UNCHANGED = RefreshReport(Outcome.UNCHANGED, Path("w.duckdb"), "b1", {}, {}, 0, 0, 0, ())
REFUSED = RefreshReport(Outcome.REFUSED, Path("w.duckdb"), "b1", {}, {}, 0, 0, 0, ())


def failing(
    error: Exception, times: int, report: RefreshReport = UNCHANGED
) -> tuple[Callable[..., RefreshReport], list[int]]:
    """A step that raises so many times before it reports, and how often it was tried."""
    tries: list[int] = []

    def step(*_: object) -> RefreshReport:
        tries.append(len(tries))
        if len(tries) <= times:
            raise error
        return report

    return step, tries


@pytest.mark.usefixtures("few_checks")
@pytest.mark.parametrize(
    ("error", "report", "tries", "succeeds"),
    [
        pytest.param(RefreshRunning(Path("w"), 9), UNCHANGED, 3, True, id="lock busy"),
        pytest.param(WriteFailedError(Path("w"), "full"), UNCHANGED, 3, True, id="disk full"),
        pytest.param(OSError("stale handle"), UNCHANGED, 3, True, id="I/O error"),
        pytest.param(ModelError(Path("m"), "Bad."), UNCHANGED, 1, False, id="faulty model"),
        pytest.param(InputMissing(Path("r"), "It", "Do"), UNCHANGED, 1, False, id="no folder"),
        pytest.param(ZeroDivisionError(), UNCHANGED, 1, False, id="fault of ours"),
        pytest.param(None, REFUSED, 1, False, id="refused"),
    ],
)
def test_only_a_fault_that_can_pass_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    error: Exception | None,
    report: RefreshReport,
    tries: int,
    succeeds: bool,
) -> None:
    step, tried = failing(error or OSError(), 2 if error else 0, report)
    monkeypatch.setattr("pipelines.orchestration.papers.read_step", step)
    monkeypatch.setattr("pipelines.orchestration.papers.RETRIES", dg.RetryPolicy(max_retries=4))
    job = build_defs(raw=tmp_path, warehouse=tmp_path / "w.duckdb").resolve_job_def(JOB_NAME)
    selection = [dg.AssetKey(PAPER_EXTRACTS)]
    with dg.DagsterInstance.ephemeral() as instance:
        run = job.execute_in_process(
            instance=instance, raise_on_error=False, asset_selection=selection
        )
    assert (len(tried), run.success) == (tries, succeeds)


def test_the_schedule_asks_for_one_run_on_a_working_morning() -> None:
    schedule = morning_schedule(JOB_NAME)
    with dg.DagsterInstance.ephemeral() as instance:
        tick = schedule.evaluate_tick(dg.build_schedule_context(instance=instance))
    assert len(tick.run_requests or []) == 1
    assert schedule.job_name == JOB_NAME
    when = (schedule.cron_schedule, schedule.execution_timezone)
    assert when == ("30 6 * * 1-5", "Europe/London")


@pytest.mark.usefixtures("quick_audit", "few_checks")
def test_the_job_runs_with_the_documented_settings(
    instance: dg.DagsterInstance, definitions: dg.Definitions, tmp_path: Path
) -> None:
    job = definitions.resolve_job_def(JOB_NAME)
    run = job.execute_in_process(instance=instance)
    kept = instance.get_run_by_id(run.run_id)
    assert kept is not None
    assert (kept.status, kept.tags[MAX_RUNTIME_SECONDS_TAG]) == (
        DagsterRunStatus.SUCCESS,
        str(MOST_SECONDS),
    )
    assert (tmp_path / "out" / "w.duckdb").is_file()
    # The place in the pool is free again.
    assert instance.event_log_storage.get_concurrency_info(POOL).active_slot_count == 0
