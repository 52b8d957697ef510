"""`boardpapers report`: the uptake report."""

from dataclasses import asdict
from pathlib import Path

import click

from pipelines.cli.options import json_option, warehouse_option
from pipelines.runtime.settings import DEFAULT_REPORTS, REPORTS_VARIABLE


@click.command()
@warehouse_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=DEFAULT_REPORTS,
    envvar=REPORTS_VARIABLE,
    show_default=True,
    show_envvar=True,
    help="Folder of the reports; files in it are overwritten.",
)
@json_option
def report(warehouse: Path, out: Path, as_json: bool) -> None:
    """Write the uptake report as HTML, and its figures as CSV."""
    from pipelines.cli.output.json_output import json_text
    from pipelines.reports.writing import write_reports

    paths = {name: str(path) for name, path in asdict(write_reports(warehouse, out)).items()}
    if as_json:
        click.echo(json_text(paths))
    else:
        for path in paths.values():
            click.echo(path)
