"""Items of an agenda that is a table with pages."""

import pytest

from tests.unit.extractors.other_rows import rows

HEAD = "Resources Board\n\nAgenda\n\nFriday 3 March 2017\n\n"
TABLES = {
    "numbers below Item, and a column of times": (
        "Item\tTitle\tTime\tPage\n1\tWelcome\t2.00 pm\t\n"
        "3a\tThe pier\t2.15 pm\t9\n3b\tThe quay\t\t15",
        [("1", "Welcome", None), ("3a", "The pier", 9), ("3b", "The quay", 15)],
    ),
    "those who lead an item, and parts of items": (
        "Item\tTitle\tLead\tPage\n1\tWelcome\tChair\t\n"
        "4\tThe pier\tAnn Fenn\t7\n4.1\tIts lamps\tAll\t9",
        [("1", "Welcome", None), ("4", "The pier", 7), ("4.1", "Its lamps", 9)],
    ),
    "a title that a column without a head has cut": (
        "Item\t\tPage\n1. Welcome\t\t\n2\tThe pier\t7\n\nThe pier was mended.",
        [("2", "The pier", 7)],
    ),
}


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES)
def test_agenda_tables(table: str, expected: list[tuple[object, ...]]) -> None:
    assert rows(f"{HEAD}{table}", "agenda_items", "item_no", "title", "first_page") == expected
