"""`boardpapers resolve`: find the authority that a printed name meant."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from pipelines.cli.options import json_option, reference_option
from pipelines.cli.standard_input import readable_input

# Stripped from names on standard input: white space, and the byte order mark of some programs
EDGES = "\ufeff \t\r\n"


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day on which the name was printed.  [default: any day]",
)
@reference_option
@json_option
def resolve(names: tuple[str, ...], on: datetime | None, reference: Path, as_json: bool) -> None:
    """Say which authority each printed NAME meant on a given day.

    If NAME is -, names are read from standard input, one per line. --json prints one object
    per line. In a file or a pipe, the other lines have tabs, below a line of heads.
    """
    from pipelines.cli.output.json_output import json_text
    from pipelines.cli.output.row_layout import lay_out
    from pipelines.cli.resolving import HEADS, resolve_councils
    from pipelines.cli.streams import output_width

    answers = resolve_councils(_names(names), on.date() if on else None, reference)
    if as_json:
        for answer in answers:
            click.echo(json_text(asdict(answer), indent=None))
    elif sys.stdout.isatty():
        rows = [answer.parts for answer in answers]
        click.echo(lay_out(HEADS, rows, width=output_width()))
    else:
        for number, answer in enumerate(answers):
            if number == 0:
                click.echo("\t".join(HEADS))
            click.echo("\t".join(answer.parts))


def _names(arguments: tuple[str, ...]) -> Iterator[str]:
    for name in arguments:
        if name == "-":
            with readable_input():
                lines = (line.strip(EDGES) for line in sys.stdin)
                yield from (line for line in lines if line)
        else:
            yield name
