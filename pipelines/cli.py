"""The `boardpapers` command. Thin: each command calls one part and shows what it returns.

`refresh` calls the same function as the Dagster asset does, without Dagster: importing that takes
one to two and a half seconds and would buy nothing at a command line. What else takes time to
import is imported inside the command that needs it, so that `--help` answers at once.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from pipelines.command_line.build_commands import diff, export, rollback
from pipelines.command_line.options import json_option, raw_option, warehouse_option
from pipelines.errors import BoardpapersError, RefreshRunning
from pipelines.settings import (
    MEBIBYTE,
    REFERENCE,
    Limits,
    Settings,
)

NOTHING_PUBLISHED, BAD_USAGE = 1, 2
DEFAULTS = Limits()
DEFAULT_REPORTS = Path("reports")
# Around a name on standard input: white space, and the mark with which some programs begin a file
EDGES = "\ufeff \t\r\n"


class NothingPublished(click.ClickException):
    """The work could not be done; what was published before still is."""

    exit_code = NOTHING_PUBLISHED


class BadInput(click.ClickException):
    """What was asked for is not there or makes no sense."""

    exit_code = BAD_USAGE


class Commands(click.Group):
    """A group whose commands end with a message and an exit code where a person can act."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(context)
        except RefreshRunning as error:
            raise NothingPublished(str(error)) from error
        except BoardpapersError as error:
            raise BadInput(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="boardpapers")
def main() -> None:
    """Read board papers into a DuckDB warehouse, and ask it.

    Exit codes: 0 done; 1 a check failed and nothing was published; 2 bad usage, or input that is
    not there.
    """


@main.command()
@raw_option
@warehouse_option
@click.option(
    "--reference",
    type=click.Path(path_type=Path),
    default=REFERENCE,
    help="Folder of the registers.  [default: data/reference of the installation]",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Processes that read papers.  [default: one a core]",
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=DEFAULTS.seconds,
    show_default=True,
    help="Time that one paper may take.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=64),
    default=DEFAULTS.memory_bytes // MEBIBYTE,
    show_default=True,
    help="MiB of memory that one paper may take.",
)
@click.option(
    "--max-megabytes",
    type=click.IntRange(min=1),
    default=DEFAULTS.input_bytes // MEBIBYTE,
    show_default=True,
    help="MiB that one file may have.",
)
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=Settings().wait_seconds,
    show_default=True,
    help="Seconds to wait for another refresh of the same warehouse.",
)
@click.option("--retry-rejected", is_flag=True, help="Try papers again that were rejected before.")
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
    wait: float,
    retry_rejected: bool,
    as_json: bool,
) -> None:
    """Read what is new or changed, and publish the warehouse if no check fails."""
    from pipelines.command_line import console, machine_output
    from pipelines.command_line.progress_display import shown_progress
    from pipelines.refresh import Outcome
    from pipelines.refresh import refresh as bring_up_to_date

    limits = Limits(
        input_bytes=max_megabytes * MEBIBYTE,
        memory_bytes=max_memory * MEBIBYTE,
        seconds=max_seconds,
        workers=workers,
    )
    settings = Settings(raw, warehouse, reference, limits, wait)
    screen = console.open_console(to_stderr=True)
    with shown_progress(screen) as progress, _building():
        report = bring_up_to_date(settings, progress, retry_rejected=retry_rejected)
    if as_json:
        _print_json(machine_output.refresh_values(report))
    else:
        console.show_refresh(console.open_console(), report)
    context.exit(NOTHING_PUBLISHED if report.outcome is Outcome.REFUSED else 0)


main.add_command(diff)
main.add_command(export)
main.add_command(rollback)


@main.command()
@warehouse_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=DEFAULT_REPORTS,
    show_default=True,
    help="Folder of the reports; files in it are overwritten.",
)
@json_option
def report(warehouse: Path, out: Path, as_json: bool) -> None:
    """Write the uptake report as HTML, and its figures as CSV."""
    from pipelines.reports.writing import write_reports

    paths = {name: str(path) for name, path in asdict(write_reports(warehouse, out)).items()}
    if as_json:
        _print_json(paths)
    else:
        for path in paths.values():
            click.echo(path)


@main.command()
@click.argument("sql")
@warehouse_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print the rows.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def query(sql: str, warehouse: Path, form: str, as_json: bool) -> None:
    """Run one SQL query on the published warehouse, which it cannot change.

    SQL is the query itself, or - to read it from standard input.
    """
    from pipelines.command_line import console
    from pipelines.publication import querying

    result = querying.run_query(warehouse, sys.stdin.read() if sql == "-" else sql)
    if as_json or form == "json":
        click.echo(querying.as_json(result))
    elif form == "csv":
        click.echo(querying.as_csv(result))
    else:
        console.show_result(console.open_console(), result)


@main.command()
@raw_option
@warehouse_option
@json_option
def status(raw: Path, warehouse: Path, as_json: bool) -> None:
    """Say what the published warehouse holds, and what a refresh would find new."""
    from pipelines.command_line import console, machine_output
    from pipelines.ingestion.intake import take_in
    from pipelines.ingestion.manifest import read_manifest
    from pipelines.publication import querying

    held = querying.read_status(warehouse)
    settings = Settings(raw=raw, warehouse=warehouse)
    files = read_manifest(settings.state).files
    waiting = take_in(raw, files, settings.limits) if raw.is_dir() else None
    if as_json:
        _print_json(machine_output.status_values(held, waiting))
    else:
        console.show_status(console.open_console(), held, waiting)


@main.command()
@warehouse_option
@click.option(
    "--docs",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder in which to write every check and finding as one HTML page.",
)
@json_option
@click.pass_context
def check(context: click.Context, warehouse: Path, docs: Path | None, as_json: bool) -> None:
    """Run every check on the published warehouse; exit 1 where one of severity error fails."""
    from pipelines.command_line import console, machine_output
    from pipelines.publication import querying

    querying.open_warehouse(warehouse).close()
    from pipelines.audit.audit import audit

    found = audit(warehouse)
    if docs:
        from pipelines.audit.check_docs import write_check_docs

        click.echo(f"Data Docs: {write_check_docs(warehouse, found, docs)}", err=True)
    if as_json:
        _print_json(machine_output.audit_values(found))
    else:
        console.show_audit(console.open_console(), found)
    context.exit(0 if found.ok else NOTHING_PUBLISHED)


@main.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day at which the name was printed.  [default: any day]",
)
@json_option
def resolve(names: tuple[str, ...], on: datetime | None, as_json: bool) -> None:
    """Say which authority each printed NAME meant at a date.

    A NAME of - reads names from standard input, one a line. With --json one object a line.
    """
    from pipelines.command_line.resolving import resolve_councils

    for answer in resolve_councils(_names(names), on.date() if on else None):
        if as_json:
            click.echo(json.dumps(asdict(answer), ensure_ascii=False))
        else:
            click.echo(answer.line)


@main.command()
@click.argument("name")
@warehouse_option
@json_option
def forget(name: str, warehouse: Path, as_json: bool) -> None:
    """Leave the person NAME out of the next publication and every one after it.

    NAME is a given name and a surname, as papers print them. The list stands beside the warehouse;
    the next refresh publishes without the person. See docs/privacy.md.
    """
    from pipelines.privacy.forgotten_names import read_name
    from pipelines.privacy.forgotten_people import forget_person, forgotten_path

    person = forget_person(warehouse, read_name(name), datetime.now(UTC).date())
    path = forgotten_path(warehouse)
    if as_json:
        listed = {"name": person.name, "forgotten_on": str(person.forgotten_on), "list": str(path)}
        _print_json(listed)
    else:
        click.echo(
            f"{person.name} is on the list {path}. The next boardpapers refresh leaves them out."
        )


def _names(arguments: tuple[str, ...]) -> Iterator[str]:
    for name in arguments:
        if name == "-":
            lines = (line.strip(EDGES) for line in sys.stdin)
            yield from (line for line in lines if line)
        else:
            yield name


@contextmanager
def _building() -> Iterator[None]:
    """Turn what keeps a warehouse from being built into a message and an exit code."""
    from pipelines.warehouse_errors import ReferenceMissingError, WarehouseError

    try:
        yield
    except ReferenceMissingError as error:
        raise BadInput(str(error)) from error
    except WarehouseError as error:
        raise NothingPublished(str(error)) from error


def _print_json(values: Any) -> None:
    click.echo(json.dumps(values, ensure_ascii=False, indent=2))
