"""`boardpapers show`: a place in a paper, with the quoted words marked."""

from pathlib import Path

import click

from pipelines.cli.options import json_option, raw_option, warehouse_option


@click.command(short_help="Show a place in a paper, quoted words marked.")
@click.argument("paper", metavar="PAPER")
@click.argument("locator", required=False)
@warehouse_option
@raw_option
@click.option(
    "--around",
    type=click.IntRange(min=0),
    default=3,
    show_default=True,
    help="Passages to show before and after the place.",
)
@click.option("--mark", help="Mark these words too; a phrase goes between quotation marks.")
@click.option(
    "--page-image",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Draw the page as PNG into this file, with the words in boxes; only of a PDF.",
)
@json_option
def show(
    paper: str,
    locator: str | None,
    warehouse: Path,
    raw: Path,
    around: int,
    mark: str | None,
    page_image: Path | None,
    as_json: bool,
) -> None:
    """Show a place in a published paper, with the words marked that tables quote.

    PAPER is a paper_id or its beginning, a path below the raw folder, or words of the paper's
    label. LOCATOR is a place as the warehouse gives it (p7:l12-l15, p7, l265); without it, the
    whole paper is shown.
    """
    from pipelines.cli.output.json_output import json_text
    from pipelines.cli.output.passage_output import place_values, show_place
    from pipelines.lookup.places import show_place as find

    place = find(warehouse, paper, locator, around, [mark] if mark else [])
    click.echo(json_text(place_values(place)) if as_json else show_place(place))
    if page_image:
        from pipelines.lookup.page_images import draw_page, wanted_of

        drawn = draw_page(place.paper, raw, *wanted_of(place))
        page_image.write_bytes(drawn.png)
        click.echo(f"{page_image}: words in boxes: {drawn.boxed}", err=True)
