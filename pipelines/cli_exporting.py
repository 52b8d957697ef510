"""The command that writes the tables as files. Thin, as all of the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli_options import warehouse_option

if TYPE_CHECKING:
    from pipelines.exporting import Format


@click.command()
@warehouse_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv", "sqlite", "xlsx"]),
    default="parquet",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder of the files; files of the same names are replaced.",
)
def export(warehouse: Path, form: "Format", out: Path) -> None:
    """Write every table, sorted by key, with the data dictionary beside them."""
    from pipelines.exporting import export as write_tables

    for path in write_tables(warehouse, out, form):
        click.echo(path)
