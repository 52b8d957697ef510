"""The top of minutes without labels: whether they are minutes, whose, of which day and where."""

from datetime import date, time

import pytest

from pipelines.structures.heads.meeting_days import LONGEST_LINE
from pipelines.structures.heads.meeting_heads import (
    HEAD_LINES,
    LETTERHEAD_LINES,
    NAME_LINES,
    TITLE_LINES,
    UNNAMED,
    MeetingHead,
    fuller,
    head_texts,
    is_minutes,
    read_meeting_head,
    speaks_of_lga,
)
from tests.unit.structures.paper import document, line, registers


def are_minutes(*lines: str) -> bool:
    return is_minutes(document("\n\n".join(lines)), registers())


def head(*lines: str) -> MeetingHead:
    return read_meeting_head(document("\n\n".join(lines)), registers())


def board(*lines: str) -> str | None:
    found = head(*lines).board
    return found.name if found else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Ferry Board", "Minutes"], True),
        (["Ferry Board - Draft minutes"], True),
        (["The meeting was held on 3 March 2017."], True),
        (["The last meeting was held on 3 March 2017."], False),
        (["Agenda", "Minutes of the Ferry Board"], False),
        (["Minutes of 3 March 2017 are attached.", "Agenda"], False),
        (["ANNUAL GENERAL MEETING MINUTES"], True),
        (["Agenda", "PRESENT: Ann Fenn"], False),
        (["Ferry Board", "PRESENT: Ann Fenn"], True),
        (["Ferry Board", "Name\tStatus\nAnn Fenn\tPresent\nCy Moss\tAbsent"], True),
        (["Ferry Board", "No.\tItem\tDecision\n1\tThe pier\tTo mend it."], True),
        (["Agenda", "Apologies were received from Ann Fenn."], True),
        (["Agenda item", "The pier", "PRESENT: Ann Fenn"], True),
        (["Ferry Board", "The pier stands."], False),
    ],
)
def test_what_makes_a_paper_minutes(lines: list[str], expected: bool) -> None:
    assert are_minutes(*lines) is expected


@pytest.mark.parametrize(("place", "expected"), [(NAME_LINES, True), (NAME_LINES + 1, False)])
def test_minutes_say_so_near_the_top(place: int, expected: bool) -> None:
    assert are_minutes(*["It was so."] * (place - 1), "Minutes") is expected


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


def test_the_first_lines_of_a_long_head_are_its_first_sentence() -> None:
    long = (
        "These are the minutes of the meeting of the Ferry Board. It was so." + " y" * LONGEST_LINE
    )
    assert head_texts(document(f"Ferry\n\n{long}"))[1] == long.partition(" It")[0]


@pytest.mark.parametrize(("text", "expected"), [("The LGA wrote.", True), ("The lga", False)])
def test_a_paper_that_names_the_association(text: str, expected: bool) -> None:
    assert speaks_of_lga(document(text)) is expected
