"""The same paper gives the same rows: as text, as Word file, as web page, as PDF in any layout.

But for known gaps: a row that a form changes is one missed and one invented.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from tests.gold.gaps import Gap, known_gaps
from tests.typeset.typeset_docx import typeset_docx
from tests.typeset.typeset_html import typeset_html
from tests.typeset.typeset_pdf import LAYOUTS, typeset_pdf
from tests.typeset.typeset_raw import FORMS, RAW, TEXTS, text_of
from tests.unit.extractors.papers import PAPER

OWN_PAPERS = sorted([*RAW.glob("*.txt"), *TEXTS.glob("*.txt")])
Typesetter = Callable[[Document], bytes]
Fact = tuple[tuple[str, str], ...]
Subjects = Mapping[str, Sequence[Record]]
TYPESETTERS: dict[str, Typesetter] = {
    **{layout.name: partial(typeset_pdf, layout=layout) for layout in LAYOUTS},
    "docx": typeset_docx,
    "html": typeset_html,
}
# What a row says of its place in the paper, which the layout changes, and of its proof: only some
# forms can be read in two ways.
PLACES = {"locator", "quote", "table_no", "row_no", "column_no", "proof"}
# The tables whose rows a form of its own may not change
COMPARED = (
    "leadership_stats",
    "attendance",
    "board_memberships",
    "budget_lines",
    "agenda_items",
    "decisions",
    "actions",
)
# What a form changes of a paper by itself
FORM = PLACES | {"media_type", "page_count", "page_no", "characters"}


def facts(
    records: Sequence[Record], left_out: frozenset[str] | set[str] = frozenset(PLACES)
) -> Counter[Fact]:
    return Counter(fact_of(record, left_out) for record in records)


def fact_of(record: Record, left_out: frozenset[str] | set[str] = frozenset(PLACES)) -> Fact:
    return tuple(
        (name, str(value)) for name, value in asdict(record).items() if name not in left_out
    )


def places_beyond(records: Sequence[Record], others: Sequence[Record]) -> Iterator[str]:
    """The place of each record whose fact others do not tell, or not as often."""
    left = facts(others)
    for record in records:
        fact = fact_of(record)
        if left[fact]:
            left[fact] -= 1
        else:
            yield asdict(record)["locator"]


def gaps_between(text: Subjects, typed: Subjects, paper_id: str) -> list[Gap]:
    """The rows of a text that another form of it lacks, and those that only the form has."""
    return sorted(
        Gap(table, kind, paper_id, locator)
        for table in COMPARED
        for kind, wanted, found in (
            ("missed", text[table], typed[table]),
            ("invented", typed[table], text[table]),
        )
        for locator in places_beyond(wanted, found)
    )


def assert_quotes_hold(document: Document) -> None:
    for block in document.blocks:
        for passage in [block.passage, *(row.passage for row in block.rows)]:
            assert document.holds(passage.quote(), passage.span), passage


def assert_same_rows(paper: Path, form: str) -> None:
    registers = load_registers(REFERENCE)
    text = read_document(paper.read_bytes(), paper.name)
    typed = read_document(TYPESETTERS[form](text), paper.stem)
    assert_quotes_hold(typed)
    paper_id = hashlib.sha256(paper.read_bytes()).hexdigest()[:16]
    gaps = gaps_between(
        read_subjects(text, registers, PAPER), read_subjects(typed, registers, PAPER), paper_id
    )
    assert gaps == [gap for gap in known_gaps(form) if gap.paper_id == paper_id]


@pytest.mark.parametrize("form", TYPESETTERS)
@pytest.mark.parametrize("paper", OWN_PAPERS, ids=[paper.stem for paper in OWN_PAPERS])
def test_own_papers(paper: Path, form: str) -> None:
    assert_same_rows(paper, form)


@pytest.mark.papers
@pytest.mark.parametrize("form", TYPESETTERS)
def test_real_papers(papers: list[Path], form: str) -> None:
    for paper in papers:
        assert_same_rows(paper, form)


@pytest.mark.parametrize("name", FORMS)
def test_shipped_papers_tell_what_their_texts_tell(name: str) -> None:
    registers = load_registers(REFERENCE)
    wanted = read_subjects(text_of(name), registers, PAPER)
    found = read_subjects(read_document((RAW / name).read_bytes(), name), registers, PAPER)
    # A page repeats its head and foot, and parts paragraphs elsewhere
    for table in wanted.keys() - {"pages", "meetings", "passages"}:
        assert facts(found[table], FORM) == facts(wanted[table], FORM), table
    days = [{(m.board_id, m.meeting_date) for m in each["meetings"]} for each in (found, wanted)]
    assert days[0] == days[1]
