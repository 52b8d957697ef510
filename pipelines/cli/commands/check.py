"""`boardpapers check`: every check on the published warehouse."""

import os
from pathlib import Path

import click

from pipelines.cli.group import NOTHING_PUBLISHED
from pipelines.cli.options import json_option, warehouse_option


@click.command(short_help="Run every check on the published warehouse.")
@warehouse_option
@click.option(
    "--docs",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder in which to write every check and finding as one HTML page.",
)
@json_option
@click.pass_context
def check(context: click.Context, warehouse: Path, docs: Path | None, as_json: bool) -> None:
    """Run every check on the published warehouse; exit 1 if one of severity error fails."""
    from pipelines.cli.output import console, json_output
    from pipelines.publication import querying

    querying.open_warehouse(warehouse).close()
    from pipelines.audit.audit import audit
    from pipelines.runtime.settings import settings_from

    found = audit(warehouse, room=settings_from(os.environ).build)
    if docs:
        from pipelines.reports.check_docs import write_check_docs

        click.echo(f"Data Docs: {write_check_docs(warehouse, found, docs)}", err=True)
    if as_json:
        click.echo(json_output.json_text(json_output.audit_values(found)))
    else:
        console.show_audit(console.open_console(), found)
    context.exit(0 if found.ok else NOTHING_PUBLISHED)
