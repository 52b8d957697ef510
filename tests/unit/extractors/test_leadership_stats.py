"""Leadership tables of invented papers, in the ways that pages damage them."""

from datetime import date

import pytest

from pipelines.extractors.leadership_stats import read_leadership_stats
from pipelines.schema.records import LeadershipStat
from pipelines.structures.figures.reading import read_tables
from pipelines.structures.prose.statements import read_paragraphs, read_statements
from pipelines.structures.told.sentences import read_sentences
from tests.unit.extractors.papers import document_of
from tests.unit.extractors.reports import REGISTERS, REPORT

BY_GROUP = """\
At the end of March 2018 a total of 21 councillors had attended.

## Leadership figures 2017-18

Political Group\tLP\tNG\tTotal
Labour\t4\t6\t10
Conservative\t3\t8\t11
Total:\t7\t14\t21
"""


def stats_of(text: str) -> list[LeadershipStat]:
    document = document_of(text)
    tables = read_tables(document, REGISTERS)
    paragraphs = read_paragraphs(document)
    sentences = read_sentences(read_statements(paragraphs), REGISTERS, REPORT.meeting_date)
    found = read_leadership_stats(document, tables, paragraphs, sentences, REGISTERS, REPORT)
    return [each for each in found if isinstance(each, LeadershipStat)]


def cells_of(text: str) -> list[tuple[str, str, int, bool]]:
    return [
        (stat.dimension_value, stat.programme_id, stat.councillors, stat.is_total)
        for stat in stats_of(text)
    ]


LEADERS, NEXT, EVERY = "leaders-programme", "next-generation", "all"
CELLS = [
    ("Labour", LEADERS, 4, False),
    ("Labour", NEXT, 6, False),
    ("Labour", EVERY, 10, True),
    ("Conservative", LEADERS, 3, False),
    ("Conservative", NEXT, 8, False),
    ("Conservative", EVERY, 11, True),
    ("total", LEADERS, 7, True),
    ("total", NEXT, 14, True),
    ("total", EVERY, 21, True),
]


def test_every_cell_is_one_row() -> None:
    assert cells_of(BY_GROUP) == CELLS
    assert stats_of(BY_GROUP)[4] == LeadershipStat(
        period="2017/18",
        as_of=date(2018, 3, 31),
        programme_id="next-generation",
        programme_code="NG",
        dimension="political_group",
        dimension_value="Conservative",
        councillors=8,
        status="took_part",
        is_total=False,
        table_no=1,
        row_no=3,
        column_no=3,
        locator="l7",
        quote="Conservative 3 8 11",
        proof="sums_hold",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("LP\tNG", "L P\tNG*", id="codes with noise of recognition"),
        pytest.param("LP\tNG", "Leaders' Programme\tNext Generation", id="names in full"),
        pytest.param("Political Group\t", "\t", id="header without its dimension"),
        pytest.param("Conservative\t3", "\nConservative\t3", id="rows cut off by a blank line"),
        pytest.param(
            "Conservative\t3",
            "\nPolitical Group\tLP\tNG\tTotal\nConservative\t3",
            id="header repeated on the next page",
        ),
        pytest.param("Labour\t4", "Labour\t\t4", id="an empty cell slipped in"),
        pytest.param(
            "Conservative\t3\t8\t11",
            "Conserva\t3\t8\t11\n\ntive\t\t\t",
            id="a label that a page break cut",
        ),
    ],
)
def test_damage_changes_no_cell(old: str, new: str) -> None:
    assert cells_of(BY_GROUP.replace(old, new)) == CELLS


def test_shuffled_columns_keep_their_programmes() -> None:
    text = "Region\tTotal\tNG\tLP\nWales\t9\t2\t7\nLondon\t5\t4\t1\n"
    assert cells_of(text) == [
        ("Wales", EVERY, 9, True),
        ("Wales", NEXT, 2, False),
        ("Wales", LEADERS, 7, False),
        ("Greater London", EVERY, 5, True),
        ("Greater London", NEXT, 4, False),
        ("Greater London", LEADERS, 1, False),
    ]


def test_what_is_no_number_is_no_row() -> None:
    text = "Type of council\tLP\tNG\nDistrict\t1O\t-\nCounty\t0\t1,204\n"
    assert cells_of(text) == [("county", LEADERS, 0, False), ("county", NEXT, 1204, False)]


def test_dates_are_those_the_paper_prints() -> None:
    undated = BY_GROUP.replace("At the end of March 2018 a", "A").replace(" 2017-18", "")
    other = "As at 31 May 2016 a total of 9 leaders had come.\n\n" + BY_GROUP
    found = {text: stats_of(text)[0] for text in (undated, other)}
    assert (found[undated].period, found[undated].as_of) == (None, None)
    assert (found[other].period, found[other].as_of) == ("2017/18", date(2018, 3, 31))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Councillor\t09/09/16\t18/11/16\nAnn Bee\tYes\tNo\n", id="attendance"),
        pytest.param("Region\tBudget £m\tTotal £m\nWales\t1.5\t2.5\n", id="budget by region"),
        pytest.param("Item\tPage\n1. Welcome\t3\n", id="agenda"),
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert stats_of(text) == []


TURNED = """\
Programme\tLabour\tConservative\tTotal
LP\t4\t3\t7
NG\t6\t8\t14
Total\t10\t11\t21
"""


def test_a_turned_table_has_the_same_cells() -> None:
    assert sorted(cells_of(TURNED)) == sorted(CELLS)
    assert {stat.dimension for stat in stats_of(TURNED)} == {"political_group"}


SAID = "At the end of March 2018 a total of {total} councillors had {verb}.\n\n"


@pytest.mark.parametrize(
    ("sentences", "status"),
    [
        pytest.param("", "took_part", id="nothing is said"),
        pytest.param(SAID.format(total=21, verb="attended"), "took_part", id="attended"),
        pytest.param(
            SAID.format(total=21, verb="attended or were signed up"),
            "signed_up",
            id="attended or signed up",
        ),
        pytest.param(
            SAID.format(total=21, verb="attended") + SAID.format(total=4, verb="registered"),
            "took_part",
            id="the sentence with the total decides",
        ),
    ],
)
def test_a_sentence_says_how_the_counted_stand(sentences: str, status: str) -> None:
    assert {stat.status for stat in stats_of(sentences + TURNED)} == {status}


BY_REGION = """
Region\tLP\tNG\tTotal
South East\t4\t6\t10
South West\t3\t2\t5
Total\t7\t8\t15

"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("{verb} by region:", "{verb} by region:", id="lead-ins"),
        pytest.param("## {verb} by region", "## {verb} by region", id="headings"),
        pytest.param("15 councillors {verb}:", "15 councillors {verb}:", id="with the same total"),
        pytest.param(
            "By March 15 councillors {verb}.", "Who {verb}:", id="a sentence and a lead-in"
        ),
    ],
)
@pytest.mark.parametrize(
    "verbs",
    [
        pytest.param(
            (("signed up", "signed_up"), ("took part", "took_part")), id="signed up first"
        ),
        pytest.param(
            (("took part", "took_part"), ("signed up", "signed_up")), id="took part first"
        ),
        pytest.param((("took part", "took_part"), ("will have taken part", "planned")), id="plan"),
    ],
)
def test_each_table_has_the_standing_of_its_own_caption(
    first: str, second: str, verbs: tuple[tuple[str, str], ...]
) -> None:
    (verb, status), (other_verb, other_status) = verbs
    text = f"{first.format(verb=verb)}\n{BY_REGION}{second.format(verb=other_verb)}\n{BY_REGION}"

    assert {(stat.table_no, stat.status) for stat in stats_of(text)} == {
        (1, status),
        (2, other_status),
    }


def test_one_caption_is_that_of_each_table_below() -> None:
    text = f"## Councillors who signed up\n{BY_REGION}\nBy group\n\n{TURNED}"

    assert {(stat.dimension, stat.status) for stat in stats_of(text)} == {
        ("region", "signed_up"),
        ("political_group", "signed_up"),
    }


def test_a_title_of_any_table_says_no_standing() -> None:
    said = SAID.format(total=15, verb="signed up")

    assert {stat.status for stat in stats_of(f"{said}## Attendance by region\n{BY_REGION}")} == {
        "signed_up"
    }
