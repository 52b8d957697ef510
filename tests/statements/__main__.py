"""`python -m tests.statements`: makes papers from a seed, has them read, says what came out."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from pipelines.schema.records import ProgrammeParticipation
from tests.statements.papers import KINDS
from tests.statements.runs import run, run_all, written_papers
from tests.statements.scoring import Match, Record, Score, Tally, tallies
from tests.statements.setting import FORMS
from tests.statements.truth import FIELDS, Row

GROUPS = ("table", "kind", "said", "paper")


@click.command()
@click.option("--seed", default=1, show_default=True, help="Any number; the same gives the same.")
@click.option("--papers", default=100, show_default=True, help="How many papers.")
@click.option("--form", default="text", show_default=True, type=click.Choice(list(FORMS)))
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)))
@click.option("--folder", type=click.Path(path_type=Path, exists=True), help="Scores its papers.")
@click.option("--keep", type=click.Path(path_type=Path), help="Writes papers and truth here.")
@click.option("--list", "is_list", is_flag=True, help="Shows each row that is missing or wrong.")
def main(
    seed: int,
    papers: int,
    form: str,
    kinds: tuple[str, ...],
    folder: Path | None,
    keep: Path | None,
    *,
    is_list: bool,
) -> None:
    """Make papers of statements from a seed, have them read, and count what came out."""
    if folder:
        scores = list(run_all(written_papers(folder), form, keep))
        click.echo(f"{folder}, {len(scores)} papers, {form}\n")
    else:
        scores = list(run(seed, papers, kinds=kinds, form=form, keep=keep))
        click.echo(f"seed {seed}, {papers} papers, {form}\n")
    if is_list:
        for line in _faults(scores):
            click.echo(line)
    click.echo(table_of(scores))


def table_of(scores: Sequence[Score]) -> str:
    """The tallies as text: found, whole and wrong of each table, kind and way of saying it."""
    lines = []
    found = tallies(scores)
    for group in GROUPS:
        if group not in found:
            continue
        lines.append(
            f"{group:<34} expected found whole missing published invented reversed"
            f"  found%  whole%  wrong%     F1  fields wrong"
        )
        lines += [_line(key, tally) for key, tally in sorted(found[group].items())]
        lines.append("")
    return "\n".join(lines)


def _line(key: str, tally: Tally) -> str:
    fields = sorted(tally.fields.items(), key=lambda each: (-each[1], each[0]))
    return (
        f"  {key:<32} {tally.expected:>8} {tally.found:>5} {tally.whole:>5} {tally.missing:>7} "
        f"{tally.published:>9} {tally.invented:>8} {tally.reversed:>8} {tally.share_found:>7.1%} "
        f"{tally.share_whole:>7.1%} {tally.share_wrong:>7.1%} {tally.f1:>6.3f}  "
        + ", ".join(f"{name} {count}" for name, count in fields[:4])
    )


def _faults(scores: Sequence[Score]) -> Iterator[str]:
    for score in scores:
        for match in score.matches:
            if match.wrong or (match.record is None and not match.row.is_optional):
                yield f"{score.paper.name} {match.row.frame}: {_fault(match)}"
                yield f"    {_said(score, match)}"
        for record, frame, _ in score.invented:
            yield f"{score.paper.name} {frame}: invented {_shown(record)}"
            yield f"    {record.quote}"


def _fault(match: Match) -> str:
    if match.record is None:
        return f"missing {_told(match.row)}"
    said = ", ".join(
        f"{name} {getattr(match.record, _column(name))} for {_values(match.row, name)}"
        for name in match.wrong
    )
    return f"{'reversed' if match.is_reversed else 'otherwise'} {said} in {_told(match.row)}"


def _column(name: str) -> str:
    return "programme_name" if name == "programme" else name


def _said(score: Score, match: Match) -> str:
    if match.record is not None:
        return match.record.quote
    rows = ((each, row) for each in score.paper.statements for row in each.rows)
    key = match.row.fair("participants") or (
        *match.row.fair("challenges"),
        *match.row.fair("council_name"),
    )
    for statement, row in rows:
        values = row.fair("participants") or (*row.fair("challenges"), *row.fair("council_name"))
        if values == key and row.frame == match.row.frame:
            return f"{statement.heading} | {statement.text}".removeprefix(" | ")
    return "(see the paper)"


def _told(row: Row) -> str:
    return " | ".join(_values(row, name) for name in FIELDS[row.table] if row.fair(name))


def _values(row: Row, name: str) -> str:
    return "/".join("-" if value is None else str(value) for value in row.fair(name))


def _shown(record: Record) -> str:
    is_uptake = isinstance(record, ProgrammeParticipation)
    names = FIELDS["programme_participation" if is_uptake else "peer_challenges"]
    return " | ".join(str(getattr(record, _column(name))) for name in names)


if __name__ == "__main__":
    sys.exit(main())
