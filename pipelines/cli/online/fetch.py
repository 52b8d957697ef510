"""The command that brings new papers, and the one that refreshes after it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli.commands.refresh import refresh
from pipelines.cli.group import NOT_ALL_FETCHED
from pipelines.cli.logs import log_event
from pipelines.cli.options import json_option, raw_option, reference_option, warehouse_option
from pipelines.notation.addresses import mask_values
from pipelines.runtime.settings import DEFAULT_SOURCES, SOURCES_VARIABLE

if TYPE_CHECKING:
    from pipelines.sources.fetch import SourceReport

sources_option = click.option(
    "--sources",
    type=click.Path(path_type=Path),
    default=DEFAULT_SOURCES,
    envvar=SOURCES_VARIABLE,
    show_default=True,
    show_envvar=True,
    help="The file that lists the sites.",
)
source_option = click.option(
    "--source", "source_ids", multiple=True, metavar="ID", help="Fetch only from this source."
)


@click.command()
@sources_option
@source_option
@raw_option
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Earliest day of a meeting, such as 2013-09-01, in place of that in the file.",
)
@click.option("--dry-run", is_flag=True, help="Ask only what there is, and write nothing.")
@json_option
@click.pass_context
def fetch(
    context: click.Context,
    sources: Path,
    source_ids: tuple[str, ...],
    raw: Path,
    since: datetime | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Fetch new papers from the sites of the sources file.

    Papers go to a folder of each source below the raw folder. Sites are asked at most once a
    second, as their robots.txt allows. The exit code is 3 if a site refused, failed or ran out of
    its budget; what came before that, and from the other sites, is kept. docs/sources.md has more.
    """
    from pipelines.cli.output import console, json_output
    from pipelines.cli.output.fetch_output import fetch_values, show_fetch

    reports = fetched(sources, source_ids, raw, since, is_dry=dry_run)
    if as_json:
        click.echo(json_output.json_text(mask_values(fetch_values(reports))))
    else:
        show_fetch(console.open_console(), reports)
    context.exit(_exit_code(reports))


@click.command()
@sources_option
@source_option
@raw_option
@warehouse_option
@reference_option
@click.pass_context
def update(
    context: click.Context,
    sources: Path,
    source_ids: tuple[str, ...],
    raw: Path,
    warehouse: Path,
    reference: Path,
) -> None:
    """Fetch new papers, then refresh the warehouse.

    The refresh is done even if a site failed. Its exit code comes first; if it succeeded, the exit
    code is that of the fetch.
    """
    from pipelines.cli.output import console
    from pipelines.cli.output.fetch_output import show_fetch

    reports = fetched(sources, source_ids, raw, None, is_dry=False)
    show_fetch(console.open_console(), reports)
    # As if it had been typed, so that it takes its other settings from the environment.
    places = [("--raw", raw), ("--warehouse", warehouse), ("--reference", reference)]
    arguments = [str(part) for place in places for part in place]
    try:
        with refresh.make_context("refresh", arguments, parent=context) as inner:
            refresh.invoke(inner)
    except click.exceptions.Exit as ended:
        context.exit(ended.exit_code or _exit_code(reports))


def fetched(
    sources: Path,
    source_ids: Sequence[str],
    raw: Path,
    since: datetime | None,
    *,
    is_dry: bool,
) -> "list[SourceReport]":
    """Fetch from the chosen sources of a file.

    Raises:
        InputMissing, BadSources: The file cannot be used.
    """
    from pipelines.cli.output import console
    from pipelines.cli.output.progress_display import shown_progress
    from pipelines.sources.configuration import read_sources
    from pipelines.sources.fetch import fetch as fetch_each

    file = read_sources(sources)
    chosen = file.chosen(source_ids, sources)
    day = since.date() if since else None
    reports = []
    with shown_progress(console.open_console(to_stderr=True)) as progress:
        for report in fetch_each(chosen, file.contact, raw, progress, since=day, is_dry=is_dry):
            reports.append(report)
            log_event(
                "source_fetched",
                source_id=report.source_id,
                outcome=report.outcome,
                message=report.message,
                requests=report.requests,
                documents_fetched=report.counts.documents_fetched,
            )
    return reports


def _exit_code(reports: "Sequence[SourceReport]") -> int:
    return 0 if all(report.is_complete for report in reports) else NOT_ALL_FETCHED
