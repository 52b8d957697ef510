"""The `boardpapers` command. Thin: each command calls one part and shows what it returns.

`refresh` calls the same function as the Dagster asset does, without Dagster: importing that takes
one to two and a half seconds and would buy nothing at a command line. What else takes time to
import is imported inside the command that needs it, so that `--help` answers at once.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from pipelines.cli.commands.build_commands import diff, export, rollback
from pipelines.cli.commands.refresh import refresh
from pipelines.cli.commands.watch_commands import late, status
from pipelines.cli.group import NOTHING_PUBLISHED, BadInput, Commands, log_format_option
from pipelines.cli.options import (
    NumberRange,
    json_option,
    reference_option,
    warehouse_option,
)
from pipelines.runtime.limits import MEBIBYTE
from pipelines.runtime.terminal_text import plain_lines

DEFAULT_REPORTS = Path("reports")
# Around a name on standard input: white space, and the mark with which some programs begin a file
EDGES = "\ufeff \t\r\n"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="boardpapers")
def main() -> None:
    """Read board papers into a DuckDB warehouse, and ask it.

    Exit codes: 0 done; 1 a check failed and nothing was published; 2 bad usage, or input that is
    not there; 130 interrupted.
    """


main.add_command(diff)
main.add_command(export)
main.add_command(late)
main.add_command(refresh)
main.add_command(rollback)
main.add_command(status)
main.params.append(log_format_option())


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
@click.option(
    "--max-seconds",
    type=NumberRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Time that the query may take.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=64),
    default=2048,
    show_default=True,
    help="MiB of memory that the query may take.",
)
def query(
    sql: str, warehouse: Path, form: str, as_json: bool, max_seconds: float, max_memory: int
) -> None:
    """Run one SQL query on the published warehouse, which it cannot change.

    SQL is the query itself, or - to read it from standard input. In CSV, text that begins like a
    formula has a quotation mark before it, and on a terminal control characters are escaped.
    """
    from pipelines.cli.output import console, query_output
    from pipelines.publication import querying

    with _readable_input():
        asked = sys.stdin.read() if sql == "-" else sql
    limits = querying.QueryLimits(max_seconds, max_memory * MEBIBYTE)
    result = querying.run_query(warehouse, asked, limits)
    if as_json or form == "json":
        click.echo(query_output.as_json(result))
    elif form == "csv":
        text = query_output.as_csv(result)
        click.echo(plain_lines(text) if sys.stdout.isatty() else text)
    else:
        console.show_result(console.open_console(), result)


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
    from pipelines.cli.output import console, json_output
    from pipelines.publication import querying

    querying.open_warehouse(warehouse).close()
    from pipelines.audit.audit import audit

    found = audit(warehouse)
    if docs:
        from pipelines.reports.check_docs import write_check_docs

        click.echo(f"Data Docs: {write_check_docs(warehouse, found, docs)}", err=True)
    if as_json:
        _print_json(json_output.audit_values(found))
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
@reference_option
@json_option
def resolve(names: tuple[str, ...], on: datetime | None, reference: Path, as_json: bool) -> None:
    """Say which authority each printed NAME meant at a date.

    A NAME of - reads names from standard input, one a line. With --json one object a line.
    """
    from pipelines.cli.commands.resolve import resolve_councils
    from pipelines.cli.output.json_output import json_text

    for answer in resolve_councils(_names(names), on.date() if on else None, reference):
        if as_json:
            click.echo(json_text(asdict(answer), indent=None))
        else:
            click.echo(answer.line)


@main.command()
@click.argument("name")
@warehouse_option
@reference_option
@json_option
def forget(name: str, warehouse: Path, reference: Path, as_json: bool) -> None:
    """Leave the person NAME out of the next publication and every one after it.

    NAME is a given name and a surname, as papers print them. The list stands beside the warehouse;
    the next refresh publishes without the person. See docs/privacy.md.

    The name is put on the list even if nobody of that name is published now; the answer says so.
    """
    from pipelines.privacy.forgotten_names import read_name
    from pipelines.privacy.forgotten_people import forget_person, forgotten_path
    from pipelines.publication.mentions import count_mentions
    from pipelines.reference.people.person_names import load_name_words
    from pipelines.reference.registers import load_registers

    given = read_name(name, load_registers(reference).people)
    mentions = count_mentions(warehouse, given, load_name_words(reference))
    person = forget_person(warehouse, given, datetime.now(UTC).date())
    path = forgotten_path(warehouse)
    if as_json:
        _print_json(
            {
                "name": person.name,
                "forgotten_on": str(person.forgotten_on),
                "list": str(path),
                "published_rows": mentions,
            }
        )
    else:
        click.echo(
            f"{person.name} is on the list {path}. The next boardpapers refresh leaves them out."
        )
        click.echo(_published_now(mentions))


def _published_now(mentions: int | None) -> str:
    if mentions is None:
        return "Nothing is published yet."
    if mentions == 0:
        return "Nobody of that name is published now: if somebody should be, check the spelling."
    return f"Rows that name them now: {mentions:,}."


def _names(arguments: tuple[str, ...]) -> Iterator[str]:
    for name in arguments:
        if name == "-":
            with _readable_input():
                lines = (line.strip(EDGES) for line in sys.stdin)
                yield from (line for line in lines if line)
        else:
            yield name


@contextmanager
def _readable_input() -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        raise BadInput(
            f"Standard input is not text in {error.encoding.upper()}. Save it so, and try again."
        ) from error


def _print_json(values: Any) -> None:
    from pipelines.cli.output.json_output import json_text

    click.echo(json_text(values))
