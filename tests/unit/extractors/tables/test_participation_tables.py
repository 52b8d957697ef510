"""Participants in tables that are no leadership tables."""

import pytest

from pipelines.schema.records import ProgrammeParticipation
from tests.unit.extractors.papers import records_of

LA, NG, NGDP = (
    "leadership-academy",
    "next-generation",
    "national-graduate-development-programme",
)
Told = tuple[str | None, str | None, str, int, str, str]


def told_by(text: str) -> list[Told]:
    """Programme, period, value, number, unit and status of each statement."""
    return [
        (
            each.programme_id,
            each.period,
            each.dimension_value,
            each.participants,
            each.unit,
            each.status,
        )
        for each in records_of(
            f"Harbour Board\n\n12 June 2018\n\n{text}", "programme_participation"
        )
        if isinstance(each, ProgrammeParticipation)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "NGDP applications\n\nYear\tApplications\tGraduates recruited\n2014/15\t1,204\t95\n",
            [
                (NGDP, "2014/15", "total", 1204, "applications", "signed_up"),
                (NGDP, "2014/15", "total", 95, "graduates", "took_part"),
            ],
            id="applications by year",
        ),
        pytest.param(
            "Programmes in 2016/17\n\nProgramme\tTarget\tActual\tVariance\nLA\t90\t92\t2\n"
            "Pier Skills\t20\t11\t-9\n",
            [
                (LA, "2016/17", "total", 90, "councillors", "planned"),
                (LA, "2016/17", "total", 92, "councillors", "took_part"),
                (None, "2016/17", "total", 20, "councillors", "planned"),
                (None, "2016/17", "total", 11, "councillors", "took_part"),
            ],
            id="target and result, one in no register",
        ),
        pytest.param(
            "Councillors on leadership programmes\n\nYear\tLA\tNG\tTotal\n2014/15\t92\t58\t150\n"
            "2015/16\t80\t60\t140\nTotal\t172\t118\t290\n",
            [
                (LA, "2014/15", "total", 92, "councillors", "took_part"),
                (NG, "2014/15", "total", 58, "councillors", "took_part"),
                (LA, "2015/16", "total", 80, "councillors", "took_part"),
                (NG, "2015/16", "total", 60, "councillors", "took_part"),
            ],
            id="years down, without their totals",
        ),
        pytest.param(
            "NGDP graduates by region 2016/17\n\nRegion\tGraduates placed\nWales\t3\n"
            "London\t4\nTotal\t7\n",
            [
                (NGDP, "2016/17", "Wales", 3, "graduates", "took_part"),
                (NGDP, "2016/17", "Greater London", 4, "graduates", "took_part"),
            ],
            id="graduates by region",
        ),
        pytest.param(
            "Councillors on the Leadership Academy 2016/17\n\nCouncil\tCouncillors\n"
            "Kent CC\t3\nLeeds City\t4\n",
            [
                (LA, "2016/17", "Kent County Council", 3, "councillors", "took_part"),
                (LA, "2016/17", "Leeds City Council", 4, "councillors", "took_part"),
            ],
            id="councils",
        ),
        pytest.param(
            "Indicators\n\nKPI\tTarget 2016/17\tActual 2016/17\tRAG\n"
            "Councils satisfied with our support\t90\t95\tGreen\n"
            "Councillors trained on Next Generation\t60\t58\tRed\n"
            "Visits to the site\t900\t950\tGreen\n",
            [
                (NG, "2016/17", "total", 60, "councillors", "planned"),
                (NG, "2016/17", "total", 58, "councillors", "took_part"),
            ],
            id="indicators",
        ),
        pytest.param(
            "NGDP: councils taking part by type\n\nType of council\t2016/17\nCounty\t3\n"
            "District\t4\n",
            [
                (NGDP, "2016/17", "county", 3, "councils", "took_part"),
                (NGDP, "2016/17", "district", 4, "councils", "took_part"),
            ],
            id="councils by type of council",
        ),
        pytest.param(
            "Costs of programmes 2016/17\n\nProgramme\tPosts\nLA\t4\nNG\t3\n", [], id="posts"
        ),
        pytest.param(
            "Leadership Academy\n\nMonth\tCouncillors\nApril 2016\t6\nMay 2016\t12\n",
            [],
            id="months",
        ),
    ],
)
def test_statements(text: str, expected: list[Told]) -> None:
    assert told_by(text) == expected
