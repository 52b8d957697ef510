"""`python -m tests.tables`: makes papers from a seed, has them read, and says what came out."""

import sys
from pathlib import Path

import click

from tests.tables.faults import faults_of, list_of
from tests.tables.papers import KINDS, numbers_of
from tests.tables.runs import TYPESETTERS, run
from tests.tables.scoring import Score, table_of

MOST_FAULTS = 10
MOST_SHOWN = 6  # rows of a failing paper


@click.command()
@click.option("--seed", default=1, show_default=True, help="Any number; the same gives the same.")
@click.option("--papers", default=20, show_default=True, help="How many papers.")
@click.option("--number", type=int, help="This paper of the seed alone.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)))
@click.option("--typesetter", "typesetters", multiple=True, type=click.Choice(list(TYPESETTERS)))
@click.option("--keep", type=click.Path(path_type=Path), help="Writes papers and truth here.")
@click.option("--list", "is_list", is_flag=True, help="Shows each paper that is not read whole.")
def main(
    seed: int,
    papers: int,
    number: int | None,
    kinds: tuple[str, ...],
    typesetters: tuple[str, ...],
    keep: Path | None,
    *,
    is_list: bool,
) -> None:
    """Make papers with tables from a seed, set them, read them, and count what came out."""
    numbers = numbers_of(papers, kinds) if number is None else [number]
    scores = []
    for each in run(seed, numbers, typesetters=typesetters, keep=keep):
        scores.append(each)
        if each.missing or each.wrong:
            click.echo(_line(seed, each))
            if is_list:
                click.echo(_rows(each))
    click.echo(f"\n{table_of(scores)}")
    for name, is_pdf in (("PDF", True), ("other formats", False)):
        faults = faults_of([each for each in scores if each.is_pdf == is_pdf], seed)
        if faults:
            click.echo(f"Commonest faults, {name} (seed/number typesetter, and an example)")
            click.echo(list_of(faults, MOST_FAULTS))


def _line(seed: int, score: Score) -> str:
    paper = score.paper
    marks = ", ".join([*paper.layout.names(), *sorted(paper.decorations)])
    return (
        f"seed {seed} number {paper.number} {score.typesetter}: {paper.kind}: {score.right} right, "
        f"{score.missing.total()} missing, {score.wrong.total()} wrong, {score.withheld} withheld"
        f" ({marks})"
    )


def _rows(score: Score) -> str:
    lines = []
    for name, facts in (("missing", score.missing), ("wrong", score.wrong)):
        rows = sorted(facts.elements())
        lines += [f"    {name:<8}{' | '.join(row)}" for row in rows[:MOST_SHOWN]]
        if len(rows) > MOST_SHOWN:
            lines.append(f"    {name:<8}and {len(rows) - MOST_SHOWN} more")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
