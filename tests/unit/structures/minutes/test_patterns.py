"""The shapes of lines in minutes: which line a number opens, which words tell a decision."""

import re

import pytest

from pipelines.structures.minutes.patterns import (
    AFTER_TITLE,
    BUSINESS,
    CALLS_ITEMS,
    DOTTED,
    ITEM_NUMBER,
    LETTERED,
    LONE_NUMBER,
    MINUTE_NUMBERED,
    NOTE_END,
    NUMBERED,
    ROMAN,
    ROMAN_NUMBERS,
    TELLING,
    WORDED,
)


@pytest.mark.parametrize(
    ("pattern", "text", "number", "title"),
    [
        (NUMBERED, "4 Harbour dues", "4", "Harbour dues"),
        (NUMBERED, "Item 12. The pier:", "12", "The pier"),
        (NUMBERED, "4.Harbour dues", "4", "Harbour dues"),
        (DOTTED, "16.44 - Harbour dues", "16.44", "Harbour dues"),
        (MINUTE_NUMBERED, "5/16 Harbour dues", "5/16", "Harbour dues"),
        (MINUTE_NUMBERED, "W048/23 1. HARBOUR DUES", "W048/23", "HARBOUR DUES"),
        (LETTERED, "(a) Harbour dues", "a", "Harbour dues"),
        (ROMAN, "IV. Harbour dues", "IV", "Harbour dues"),
    ],
)
def test_number_and_title(pattern: re.Pattern[str], text: str, number: str, title: str) -> None:
    match = pattern.match(text)
    assert match is not None
    assert (match["number"], match["title"]) == (number, title)


@pytest.mark.parametrize(
    ("pattern", "texts", "others"),
    [
        (NUMBERED, [], ["4 harbour dues", "4.5 miles of pier"]),
        (ITEM_NUMBER, ["12.", "7.1", "3.a", "Item 4", "5/16"], ["4 piers", "12345"]),
        (LONE_NUMBER, ["4.", "45/16"], ["4", "4.1"]),
        (CALLS_ITEMS, ["Item 3: Dues", "Minute no. 3 - Dues"], ["Item 3 Dues", "3. Dues"]),
        (BUSINESS, ["Apologies", "Minutes of March", "Cofnodion"], ["The pier", "Minutes"[:-1]]),
        (WORDED, ["Matters arising", "Finance: paid", "A.O.B."], ["Finance was paid", "The pier"]),
        (NOTE_END, ["Date of next meeting", "Next meeting", "Signed"], ["The next boat"]),
        (AFTER_TITLE, ["Dues PDF 102 KB", "Dues (Item B3)", "Dues Ref 17/046"], ["Dues (B3)"]),
    ],
)
def test_lines(pattern: re.Pattern[str], texts: list[str], others: list[str]) -> None:
    assert [text for text in texts if not pattern.search(text)] == []
    assert [text for text in others if pattern.search(text)] == []


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Members noted the report.", True),
        ("The Board then agreed to meet.", True),
        ("The minutes were approved.", True),
        ("Members discussed the pier, and agreed that it be mended.", True),
        ("RESOLVED: that it be mended.", True),
        ("It was unanimously resolved that it be mended.", True),
        ("Ann Fenn agreed to ask.", False),
        ("Members liked the pier.", False),
        ("The pier was painted.", False),
    ],
)
def test_sentences_that_tell_a_decision(text: str, is_told: bool) -> None:
    assert any(pattern.match(text) for pattern in TELLING) is is_told


def test_roman_figures_are_in_order() -> None:
    value = {"I": 1, "V": 5, "X": 10}
    counted = [
        sum(
            -value[one] if value[one] < value.get(after, 0) else value[one]
            for one, after in zip(figure, [*figure[1:], ""], strict=True)
        )
        for figure in ROMAN_NUMBERS
    ]
    assert counted == list(range(1, len(ROMAN_NUMBERS) + 1))
