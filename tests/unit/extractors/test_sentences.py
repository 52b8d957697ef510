"""Kinds of sentences, each with one that looks alike and says something else."""

import pytest

from pipelines.schema.records import PeerChallenge, ProgrammeParticipation
from tests.unit.extractors.papers import records_of

HEAD = "Harbour Board\n\n6 March 2018\n\n"


def took_part(text: str) -> list[tuple[int, str, str]]:
    """Number, unit and status of each statement about a programme."""
    found = records_of(HEAD + text, "programme_participation")
    return [
        (each.participants, each.unit, each.status)
        for each in found
        if isinstance(each, ProgrammeParticipation)
    ]


def programmes(text: str) -> list[tuple[int, str | None]]:
    """Number and programme of each statement."""
    found = records_of(HEAD + text, "programme_participation")
    return [
        (each.participants, each.programme_name)
        for each in found
        if isinstance(each, ProgrammeParticipation)
    ]


def periods(text: str) -> list[tuple[int, str | None]]:
    """Number and period of each statement."""
    found = records_of(text, "programme_participation")
    return [
        (each.participants, each.period)
        for each in found
        if isinstance(each, ProgrammeParticipation)
    ]


def challenges(text: str) -> list[tuple[str | int | None, str | None]]:
    """Council, or number, and status of each statement about peer challenges."""
    found = records_of(HEAD + text, "peer_challenges")
    return [
        (each.council_name or each.challenges, each.status)
        for each in found
        if isinstance(each, PeerChallenge)
    ]


ACADEMY = "The Leadership Academy is full. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Rising Tide course had 38 officers.", [(38, "officers", "took_part")], id="had"
        ),
        pytest.param(
            "Rising Tide, a new course, had 28 councillors.",
            [(28, "councillors", "took_part")],
            id="had, behind a comma",
        ),
        pytest.param("Mill Council had 38 officers.", [], id="a council has officers"),
        pytest.param(
            "The Rising Tide course opened in May. It had 32 councillors.",
            [(32, "councillors", "took_part")],
            id="it",
        ),
        pytest.param("The pier opened in May. It had 32 councillors.", [], id="it, of a pier"),
        pytest.param(
            "In Leadership Essentials we had 70 councillors.",
            [(70, "councillors", "took_part")],
            id="we had",
        ),
        pytest.param("At the pier we had 70 councillors.", [], id="we had, at a pier"),
        pytest.param(
            "There were 68 councillors on the Leadership Academy.",
            [(68, "councillors", "took_part")],
            id="there were",
        ),
        pytest.param(ACADEMY + "There are 18,000 councillors.", [], id="there are"),
        pytest.param(
            "14 councils are still on the Rising Tide course.",
            [(14, "councils", "took_part")],
            id="are on it",
        ),
        pytest.param("14 councils are still on the coast.", [], id="are on the coast"),
        pytest.param(
            "The self-assessment has seven areas.", [], id="areas that an offer has are no places"
        ),
    ],
)
def test_to_be_on_an_offer_or_among_those_it_had_is_to_take_part(
    text: str, expected: list[tuple[int, str, str]]
) -> None:
    assert took_part(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Leadership Academy had 9 councillors.", 1, id="ours"),
        pytest.param("The NHS Leadership Academy had 9 councillors.", 0, id="of a body we know"),
        pytest.param("Quay's own graduate scheme had 9 graduates.", 0, id="its own"),
        pytest.param("The LGA's graduate scheme had 9 graduates.", 1, id="the LGA's"),
        pytest.param("Councils have a graduate scheme of their own, with 9 graduates.", 0, id="of"),
        pytest.param("The Quay Institute trained 9 councillors at a workshop.", 0, id="institute"),
        pytest.param(
            "With the Quay Institute we trained 9 councillors at a workshop.", 1, id="a partner"
        ),
        pytest.param("9 councillors joined a workshop of the Institute.", 1, id="no subject"),
    ],
)
def test_what_other_bodies_run_is_left_out(text: str, expected: int) -> None:
    assert len(took_part(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our new course for clerks, Rising Tide, is popular.\n\n"
            "40 councils joined Rising Tide.",
            [(40, "Rising Tide")],
            id="in commas",
        ),
        pytest.param(
            "A new course called Tides opened.\n\nOn Tides there were 40 councillors.",
            [(40, "Tides")],
            id="called",
        ),
        pytest.param(
            "40 councils joined Tides, a course for clerks.", [(40, "Tides")], id="behind the name"
        ),
        pytest.param(
            "212 councillors attended Leadership Essentials and 88 the Leadership Academy.",
            [(212, "Leadership Essentials"), (88, "Leadership Academy")],
            id="each has its own",
        ),
        pytest.param(
            "Leadership Essentials had 260 councillors and Next Generation 51 councillors.",
            [(260, "Leadership Essentials"), (51, "Next Generation")],
            id="each has its own, before it",
        ),
        pytest.param(
            "12 councils joined the Rising Tide course.",
            [(12, "Rising Tide")],
            id="the word behind a name is no part of it",
        ),
        pytest.param(
            "12 councils joined the Rising Tide Programme.",
            [(12, "Rising Tide Programme")],
            id="but where it is written large",
        ),
    ],
)
def test_the_name_of_the_offer(text: str, expected: list[tuple[int, str | None]]) -> None:
    assert programmes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "12 councillors joined Next Generation, three of whom have left.",
            [(12, "councillors", "took_part"), (3, "councillors", "dropped_out")],
            id="a part with a verb of its own",
        ),
        pytest.param(
            "12 councillors joined Next Generation, three of whom are doctors.",
            [(12, "councillors", "took_part")],
            id="a part without one",
        ),
        pytest.param(
            "12 councillors will join Next Generation. That compares with 9 in 2016/17.",
            [(12, "councillors", "planned"), (9, "councillors", "took_part")],
            id="what a plan is compared with is done",
        ),
        pytest.param(
            "She said that 12 councillors would join Next Generation in May 2018.",
            [(12, "councillors", "planned")],
            id="would, in reported speech",
        ),
        pytest.param(
            "With more money 12 councillors would join Next Generation.", [], id="would, else"
        ),
        pytest.param("If 12 councillors came to Next Generation, all would gain.", [], id="if"),
        pytest.param(
            "Next Generation: 12 councillors (target 20).",
            [(12, "councillors", "took_part"), (20, "councillors", "planned")],
            id="target",
        ),
        pytest.param(
            "Next Generation took place with 43 councillors; three dropped out.",
            [(43, "councillors", "took_part"), (3, "councillors", "dropped_out")],
            id="a semicolon parts",
        ),
        pytest.param(
            "40 councillors joined Next Generation, at 20 councils.",
            [(40, "councillors", "took_part"), (20, "councils", "took_part")],
            id="at so many",
        ),
        pytest.param(
            ACADEMY + "Every team has a leader and three others.", [], id="a number within"
        ),
        pytest.param(
            "Next Generation has 46 trained peers.",
            [(46, "peers", "took_part")],
            id="an adjective is no verb",
        ),
    ],
)
def test_what_became_of_them(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert took_part(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Last year we reached:\n\n"
            "- 12 councillors through Next Generation\n- 8 through the Leadership Academy",
            [(12, "councillors", "took_part"), (8, "councillors", "took_part")],
            id="a level",
        ),
        pytest.param(
            "Leadership Academy: 30 councillors took part in 2016/17. They were:\n\n"
            "- 20 Labour\n- 10 Conservative",
            [
                (30, "councillors", "took_part"),
                (20, "councillors", "took_part"),
                (10, "councillors", "took_part"),
            ],
            id="those named before",
        ),
        pytest.param(
            "In particular:\n\n- Leadership Academy: 18 councillors",
            [(18, "councillors", "took_part")],
            id="a lead-in that says nothing",
        ),
    ],
)
def test_the_opening_of_a_list(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert took_part(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Annual report 2015/16\n\nBoard meeting of 12 July 2016\n\nLeadership\n\n"
            "Next Generation had 12 councillors.",
            [(12, "2015/16")],
            id="the head of an annual report, and no meeting's day",
        ),
        pytest.param(
            "Leadership\n\nIn 2013/14 12 councillors joined Next Generation.\n\n"
            "In the same year 9 councillors joined Leadership Essentials.",
            [(12, "2013/14"), (9, "2013/14")],
            id="the same year",
        ),
        pytest.param(
            "Note\n\n6 March 2018\n\nNext spring 12 councillors will join Next Generation.",
            [(12, "2018/19")],
            id="next spring",
        ),
    ],
)
def test_the_year(text: str, expected: list[tuple[int, str | None]]) -> None:
    assert periods(text) == expected


SECTION = "Peer challenge\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(SECTION + "40 councils have taken part.", [(40, "delivered")], id="section"),
        pytest.param(
            SECTION + "40 councils have taken part in a workshop.", [], id="in something else"
        ),
        pytest.param(
            SECTION + "The Rising Tide course is new. 40 councils have taken part.",
            [],
            id="a sentence before names an offer",
        ),
        pytest.param(SECTION + "Ten councils have never had one.", [(10, "not_had")], id="not had"),
        pytest.param(
            "Leeds and Kent have not asked for a peer challenge.", [], id="not asked for is not it"
        ),
        pytest.param(
            "A peer challenge, planned at Leeds, did not go ahead.", [], id="one that was not held"
        ),
        pytest.param("No fire peer challenge is planned for Essex.", [], id="none is planned"),
        pytest.param(
            "We will hold no fewer than 75 peer challenges.", [(75, "planned")], id="no fewer"
        ),
        pytest.param(
            "38 councils have had two peer challenges.", [(38, "delivered")], id="so many for each"
        ),
        pytest.param(
            "Two councils, Leeds and Kent, had a peer challenge.",
            [("Leeds City Council", "delivered"), ("Kent County Council", "delivered")],
            id="all named",
        ),
        pytest.param(
            SECTION + "Held in May at Leeds, and Kent is to have one.",
            [("Leeds City Council", "delivered"), ("Kent County Council", "planned")],
            id="another clause",
        ),
        pytest.param(
            "Leeds has been offered a peer challenge.",
            [("Leeds City Council", "offered")],
            id="offered by name",
        ),
        pytest.param(
            "We have offered a peer challenge to ten councils.", [(10, "offered")], id="offered"
        ),
        pytest.param(
            "Corporate peer challenges held in 2016/17\n\n- Leeds\n- Kent: finance",
            [("Leeds City Council", "delivered"), ("Kent County Council", "delivered")],
            id="a list under a heading",
        ),
        pytest.param(
            "Corporate peer challenges held in 2016/17\n\nLeeds wrote to us.", [], id="no list"
        ),
        pytest.param("There were 60 of us at the peer challenge.", [], id="of us"),
        pytest.param(
            "After their peer challenge 13 councils took part in Top Team Days.",
            [],
            id="what they took part in is an offer",
        ),
        pytest.param(
            "At the London Borough of Sutton there will be a fire peer challenge.",
            [("London Borough of Sutton", "planned")],
            id="no fire authority within a longer name",
        ),
        pytest.param(SECTION + "The target for 2018/19 is 48.", [(48, "planned")], id="target"),
        pytest.param(
            "Leeds expects its review. 12 were named respectively.", [], id="respectively, of none"
        ),
    ],
)
def test_peer_challenges(text: str, expected: list[tuple[str | int | None, str | None]]) -> None:
    assert challenges(text) == expected
