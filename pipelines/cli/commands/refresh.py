"""The command that brings a warehouse up to date."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli.group import NOTHING_PUBLISHED
from pipelines.cli.logs import log_event, log_hook_failure
from pipelines.cli.options import (
    NumberRange,
    json_option,
    raw_option,
    reference_option,
    warehouse_option,
)
from pipelines.notation.addresses import mask_values
from pipelines.runtime.errors import BoardpapersError
from pipelines.runtime.limits import DEFAULT_LIMITS, MEBIBYTE, VARIABLES
from pipelines.runtime.settings import (
    ENGINE_VARIABLE,
    SCHEDULER_VARIABLE,
    EngineName,
    Settings,
    settings_from,
)

if TYPE_CHECKING:
    from pipelines.refresh.refresh import RefreshReport


@click.command()
@raw_option
@warehouse_option
@reference_option
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    envvar=VARIABLES["workers"].variable,
    show_envvar=True,
    help="Processes that read papers.  [default: one a core]",
)
@click.option(
    "--max-seconds",
    type=NumberRange(min=0, min_open=True),
    default=DEFAULT_LIMITS.seconds,
    envvar=VARIABLES["seconds"].variable,
    show_default=True,
    show_envvar=True,
    help="Time limit for one paper.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=64),
    default=DEFAULT_LIMITS.memory_bytes // MEBIBYTE,
    envvar=VARIABLES["memory_bytes"].variable,
    show_default=True,
    show_envvar=True,
    help="Memory limit for one paper, in MiB.",
)
@click.option(
    "--max-megabytes",
    type=click.IntRange(min=1),
    default=DEFAULT_LIMITS.input_bytes // MEBIBYTE,
    envvar=VARIABLES["input_bytes"].variable,
    show_default=True,
    show_envvar=True,
    help="Size limit for one file, in MiB.",
)
@click.option(
    "--engine",
    # By value: of an enumeration, click takes the names, which are in capitals.
    type=click.Choice([engine.value for engine in EngineName]),
    default=EngineName.LOCAL.value,
    envvar=ENGINE_VARIABLE,
    show_default=True,
    show_envvar=True,
    help="What reads papers: this machine, or the workers of a dask cluster.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    envvar=SCHEDULER_VARIABLE,
    show_envvar=True,
    help="Address of dask's scheduler.  [default: start a cluster on this machine]",
)
@click.option(
    "--wait",
    type=NumberRange(min=0),
    default=Settings().wait_seconds,
    show_default=True,
    help="Seconds to wait for another refresh of the same warehouse.",
)
@click.option("--retry-rejected", is_flag=True, help="Retry papers that were rejected before.")
@click.option(
    "--allow-removals",
    is_flag=True,
    help="Publish even if most papers, or most rows of a fact table, would be removed.",
)
@json_option
@click.pass_context
def refresh(
    context: click.Context,
    raw: Path,
    warehouse: Path,
    reference: Path,
    workers: int | None,
    max_seconds: float,
    max_memory: int,
    max_megabytes: int,
    engine: str,
    scheduler: str | None,
    wait: float,
    retry_rejected: bool,
    allow_removals: bool,
    as_json: bool,
) -> None:
    """Read what is new or changed, and publish the warehouse.

    Rows that break a check are set aside and listed. Nothing is published, and the exit code is
    1, if a check fails that cannot be traced to single rows, or if most of what is published
    would be removed. Environment variables set further limits and the command to run after a
    failure: see docs/operations.md.
    """
    from pipelines.cli.output import console, json_output
    from pipelines.cli.output.progress_display import shown_progress
    from pipelines.refresh.refresh import refresh as bring_up_to_date

    given = settings_from(os.environ)
    limits = replace(
        given.limits,
        input_bytes=max_megabytes * MEBIBYTE,
        memory_bytes=max_memory * MEBIBYTE,
        seconds=max_seconds,
        workers=workers,
    )
    settings = replace(
        given,
        raw=raw,
        warehouse=warehouse,
        reference=reference,
        limits=limits,
        wait_seconds=wait,
        engine=EngineName(engine),
        scheduler=scheduler,
    )
    screen = console.open_console(to_stderr=True)
    with told_failure(settings), shown_progress(screen) as progress:
        report = bring_up_to_date(
            settings, progress, retry_rejected=retry_rejected, allow_removals=allow_removals
        )
    _log(report)
    news = _news(settings, report)
    if not report.is_good:
        tell_failure(settings, json_output.what_is_wrong(report))
    if as_json:
        values = {**json_output.refresh_values(report), "news": news}
        click.echo(json_output.json_text(mask_values(values)))
    else:
        console.show_refresh(console.open_console(), report, news)
    context.exit(0 if report.is_good else NOTHING_PUBLISHED)


@contextmanager
def told_failure(settings: Settings) -> Iterator[None]:
    """Report why a refresh could not be done, then let the error pass on."""
    try:
        yield
    except Exception as error:
        is_known = isinstance(error, BoardpapersError)
        tell_failure(settings, str(error) if is_known else f"{type(error).__name__}: {error}")
        raise


def tell_failure(settings: Settings, why: str) -> None:
    """Report a failed refresh by the command in the settings."""
    from pipelines.monitoring.failure_hook import Incident, tell

    message = f"The refresh of {settings.warehouse} failed: {why}"
    incident = Incident("refresh_failed", message, settings.warehouse)
    tell(incident, settings, log_hook_failure)


def _news(settings: Settings, report: "RefreshReport") -> str | None:
    """What a publication brought; None if nothing was published."""
    from pipelines.refresh.report import Outcome

    if report.outcome is not Outcome.PUBLISHED:
        return None
    from pipelines.monitoring.news_hook import tell_news

    return tell_news(settings, log_hook_failure)


def _log(report: "RefreshReport") -> None:
    log_event(
        "refresh_ended",
        outcome=report.outcome.value,
        build_id=report.build_id,
        warehouse=str(report.warehouse),
        files_found=report.files_found,
        papers_read=report.papers_read,
        papers_extracted=report.papers_extracted,
        papers_rejected=len(report.rejected),
        papers_unsettled=len(report.unsettled),
        rows_set_aside=len(report.set_aside),
        failed_checks=len(report.audit.failures) if report.audit else 0,
    )
