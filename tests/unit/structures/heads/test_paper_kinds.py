"""Whether a paper is the record of a meeting, or was made before one."""

import pytest

from pipelines.structures.heads.paper_kinds import (
    LEAST,
    MOST,
    NAME_LINES,
    WEIGHTS,
    is_minutes,
    weigh,
)
from tests.unit.structures.paper import document, registers

SUMMONS = [
    "Weir District Council",
    "Members of the Ferry Committee: Councillors Ann Fenn and Cy Moss",
    "You are summoned to attend a meeting of the Ferry Committee on 3 March 2017 at 6.30pm.",
    "AGENDA",
    "1. To confirm the minutes of 3 February 2017 (Pages 3 - 10)",
]
REPORT = [
    "Report to Cabinet",
    "Date: 3 March 2017",
    "Venue: Quay House",
    "1. Summary",
    "2. Recommendations",
    "Cabinet is recommended to mend the pier.",
    "3. Background",
    "The minutes of 3 February say:",
    "Present: Councillors Ann Fenn and Cy Moss",
    "RESOLVED: That a consultation be held.",
]
TOLD = "Members noted that the pier was sound."


def are_minutes(*lines: str) -> bool:
    return is_minutes(document("\n\n".join(lines)), registers())


def evidence(*lines: str) -> int:
    return weigh(document("\n\n".join(lines)), registers())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Ferry Board", "Minutes"], True),
        (["Ferry Board - Draft minutes"], True),
        (["The meeting was held on 3 March 2017."], True),
        (["The last meeting was held on 3 March 2017."], False),
        (["Agenda", "Minutes of the Ferry Board"], False),
        (["Minutes of 3 March 2017 are attached.", "Agenda"], False),
        (["You are summoned to meet on 3 March.", "Minutes of 3 February"], False),
        (["ANNUAL GENERAL MEETING MINUTES"], True),
        (["Agenda", "PRESENT: Ann Fenn"], False),
        (["Ferry Board", "PRESENT: Ann Fenn"], True),
        (["Ferry Board", "Name\tStatus\nAnn Fenn\tPresent\nCy Moss\tAbsent"], True),
        (["Ferry Board", "No.\tItem\tDecision\n1\tThe pier\tTo mend it."], True),
        (["Agenda", "Apologies were received from Ann Fenn."], True),
        (["Agenda item", "The pier", "PRESENT: Ann Fenn"], True),
        (["Ferry Board", "The pier stands."], False),
        (["The following document is the minutes of the Ferry Board."], True),
        (SUMMONS, False),
        (REPORT, False),
        ([*SUMMONS[:2], "Councillors Fenn and Moss were present.", *[TOLD] * 4], True),
    ],
)
def test_what_makes_a_paper_minutes(lines: list[str], expected: bool) -> None:
    assert are_minutes(*lines) is expected


@pytest.mark.parametrize(("place", "expected"), [(NAME_LINES, True), (NAME_LINES + 1, False)])
def test_minutes_say_so_near_the_top(place: int, expected: bool) -> None:
    assert are_minutes(*["It was so."] * (place - 1), "Minutes") is expected


@pytest.mark.parametrize(
    ("lines", "expected"), [(SUMMONS, True), (REPORT, True), (["Agenda"], True), ([TOLD], False)]
)
def test_what_speaks_against_a_record(lines: list[str], expected: bool) -> None:
    assert (evidence(*lines) < 0) is expected


def test_more_of_the_same_counts_up_to_a_limit() -> None:
    most = MOST["reports what was done"]
    found = [evidence(*[TOLD] * times) for times in (1, most, most + 1)]
    assert found == [WEIGHTS["reports what was done"] * times for times in (1, most, most)]


def test_enough_is_enough_and_less_is_not() -> None:
    assert [are_minutes(*[TOLD] * LEAST), are_minutes(*[TOLD] * (LEAST - 1))] == [True, False]
