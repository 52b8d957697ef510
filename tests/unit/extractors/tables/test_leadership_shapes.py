"""Leadership tables of other shapes than programmes by group, and tables that are none."""

import pytest

from pipelines.extraction.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.schema.records import LeadershipStat, Record, WithheldReading
from tests.unit.extractors.papers import records_of
from tests.unit.extractors.reports import REGISTERS

Stat = tuple[str | None, str, str, int, str]
LA, NG, ALL = "leadership-academy", "next-generation", "all"
HEAD = "Harbour Board\n\n12 June 2018\n\n"


def stats_of(text: str) -> list[Stat]:
    """Period, programme, value, count and status of each cell."""
    return [
        (each.period, each.programme_id, each.dimension_value, each.councillors, each.status)
        for each in records_of(HEAD + text, "leadership_stats")
        if isinstance(each, LeadershipStat)
    ]


def withheld_of(text: str) -> list[tuple[str, str]]:
    found: list[Record] = records_of(HEAD + text, "set_aside")
    return [(each.subject, each.reason) for each in found if isinstance(each, WithheldReading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Next Generation 2016/17\n\nRegion\tPlanned\tDone\nWales\t10\t8\nLondon\t12\t14\n",
            [
                ("2016/17", NG, "Wales", 10, "planned"),
                ("2016/17", NG, "Wales", 8, "took_part"),
                ("2016/17", NG, "Greater London", 12, "planned"),
                ("2016/17", NG, "Greater London", 14, "took_part"),
            ],
            id="target and result",
        ),
        pytest.param(
            "Leadership Academy\n\n\tLabour\tConservative\tTotal\n2016/17\t3\t4\t7\n"
            "2017/18\t5\t6\t11\n",
            [
                ("2016/17", LA, "Labour", 3, "took_part"),
                ("2016/17", LA, "Conservative", 4, "took_part"),
                ("2016/17", LA, "total", 7, "took_part"),
                ("2017/18", LA, "Labour", 5, "took_part"),
                ("2017/18", LA, "Conservative", 6, "took_part"),
                ("2017/18", LA, "total", 11, "took_part"),
            ],
            id="years down, groups across",
        ),
        pytest.param(
            "Leadership programmes\n\n\t2015/16\t\t2016/17\t\nRegion\tLA\tNG\tLA\tNG\n"
            "Wales\t1\t2\t3\t4\nLondon\t5\t6\t7\t8\n",
            [
                ("2015/16", LA, "Wales", 1, "took_part"),
                ("2015/16", NG, "Wales", 2, "took_part"),
                ("2016/17", LA, "Wales", 3, "took_part"),
                ("2016/17", NG, "Wales", 4, "took_part"),
                ("2015/16", LA, "Greater London", 5, "took_part"),
                ("2015/16", NG, "Greater London", 6, "took_part"),
                ("2016/17", LA, "Greater London", 7, "took_part"),
                ("2016/17", NG, "Greater London", 8, "took_part"),
            ],
            id="years over programmes",
        ),
        pytest.param(
            "Leadership programmes 2016/17\n\n\tLabour\t\tConservative\t\n"
            "Programme\tBooked\tAttended\tBooked\tAttended\nLA\t3\t2\t5\t4\n",
            [
                ("2016/17", LA, "Labour", 3, "signed_up"),
                ("2016/17", LA, "Labour", 2, "took_part"),
                ("2016/17", LA, "Conservative", 5, "signed_up"),
                ("2016/17", LA, "Conservative", 4, "took_part"),
            ],
            id="groups over measures",
        ),
        pytest.param(
            "Leadership Academy 2016/17\n\n\tCouncillors\nBy group\t\nLabour\t3\nConservative\t4\n"
            "By region\t\nWales\t5\nLondon\t2\n",
            [
                ("2016/17", LA, "Labour", 3, "took_part"),
                ("2016/17", LA, "Conservative", 4, "took_part"),
                ("2016/17", LA, "Wales", 5, "took_part"),
                ("2016/17", LA, "Greater London", 2, "took_part"),
            ],
            id="sections by group and by region",
        ),
        pytest.param(
            "Leadership programmes 2016/17\n\nRegion\tProgramme\tBooked\nWales\tLA\t5\n\tNG\t3\n"
            "London\tLA\t7\n\tNG\t2\n",
            [
                ("2016/17", LA, "Wales", 5, "signed_up"),
                ("2016/17", NG, "Wales", 3, "signed_up"),
                ("2016/17", LA, "Greater London", 7, "signed_up"),
                ("2016/17", NG, "Greater London", 2, "signed_up"),
            ],
            id="a label printed once for two rows",
        ),
        pytest.param(
            "Leadership Academy 2016/17\n\nRegion\tLabour\tConservative\tTotal\nWales\t3\t4\t7\n"
            "London\t2\t1\t3\nTotal\t5\t5\t10\n",
            [
                ("2016/17", LA, "Wales", 7, "took_part"),
                ("2016/17", LA, "Greater London", 3, "took_part"),
                ("2016/17", LA, "Labour", 5, "took_part"),
                ("2016/17", LA, "Conservative", 5, "took_part"),
                ("2016/17", LA, "total", 10, "took_part"),
            ],
            id="regions by groups: their totals alone",
        ),
        pytest.param(
            "Leadership Academy 2016/17\n\nRegion\tQ1\tQ2\tTotal\nWales\t3\t4\t7\n"
            "London\t2\t1\t3\n",
            [
                ("2016/17", LA, "Wales", 7, "took_part"),
                ("2016/17", LA, "Greater London", 3, "took_part"),
            ],
            id="quarters: the year alone",
        ),
        pytest.param(
            "Leadership Academy 2016/17\n\nRegion\tCouncillors\nWales\t3\nLondon\t4\n"
            "Kernow\t1\nBritain\t8\n",
            [
                ("2016/17", LA, "Wales", 3, "took_part"),
                ("2016/17", LA, "Greater London", 4, "took_part"),
                ("2016/17", LA, "Kernow", 1, "took_part"),
                ("2016/17", LA, "total", 8, "took_part"),
            ],
            id="a total of another name",
        ),
        pytest.param(
            "The table below shows how many councillors took part in the Leadership Academy "
            "in 2016/17, "
            "broken down by the region of their council.\n\nRegion\tNumber\nWales\t3\nLondon\t4\n",
            [
                ("2016/17", LA, "Wales", 3, "took_part"),
                ("2016/17", LA, "Greater London", 4, "took_part"),
            ],
            id="a long lead-in",
        ),
        pytest.param(
            "Leadership programmes 2016/17\n\nRegion\tAll programmes\tLA\tNG\nWales\t7\t3\t4\n"
            "Northern sub-total\t9\t4\t5\nLondon\t11\t5\t6\n",
            [
                ("2016/17", ALL, "Wales", 7, "took_part"),
                ("2016/17", LA, "Wales", 3, "took_part"),
                ("2016/17", NG, "Wales", 4, "took_part"),
                ("2016/17", ALL, "Greater London", 11, "took_part"),
                ("2016/17", LA, "Greater London", 5, "took_part"),
                ("2016/17", NG, "Greater London", 6, "took_part"),
            ],
            id="a total in front, and a sub-total that is no region",
        ),
        pytest.param(
            "Leadership Academy 2016/17\n\nParty\tMembers\tParticipants\nLabour\t600\t6\n"
            "Conservative\t800\t8\n",
            [
                ("2016/17", LA, "Labour", 6, "took_part"),
                ("2016/17", LA, "Conservative", 8, "took_part"),
            ],
            id="members and participants",
        ),
    ],
)
def test_shapes(text: str, expected: list[Stat]) -> None:
    assert stats_of(text) == expected


def test_a_caption_within_the_table_is_its_title() -> None:
    page = (
        "<html><body><h1>Harbour Board</h1><p>12 June 2018</p><table><caption>Leadership "
        "Academy 2016/17"
        "</caption><tr><th>Region</th><th>No</th></tr><tr><td>Wales</td><td>3</td></tr>"
        "<tr><td>London</td><td>4</td></tr></table></body></html>"
    )
    document = read_document(page.encode(), "paper.html")
    found = read_subjects(document, REGISTERS, "00c0ffee00c0ffee")["leadership_stats"]
    assert [
        (each.period, each.programme_id, each.dimension_value, each.councillors)
        for each in found
        if isinstance(each, LeadershipStat)
    ] == [("2016/17", LA, "Wales", 3), ("2016/17", LA, "Greater London", 4)]


def test_a_code_alone_may_be_short_for_anything() -> None:
    schools = "Schools by region\n\nRegion\tLA\tAcademy\nWales\t30\t20\nLondon\t80\t2\n"
    assert records_of(HEAD + schools, "programme_participation") == []
    assert stats_of(schools) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Councillors by party in Kent\n\nParty\tCouncillors\nLabour\t9\nConservative\t8\n"
        ),
        pytest.param(
            "Leadership Academy\n\nSeats by region\n\nRegion\tNumber\nWales\t9\nLondon\t8\n"
        ),
        pytest.param(
            "Leadership Academy\n\nCouncillors in post\n\nParty\tCouncillors\nLabour\t9\n"
            "Conservative\t8\n"
        ),
        pytest.param(
            "Leadership Academy: views\n\nRegion\tAgree\tDisagree\nWales\t9\t1\nLondon\t8\t2\n"
        ),
        pytest.param(
            "Survey of councillors on the Leadership Academy\n\nRegion\tNumber\nWales\t9\n"
            "London\t8\n"
        ),
        pytest.param("Leadership Academy waiting list\n\nRegion\tNumber\nWales\t9\nLondon\t8\n"),
        pytest.param(
            "Leadership Academy\n\nAttendance at meetings\n\nParty\tExpected\tPresent\n"
            "Labour\t9\t8\n"
            "Conservative\t8\t7\n"
        ),
        pytest.param(
            "Political control\n\nRegion\tConservative\tLabour\tNOC\nWales\t1\t9\t2\n"
            "London\t8\t2\t1\n"
        ),
        pytest.param(
            "Leadership Academy by region\n\nRegion\t2015\t2016\nWales\t1\t2\nLondon\t3\t4\n"
        ),
        pytest.param("Leadership Academy\n\nAge\tCouncillors\n18-25\t9\n26-40\t8\n"),
    ],
)
def test_tables_that_count_something_else(text: str) -> None:
    assert (stats_of(text), records_of(HEAD + text, "programme_participation")) == ([], [])


@pytest.mark.parametrize(
    ("rows", "withheld"),
    [
        pytest.param(
            "Yorkshire and\t2\t3\nLondon\t3\t4\n",
            [("LP, Yorkshire and", "label_torn"), ("LA, Yorkshire and", "label_torn")],
            id="a label that is a part of one",
        ),
        pytest.param(
            "London\t3 4\t5\n", [("LA, Greater London", "figures_left_over")], id="two in a cell"
        ),
        pytest.param(
            "London\t3 4\t\n", [("London", "figures_left_over")], id="all figures in one cell"
        ),
        pytest.param("London\t3\t4\n", [], id="nothing against it"),
    ],
)
def test_rows_that_are_not_trusted_are_withheld(rows: str, withheld: list[tuple[str, str]]) -> None:
    text = f"Leadership figures 2014/15\n\nRegion\tLP\tLA\nWales\t1\t3\n{rows}"
    assert withheld_of(text) == withheld
    assert ("2014/15", LA, "Wales", 3, "took_part") in stats_of(text)
