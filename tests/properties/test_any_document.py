"""Any document gives quotes that stand at their places; rows in any order give the same facts."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.extract import extract_paper
from tests.properties.documents import WEB_PAPERS
from tests.soak.mutations import fault_of

# What a row says of its place in the paper, which the order changes.
PLACES = ("locator", "quote", "paper_id", "table_no", "row_no", "column_no")
BREAKDOWN = """\
Harbour Programme Board

Friday 3 March 2017

Political Leadership programme - Stats 2016-17

Region\tLA\tNG\tTotal
{rows}
Total:\t18\t9\t27
"""
REGIONS = (
    "North East\t4\t2\t6",
    "Wales\t3\t0\t3",
    "South West\t6\t5\t11",
    "Greater London\t5\t2\t7",
)
GRID = """\
Local Government Association

Harbour Programme Board

Harbour Programme Board Attendance 2016 -2017

Councillors\t09/09/16\t17/11/16\t03/03/17
Labour Group\t\t\t
{rows}
"""
MEMBERS = (
    "Ann Beecham\tYES\tNO\tYES",
    "Susan Dean OBE\tYES\tYES\t",
    "Guy Hallam\tNO\tYES\tYES",
    "Ian Jessop CBE\tNO\tNO\tYES",
)


@given(paper=WEB_PAPERS)
def test_any_document_gives_no_false_quote(paper: str) -> None:
    assert fault_of(paper.encode(), "paper.html") is None


@given(order=st.permutations(REGIONS))
def test_rows_of_a_breakdown_in_any_order_are_the_same_facts(order: list[str]) -> None:
    assert _facts(BREAKDOWN, order, "leadership_stats") == _facts(
        BREAKDOWN, list(REGIONS), "leadership_stats"
    )
    assert _facts(BREAKDOWN, order, "findings") == []


@given(order=st.permutations(MEMBERS))
def test_rows_of_a_grid_in_any_order_are_the_same_facts(order: list[str]) -> None:
    assert _facts(GRID, order, "attendance") == _facts(GRID, list(MEMBERS), "attendance")


@given(order=st.permutations((1, 2)))
def test_columns_of_a_breakdown_in_any_order_are_the_same_facts(order: list[int]) -> None:
    text = BREAKDOWN.format(rows="\n".join(REGIONS))
    lines = [_reordered(line, order) if "\t" in line else line for line in text.split("\n")]
    assert _rows("\n".join(lines), "leadership_stats") == _rows(text, "leadership_stats")


def _reordered(line: str, order: list[int]) -> str:
    first, *others, last = line.split("\t")
    return "\t".join([first, *(others[number - 1] for number in order), last])


def _facts(paper: str, rows: list[str], table: str) -> list[tuple[object, ...]]:
    return _rows(paper.format(rows="\n".join(rows)), table)


def _rows(text: str, table: str) -> list[tuple[object, ...]]:
    frame = extract_paper(text.encode(), "paper.txt").frames[table]
    facts = frame.drop(PLACES, strict=False).select(pl.all().cast(pl.String).fill_null(""))
    return sorted(facts.rows())
