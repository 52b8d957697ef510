"""Faults planted in copies of the papers, and how many of them the rules find at their place.

A list of faults that was made by hand, and faults of every kind that are drawn with a seed.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import duckdb
import pytest

from pipelines.extraction.extract import extract_paper
from pipelines.runtime.places import REPOSITORY
from tests.gold.gold_warehouse import build_warehouse
from tests.gold.planting import (
    Fault,
    announcement_faults,
    covers,
    figure_faults,
    grid_faults,
    header_faults,
    plant,
    weekday_faults,
)

FAULTS = Path(__file__).with_name("planted_faults.csv")
LEAST_FOUND = 0.95  # of the faults that are drawn
SEED = 5
OWN_PAPERS = sorted((REPOSITORY / "data" / "raw").glob("*.txt"))
DRAWN = 30  # faults of a kind in one paper that are tried
COPIES = 8  # copies of all papers with a fault in each
Report = Callable[[str, Iterable[tuple[Fault, bool]]], float]
Found = set[tuple[str, str, str | None, str | None]]


def _faults() -> dict[str, list[dict[str, str]]]:
    copies: dict[str, list[dict[str, str]]] = defaultdict(list)
    with FAULTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            copies[row["copy"]].append(row)
    return copies


def _planted(paper: Path, faults: list[dict[str, str]], folder: Path) -> Path:
    """A copy of a paper with its faults; each must change its line."""
    lines = paper.read_text(encoding="utf-8").split("\n")
    for fault in faults:
        place = int(fault["line"]) - 1
        changed = lines[place].replace(fault["printed"], fault["planted"], 1)
        assert changed != lines[place], fault
        lines[place] = changed
    copy = folder / paper.name
    copy.write_text("\n".join(lines), encoding="utf-8")
    return copy


def _findings(papers: list[Path], folder: Path) -> Found:
    """Rule, paper, place and words of each finding of a warehouse made of these papers."""
    candidate = folder / "boardpapers.candidate.duckdb"
    build_warehouse(papers, candidate)
    with duckdb.connect(str(candidate), read_only=True) as connection:
        return set(
            connection.execute(
                "select findings.rule, papers.source_path, findings.locator, findings.observed "
                "from quality_findings as findings inner join papers using (paper_id)"
            ).fetchall()
        )


@pytest.mark.papers
def test_faults_of_the_list_are_found(papers: list[Path], tmp_path: Path) -> None:
    missed: list[dict[str, str]] = []
    copies = _faults()
    for name, faults in copies.items():
        folder = tmp_path / name
        folder.mkdir()
        changed = [
            _planted(
                paper, [each for each in faults if paper.name.startswith(each["paper"])], folder
            )
            for paper in papers
        ]
        found = {(rule, path[:3], locator) for rule, path, locator, _ in _findings(changed, folder)}
        missed += [
            fault
            for fault in faults
            if (fault["rule"], fault["paper"], f"l{fault['line']}") not in found
        ]
    assert missed == []


def _found_in_one_paper(paper: Path, faults: list[Fault]) -> list[tuple[Fault, bool]]:
    """Each fault by itself, and whether reading the paper finds it at its place."""
    text = paper.read_text(encoding="utf-8")
    before = _places(text, paper.name)
    outcomes = []
    for fault in faults:
        new = _places(plant(text, [fault]), paper.name) - before
        outcomes.append((fault, any(covers(locator, fault.line) for _, locator, _ in new)))
    return outcomes


def _places(text: str, name: str) -> set[tuple[str, str | None, str | None]]:
    findings = extract_paper(text.encode(), name).frames["findings"]
    return set(findings.select("rule", "locator", "observed").rows())


def _drawn(faults: Iterable[Fault], random: Random) -> list[Fault]:
    every = list(faults)
    return random.sample(every, min(DRAWN, len(every)))


def _faults_of_one_paper(paper: Path) -> list[Fault]:
    text = paper.read_text(encoding="utf-8")
    random = Random(SEED)
    return [
        *_drawn(figure_faults(paper.name, text, random), random),
        *_drawn(header_faults(paper.name, text), random),
        *_drawn(weekday_faults(paper.name, text, random), random),
    ]


def test_faults_of_our_own_papers_are_found(report_faults: Report) -> None:
    outcomes = [
        outcome
        for paper in OWN_PAPERS
        for outcome in _found_in_one_paper(paper, _faults_of_one_paper(paper))
    ]
    assert len(outcomes) > DRAWN
    assert report_faults("papers of our own", outcomes) >= LEAST_FOUND


@pytest.mark.papers
def test_faults_of_one_paper_are_found(papers: list[Path], report_faults: Report) -> None:
    outcomes = [
        outcome
        for paper in papers
        for outcome in _found_in_one_paper(paper, _faults_of_one_paper(paper))
    ]
    assert len(outcomes) > DRAWN
    assert report_faults("real papers", outcomes) >= LEAST_FOUND


@pytest.mark.papers
def test_faults_that_another_paper_tells_of_are_found(
    papers: list[Path], tmp_path: Path, report_faults: Report
) -> None:
    """In each copy one fault of each paper that has any."""
    random = Random(SEED)
    queues = [random.sample(faults, len(faults)) for faults in map(_faults_across, papers)]
    before = _findings(papers, tmp_path)
    outcomes: list[tuple[Fault, bool]] = []
    for number in range(COPIES):
        planted = [queue[number] for queue in queues if number < len(queue)]
        new = _findings_of_copies(papers, planted, tmp_path / str(number)) - before
        outcomes += [
            (fault, any(path == fault.paper and covers(at, fault.line) for _, path, at, _ in new))
            for fault in planted
        ]
    assert len(outcomes) > COPIES
    assert report_faults("real papers together", outcomes) >= LEAST_FOUND


def _faults_across(paper: Path) -> list[Fault]:
    text = paper.read_text(encoding="utf-8")
    return [*announcement_faults(paper.name, text), *grid_faults(paper.name, text)]


def _findings_of_copies(papers: list[Path], faults: list[Fault], folder: Path) -> Found:
    folder.mkdir()
    copies = []
    for paper in papers:
        own = [fault for fault in faults if fault.paper == paper.name]
        copies.append(folder / paper.name)
        copies[-1].write_text(plant(paper.read_text(encoding="utf-8"), own), encoding="utf-8")
    return _findings(copies, folder)
