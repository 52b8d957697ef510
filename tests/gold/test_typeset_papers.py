"""The same paper gives the same rows, typeset as PDF in any layout."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import pytest
from typeset_pdf import LAYOUTS, Layout, typeset_pdf

from pipelines.documents import Document
from pipelines.extractors.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.records import Record
from pipelines.reference.registers import load_registers
from pipelines.settings import REPOSITORY

OWN_PAPERS = sorted((REPOSITORY / "data" / "raw").glob("*.txt"))
# What a row says of its place in the paper, which the layout changes.
PLACES = {"locator", "quote", "table_no", "row_no", "column_no"}
# The least F1 of the rows of a PDF against those of the text.
FLOORS = {
    "leadership_stats": 1.0,
    "attendance": 0.95,
    "board_memberships": 0.95,
    "budget_lines": 0.90,
    "agenda_items": 0.85,
    "decisions": 0.80,
    "actions": 0.75,
}
LAYOUT_IDS = [layout.name for layout in LAYOUTS]


def facts(records: Sequence[Record]) -> Counter[tuple[tuple[str, str], ...]]:
    return Counter(
        tuple((name, str(value)) for name, value in asdict(record).items() if name not in PLACES)
        for record in records
    )


def f1(wanted: Sequence[Record], found: Sequence[Record]) -> float:
    right = sum((facts(wanted) & facts(found)).values())
    return 2 * right / (len(wanted) + len(found)) if wanted or found else 1.0


def shortfalls(
    wanted: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]]
) -> list[str]:
    reached = {table: f1(wanted[table], found[table]) for table in FLOORS}
    return [
        f"{table} {value:.3f} is below {FLOORS[table]}"
        for table, value in reached.items()
        if value < FLOORS[table]
    ]


def assert_quotes_hold(document: Document) -> None:
    for block in document.blocks:
        for passage in [block.passage, *(row.passage for row in block.rows)]:
            assert document.holds(passage.quote(), passage.span), passage


def assert_same_rows(paper: Path, layout: Layout) -> None:
    registers = load_registers()
    text = read_document(paper.read_bytes(), paper.name)
    pdf = read_document(typeset_pdf(text, layout), f"{paper.stem}.pdf")
    assert_quotes_hold(pdf)
    assert shortfalls(read_subjects(text, registers), read_subjects(pdf, registers)) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=LAYOUT_IDS)
@pytest.mark.parametrize("paper", OWN_PAPERS, ids=[paper.stem for paper in OWN_PAPERS])
def test_own_papers(paper: Path, layout: Layout) -> None:
    assert_same_rows(paper, layout)


@pytest.mark.papers
@pytest.mark.parametrize("layout", LAYOUTS, ids=LAYOUT_IDS)
def test_real_papers(papers: list[Path], layout: Layout) -> None:
    for paper in papers:
        assert_same_rows(paper, layout)
