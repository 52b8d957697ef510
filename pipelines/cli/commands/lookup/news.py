"""`boardpapers news`: what a publication brought."""

import os
import sys
from dataclasses import asdict, replace
from pathlib import Path

import click

from pipelines.cli.options import warehouse_option
from pipelines.runtime.settings import settings_from


@click.command()
@warehouse_option
@click.option(
    "--since",
    metavar="BUILD",
    help="Compare with this build, an id or a file.  [default: the one before]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "atom", "json"]),
    default="text",
    show_default=True,
    help="How to print them: lines, one page, a feed, or JSON for scripts.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def news(warehouse: Path, since: str | None, form: str, as_json: bool) -> None:
    """Say what is new: papers, figures, findings.

    For each new paper: its board and day, how many were present, how many decisions, and what
    should be known of it. Revised figures have their value before.
    """
    from pipelines.cli.output.json_output import json_text
    from pipelines.news.feeds import as_atom
    from pipelines.news.news import collect_news
    from pipelines.news.pages import as_page
    from pipelines.news.wording import as_text
    from pipelines.runtime.terminal_text import plain_lines

    found = collect_news(replace(settings_from(os.environ), warehouse=warehouse), since)
    if as_json or form == "json":
        text = json_text(asdict(found))
    elif form == "text":
        text = plain_lines(as_text(found))
    else:
        text = as_page(found) if form == "html" else as_atom(found)
    click.echo(plain_lines(text) if sys.stdout.isatty() else text)
