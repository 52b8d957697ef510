"""Each step of a refresh in Dagster: what it does, what stops it, and what it stops."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import dagster as dg
import pytest

from pipelines.audit.audit_report import AuditReport, CheckResult, FailingRow
from pipelines.orchestration.checks import CHECKS_STEP, read_properties
from pipelines.orchestration.definitions import JOB_NAME, build_defs
from pipelines.orchestration.models import BUILD_STEP
from pipelines.orchestration.papers import PAPER_EXTRACTS, RAW_PAPERS, REGISTERS
from pipelines.orchestration.publication import (
    OPENED_STEP,
    PUBLISHED_WAREHOUSE,
    SITE,
    UPTAKE_REPORT,
)
from pipelines.refresh import refresh as refreshing
from pipelines.refresh.refresh import Outcome, refresh
from pipelines.refresh.waiting import drop_waiting
from pipelines.runtime.errors import CannotBeOpened
from pipelines.runtime.limits import Room
from pipelines.runtime.settings import REFERENCE, Settings
from pipelines.schema.tables import TABLES
from pipelines.warehouse.models import load_models
from tests.soak.sound_audit import SoundAudit, sound_audit
from tests.system.tiny_papers import LETTER

BEFORE_PUBLICATION = [RAW_PAPERS, REGISTERS, PAPER_EXTRACTS, BUILD_STEP, CHECKS_STEP]
STEPS = [*BEFORE_PUBLICATION, PUBLISHED_WAREHOUSE, OPENED_STEP, UPTAKE_REPORT, SITE]


@pytest.fixture
def settings(raw: Path, tmp_path: Path) -> Settings:
    out = tmp_path / "out"
    return Settings(raw=raw, warehouse=out / "w.duckdb", reports=out / "reports", site=out / "site")


def run(settings: Settings, assets: Sequence[str] = ()) -> dg.ExecuteInProcessResult:
    """Run the job, or the steps of some assets alone, in an instance without history."""
    definitions = build_defs(
        raw=settings.raw,
        warehouse=settings.warehouse,
        reports=settings.reports,
        site=settings.site,
        reference=settings.reference,
    )
    job = definitions.resolve_job_def(JOB_NAME)
    with dg.DagsterInstance.ephemeral() as instance:
        return job.execute_in_process(
            instance=instance,
            raise_on_error=False,
            asset_selection=[dg.AssetKey(name) for name in assets] or None,
        )


def begun(result: dg.ExecuteInProcessResult) -> set[str]:
    return {str(event.step_key) for event in result.all_events if event.is_step_start}


def failures(result: dg.ExecuteInProcessResult) -> dict[str, str]:
    """What each step that failed says."""
    return {
        str(event.step_key): (error.cause or error).message.strip()
        for event in result.all_events
        if event.is_step_failure and (error := event.step_failure_data.error)
    }


@pytest.mark.usefixtures("audit_here")
def test_each_step_does_its_part_and_each_property_is_checked(settings: Settings) -> None:
    result = run(settings)
    assert result.success
    assert begun(result) == set(STEPS)
    checks = result.get_asset_check_evaluations()
    found = {(check.asset_key.to_user_string(), check.check_name) for check in checks}
    properties = {(each.table, each.name) for each in read_properties()}
    assert found - {(PUBLISHED_WAREHOUSE, "papers_can_be_opened")} == properties
    assert {
        ("attendance", "key"),
        ("attendance", "columns"),
        ("attendance", "reference_meeting_id"),
        ("papers", "page_count_differs_from_pages"),
        ("papers", "column_values_to_not_be_null"),
        ("rejected_papers", "files_found_are_read_or_rejected"),
    } <= properties
    assert [check.check_name for check in checks if not check.passed] == []
    assert (settings.reports / "uptake.html").is_file()
    metadata = metadata_of(result, PUBLISHED_WAREHOUSE)
    findings = {name: metadata[name] for name in metadata if name.startswith("findings_")}
    assert findings.keys() == {"findings_error", "findings_warning", "findings_info"}
    assert findings.items() <= metadata_of(result, "quality_findings").items()


def metadata_of(result: dg.ExecuteInProcessResult, asset: str) -> dict[str, object]:
    (found,) = (
        event.materialization.metadata
        for event in result.get_asset_materialization_events()
        if event.asset_key == dg.AssetKey(asset)
    )
    return {name: value.value for name, value in found.items()}


@pytest.mark.usefixtures("audit_here")
def test_a_check_that_fails_blocks_the_publication(settings: Settings, tmp_path: Path) -> None:
    assert refresh(settings).outcome is Outcome.PUBLISHED
    before = settings.warehouse.read_bytes()
    broken = replace(settings, reference=tmp_path / "registers")
    copytree(REFERENCE, broken.reference)
    programmes = broken.reference / "programmes.csv"
    lines = programmes.read_text(encoding="utf-8").splitlines()
    programmes.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")

    result = run(broken)

    assert begun(result) == set(BEFORE_PUBLICATION)
    (failure,) = failures(result).items()
    assert failure[0] == CHECKS_STEP
    assert failure[1].startswith("dagster._core.definitions.events.Failure: Nothing was published.")
    assert f"{settings.warehouse} is as it was." in failure[1]
    failed = {
        (check.asset_key.to_user_string(), check.check_name): check
        for check in result.get_asset_check_evaluations()
        if not check.passed
    }
    key = failed["programmes", "key"]
    assert (key.severity, key.blocking) == (dg.AssetCheckSeverity.ERROR, True)
    assert lines[1].split(",")[0] in str(key.metadata["rows"].value)
    assert settings.warehouse.read_bytes() == before
    assert not settings.reports.exists()


class FaultyAudit(SoundAudit):
    """Finds one fault of severity error."""

    def audit(self, candidate: Path) -> AuditReport:
        assert candidate.is_file()
        rows = (FailingRow(None, None, "board_id=quay"),)
        fault = CheckResult(
            "boards", "unique_key", "board_id", "error", False, True, "2 rows fail",
            failing_rows=rows,
        )  # fmt: skip
        return AuditReport((fault,))


@contextmanager
def faulty_audit(_: Room) -> Iterator[SoundAudit]:
    yield FaultyAudit()


@pytest.mark.usefixtures("few_checks")
def test_dagster_itself_stops_at_a_failed_check(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "prepared_audit", faulty_audit)

    def say_nothing(settings: Settings) -> object:
        found = refreshing.check_step(settings)
        assert found is not None
        return found[0], ""

    monkeypatch.setattr("pipelines.orchestration.checks.check_step", say_nothing)
    result = run(settings)
    assert begun(result) == set(BEFORE_PUBLICATION)
    assert "boards: key" in failures(result)[CHECKS_STEP]
    assert not settings.warehouse.exists()


@pytest.mark.usefixtures("few_checks")
def test_the_steps_can_be_run_one_by_one(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "prepared_audit", sound_audit)
    tables = [*dict.fromkeys([*(model.name for model in load_models()), *TABLES])]
    assert run(settings, [PAPER_EXTRACTS]).success
    assert not settings.warehouse.exists()
    result = run(settings, [PUBLISHED_WAREHOUSE])
    assert "no candidate was built" in failures(result)[PUBLISHED_WAREHOUSE]
    assert run(settings, tables).success
    assert not settings.warehouse.exists()
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    assert run(settings, [PAPER_EXTRACTS]).success
    result = run(settings, [PUBLISHED_WAREHOUSE])
    assert "was built of other papers" in failures(result)[PUBLISHED_WAREHOUSE]
    assert not settings.warehouse.exists()
    assert run(settings, tables).success
    assert run(settings, [PUBLISHED_WAREHOUSE]).success
    assert metadata_of(run(settings, [PUBLISHED_WAREHOUSE]), PUBLISHED_WAREHOUSE)["papers"] == 3


@pytest.mark.usefixtures("few_checks")
def test_no_table_is_offered_alone(settings: Settings) -> None:
    with pytest.raises(dg.DagsterInvalidSubsetError, match=BUILD_STEP):
        run(settings, ["papers"])


@pytest.mark.usefixtures("few_checks", "quick_audit")
def test_a_paper_that_cannot_be_opened_fails_the_run_after_the_publication(
    settings: Settings,
) -> None:
    refresh(settings)
    drop_waiting(settings, (CannotBeOpened("note.txt", "cannot be opened"),))
    result = run(settings, [PUBLISHED_WAREHOUSE, UPTAKE_REPORT])
    assert begun(result) == {PUBLISHED_WAREHOUSE, OPENED_STEP, UPTAKE_REPORT}
    assert "their facts stay: note.txt cannot be opened." in failures(result)[OPENED_STEP]
    assert (settings.reports / "uptake.html").is_file()
