"""What kind of meeting the head of a paper calls its own."""

from datetime import date

import pytest

from pipelines.reference.authorities.boards import BoardMatch
from pipelines.structures.heads.called_meetings import read_meeting_type
from pipelines.structures.heads.meeting_days import LONGEST_LINE
from pipelines.structures.heads.meeting_heads import TITLE_LINES
from tests.unit.structures.paper import registers

MARCH = date(2017, 3, 3)
BOARD = BoardMatch("ferry-board", "Ferry Board", is_registered=False)


def called(*lines: str, board: BoardMatch | None = BOARD) -> str | None:
    return read_meeting_type(lines, MARCH, board, registers())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Special Meeting"], "special"),
        (["Minutes of the annual meeting"], "annual"),
        (["Ferry Board", "Extraordinary Meeting"], "extraordinary"),
        (["Ferry Board"], None),
        (["The board held a special meeting"], None),
        (["Ferry Board, special meeting, 3 March 2017"], "special"),
        (["Ferry Board, special meeting, 5 May 2017"], None),
        (["Minutes of the last special meeting"], None),
        (["1. Special meeting"], None),
        (["1. Minutes", "Special meeting"], None),
        (["Present: Ann Fenn", "Special meeting"], None),
    ],
)
def test_the_lines_of_a_head(lines: list[str], expected: str | None) -> None:
    assert called(*lines) == expected


def test_a_word_of_the_name_of_a_board_is_no_kind() -> None:
    special = BoardMatch("special-committee", "Special Committee", is_registered=False)
    assert called("Special Committee meeting, 3 March 2017", board=special) is None


@pytest.mark.parametrize(("place", "expected"), [(TITLE_LINES, "special"), (TITLE_LINES + 1, None)])
def test_a_head_has_so_many_lines(place: int, expected: str | None) -> None:
    assert called(*["Ferry"] * (place - 1), "Special meeting") == expected


@pytest.mark.parametrize(
    ("length", "expected"), [(LONGEST_LINE, "special"), (LONGEST_LINE + 1, None)]
)
def test_a_line_of_a_head_is_short(length: int, expected: str | None) -> None:
    assert called("Special meeting ".ljust(length, "g")) == expected
