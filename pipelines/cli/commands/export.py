"""`boardpapers export`: the tables of a build as files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli.options import FolderOrStore, warehouse_option

if TYPE_CHECKING:
    from pipelines.exports.export import Format


@click.command()
@warehouse_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv", "sqlite", "xlsx", "duckdb"]),
    default="parquet",
    show_default=True,
    help="What to write; duckdb is the published file, with latest.json that names it.",
)
@click.option(
    "--out",
    type=FolderOrStore(file_okay=False),
    required=True,
    help="Folder of the files, or s3://BUCKET/FOLDER; files of the same names are replaced.",
)
def export(warehouse: Path, form: "Format", out: Path) -> None:
    """Write every table, sorted by key, or the published file."""
    from pipelines.exports.export import export_to
    from pipelines.publication.left_out import require_obeyed
    from pipelines.runtime.settings import Settings

    require_obeyed(Settings(warehouse=warehouse))
    for path in export_to(warehouse, out, form):
        click.echo(path)
