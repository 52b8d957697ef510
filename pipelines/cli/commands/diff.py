"""`boardpapers diff`: the rows in which two builds differ."""

from pathlib import Path

import click

from pipelines.cli.options import json_option, warehouse_option


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
