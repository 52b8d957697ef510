"""`boardpapers site`: pages for people who do not use SQL."""

from pathlib import Path

import click

from pipelines.cli.options import json_option, warehouse_option
from pipelines.runtime.settings import DEFAULT_SITE, SITE_VARIABLE


@click.command()
@warehouse_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=DEFAULT_SITE,
    envvar=SITE_VARIABLE,
    show_default=True,
    show_envvar=True,
    help="Folder of the site; pages in it are overwritten.",
)
@json_option
def site(warehouse: Path, out: Path, as_json: bool) -> None:
    """Write a site to read, search and print.

    It has a page for each report, council, board, meeting, programme and paper. Each figure is a
    link to its printed table or sentence. The pages open from any folder, without a server.
    """
    from pipelines.cli.output.json_output import json_text
    from pipelines.site.site import write_site

    written = write_site(warehouse, out)
    if as_json:
        click.echo(json_text({"front_page": str(written.front_page), "pages": written.pages}))
    else:
        click.echo(written.front_page)
