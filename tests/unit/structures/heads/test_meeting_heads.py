"""The top of minutes without labels: whose they are, of which day and where."""

from datetime import date, time

import pytest

from pipelines.structures.heads.head_lines import HEAD_LINES
from pipelines.structures.heads.meeting_days import LONGEST_LINE
from pipelines.structures.heads.meeting_heads import (
    LETTERHEAD_LINES,
    TITLE_LINES,
    UNNAMED,
    MeetingHead,
    fuller,
    read_meeting_head,
    speaks_of_lga,
)
from tests.unit.structures.paper import document, line, registers


def head(*lines: str) -> MeetingHead:
    return read_meeting_head(document("\n\n".join(lines)), registers())


def board(*lines: str) -> str | None:
    found = head(*lines).board
    return found.name if found else None


def test_a_head_tells_body_day_time_and_place() -> None:
    text = "Minutes of the Ferry Board held at the Quay House on Friday 3 March 2017 at 7.30pm"
    found = head(text, "PRESENT: Ann Fenn")
    assert found.board is not None
    assert (found.board.name, found.meeting_date) == ("Ferry Board", date(2017, 3, 3))
    assert (found.start_time, found.venue) == (time(19, 30), "Quay House")
    assert found.passage is not None
    assert found.passage.text == text


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["3 March 2017", "Friday 5 May 2017"], date(2017, 5, 5)),
        (["3 March 2017", "Meeting of 5 May 2017"], date(2017, 5, 5)),
        (["Published 3 March 2017", "5 May 2017"], date(2017, 5, 5)),
        (["Minutes of the last meeting, 3 March 2017"], None),
        (["3 March 2017", "5 May 2017"], date(2017, 3, 3)),
        (["Ferry Board"], None),
        ([*["It was so."] * (HEAD_LINES - 1), "3 March 2017"], date(2017, 3, 3)),
        ([*["It was so."] * HEAD_LINES, "3 March 2017"], None),
        (["3 March 2017 ".ljust(LONGEST_LINE, "y")], date(2017, 3, 3)),
        (["3 March 2017 ".ljust(LONGEST_LINE + 1, "y")], None),
    ],
)
def test_the_day_of_the_meeting(lines: list[str], day: date | None) -> None:
    assert head(*lines).meeting_date == day


@pytest.mark.parametrize(
    ("lines", "clock"),
    [
        (["2.00pm"], time(14)),
        (["Quay House", "2.00pm"], time(14)),
        (["Quay", "House", "2.00pm"], None),
    ],
)
def test_the_time_stands_right_below_the_day(lines: list[str], clock: time | None) -> None:
    assert head("3 March 2017", *lines).start_time == clock


SO = ["It was so."]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Quay Board", "Ferry Board, 3 March 2017"], "Ferry Board", id="dated line"),
        pytest.param(["Quay Board", "Ferry Board"], "Quay Board", id="first line"),
        pytest.param(["Cabinet", "3 March 2017"], "Cabinet", id="one word above its day"),
        pytest.param(["Cabinet", "It met.", "Ferry Board"], "Ferry Board", id="one word alone"),
        pytest.param(
            ["Ferry Committee", "The meeting of the Committee on 3 March 2017 was short."],
            "Ferry Committee",
            id="a short name of the body above",
        ),
        pytest.param([*SO * (TITLE_LINES - 1), "Ferry Board"], "Ferry Board", id="last line"),
        pytest.param([*SO * TITLE_LINES, "Ferry Board"], None, id="too far below"),
        pytest.param(
            ["Weirdale Parish Council", *SO * (LETTERHEAD_LINES - 1), "Ferry Committee"],
            "Ferry Committee",
            id="below a letterhead",
        ),
        pytest.param(
            ["Weirdale Parish Council", *SO * LETTERHEAD_LINES, "Ferry Committee"],
            "Weirdale Parish Council",
            id="further below a letterhead",
        ),
        pytest.param(
            ["Weirdale Parish Council", "3 March 2017", "Ferry Committee"],
            "Weirdale Parish Council",
            id="a day between",
        ),
        pytest.param(
            ["PRESENT: Ann Fenn", "They met.", *SO * TITLE_LINES, "Weirdale Parish Council"],
            "Weirdale Parish Council",
            id="named at the end",
        ),
        pytest.param(["PRESENT: Ann Fenn"], UNNAMED.name, id="minutes of nobody"),
        pytest.param(["It was so."], None, id="no minutes"),
    ],
)
def test_the_body_of_the_meeting(lines: list[str], expected: str | None) -> None:
    assert board(*lines) == expected


def test_the_longer_name_of_a_whole_body() -> None:
    plain = head("Minutes of the Parish Council").board
    assert plain is not None
    longer = [line("Weirdale Parish Council")]
    assert fuller(plain, longer, registers()).name == "Weirdale Parish Council"
    assert fuller(plain, [*[line("It was so.")] * TITLE_LINES, *longer], registers()) == plain


@pytest.mark.parametrize(("text", "expected"), [("The LGA wrote.", True), ("The lga", False)])
def test_a_paper_that_names_the_association(text: str, expected: bool) -> None:
    assert speaks_of_lga(document(text)) is expected
