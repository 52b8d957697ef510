"""The commands that hand out a build: its tables as files, or an earlier one. Thin, as all are."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.command_line.options import warehouse_option

if TYPE_CHECKING:
    from pipelines.command_line.exporting import Format


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
    from pipelines.command_line.exporting import export as write_tables

    for path in write_tables(warehouse, out, form):
        click.echo(path)


@click.command()
@warehouse_option
@click.option("--build", "build_id", help="The build to publish.  [default: the one before]")
def rollback(warehouse: Path, build_id: str | None) -> None:
    """Publish one of the last builds again; it stays until a paper or the code changes."""
    from pipelines.publication.kept_builds import rollback as go_back
    from pipelines.settings import Settings

    build = go_back(Settings(warehouse=warehouse), build_id)
    click.echo(f"Published build {build.build_id} again: {warehouse}")
