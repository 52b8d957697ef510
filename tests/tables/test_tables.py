"""Papers that no rule was made on, as read today: right, missing and wrong each have a limit.

A reader that reads more moves the limits; `python -m tests.tables` shows what other seeds give.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from click.testing import CliRunner

from tests.tables.__main__ import main
from tests.tables.faults import faults_of
from tests.tables.papers import KINDS, make_paper
from tests.tables.runs import press, run
from tests.tables.scoring import Tally, score
from tests.tables.sheets import Truth

SEED = 14
PRESSES = ("typst", "reportlab", "fpdf2", "word", "html", "text")
PDF = ("typst", "reportlab", "fpdf2")
PAPERS = 5 * len(KINDS) * len(PRESSES)  # each kind five times by each typesetter


@dataclass(frozen=True, slots=True)
class Limit:
    """Rows that must come out right, and that may be missing and wrong."""

    right: int
    missing: int
    wrong: int


# A kind, and whether the paper is a PDF
LIMITS: dict[tuple[str, bool], Limit] = {
    ("attendance", False): Limit(409, 0, 0),
    ("attendance", True): Limit(314, 75, 0),
    ("budget", False): Limit(291, 0, 0),
    ("budget", True): Limit(254, 11, 0),
    ("membership", False): Limit(144, 0, 0),
    ("membership", True): Limit(144, 0, 0),
    ("one programme", False): Limit(106, 0, 0),
    ("one programme", True): Limit(123, 15, 0),
    ("other", False): Limit(0, 0, 0),
    ("other", True): Limit(0, 0, 0),
    ("programmes", False): Limit(509, 0, 0),
    ("programmes", True): Limit(496, 23, 0),
    ("two levels", False): Limit(544, 0, 0),
    ("two levels", True): Limit(533, 6, 0),
    ("uptake", False): Limit(134, 0, 0),
    ("uptake", True): Limit(120, 0, 0),
    ("years", False): Limit(291, 0, 0),
    ("years", True): Limit(390, 0, 0),
}


def scored() -> Iterator[tuple[tuple[str, bool], Tally]]:
    tallies: dict[tuple[str, bool], Tally] = {}
    for number in range(PAPERS):
        typesetter = PRESSES[number // len(KINDS) % len(PRESSES)]
        (score,) = run(SEED, [number], typesetters=[typesetter])
        key = (score.paper.kind, score.is_pdf)
        tallies.setdefault(key, Tally()).add(score)
    yield from tallies.items()


def test_no_kind_of_table_is_read_worse_than_before() -> None:
    found = {key: Limit(tally.right, tally.missing, tally.wrong) for key, tally in scored()}
    worse = {
        key: (found[key], limit)
        for key, limit in LIMITS.items()
        if found[key].right < limit.right
        or found[key].missing > limit.missing
        or found[key].wrong > limit.wrong
    }
    assert found.keys() == LIMITS.keys()
    assert worse == {}, "repeat with python -m tests.tables --seed 14"


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_a_seed_gives_the_same_paper_again(number: int) -> None:
    papers = [make_paper(SEED, number) for _ in range(2)]
    assert papers[0] == papers[1] != make_paper(SEED + 1, number)
    assert len({press(name)(paper) for name in (*PDF, "html") for paper in papers}) == 4


def test_every_kind_but_tables_of_other_things_has_a_truth() -> None:
    without = {paper.kind for paper in (make_paper(SEED, n) for n in range(90)) if not paper.truth}
    assert without == {"other"}


def test_the_command_says_how_a_failing_paper_is_repeated() -> None:
    # This typesetter prints raised letters like others, so that a label ends in one.
    arguments = ["--seed", "14", "--number", "126", "--typesetter", "fpdf2"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert "seed 14 number 126 fpdf2: programmes" in result.output


def test_a_row_with_one_other_field_is_missing_once_and_wrong_once() -> None:
    paper = make_paper(SEED, 0)
    text = press("text")(paper)
    assert not score(paper, "text", text, "paper.txt").wrong
    (table, *fields, number, is_total), *others = paper.truth
    changed = (table, *fields, f"{number}0", is_total)
    found = score(replace(paper, truth=Truth([changed, *others])), "text", text, "paper.txt")
    assert found.missing == {changed: 1}
    assert found.wrong == {next(iter(paper.truth)): 1}
    assert list(faults_of([found], SEED)) == ["programmes: number wrong"]
