"""Which number may begin the next item, and where its title ends."""

import pytest

from pipelines.structures.minutes.item_numbers import (
    FEWEST_LETTERS,
    LARGEST_STEP,
    LONGEST_NUMBER,
    bare_title,
    follows,
    is_dated,
    is_later,
    is_next,
    is_shouted,
    run_on,
    text_after,
)
from tests.unit.structures.paper import line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A" * FEWEST_LETTERS, True),
        ("A" * (FEWEST_LETTERS - 1), False),
        ("THE PIERS of", True),
        ("THE PIER of", False),
        ("17/03", False),
    ],
)
def test_a_line_in_capitals(text: str, expected: bool) -> None:
    assert is_shouted(text) is expected


@pytest.mark.parametrize(
    ("number", "previous", "next_one", "later"),
    [
        ("5", "4", True, True),
        ("6", "4", False, True),
        ("4", "4", False, False),
        ("5", None, False, True),
        ("5a", "4", False, False),
        ("5", "4a", False, False),
    ],
)
def test_plain_numbers(number: str, previous: str | None, next_one: bool, later: bool) -> None:
    assert (is_next(number, previous), is_later(number, previous)) == (next_one, later)


LONG = "1" * LONGEST_NUMBER


@pytest.mark.parametrize(
    ("number", "previous", "is_marked", "expected"),
    [
        ("5", "4", False, True),
        (str(4 + LARGEST_STEP), "4", False, True),
        (str(5 + LARGEST_STEP), "4", False, False),
        ("4", "4", False, False),
        ("3", "4", False, False),
        ("4a", "4", False, True),
        (str(LARGEST_STEP), None, False, True),
        (str(LARGEST_STEP + 1), None, False, False),
        (str(LARGEST_STEP + 1), None, True, True),
        (f"{LONG}2", f"{LONG}1", False, True),
        (f"{LONG}2", None, True, True),
        (f"{LONG}2", None, False, False),
        ("5/16", "4/16", False, True),
        ("5/16", "5/16", False, False),
        ("5", "4/16", False, False),
        ("16.45", "16.44", False, True),
        ("45.16", "44.16", False, True),
        (f"16.{45 + LARGEST_STEP}", "16.44", False, False),
        ("17.45", "16.44", False, False),
        ("4.1", "4.0", False, False),
        ("5.0", "4.0", False, True),
        ("1.0", None, False, True),
        ("2.0", None, False, False),
        ("5", "16.44", False, False),
    ],
)
def test_the_number_of_the_next_item(
    number: str, previous: str | None, is_marked: bool, expected: bool
) -> None:
    assert follows(number, previous, is_marked, is_first=False) is expected


def test_a_longer_number_is_a_year_unless_it_is_marked_or_near() -> None:
    years = f"{LONG}0"
    assert not follows(years, str(int(years) - LARGEST_STEP - 1), False, False)
    assert follows(LONG, str(int(LONG) - LARGEST_STEP), False, False)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("4. Harbour dues. The treasurer said so.", "Harbour dues"),
        ("4 HARBOUR DUES The treasurer said so.", "HARBOUR DUES"),
        ("4. Harbour dues - none", "Harbour dues"),
        ("4. A letter from Mrs. Moss. It was read.", "A letter from Mrs. Moss"),
        ("4. The dues were paid. All did.", None),
        ("Harbour dues. The treasurer said so.", None),
    ],
)
def test_a_title_that_its_text_runs_on_from(text: str, title: str | None) -> None:
    match = run_on(text)
    assert (match["title"] if match else None) == title


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Harbour dues: None were paid.", "Harbour dues"),
        ("Harbour dues - noted", "Harbour dues"),
        ("Harbour dues: Cllr Fenn", "Harbour dues"),
        ("Harbour dues:- the whole list", "Harbour dues"),
        ("Harbour dues: The chair opened the list.", "Harbour dues"),
        ("Apologies: item 4", "Apologies"),
        ("Apologies: 3 March 2017", None),
        ("Harbour dues: the whole list", None),
        ("Dues that were paid: None", None),
        ("Harbour dues", None),
    ],
)
def test_where_a_title_ends(title: str, bare: str | None) -> None:
    end = text_after(title)
    assert (None if end is None else title[:end]) == bare


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Harbour dues PDF 102 KB", "Harbour dues"),
        ("Harbour dues (Item B3)", "Harbour dues"),
        ("Harbour dues :-", "Harbour dues"),
        ("Harbour dues (of 2017)", "Harbour dues (of 2017)"),
        ("(Item B3)", "(Item B3)"),
    ],
)
def test_a_bare_title(title: str, bare: str) -> None:
    assert bare_title(line(title)).text == bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3 March 2017", True), ("3. On 3 March 2017", False), ("3 piers", False)],
)
def test_a_line_that_begins_with_a_date(text: str, expected: bool) -> None:
    assert is_dated(text) is expected
