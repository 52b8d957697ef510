"""Dagster says what is published, whoever published it and whenever."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import pytest

from pipelines.audit.audit_report import AuditReport, CheckResult
from pipelines.audit.suites import NOT_NULL
from pipelines.orchestration.checks import NOT_CHECKED
from pipelines.orchestration.definitions import JOB_NAME, build_defs
from pipelines.orchestration.papers import PAPER_EXTRACTS
from pipelines.orchestration.publication import PUBLISHED_WAREHOUSE, SITE, UPTAKE_REPORT
from pipelines.publication.kept_builds import rollback
from pipelines.refresh.refresh import Outcome, refresh
from pipelines.runtime.limits import Room
from pipelines.runtime.settings import Settings
from pipelines.schema.tables import TABLES
from pipelines.warehouse.models import load_models
from tests.soak.sound_audit import SoundAudit
from tests.system.tiny_papers import LETTER

HELD = CheckResult("boards", "unique_key", "board_id", "error", True, True, "0 rows fail")
DOUBTED = CheckResult("papers", NOT_NULL, "label", "warning", False, True, "1 of 2 rows fail")
# Makes a tiny run some seconds shorter
pytestmark = pytest.mark.usefixtures("few_checks")


@pytest.fixture
def settings(raw: Path, tmp_path: Path) -> Settings:
    out = tmp_path / "out"
    return Settings(raw=raw, warehouse=out / "w.duckdb", reports=out / "reports", site=out / "site")


class KnowingAudit(SoundAudit):
    """Finds one check that holds and one warning."""

    def audit(self, candidate: Path) -> AuditReport:
        assert candidate.is_file()
        return AuditReport((HELD, DOUBTED))


@pytest.fixture
def published(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Papers that the command line published; from then on nothing may be read or audited."""

    @contextmanager
    def knowing_audit(_: Room) -> Iterator[SoundAudit]:
        yield KnowingAudit()

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("nothing has changed")

    monkeypatch.setattr("pipelines.refresh.refresh.prepared_audit", knowing_audit)
    assert refresh(settings).outcome is Outcome.PUBLISHED
    monkeypatch.setattr("pipelines.refresh.refresh.prepared_audit", forbidden)
    monkeypatch.setattr("pipelines.ingestion.engines.local_engine.extract_papers", forbidden)
    monkeypatch.setattr("pipelines.audit.validation.import_great_expectations", forbidden)
    return settings


def run(settings: Settings, instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    definitions = build_defs(
        raw=settings.raw, warehouse=settings.warehouse, reports=settings.reports, site=settings.site
    )
    return definitions.resolve_job_def(JOB_NAME).execute_in_process(instance=instance)


def run_afresh(settings: Settings) -> dg.ExecuteInProcessResult:
    """Run the job in an instance without history."""
    with dg.DagsterInstance.ephemeral() as instance:
        return run(settings, instance)


def versions(result: dg.ExecuteInProcessResult) -> Mapping[str, str]:
    """The data version of each asset that was materialized."""
    return {
        event.asset_key.to_user_string(): (event.materialization.tags or {})["dagster/data_version"]
        for event in result.get_asset_materialization_events()
        if event.asset_key
    }


def metadata_of(result: dg.ExecuteInProcessResult, asset: str) -> Mapping[str, object]:
    (found,) = [
        event.materialization.metadata
        for event in result.get_asset_materialization_events()
        if event.asset_key == dg.AssetKey(asset)
    ]
    return {name: value.value for name, value in found.items()}


def test_a_fresh_instance_learns_what_the_command_line_published(published: Settings) -> None:
    result = run_afresh(published)
    models = {model.name for model in load_models()}
    assert versions(result).keys() == models | {
        *TABLES,
        PAPER_EXTRACTS,
        PUBLISHED_WAREHOUSE,
        UPTAKE_REPORT,
        SITE,
    }
    papers = metadata_of(result, "papers")
    assert (papers["dagster/row_count"], "letter.txt" in str(papers["preview"])) == (2, True)
    extracts = metadata_of(result, PAPER_EXTRACTS)
    counts = [extracts[f"papers_{what}"] for what in ("read", "unchanged", "rejected")]
    assert counts == [0, 2, 0]


def test_the_checks_of_the_publication_are_reported_again(published: Settings) -> None:
    checks = {
        (check.asset_key.to_user_string(), check.check_name): check
        for check in run_afresh(published).get_asset_check_evaluations()
    }
    found = {
        key: (check.passed, check.severity, check.metadata["observed"].value.rpartition(": ")[2])
        for key, check in checks.items()
        if "observed" in check.metadata and check.metadata["observed"].value != NOT_CHECKED
    }
    warn = dg.AssetCheckSeverity.WARN
    assert found == {
        ("boards", "key"): (True, warn, "0 rows fail"),
        ("papers", "column_values_to_not_be_null"): (False, warn, "1 of 2 rows fail"),
    }


def test_one_publication_has_one_data_version_in_every_run(published: Settings) -> None:
    first = versions(run_afresh(published))
    with dg.DagsterInstance.ephemeral() as instance:
        again = [versions(run(published, instance)) for _ in range(2)]
    assert again == [first, first]


@pytest.mark.usefixtures("quick_audit")
def test_a_run_that_publishes_gives_the_same_data_version(settings: Settings) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        published = versions(run(settings, instance))
        unchanged = versions(run(settings, instance))
    assert unchanged == published


@pytest.mark.usefixtures("quick_audit")
def test_only_what_changed_has_another_data_version(settings: Settings) -> None:
    first = versions(run_afresh(settings))
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    second = versions(run_afresh(settings))
    changed = {name for name in TABLES if first[name] != second[name]}
    # A letter has a page, holds nothing that is looked for, and is of no meeting.
    assert changed == {
        "papers",
        "paper_pages",
        "passages",
        "quality_findings",
        "builds",
        "check_results",
    }
    assert first[PUBLISHED_WAREHOUSE] != second[PUBLISHED_WAREHOUSE]


@pytest.mark.usefixtures("quick_audit")
def test_a_build_that_was_gone_back_to_is_told_as_it_is(settings: Settings) -> None:
    first = versions(run_afresh(settings))
    (settings.raw / "later.txt").write_text(LETTER.format(year=2031))
    refresh(settings)
    rollback(settings)
    result = run_afresh(settings)
    # What is published is as it was; what was read of the folder holds the later paper still.
    now = versions(result)
    assert {name for name in now if now[name] != first[name]} == {PAPER_EXTRACTS}
    assert metadata_of(result, "papers")["dagster/row_count"] == 2
