"""Titles of an agenda made whole with the words of the rest of the paper."""

import pytest

from pipelines.documents import Document
from pipelines.readers.reading import read_document
from pipelines.structures.minutes.whole_titles import WholeTitles

AGENDA = "Agenda\n\n1. {title}\n\n"
REPORT = "Item 1\n\nHarbour dues reform\n\nPurpose\n\nThe dues were raised.\n\nA reform followed."


def titles(title: str, report: str = REPORT) -> WholeTitles:
    paper: Document = read_document((AGENDA.format(title=title) + report).encode(), "paper.txt")
    lines = [block.passage for block in paper.blocks if block.text.startswith("1. ")]
    return WholeTitles(paper, lines)


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Harbo dues reform", "Harbour dues reform"),
        ("Harxx reform", "Harbour dues reform"),
        ("Harbour dues reform", None),
        ("Dues", None),
        ("Quaysides reform", None),
        ("Harxx of the lamp", None),
    ],
    ids=[
        *("letters lost", "a word cut off", "sound", "sound and shorter"),
        *("another title", "sound words that the report's title has not"),
    ],
)
def test_a_damaged_title_is_that_of_its_report(title: str, whole: str | None) -> None:
    assert titles(title).of_report("1", title) == whole


def test_the_report_of_another_item_does_not_count() -> None:
    report = REPORT.replace("Item 1", "Item 2")
    assert titles("Harbo dues reform", report).of_report("1", "Harbo dues reform") is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Harbour du", "es reform"], ("Harbour dues reform", False)),
        (["Harbour", "dues reform"], ("Harbour dues reform", False)),
        (["Harbo", "xr dues reform"], ("Harbour dues reform", True)),
        (["Lamp", "posxx"], ("Lamp posxx", False)),
    ],
    ids=["a word in two cells", "two words", "damaged", "damaged, with no such heading"],
)
def test_a_title_in_two_cells(cells: list[str], expected: tuple[str, bool]) -> None:
    assert titles("Dues").joined(cells) == expected
