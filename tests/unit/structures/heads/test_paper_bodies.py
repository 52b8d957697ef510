"""The body that a board of a paper belongs to, as the head of the paper names it."""

from dataclasses import replace
from datetime import date

import pytest

from pipelines.documents import Document
from pipelines.reference.authorities.boards import BoardMatch
from pipelines.structures.heads.paper_bodies import (
    HEAD_LINES,
    ID_DIGITS,
    NAME_LINES,
    read_paper_bodies,
)
from pipelines.structures.sections import Section
from tests.unit.structures.paper import document, registers

PAPER_ID = "0123456789abcdef"
BOARD = BoardMatch("ferry-committee", "Ferry Committee", is_registered=False)
UNNAMED = (f"unnamed/{PAPER_ID[:ID_DIGITS]}", None)
WEIR = ("weirdale-parish-council/ferry-committee", "Weirdale Parish Council")


def placed(
    paper: Document, board: BoardMatch = BOARD, paper_board: str | None = None
) -> tuple[str, str | None]:
    """The id of a board in a paper, and its body."""
    found = read_paper_bodies(paper, registers(), PAPER_ID).place(board, paper_board)
    return found.board_id, found.body_name


SO = ["It was so."]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Weirdale Parish Council", "Ferry Committee"], WEIR, id="letterhead"),
        pytest.param(["Ferry Committee of Weirdale Parish Council"], WEIR, id="after the name"),
        pytest.param(["Weirdale Parish Council - Ferry Committee"], WEIR, id="before the name"),
        pytest.param(["Ferry Committee", "Weirdale Parish Council"], UNNAMED, id="below the name"),
        pytest.param(
            ["Ferry Committee", "3 March 2017", "Kent County Council"],
            ("kent-county-council/ferry-committee", "Kent County Council"),
            id="a registered one below the name and its day",
        ),
        pytest.param(["Ferry Committee"], UNNAMED, id="nowhere"),
        pytest.param(
            ["Weirdale Parish Council", "Meredale Parish Council", "Ferry Committee"],
            UNNAMED,
            id="two bodies",
        ),
        pytest.param(
            ["PRESENT: Ann Fenn", "Weirdale Parish Council", "Ferry Committee"],
            UNNAMED,
            id="below those who came",
        ),
        pytest.param([*SO * (NAME_LINES - 1), "Weirdale Parish Council"], WEIR, id="last line"),
        pytest.param([*SO * NAME_LINES, "Weirdale Parish Council"], UNNAMED, id="too far below"),
        pytest.param(
            [*SO * (HEAD_LINES - 1), "Ferry Committee of Weirdale Parish Council"],
            WEIR,
            id="last line of the head",
        ),
        pytest.param(
            [*SO * HEAD_LINES, "Ferry Committee of Weirdale Parish Council"],
            UNNAMED,
            id="below the head",
        ),
    ],
)
def test_where_a_head_names_the_body(lines: list[str], expected: tuple[str, str | None]) -> None:
    assert placed(document("\n\n".join(lines))) == expected


def test_words_of_a_name_that_look_like_a_body_are_none() -> None:
    board = BoardMatch("x", "Piers and Council Tax Committee", is_registered=False)
    paper = document("Kent County Council\n\nPiers and Council Tax Committee")
    assert placed(paper, board) == (
        "kent-county-council/piers-and-council-tax-committee",
        "Kent County Council",
    )


def test_the_last_part_of_a_title_is_the_site() -> None:
    paper = document("The pier stands.")
    assert placed(replace(paper, title="Ferry Committee | Weirdale Parish Council")) == WEIR
    assert placed(replace(paper, title="Weirdale Parish Council")) == UNNAMED


@pytest.mark.parametrize(
    ("name", "board_id"),
    [
        ("Weirdale Parish Council", "weirdale-parish-council/council"),
        ("Ferry Committee of Weirdale Parish Council", "weirdale-parish-council/ferry-committee"),
        ("Parish Council", "weirdale-parish-council/council"),
    ],
)
def test_the_id_of_a_board_begins_with_its_body(name: str, board_id: str) -> None:
    board = BoardMatch("any", name, is_registered=False)
    assert placed(document("Weirdale Parish Council"), board) == (board_id, WEIR[1])


def test_a_board_of_nobody_is_the_papers_alone() -> None:
    paper = document("The pier stands.")
    assert placed(paper, paper_board="Ferry committee") == UNNAMED
    assert placed(paper, paper_board="Quay Board") == (f"{UNNAMED[0]}-ferry-committee", None)
    assert placed(paper, replace(BOARD, is_named=False), "Quay Board") == UNNAMED


def test_a_board_that_has_its_body_stays_as_it_is() -> None:
    paper = document("Weirdale Parish Council")
    assert placed(paper, replace(BOARD, body_name="Quay")) == ("ferry-committee", "Quay")
    assert placed(paper, replace(BOARD, board_id="quay/ferry")) == ("quay/ferry", None)


def test_boards_of_the_association_keep_their_ids() -> None:
    bodies = registers().bodies
    paper = document(f"{bodies.places[0]}, Weir")
    assert placed(paper) == ("ferry-committee", bodies.association.name)
    ours = replace(BOARD, is_registered=True)
    assert placed(document("It was so."), ours) == ("ferry-committee", bodies.association.name)


def test_a_section_has_its_board_placed() -> None:
    bodies = read_paper_bodies(document("Weirdale Parish Council"), registers(), PAPER_ID)
    section = Section("note", BOARD, date(2017, 3, 3), None, None, None, (), ())
    found = bodies.place_section(section, None).board
    assert found is not None
    assert (found.board_id, found.body_name) == WEIR
    assert bodies.place_section(replace(section, board=None), None).board is None
