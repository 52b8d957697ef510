"""The body that a line of a head names."""

import pytest

from pipelines.structures.heads.bodies import MOST_WORDS, body_named
from tests.unit.structures.paper import registers


def name(text: str) -> str | None:
    found = body_named(text, registers(), is_ours=False)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry Committee", "Ferry Committee"),
        ("FERRY AND QUAY COMMITTEE", "Ferry and Quay Committee"),
        ("Minutes of the Ferry Committee held on 3 March 2017", "Ferry Committee"),
        ("You are summoned to attend a meeting of the Ferry Board on Friday", "Ferry Board"),
        ("Ferry Committee meeting", "Ferry Committee"),
        ("Ferry Sub-Committee B", "Ferry Sub-Committee B"),
        ("Weirdale Parish Council - Quay Committee", "Quay Committee"),
        ("Harbour dues committee", "Harbour dues committee"),
        ("Annual Parish Meeting of Weir", "Annual Parish Meeting"),
        ("Cabinet", None),
        ("Minutes of the Cabinet", "Cabinet"),
        ("In March Ferry Council", None),
        ("The quay of the committee was old", None),
        ("Open Forum", None),
        ("Chief Executive", None),
        ("Ferry Board (Piers and Quays)", "Ferry Board (Piers and Quays)"),
        ("Ferry Board (Special)", "Ferry Board"),
        ("Ferry Board (FB)", "Ferry Board"),
        ("Deputy Chief Executive", None),
        ("Piers, Boats and Harbour Committee", "Piers, Boats and Harbour Committee"),
        ("Ferry Committee, Quay House and Tide Board", "Ferry Committee"),
        ("Report to: Ferry Committee", "Ferry Committee"),
        ("You are summoned to attend a meeting of the Ferry Board to be held here", "Ferry Board"),
        ("PWYLLGOR YR HARBWR / HARBOUR COMMITTEE", "Harbour Committee"),
        ("Harbour Committee / Pwyllgor yr Harbwr", "Harbour Committee"),
        ("The ferry ran late", None),
    ],
)
def test_bodies(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(("words", "is_body"), [(MOST_WORDS, True), (MOST_WORDS + 1, False)])
def test_the_name_of_a_body_has_few_words(words: int, is_body: bool) -> None:
    title = " ".join([*["Ferry"] * (words - 1), "Committee"])
    assert (name(title) == title) is is_body


def test_a_board_of_the_register_is_told_by_its_whole_name() -> None:
    board = next(board for board in registers().boards.all if board.name.endswith("Board"))
    ours, others = (body_named(board.name, registers(), is_ours=one) for one in (True, False))
    assert ours == others
    assert ours is not None
    assert (ours.board_id, ours.is_registered) == (board.board_id, True)
