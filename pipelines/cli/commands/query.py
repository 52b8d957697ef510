"""`boardpapers query`: run one SQL query on the published warehouse."""

import sys
from pathlib import Path
from typing import Any

import click

from pipelines.cli.options import NumberRange, warehouse_option
from pipelines.cli.standard_input import readable_input
from pipelines.runtime.limits import MEBIBYTE
from pipelines.runtime.terminal_text import plain_lines


@click.command(short_help="Run one SQL query on the published warehouse.")
@click.argument("sql")
@warehouse_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "line", "markdown", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print the rows; line is one field a line, as a table too wide for the terminal.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--full", "is_full", is_flag=True, help="Cut no text and round no number.")
@click.option(
    "--max-seconds",
    type=NumberRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Time limit for the query.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=64),
    default=2048,
    show_default=True,
    help="Memory limit for the query, in MiB.",
)
def query(
    sql: str,
    warehouse: Path,
    form: str,
    as_json: bool,
    is_full: bool,
    max_seconds: float,
    max_memory: int,
) -> None:
    """Run one SQL query on the published warehouse, which it cannot change.

    SQL is the query, or - to read it from standard input. A table rounds numbers and cuts long
    text; --full, JSON and CSV have all of it. In CSV, text that begins like a formula gets a
    quotation mark in front. On a terminal, control characters are escaped.
    """
    from pipelines.cli.output import query_output
    from pipelines.cli.output.row_layout import lay_out
    from pipelines.cli.streams import output_width
    from pipelines.publication import querying

    with readable_input():
        asked = sys.stdin.read() if sql == "-" else sql
    limits = querying.QueryLimits(max_seconds, max_memory * MEBIBYTE)
    result = querying.run_query(warehouse, asked, limits)
    if as_json or form == "json":
        click.echo(query_output.as_json(result))
    elif form == "csv":
        text = query_output.as_csv(result)
        click.echo(plain_lines(text) if sys.stdout.isatty() else text)
    else:
        layout: Any = form
        width = output_width()
        click.echo(
            lay_out(result.columns, result.rows, width=width, layout=layout, is_full=is_full)
        )
