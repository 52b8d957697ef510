"""`python -m tests.rolls`: makes minutes from a seed and says who was missed or read wrongly."""

import click

from tests.rolls.papers import KINDS, make_paper
from tests.rolls.scoring import Score, tallies
from tests.rolls.scoring import score as score_paper
from tests.rolls.setting import FORMS


@click.command()
@click.option("--seed", default=1, show_default=True, help="Any number; the same gives the same.")
@click.option("--papers", default=90, show_default=True, help="How many papers.")
@click.option("--form", "forms", multiple=True, type=click.Choice(list(FORMS)))
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)))
@click.option("--number", type=int, help="One paper alone, printed as text.")
@click.option("--list", "is_list", is_flag=True, help="Shows each name that is missing or wrong.")
def main(
    seed: int,
    papers: int,
    forms: tuple[str, ...],
    kinds: tuple[str, ...],
    number: int | None,
    *,
    is_list: bool,
) -> None:
    """Make minutes with rolls in columns, have them read, and count what came out."""
    numbers = range(papers) if number is None else [number]
    made = [make_paper(seed, each) for each in numbers]
    chosen = [paper for paper in made if not kinds or paper.kind in kinds]
    scores = [score_paper(paper, form) for paper in chosen for form in forms or FORMS]
    if number is not None:
        click.echo(FORMS["text"][0](made[0]).decode())
    for each in scores if is_list or number is not None else ():
        _show(each)
    for (kind, form), tally in tallies(scores).items():
        click.echo(
            f"{kind:<16}{form:<6} right {tally.right:>4} missing {tally.missing:>4}"
            f" wrong {tally.wrong:>4}"
        )


def _show(score: Score) -> None:
    for what, names in (("missing", score.missing), ("wrong", score.wrong)):
        for name, status in names:
            click.echo(f"{score.paper.number} {score.form} {what}: {name} {status}")


if __name__ == "__main__":
    main()
