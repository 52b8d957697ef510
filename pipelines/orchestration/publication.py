"""The assets at the right: the file that analysts open, and what is made of it to read."""

from collections.abc import Iterator

import dagster as dg

from pipelines.monitoring.news_hook import tell_news
from pipelines.orchestration.models import build_version, findings_by_severity
from pipelines.orchestration.owners import OWNERS
from pipelines.orchestration.steps import POOL, RETRIES, plain_failures, refusal, step
from pipelines.publication.published_status import read_status
from pipelines.publication.querying import open_warehouse
from pipelines.refresh.refresh import Outcome, publish_step
from pipelines.refresh.report import say_unsettled
from pipelines.refresh.waiting import take_unsettled
from pipelines.reports.writing import write_reports
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line
from pipelines.schema.tables import TABLES
from pipelines.site.site import write_site

PUBLISHED_WAREHOUSE = "published_warehouse"
UPTAKE_REPORT = "uptake_report"
SITE = "site"
OPENED = "papers_can_be_opened"
OPENED_STEP = "check_papers"
GROUP = "published"


def published_asset(settings: Settings) -> dg.AssetsDefinition:
    """The step that publishes the candidate that waits."""

    @dg.asset(
        name=PUBLISHED_WAREHOUSE,
        deps=list(TABLES),
        description="The audited warehouse, moved over the one before in one step.",
        owners=OWNERS,
        kinds={"duckdb"},
        group_name=GROUP,
        pool=POOL,
        retry_policy=RETRIES,
    )
    def published_warehouse(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
        with step(settings, context.log) as progress:
            report = publish_step(settings, progress)
            if report is None:
                context.log.info("Nothing waits to be published.")
            elif report.outcome is Outcome.REFUSED:
                raise refusal(report.what_is_wrong)
            elif report.outcome is Outcome.PUBLISHED:
                context.log.info(tell_news(settings, context.log.error))
            return warehouse_result(settings)

    return published_warehouse


def opened_check(settings: Settings) -> dg.AssetChecksDefinition:
    """The step that fails a run if a paper is published as it was before.

    It comes after the publication and stops nothing: the other papers are published.
    """
    spec = dg.AssetCheckSpec(
        OPENED,
        asset=PUBLISHED_WAREHOUSE,
        description="Every paper that was read before can be opened now.",
    )

    @dg.multi_asset_check(name=OPENED_STEP, specs=[spec], retry_policy=RETRIES)
    def check_papers() -> Iterator[dg.AssetCheckResult]:
        with plain_failures():
            unsettled = take_unsettled(settings)
            wrong = say_unsettled(unsettled)
            yield dg.AssetCheckResult(
                asset_key=PUBLISHED_WAREHOUSE,
                check_name=OPENED,
                passed=not unsettled,
                metadata={"papers": len(unsettled), "what": dg.MetadataValue.text(one_line(wrong))},
            )
            if unsettled:
                raise refusal(wrong)

    return check_papers


def report_asset(settings: Settings) -> dg.AssetsDefinition:
    """The step that writes the uptake report of what is published."""

    @dg.asset(
        name=UPTAKE_REPORT,
        deps=[PUBLISHED_WAREHOUSE],
        description="The uptake of programmes as a page for board members, and its CSV files.",
        owners=OWNERS,
        kinds={"html", "csv"},
        group_name=GROUP,
        retry_policy=RETRIES,
    )
    def uptake_report() -> dg.MaterializeResult[None]:
        with plain_failures():
            paths = write_reports(settings.warehouse, settings.reports)
            with open_warehouse(settings.warehouse) as connection:
                version = build_version(connection)
            return dg.MaterializeResult(
                data_version=version, metadata={"path": dg.MetadataValue.path(paths.uptake)}
            )

    return uptake_report


def site_asset(settings: Settings) -> dg.AssetsDefinition:
    """The step that writes the site of what is published."""

    @dg.asset(
        name=SITE,
        deps=[PUBLISHED_WAREHOUSE],
        description="Pages to read, search and print, each figure linked to its words.",
        owners=OWNERS,
        kinds={"html"},
        group_name=GROUP,
        retry_policy=RETRIES,
    )
    def site() -> dg.MaterializeResult[None]:
        with plain_failures():
            written = write_site(settings.warehouse, settings.site)
            with open_warehouse(settings.warehouse) as connection:
                version = build_version(connection)
            return dg.MaterializeResult(
                data_version=version,
                metadata={
                    "path": dg.MetadataValue.path(written.front_page),
                    "pages": written.pages,
                },
            )

    return site


def warehouse_result(settings: Settings) -> dg.MaterializeResult[None]:
    """Where the published file is, and its findings by severity, as numbers to be plotted."""
    held = read_status(settings.warehouse)
    with open_warehouse(settings.warehouse) as connection:
        version = build_version(connection)
    return dg.MaterializeResult(
        asset_key=PUBLISHED_WAREHOUSE,
        data_version=version,
        metadata={
            "path": dg.MetadataValue.path(settings.warehouse),
            "build_id": held.build_id,
            "papers": held.papers,
            **findings_by_severity(held),
        },
    )
