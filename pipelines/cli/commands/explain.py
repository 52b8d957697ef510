"""`boardpapers explain`: why a paper was read as it was."""

from dataclasses import asdict
from pathlib import Path

import click

from pipelines.cli.options import json_option, raw_option, reference_option, warehouse_option


@click.command()
@click.argument("paper", metavar="PAPER")
@click.argument("locator", required=False)
@raw_option
@warehouse_option
@reference_option
@json_option
def explain(
    paper: str, locator: str | None, raw: Path, warehouse: Path, reference: Path, as_json: bool
) -> None:
    """Say how each table, sentence and line of PAPER was read, and why.

    PAPER is a file, a path below the raw folder, a paper_id of the warehouse or its beginning, or
    words of the paper's label. LOCATOR, as the warehouse gives it (p7:l12-l15, l265), picks what is
    there.

    For each day in the head of the paper: what speaks for it and against it. For each table: the
    ways to part its cells with their costs, the role of each column, the printed sums, what each
    row gave, and what was set aside. For each sentence with a number that may count somebody: the
    role of each number, those counted, the verb, the time, and its rows or why it gave none. For
    each line about a meeting or its people: the label that its names are under, the names, and
    its rows or why it gave none. Without LOCATOR, lines without rows or names are left out.

    With --json, one list has the tables, then the sentences (key "sentence"), then the lines (key
    "line"); it leaves out the days.
    """
    from pipelines.cli.output.explanation_output import show_explanation
    from pipelines.cli.output.json_output import json_text
    from pipelines.documents import parse_locator
    from pipelines.extraction.explanation import explain_tables, read_again
    from pipelines.extraction.head_explanation import explain_days
    from pipelines.extraction.line_explanation import explain_lines
    from pipelines.extraction.statement_explanation import explain_statements
    from pipelines.lookup.papers import read_named

    place = parse_locator(locator) if locator else None
    if locator and place is None:
        raise click.BadParameter(
            f"{locator!r} is no place in a paper: write p7, p7:l12-l15 or l265.",
            param_hint="LOCATOR",
        )
    read = read_again(*(named := read_named(paper, raw, warehouse)), reference)
    tables, sentences = explain_tables(read, place), explain_statements(read, place)
    lines = explain_lines(read, place)
    if as_json:
        click.echo(json_text([*map(asdict, tables), *map(asdict, sentences), *map(asdict, lines)]))
    else:
        days, part = explain_days(read, place), place is not None
        told = show_explanation(tables, sentences, named[1], is_part=part, days=days, lines=lines)
        click.echo(told)
