"""`boardpapers explain`: why the tables and sentences of a paper were read as they were."""

from dataclasses import asdict
from pathlib import Path

import click

from pipelines.cli.options import json_option, raw_option, reference_option


@click.command()
@click.argument("paper", metavar="PAPER")
@click.argument("locator", required=False)
@raw_option
@reference_option
@json_option
def explain(paper: str, locator: str | None, raw: Path, reference: Path, as_json: bool) -> None:
    """Say how each table and sentence of PAPER was read, and why.

    PAPER is a file, a path below the raw folder, or a paper_id of the warehouse. LOCATOR, as the
    warehouse gives it (p7:l12-l15, l265), picks the tables and sentences there. For each table: the
    ways to part its cells with their costs, the role of each column, the printed sums, what each
    row gave, and what was set aside. For each sentence with a number that may count somebody: the
    role of each number, those counted, the verb, the time, and its rows or why it gave none. For
    each day in the head of the paper: what speaks for it and against it. With --json, one list has
    the tables and then the sentences, which have the key "sentence"; it leaves out the days.
    """
    from pipelines.cli.output.explanation_output import show_explanation
    from pipelines.cli.output.json_output import json_text
    from pipelines.documents import parse_locator
    from pipelines.extraction.explanation import explain_tables, read_again
    from pipelines.extraction.head_explanation import explain_days
    from pipelines.extraction.statement_explanation import explain_statements
    from pipelines.ingestion.finding_papers import find_paper

    place = parse_locator(locator) if locator else None
    if locator and place is None:
        raise click.BadParameter(
            f"{locator!r} is no place in a paper: write p7, p7:l12-l15 or l265.",
            param_hint="LOCATOR",
        )
    data, name = find_paper(paper, raw)
    read = read_again(data, name, reference)
    tables, sentences = explain_tables(read, place), explain_statements(read, place)
    if as_json:
        click.echo(json_text([*map(asdict, tables), *map(asdict, sentences)]))
    else:
        days = explain_days(read, place)
        told = show_explanation(tables, sentences, name, is_part=place is not None, days=days)
        click.echo(told)
