"""The commands that hand out a build: as files, an earlier one, or against an earlier one. Thin."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli.options import json_option, warehouse_option

if TYPE_CHECKING:
    from pipelines.exports.export import Format


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
    from pipelines.exports.export import export as write_tables
    from pipelines.publication.left_out import require_obeyed
    from pipelines.runtime.settings import Settings

    require_obeyed(Settings(warehouse=warehouse))
    for path in write_tables(warehouse, out, form):
        click.echo(path)


@click.command()
@warehouse_option
@click.option("--build", "build_id", help="The build to publish.  [default: the one before]")
def rollback(warehouse: Path, build_id: str | None) -> None:
    """Publish one of the last builds again; it stays until a paper or the code changes."""
    from pipelines.publication.kept_builds import rollback as go_back
    from pipelines.runtime.settings import Settings

    build = go_back(Settings(warehouse=warehouse), build_id)
    click.echo(f"Published build {build.build_id} again: {warehouse}")


@click.command()
@click.argument("earlier", required=False)
@click.argument("later", required=False)
@warehouse_option
@click.option("--table", help="List the rows of this table that differ, by key.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="Rows that --table lists at most.",
)
@json_option
def diff(
    earlier: str | None,
    later: str | None,
    warehouse: Path,
    table: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Say which rows a build added, changed and removed.

    EARLIER and LATER are builds that are kept, by their ids, or files. Without LATER the published
    build is compared, without EARLIER with the build before it. Times of reading, and the tables
    builds and check_results, are left out.
    """
    from pipelines.cli.output import build_output
    from pipelines.publication import differences
    from pipelines.runtime.settings import Settings

    if table and table not in differences.COMPARED:
        known = ", ".join(differences.COMPARED)
        raise click.BadParameter(f"{table} is no table that is compared: {known}.")
    editions = differences.find_editions(Settings(warehouse=warehouse), earlier, later)
    tables = differences.count_differences(*editions, only=table)
    rows = differences.list_differences(*editions, table, limit) if table else None
    if as_json:
        click.echo(build_output.as_json(editions, tables, rows))
    else:
        for line in build_output.as_lines(editions, tables, rows):
            click.echo(line)
