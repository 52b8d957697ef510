"""Peer challenges in tables: counts about the sector, and named councils."""

from datetime import date
from decimal import Decimal

import pytest

from pipelines.schema.records import PeerChallenge
from tests.unit.extractors.papers import records_of

HEAD = "Harbour Board\n\n12 June 2018\n\n"


def challenges_of(text: str) -> list[PeerChallenge]:
    return [
        each
        for each in records_of(HEAD + text, "peer_challenges")
        if isinstance(each, PeerChallenge)
    ]


Count = tuple[int | None, str, str, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peer challenges delivered in 2016/17\n\nCouncil type\tCorporate\tFinance\n"
            "County\t4\t1\n"
            "District\t7\t3\nTotal\t11\t4\n",
            [(11, "corporate", "delivered", "2016/17"), (4, "finance", "delivered", "2016/17")],
            id="types of council down: their total",
        ),
        pytest.param(
            "Peer challenges in 2016/17\n\nKind\tCounty\tDistrict\tTotal\nCorporate\t4\t7\t11\n"
            "Finance\t1\t3\t4\nTotal\t5\t10\t15\n",
            [(11, "corporate", "delivered", "2016/17"), (4, "finance", "delivered", "2016/17")],
            id="types of council across",
        ),
        pytest.param(
            "Peer challenges\n\nYear\tCorporate\tFinance\tTotal\n2015/16\t30\t4\t34\n"
            "2016/17\t31\t5\t36\n",
            [
                (30, "corporate", "delivered", "2015/16"),
                (4, "finance", "delivered", "2015/16"),
                (31, "corporate", "delivered", "2016/17"),
                (5, "finance", "delivered", "2016/17"),
            ],
            id="years",
        ),
        pytest.param(
            "Peer challenges 2016/17\n\nKind\tPlanned\tDelivered\nCorporate\t30\t28\n"
            "Total\t30\t28\n",
            [(30, "corporate", "planned", "2016/17"), (28, "corporate", "delivered", "2016/17")],
            id="planned and delivered",
        ),
        pytest.param(
            "Councils that had a peer challenge, 2016/17\n\nRegion\tCouncils\tHad one\t%\n"
            "Wales\t22\t11\t50%\nLondon\t33\t11\t33%\nTotal\t55\t22\t40%\n",
            [(22, "general", "delivered", "2016/17")],
            id="of all councils",
        ),
        pytest.param(
            "Progress\n\nIndicator\tTarget\tAchieved\nFinance peer challenges held\t9\t8\n",
            [(9, "finance", "planned", None), (8, "finance", "delivered", None)],
            id="indicators",
        ),
        pytest.param(
            "Members of peer challenge teams\n\nParty\tPeers\nLabour\t30\nConservative\t40\n",
            [],
            id="those who challenge",
        ),
        pytest.param(
            "Peer challenge recommendations\n\nTheme\tMade\tDone\nFinance\t40\t20\nHousing\t9\t3\n",
            [],
            id="what they recommended",
        ),
        pytest.param(
            "Survey of councils after a peer challenge\n\nRegion\tNumber\nWales\t3\nLondon\t4\n",
            [],
            id="a survey",
        ),
    ],
)
def test_counts(text: str, expected: list[Count]) -> None:
    found = challenges_of(text)
    assert [(e.challenges, e.challenge_type, e.status, e.period) for e in found] == expected


Named = tuple[str | None, str, str, str | None, date | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peer challenges\n\nCouncil\tType of challenge\tDate on site\n"
            "Kent CC\tCorporate\t12-14 May 2017\n"
            "Leeds\tFinance\tMarch 2018\nTorbay\tCorporate\t3 September 2018\n",
            [
                ("Kent County Council", "corporate", "delivered", "2017/18", date(2017, 5, 12)),
                ("Leeds City Council", "finance", "delivered", "2017/18", None),
                ("Torbay Council", "corporate", "planned", "2018/19", date(2018, 9, 3)),
            ],
            id="a day after that of the paper is planned",
        ),
        pytest.param(
            "Fire peer challenges planned for 2018/19\n\nNo.\tAuthority\tStatus\n"
            "1\tKent CC\tAgreed\n"
            "2\tLeeds\tAgreed\n",
            [
                ("Kent County Council", "fire", "planned", "2018/19", None),
                ("Leeds City Council", "fire", "planned", "2018/19", None),
            ],
            id="the title says kind, year and plan",
        ),
        pytest.param(
            "Councils with their leaders\n\nCouncil\tLeader\nKent CC\tAnn Bee\nLeeds\tGuy Moss\n",
            [],
            id="councils without a challenge",
        ),
    ],
)
def test_named_councils(text: str, expected: list[Named]) -> None:
    assert [
        (each.council_name, each.challenge_type, each.status, each.period, each.happened_on)
        for each in challenges_of(text)
    ] == expected


@pytest.mark.parametrize(
    ("head", "kent", "leeds", "expected"),
    [
        pytest.param(
            "Saving\tTimescale",
            "£1.4m\ta year",
            "£210,000\tone-off",
            [("1400000.00", "per_year"), ("210000.00", "one_off")],
            id="a timescale beside",
        ),
        pytest.param(
            "Annual saving (£000)\tNote",
            "1,400\tgrown",
            "210\tpaid",
            [("1400000.00", "per_year"), ("210000.00", "per_year")],
            id="the head says unit and timescale",
        ),
        pytest.param(
            "Savings identified\tNote",
            "£1.4m per annum\t",
            "£210,000 (one-off)\t",
            [("1400000.00", "per_year"), ("210000.00", "one_off")],
            id="in the cell",
        ),
    ],
)
def test_savings_of_councils(
    head: str, kent: str, leeds: str, expected: list[tuple[str, str]]
) -> None:
    text = (
        f"After a productivity peer challenge\n\nCouncil\t{head}\nKent CC\t{kent}\nLeeds\t{leeds}\n"
    )
    found = challenges_of(text)
    assert [(each.council_name, each.challenge_type) for each in found] == [
        ("Kent County Council", "productivity"),
        ("Leeds City Council", "productivity"),
    ]
    assert [(each.savings_gbp, each.savings_period) for each in found] == [
        (Decimal(amount), period) for amount, period in expected
    ]
    assert records_of(HEAD + text, "budget_lines") == []
