"""`boardpapers rollback`: publish an earlier build again."""

from pathlib import Path

import click

from pipelines.cli.options import warehouse_option


@click.command(short_help="Publish an earlier build again.")
@warehouse_option
@click.option("--build", "build_id", help="The build to publish.  [default: the one before]")
def rollback(warehouse: Path, build_id: str | None) -> None:
    """Publish one of the last builds again; it stays until a paper or the code changes."""
    from pipelines.publication.kept_builds import rollback as go_back
    from pipelines.runtime.settings import Settings

    build = go_back(Settings(warehouse=warehouse), build_id)
    click.echo(f"Published build {build.build_id} again: {warehouse}")
