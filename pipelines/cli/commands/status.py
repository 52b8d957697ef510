"""`boardpapers status`: what is published, and what a refresh would do."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from pipelines.cli.group import BAD_USAGE
from pipelines.cli.options import json_option, raw_option, reference_option, warehouse_option
from pipelines.notation.addresses import mask_values
from pipelines.runtime.settings import settings_from


@click.command(short_help="Say what is published and what would change.")
@raw_option
@warehouse_option
@reference_option
@json_option
@click.pass_context
def status(
    context: click.Context, raw: Path, warehouse: Path, reference: Path, as_json: bool
) -> None:
    """Say what is published and since when, what failed, and what a refresh would do."""
    from pipelines.cli.output import console, json_output
    from pipelines.cli.output.json_output import json_text
    from pipelines.monitoring.warehouse_status import Unpublished, read_standing

    given = settings_from(os.environ)
    settings = replace(given, raw=raw, warehouse=warehouse, reference=reference)
    standing = read_standing(settings, datetime.now(UTC))
    if isinstance(standing, Unpublished):
        if as_json:
            click.echo(json_text(mask_values(json_output.unpublished_values(standing))))
        else:
            console.show_unpublished(console.open_console(), standing)
        context.exit(BAD_USAGE)
    if as_json:
        click.echo(json_text(mask_values(json_output.status_values(standing))))
    else:
        console.show_status(console.open_console(), standing)
