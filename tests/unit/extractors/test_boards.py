"""Which body the boards of a paper belong to, and what their ids are made of."""

import pytest

from pipelines.reference.authorities.bodies import Body
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from tests.unit.extractors.other_rows import records_of, rows

COLUMNS = ("board_id", "board_name", "body_name", "body_council_id")
BODIES = load_registers(REFERENCE).bodies
QUAY = ("quay-county-council", "Quay County Council", None)
KENT = ("kent-county-council", "Kent County Council", "kent-county-council")
NOBODY = ("unnamed/00c0ffee", None, None)


def minutes(*head: str) -> str:
    roll = "PRESENT: Cllr Ann Fenn (Chair), Cllr Cy Moss"
    return "\n\n".join([*head, roll, "1. Apologies", "None."])


@pytest.mark.parametrize(
    ("head", "slug", "name", "body"),
    [
        pytest.param(
            ["QUAY COUNTY COUNCIL", "HARBOUR COMMITTEE",
             "Minutes of a meeting of the Harbour Committee held on Monday 6 March 2017"],
            "harbour-committee", "Harbour Committee", QUAY, id="a letterhead",
        ),
        pytest.param(
            ["KENT COUNTY COUNCIL", "CABINET", "Minutes of a meeting on Monday 6 March 2017"],
            "cabinet", "Cabinet", KENT, id="one word below a letterhead",
        ),
        pytest.param(
            ["QUAY PARISH COUNCIL", "Full Council", "Minutes of a meeting on Monday 6 March 2017"],
            "council", "Quay Parish Council", ("quay-parish-council", "Quay Parish Council", None),
            id="the whole council below its letterhead",
        ),
        pytest.param(
            ["Minutes of the Harbour Committee of Quay County Council held on Monday 6 March 2017"],
            "harbour-committee", "Harbour Committee of Quay County Council", QUAY,
            id="a committee of a council",
        ),
        pytest.param(
            ["Minutes of the Kent County Council Cabinet held on Monday 6 March 2017"],
            "cabinet", "Kent County Council Cabinet", KENT, id="a council before its cabinet",
        ),
        pytest.param(
            ["Quay County Council - Harbour Committee - Monday 6 March 2017", "Minutes"],
            "harbour-committee", "Harbour Committee", QUAY, id="a council beside its committee",
        ),
        pytest.param(
            ["Minutes of a meeting of Quay County Council held on Monday 6 March 2017"],
            "council", "Quay County Council", QUAY, id="the whole council",
        ),
        pytest.param(
            ["Minutes of the Annual Meeting of Kent County Council held on Monday 6 March 2017"],
            "council", "Kent County Council", KENT, id="the whole council of the register",
        ),
        pytest.param(
            ["KENT COUNTY COUNCIL", "Minutes of the Leadership Board held on Monday 6 March 2017"],
            "leadership-board", "Leadership Board", KENT,
            id="a council's board that is called like one of the register",
        ),
    ],
)  # fmt: skip
def test_a_board_of_another_body(
    head: list[str], slug: str, name: str, body: tuple[str, str, str | None]
) -> None:
    body_id, body_name, council_id = body
    assert rows(minutes(*head), "boards", *COLUMNS) == [
        (f"{body_id}/{slug}", name, body_name, council_id)
    ]


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("Quay County Council", "County Council"),
        ("Quay City Council", "City Council"),
        ("Quay District Council", "District Council"),
        ("Quay Parish Council", "Annual Parish Council"),
        ("Quay Parish Council", "Full Council"),
        ("Quay Fire and Rescue Authority", "Authority"),
        ("Quay Fire and Rescue Authority", "Fire Authority"),
        ("Greater Quay Combined Authority", "Combined Authority"),
    ],
)
def test_agenda_and_minutes_of_a_whole_body_are_of_one_board(body: str, whole: str) -> None:
    day = "on Monday 6 March 2017"
    agenda = f"{body}\n\nA meeting of {body} will be held {day}\n\nAGENDA\n\n1. Apologies\n"
    texts = [agenda, minutes(body, f"Minutes of the {whole} held {day}")]
    body_id = body.lower().replace(" ", "-")

    assert [rows(text, "boards", *COLUMNS) for text in texts] == [
        [(f"{body_id}/{body_id.rpartition('-')[2]}", body, body, None)]
    ] * 2


def test_a_council_of_another_kind_is_not_the_whole_body() -> None:
    text = minutes(
        "Quay County Council", "Minutes of the Youth Council held on Monday 6 March 2017"
    )
    assert rows(text, "boards", *COLUMNS) == [
        ("quay-county-council/youth-council", "Youth Council", *QUAY[1:])
    ]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        pytest.param(["Minutes of the Harbour Committee held on Monday 6 March 2017"],
            "Harbour Committee", id="no body"),
        pytest.param(["Minutes of the Parish Council held on Monday 6 March 2017"],
            "Parish Council", id="a parish council of any parish"),
        pytest.param(
            ["QUAY COUNTY COUNCIL", "FERRY BOROUGH COUNCIL",
             "Minutes of the Harbour Committee held on Monday 6 March 2017"],
            "Harbour Committee", id="two bodies"),
        pytest.param(
            ["Minutes of the Harbour Committee held on Monday 6 March 2017",
             "Report of Quay County Council"],
            "Harbour Committee", id="a body that the paper only speaks of"),
    ],
)  # fmt: skip
def test_a_body_that_is_not_named_is_not_guessed(head: list[str], name: str) -> None:
    assert rows(minutes(*head), "boards", *COLUMNS) == [(NOBODY[0], name, *NOBODY[1:])]


def test_a_board_that_no_words_name_is_marked() -> None:
    texts = ["Minutes of a meeting", "Minutes of the Harbour Committee"]
    named = [rows(minutes(f"{text} held on 6 March 2017"), "boards", "is_named") for text in texts]
    assert named == [[(False,)], [(True,)]]


@pytest.mark.parametrize(
    "venue",
    ["Venue: Local Government House", "Contact: ann.bee@local.gov.uk"],
    ids=["its house", "its address"],
)
def test_a_new_board_of_the_association_keeps_the_slug_of_its_name(venue: str) -> None:
    text = minutes("Minutes of the Harbour Board held on Monday 6 March 2017", venue)
    assert rows(text, "boards", *COLUMNS) == [
        ("harbour-board", "Harbour Board", "Local Government Association", None)
    ]


def test_a_council_above_a_board_of_the_register_is_no_body_in_a_paper_of_the_association() -> None:
    head = ["KENT COUNTY COUNCIL", "Minutes of the Resources Board held on Monday 6 March 2017"]
    text = minutes(*head, "Venue: Local Government House")
    assert rows(text, "boards", *COLUMNS) == [
        ("resources-board", "Resources Board", "Local Government Association", None)
    ]


@pytest.mark.parametrize("board", ["CABINET", "HARBOUR COMMITTEE"])
def test_an_agenda_is_of_the_board_below_the_letterhead(board: str) -> None:
    text = (
        f"Quay County Council\n\n{board}\n\nMonday, 6th March, 2017 10.00 am\n\nAgenda\n\n"
        "1. Apologies\n\n2. LGA Corporate Peer Challenge\n\n3. Dues\n"
    )
    slug = board.lower().replace(" ", "-")
    assert rows(text, "boards", *COLUMNS) == [
        (f"quay-county-council/{slug}", board.title(), "Quay County Council", None)
    ]


def test_an_item_below_a_letterhead_is_no_board() -> None:
    text = (
        "QUAY COMMUNITY COUNCIL\n\nMinutes of a Meeting held on Monday 6 March 2017\n\n"
        "Present: Ann Fenn, Cy Moss\n\n1 Apologies\n\nNone.\n\n2 Harbour Forum\n\nIt met.\n"
    )
    assert rows(text, "boards", "board_id", "board_name") == [
        ("quay-community-council/council", "Quay Community Council")
    ]


def test_a_page_is_of_the_body_that_its_title_ends_with() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>Agenda item - The pier - Quay Council</title></head>"
        "<body><h1>Agenda item</h1><h2>Harbour Panel - Monday, 6th March, 2017 1.00 pm</h2>"
        "<h3>The pier</h3><p>Apologies had been received from Cllr Ann Fenn.</p></body></html>"
    )
    assert rows(page, "boards", *COLUMNS) == [
        ("quay-council/harbour-panel", "Harbour Panel", "Quay Council", None)
    ]


def test_two_boards_of_an_unnamed_body_stay_two() -> None:
    text = (
        "Harbour Committee\n\nAgenda\n\nMonday 6 March 2017\n\n1. Apologies\n\nTo receive any.\n\n"
        "2. Minutes\n\nTo note those of the panel.\n\n3. Dues\n\nTo raise them.\n\n"
        "Minutes of the Ferry Panel held on Thursday 2 February 2017\n\n"
        "Present: Cllr Ann Fenn, Cllr Cy Moss\n\n1. Fares\n\nRESOLVED that they be noted.\n"
    )
    assert rows(text, "boards", "board_id", "board_name") == [
        ("unnamed/00c0ffee", "Harbour Committee"),
        ("unnamed/00c0ffee-ferry-panel", "Ferry Panel"),
    ]
    found = records_of(text)
    assert {each.board_id for each in found["decisions"]} == {"unnamed/00c0ffee-ferry-panel"}


@pytest.mark.parametrize(
    ("line", "board"),
    [
        ("In February Quay Parish Council gave a grant.", (NOBODY[0], "Unnamed body")),
        ("Quay Parish Council gave a grant.", (NOBODY[0], "Unnamed body")),
        ("Mr Fenn asked why Quay Parish Council gave a grant.", (NOBODY[0], "Unnamed body")),
        ("Quay Parish Council", ("quay-parish-council/council", "Quay Parish Council")),
        ("Summons to a meeting of Quay Parish Council, held at the mill",
         ("quay-parish-council/council", "Quay Parish Council")),
        ("It was the Parish Council that gave a grant.", (NOBODY[0], "Parish Council")),
    ],
)  # fmt: skip
def test_a_council_that_a_sentence_speaks_of_is_not_the_papers(
    line: str, board: tuple[str, str]
) -> None:
    text = minutes("Minutes of a meeting held on Monday 6 March 2017", "Venue: the mill")
    assert rows(f"{text}\n\n{line}\n", "boards", "board_id", "board_name") == [board]


@pytest.mark.parametrize(
    ("head", "below", "board"),
    [
        ("HARBOURQUAY PARI SH COUNCIL", "Harbourquay Parish Council", "Harbourquay Parish Council"),
        ("HARBOURQUAY PARI SH COUNCIL", "Harbourquay Town Council", "Harbourquay Pari Sh Council"),
        ("HARBOUR QUAY PARISH COUNCIL", "Harbour Quay Parish Council",
         "Harbour Quay Parish Council"),
    ],
    ids=["printed whole elsewhere", "another council", "not damaged"],
)  # fmt: skip
def test_a_damaged_name_is_read_as_another_line_prints_it(
    head: str, below: str, board: str
) -> None:
    text = f"{head}\n\nMonday 6 March 2017\n\nAGENDA\n\n1. Apologies\n\nThe clerk of {below}.\n"
    assert rows(text, "boards", "board_name") == [(board,)]


@pytest.mark.parametrize("kind", ["Budget Setting Meeting", "Urgent Meeting", "Budget Meeting"])
def test_a_kind_of_meeting_is_not_in_the_name_of_the_board(kind: str) -> None:
    text = minutes(f"{kind} of the Harbour Committee held on Monday 6 March 2017")
    assert rows(text, "boards", "board_name") == [("Harbour Committee",)]


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("KENT COUNTY COUNCIL", Body(KENT[0], KENT[1], KENT[2])),
        ("The Quay Fire Authority", Body("quay-fire-authority", "Quay Fire Authority")),
        ("Quay Annual Parish Council", Body("quay-parish-council", "Quay Parish Council")),
        ("LG Group", Body("local-government-association", "Local Government Association")),
        ("Full Council", None),
        ("Fire and Rescue Authority", None),
        ("In Quay Parish Council", None),
        ("Report of Quay Parish Council", None),
        ("Harbour Committee of Quay Council", None),
        ("Quay Parish Council was told", None),
    ],
)  # fmt: skip
def test_a_text_that_is_the_name_of_a_body(printed: str, body: Body | None) -> None:
    assert BODIES.resolve(printed) == body
