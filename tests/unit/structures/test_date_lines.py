"""Lines that are a date and little more."""

from datetime import date

import pytest

from pipelines.documents import Document, Page
from pipelines.notation.dates import find_date
from pipelines.structures.date_lines import (
    LONGEST_LINE,
    MOST_BESIDE,
    NEAR,
    find_date_lines,
    is_date_line,
    may_be_meant,
    printed_lines,
    without_front_matter,
)
from tests.unit.structures.paper import blocks, line, registers

DAY = "3 March 2017"


def is_one(text: str) -> bool:
    printed = find_date(text)
    assert printed is not None
    return is_date_line(text, printed, registers().day_words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Friday, {DAY}, 2.00pm", True),
        (f"Ferry Board – {DAY}", True),
        (" ".join(["quay"] * MOST_BESIDE) + f" {DAY}", True),
        (" ".join(["quay"] * (MOST_BESIDE + 1)) + f" {DAY}", False),
        (f"{DAY} ".ljust(LONGEST_LINE, "y"), True),
        (f"{DAY} ".ljust(LONGEST_LINE + 1, "y"), False),
        (f"Last updated {DAY}", False),
        (f"The pier was closed on {DAY}.", False),
        (f"4. Minutes of {DAY}", False),
        (f"1.1 Minutes of {DAY}", False),
    ],
)
def test_little_stands_beside_a_date(text: str, expected: bool) -> None:
    assert is_one(text) is expected


def days(*lines: str) -> list[date]:
    return [each.value for each in find_date_lines(list(map(line, lines)), ["Ferry Board"])]


MARCH, MAY = date(2017, 3, 3), date(2017, 5, 5)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"Ferry Board, Friday {DAY} at 2pm"], [MARCH]),
        ([f"Quay Board, {DAY}"], []),
        ([DAY, "5 May 2017"], []),
        ([DAY, DAY], [MARCH, MARCH]),
        ([DAY, "Agenda", "5 May 2017"], [MARCH, MAY]),
        ([f"Date of meeting: {DAY}"], [MARCH]),
    ],
)
def test_lines_that_name_a_meeting_of_the_boards(lines: list[str], expected: list[date]) -> None:
    assert days(*lines) == expected


def test_lines_are_in_printed_order_running_headers_among_them() -> None:
    footer, *body = blocks(f"\n\n\n{DAY}")[0], *blocks("Agenda\n\nFare\t3\n\n\n\nPiers")
    page = Page(1, tuple(body), furniture=(footer.passage,))
    lines = printed_lines(Document("text/plain", (page,)))
    assert [each.text for each in lines] == ["Agenda", DAY, "Piers"]


@pytest.mark.parametrize(
    ("meant", "expected"),
    [
        (MARCH, False),
        (date(2018, 3, 3), True),
        (date(2017, 9, 3), True),
        (date(2017, 3, 30), True),
        (MARCH - NEAR, True),
        (date(2017, 2, 16), False),
        (date(2018, 9, 3), False),
    ],
)
def test_a_misprint_is_off_in_one_part_or_by_little(meant: date, expected: bool) -> None:
    assert may_be_meant(MARCH, meant) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["---", "title: Ferry", "date: 3 March 2017", "---", "Ferry"], [1, 2]),
        (["---", "Ferry", "Quay"], [0, 1, 2]),
        (["Ferry", "---", "Quay", "---"], [0, 1, 2, 3]),
    ],
    ids=["between dashes", "one line of dashes", "dashes further down"],
)
def test_what_a_site_keeps_of_its_page_is_no_head(lines: list[str], expected: list[int]) -> None:
    left = [each.text for each in without_front_matter([line(text) for text in lines])]
    assert left == (["date: 3 March 2017", "Ferry"] if len(expected) == 2 else lines)
