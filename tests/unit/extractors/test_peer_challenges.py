"""Sentences of invented papers about peer challenges; the councils are real, nothing else is."""

from decimal import Decimal

import pytest

from pipelines.extractors.peer_challenges import read_peer_challenges
from pipelines.schema.records import PeerChallenge
from tests.unit.extractors.papers import sentences_of
from tests.unit.extractors.reports import REGISTERS, REPORT


def records_of(text: str) -> list[PeerChallenge]:
    return read_peer_challenges(sentences_of(text, REPORT.meeting_date), REGISTERS, REPORT)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "In 2023/24, 44 corporate peer challenges were delivered; six were delivered twice.",
            [44],
        ),
        (
            "In 2023/24, six corporate peer challenges were delivered, and 44 were delivered.",
            [6, 44],
        ),
    ],
)
def test_a_part_of_a_count_is_no_count_of_its_own(text: str, counts: list[int]) -> None:
    assert [each.challenges for each in records_of(text)] == counts


def test_a_named_council_is_one_whole_row() -> None:
    text = (
        "We have undertaken several **finance peer reviews**. Early examples include Derby City"
        " Council, which has saved £250k per year."
    )
    quote = "Early examples include Derby City Council, which has saved £250k per year."
    assert records_of(text)[1] == PeerChallenge(
        council_id="derby-city-council",
        council_name="Derby City Council",
        challenge_type="finance",
        period=None,
        challenges=1,
        qualifier="exactly",
        status="delivered",
        savings_gbp=Decimal("250000.00"),
        savings_period="per_year",
        locator="l1",
        quote=quote,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kent County Council and Devon County Council have not had a peer challenge.",
            [("Kent County Council", 1, "not_had"), ("Devon County Council", 1, "not_had")],
            id="two councils that had none",
        ),
        pytest.param(
            "Kent County Council had a peer challenge in May, but Devon County Council has not.",
            [("Kent County Council", 1, "delivered"), ("Devon County Council", 1, "not_had")],
            id="one that had one and one that had none",
        ),
        pytest.param(
            "Leeds City Council is yet to host a peer review.",
            [("Leeds City Council", 1, "not_had")],
            id="one that is yet to have one",
        ),
        pytest.param(
            "Five councils have never had a peer challenge.",
            [(None, 5, "not_had")],
            id="a number that had none",
        ),
        pytest.param(
            "Kent County Council has not only had a peer challenge but acted on it.",
            [("Kent County Council", 1, "delivered")],
            id="not only",
        ),
        pytest.param(
            "Forty authorities have had a peer challenge and six have not.",
            [(None, 40, "delivered"), (None, 6, "not_had")],
            id="one sentence that says both",
        ),
        pytest.param(
            "Twelve peer challenges have not yet been delivered.",
            [],
            id="peer challenges that were not held",
        ),
        pytest.param(
            "Devon County Council had not published the report of its peer challenge.",
            [],
            id="something else was not done",
        ),
    ],
)
def test_what_is_denied_is_not_delivered(
    text: str, expected: list[tuple[str | None, int | None, str]]
) -> None:
    found = [(each.council_name, each.challenges, each.status) for each in records_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Over 240 peer challenges have been delivered.",
            [(240, "over", "delivered", "general")],
            id="delivered",
        ),
        pytest.param(
            "This year we delivered 62 corporate peer challenges and a further 18 are planned.",
            [(62, "exactly", "delivered", "corporate"), (18, "exactly", "planned", "corporate")],
            id="delivered and planned",
        ),
        pytest.param(
            "All 12 fire and rescue authorities have undertaken the fire peer challenge.",
            [(12, "exactly", "delivered", "fire")],
            id="authorities that had one",
        ),
        pytest.param(
            "Health and wellbeing peer challenges have been held in 56 councils.",
            [(56, "exactly", "delivered", "health")],
            id="councils at the end",
        ),
        pytest.param(
            "Thirty authorities have signed up for a safeguarding peer review.",
            [(30, "exactly", "planned", "safeguarding")],
            id="signed up",
        ),
        pytest.param(
            "We are piloting a peer challenge of council finances. Six or seven pilots are"
            " proposed.",
            [(7, "up_to", "planned", "finance")],
            id="between two numbers",
        ),
        pytest.param(
            "Each year we carry out a number of housing peer reviews, and several housing peer"
            " reviews were completed in May.",
            [(None, None, "delivered", "housing")],
            id="not counted",
        ),
        pytest.param(
            "We are making an offer to every council of a peer challenge free of charge.",
            [(None, None, "offered", "general")],
            id="offered to all",
        ),
        pytest.param(
            "We will be offering a paid for peer challenge focused on raising productivity.",
            [(None, None, "offered", "productivity")],
            id="offered for money",
        ),
        pytest.param(
            "We delivered 40 peer challenges, of which 12 were corporate peer challenges.",
            [(40, "exactly", "delivered", "general"), (12, "exactly", "delivered", "corporate")],
            id="a part of one type",
        ),
    ],
)
def test_statements_about_the_sector(
    text: str, expected: list[tuple[int | None, str | None, str, str]]
) -> None:
    assert [
        (record.challenges, record.qualifier, record.status, record.challenge_type)
        for record in records_of(text)
    ] == expected


def test_a_plan_takes_its_year_from_the_lead_in() -> None:
    text = "In 2018/19 we will:\n\n- deliver at least 90 peer challenges\n- hold an event\n"
    assert [
        (record.challenges, record.qualifier, record.status, record.period)
        for record in records_of(text)
    ] == [(90, "at_least", "planned", "2018/19")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A joint peer review of two councils, Wigan Council and Derby City Council, identified"
            " savings of £45k per annum.",
            [
                ("wigan-metropolitan-borough-council", Decimal("45000.00"), "per_year"),
                ("derby-city-council", Decimal("45000.00"), "per_year"),
            ],
            id="joint review",
        ),
        pytest.param(
            "A peer review of Wigan Council saved £1.2m, and one of Kent County Council led to"
            " savings of £300,000 a year.",
            [
                ("wigan-metropolitan-borough-council", Decimal("1200000.00"), None),
                ("kent-county-council", Decimal("300000.00"), "per_year"),
            ],
            id="each its own saving",
        ),
        pytest.param(
            "Peers from Oxford City Council joined the peer challenge held at Kent County Council.",
            [("kent-county-council", None, None)],
            id="peers are not reviewed",
        ),
        pytest.param(
            "Peer challenges delivered in 2016/17:\n\n- Kent County Council\n- Derby City Council",
            [("kent-county-council", None, None), ("derby-city-council", None, None)],
            id="a list",
        ),
        pytest.param(
            "A peer challenge of Cheshire County Council was delivered in 2007/08.",
            [("cheshire-county-council", None, None)],
            id="a council of the year that is told",
        ),
        pytest.param(
            "A peer challenge of Cheshire County Council was delivered.",
            [(None, None, None)],
            id="a council whose place two took",
        ),
    ],
)
def test_named_councils(text: str, expected: list[tuple[str, Decimal | None, str | None]]) -> None:
    assert [
        (record.council_id, record.savings_gbp, record.savings_period)
        for record in records_of(text)
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A peer review of Kent County Council saved £3k, and a joint review of two districts,"
            " Wigan Council and Derby City Council, saved £45k.",
            [None, 1, 1],
            id="one alone and two together",
        ),
        pytest.param(
            "Wigan Council and Derby City Council were jointly reviewed in a peer challenge, which"
            " has been completed.",
            [1, 1],
            id="names before the word",
        ),
        pytest.param(
            "Peer challenges were held in Wigan Council, Derby City Council and Kent County"
            " Council.",
            [None, None, None],
            id="three of their own",
        ),
        pytest.param(
            "Joint peer reviews were held of Wigan Council and Derby City Council; a combined one"
            " was held of Kent County Council and Oxford City Council.",
            [1, 1, 2, 2],
            id="two joint reviews",
        ),
    ],
)
def test_joint_reviews_are_numbered(text: str, expected: list[int | None]) -> None:
    assert [record.joint_no for record in records_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("All councils should have a peer challenge every 4 years.", id="a wish"),
        pytest.param("Do you have views on the 5 parts of a peer challenge?", id="a question"),
        pytest.param("12. Peer challenge and next steps", id="a title"),
        pytest.param("Members agreed the new approach to peer challenge.", id="a decision"),
        pytest.param("Officers to finalise the peer challenge offer.", id="an action"),
        pytest.param("A peer challenge takes four days and a team of six peers.", id="process"),
        pytest.param("The peer challenge programme cost £2.4m in 2016/17.", id="cost"),
        pytest.param("In 2016 peer challenges were well received.", id="a year"),
        pytest.param("We trained 120 peers for peer challenge.", id="peers"),
    ],
)
def test_talk_about_peer_challenge_is_no_statement(text: str) -> None:
    assert records_of(text) == []
