"""`boardpapers search`: the passages that have some words."""

from datetime import date, datetime
from pathlib import Path

import click

from pipelines.cli.options import json_option, warehouse_option

KINDS = (
    *("heading", "paragraph", "list_item", "table_row"),
    *("agenda_pack", "minutes", "report", "annex", "register"),
)


@click.command(short_help="Find the passages that have some words.")
@click.argument("words", nargs=-1, required=True)
@warehouse_option
@click.option("--board", help="Only papers of this board: a board_id, or words of its name.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only meetings on or after this day.",
)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only meetings on or before this day.",
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    help="Only this kind of passage, or of paper; may be given several times.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="Passages to show.",
)
@json_option
def search(
    words: tuple[str, ...],
    warehouse: Path,
    board: str | None,
    since: datetime | None,
    until: datetime | None,
    kinds: tuple[str, ...],
    limit: int,
    as_json: bool,
) -> None:
    """Find the passages of the papers that have all WORDS, the best first.

    Words in quotation marks are found in a row: boardpapers search "better care fund" pilot. A word
    finds its singular and plural too. Case, accents and punctuation make no difference.
    """
    from pipelines.cli.output.json_output import json_text
    from pipelines.cli.output.passage_output import found_values, show_found
    from pipelines.lookup.search import Filters
    from pipelines.lookup.search import search as find

    found = find(warehouse, words, Filters(board, _day(since), _day(until), kinds), limit)
    click.echo(json_text(found_values(found, " ".join(words))) if as_json else show_found(found))


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
