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
    per line.
    """
    from pipelines.cli.output.json_output import json_text
    from pipelines.cli.resolving import resolve_councils

    for answer in resolve_councils(_names(names), on.date() if on else None, reference):
        if as_json:
            click.echo(json_text(asdict(answer), indent=None))
        else:
            click.echo(answer.line)


def _names(arguments: tuple[str, ...]) -> Iterator[str]:
    for name in arguments:
        if name == "-":
            with readable_input():
                lines = (line.strip(EDGES) for line in sys.stdin)
                yield from (line for line in lines if line)
        else:
            yield name
