"""The same paper gives the same rows: as text, as Word file, as web page, as PDF in any layout."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from pipelines.documents import Document
from pipelines.extraction.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import Record
from tests.typeset.typeset_docx import typeset_docx
from tests.typeset.typeset_html import typeset_html
from tests.typeset.typeset_pdf import LAYOUTS, typeset_pdf
from tests.typeset.typeset_raw import FORMS, RAW, TEXTS, text_of
from tests.unit.extractors.papers import PAPER

OWN_PAPERS = sorted([*RAW.glob("*.txt"), *TEXTS.glob("*.txt")])
Typesetter = Callable[[Document], bytes]
TYPESETTERS: dict[str, Typesetter] = {
    **{layout.name: partial(typeset_pdf, layout=layout) for layout in LAYOUTS},
    "docx": typeset_docx,
    "html": typeset_html,
}
# What a row says of its place in the paper, which the layout changes.
PLACES = {"locator", "quote", "table_no", "row_no", "column_no"}
# The least F1 of the rows of a typeset paper against those of the text.
FLOORS = {
    "leadership_stats": 1.0,
    "attendance": 0.95,
    "board_memberships": 0.95,
    "budget_lines": 0.90,
    "agenda_items": 0.85,
    "decisions": 0.80,
    "actions": 0.75,
}
# What a form changes of a paper by itself
FORM = PLACES | {"media_type", "page_count", "page_no", "characters"}


def facts(
    records: Sequence[Record], left_out: frozenset[str] | set[str] = frozenset(PLACES)
) -> Counter[tuple[tuple[str, str], ...]]:
    return Counter(
        tuple((name, str(value)) for name, value in asdict(record).items() if name not in left_out)
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


def assert_same_rows(paper: Path, typeset: Typesetter) -> None:
    registers = load_registers(REFERENCE)
    text = read_document(paper.read_bytes(), paper.name)
    typed = read_document(typeset(text), paper.stem)
    assert_quotes_hold(typed)
    assert (
        shortfalls(read_subjects(text, registers, PAPER), read_subjects(typed, registers, PAPER))
        == []
    )


@pytest.mark.parametrize("typeset", TYPESETTERS.values(), ids=TYPESETTERS)
@pytest.mark.parametrize("paper", OWN_PAPERS, ids=[paper.stem for paper in OWN_PAPERS])
def test_own_papers(paper: Path, typeset: Typesetter) -> None:
    assert_same_rows(paper, typeset)


@pytest.mark.papers
@pytest.mark.parametrize("typeset", TYPESETTERS.values(), ids=TYPESETTERS)
def test_real_papers(papers: list[Path], typeset: Typesetter) -> None:
    for paper in papers:
        assert_same_rows(paper, typeset)


@pytest.mark.parametrize("name", FORMS)
def test_shipped_papers_tell_what_their_texts_tell(name: str) -> None:
    registers = load_registers(REFERENCE)
    wanted = read_subjects(text_of(name), registers, PAPER)
    found = read_subjects(read_document((RAW / name).read_bytes(), name), registers, PAPER)
    for table in wanted.keys() - {"pages", "meetings"}:
        assert facts(found[table], FORM) == facts(wanted[table], FORM), table
    days = [{(m.board_id, m.meeting_date) for m in each["meetings"]} for each in (found, wanted)]
    assert days[0] == days[1]
