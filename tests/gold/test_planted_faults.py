"""Faults planted in copies of the papers, and how many of them the rules find at their place."""

import csv
from collections import defaultdict
from pathlib import Path

import duckdb
import pytest
from gold_warehouse import build_warehouse

FAULTS = Path(__file__).with_name("planted_faults.csv")
LEAST_FOUND = 0.95


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


@pytest.mark.papers
def test_planted_faults_are_found(papers: list[Path], tmp_path: Path) -> None:
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
        candidate = folder / "boardpapers.candidate.duckdb"
        build_warehouse(changed, candidate)
        with duckdb.connect(str(candidate), read_only=True) as connection:
            found = set(
                connection.execute(
                    "select findings.rule, left(papers.source_path, 3), findings.locator "
                    "from quality_findings as findings inner join papers using (paper_id)"
                ).fetchall()
            )
        missed += [
            fault
            for fault in faults
            if (fault["rule"], fault["paper"], f"l{fault['line']}") not in found
        ]
    planted = sum(map(len, copies.values()))
    assert len(missed) <= (1 - LEAST_FOUND) * planted, missed
