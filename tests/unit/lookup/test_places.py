"""Places in the papers of a small warehouse: what is shown there, and what is marked."""

from pathlib import Path

import pytest

from pipelines.cli.output import passage_output
from pipelines.lookup.places import ShownPlace, find_quote, show_place
from pipelines.runtime.lookup_errors import NoSuchPaper, NoSuchPlace
from tests.unit.lookup.published import NOTE, PACK, ROWS, passage, publish

DECISION = {"paper_id": PACK, "locator": "l2", "quote": "the harbour were set"}
GRID = [
    passage(NOTE, number, text, kind="table_row", block_no=9, page_no=2, locator=f"p2:l{number}")
    for number, text in enumerate(["Port Calls", "Hull 31", "Mill 12", "Weir 7"], start=5)
]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = {**ROWS, "decisions": [DECISION], "passages": [*ROWS["passages"], *GRID]}
    return publish(tmp_path_factory.mktemp("places"), rows)


def shown(place: ShownPlace) -> list[tuple[str, bool]]:
    return [(each.locator, each.is_meant) for each in place.passages]


def test_a_place_is_shown_with_what_is_around_it(warehouse: Path) -> None:
    place = show_place(warehouse, PACK, "l3", 1)
    assert shown(place) == [("l2", False), ("l3", True), ("l4", False)]


def test_the_words_that_a_row_quotes_are_marked(warehouse: Path) -> None:
    place = show_place(warehouse, PACK, "l2", 0)
    (line,) = place.passages
    assert [line.text[start:end] for start, end in line.marks] == ["the harbour were set"]
    assert [(each.table_name, each.quote) for each in place.quotations] == [
        ("decisions", "the harbour were set")
    ]


def test_words_may_be_marked_that_no_row_quotes(warehouse: Path) -> None:
    (line,) = show_place(warehouse, PACK, "l2", 0, ["rise", "set"]).passages
    words = [line.text[start:end] for start, end in line.marks]
    assert words == ["the harbour were set", "rise"]


def test_a_row_of_a_table_is_shown_below_its_head(warehouse: Path) -> None:
    assert shown(show_place(warehouse, NOTE, "p2:l8", 0)) == [("p2:l5", False), ("p2:l8", True)]


def test_without_a_place_all_of_a_paper_is_shown(warehouse: Path) -> None:
    place = show_place(warehouse, PACK, None, 0)
    assert shown(place) == [("l1", False), ("l2", False), ("l3", False), ("l4", False)]


@pytest.mark.parametrize("named", [PACK, "00c0ff", f"{PACK}.txt", "harbour-board 2017"])
def test_a_paper_is_found_by_id_path_and_label(warehouse: Path, named: str) -> None:
    assert show_place(warehouse, named, "l1", 0).paper.paper_id == PACK


@pytest.mark.parametrize(
    ("named", "said"),
    [("agenda harbour", "2 papers match"), ("lighthouse", "No published"), ("", "No published")],
)
def test_an_unclear_paper_is_refused(warehouse: Path, named: str, said: str) -> None:
    with pytest.raises(NoSuchPaper, match=said):
        show_place(warehouse, named, None, 0)


@pytest.mark.parametrize("locator", ["l99", "p9", "p2:l1", "line 3", "l0"])
def test_a_place_without_words_is_refused(warehouse: Path, locator: str) -> None:
    with pytest.raises(NoSuchPlace, match="l265"):
        show_place(warehouse, PACK, locator, 0)


@pytest.mark.parametrize(
    ("text", "quote", "marked"),
    [
        ("Wales 2 0 31 42", "2 0 31", "2 0 31"),
        ("Wales 2 0 31 42", "| Wales | 2 | 0 |", "Wales 2 0"),
        ("It was AGREED: dues rise", "agreed dues", "AGREED: dues"),
        ("dues rise", "It was agreed that dues rise.", "dues rise"),
        ("Wales 2 0 31 42", "1 42", None),
        ("", "dues", None),
    ],
)
def test_a_quote_is_found_whatever_the_signs_between_its_words(
    text: str, quote: str, marked: str | None
) -> None:
    assert [text[start:end] for start, end in find_quote(text, quote)] == (
        [marked] if marked else []
    )


def test_what_is_printed_points_at_the_place(warehouse: Path) -> None:
    printed = passage_output.show_place(show_place(warehouse, PACK, "l2", 1))
    assert "> l2  The dues of «the harbour were set». Dues rise." in printed
    assert "  l1  # Dues of the harbour" in printed
    assert "decisions l2: the harbour were set" in printed
