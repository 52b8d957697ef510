"""Searches in a small warehouse: what is found, in which order, within which limits."""

from pathlib import Path

import duckdb
import pytest

from pipelines.lookup.search import Filters, Found, search
from pipelines.runtime.lookup_errors import NoPassages, NoSuchBoard
from tests.unit.lookup.published import LAST, OWN, PACK, publish


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("search"))


def places(found: Found) -> list[tuple[str, int]]:
    return [(hit.paper_id[:4], hit.passage_no) for hit in found.hits]


def test_all_words_are_found_and_a_row_of_them_comes_first(warehouse: Path) -> None:
    found = search(warehouse, ["harbour", "dues"], Filters(), 20)
    assert places(found) == [("00c0", 3), ("00c0", 1), ("00c0", 2), ("00c0", 4)]
    assert found.number == 4


def test_a_phrase_is_found_only_in_a_row(warehouse: Path) -> None:
    assert places(search(warehouse, ["harbour dues"], Filters(), 20)) == [("00c0", 3)]


def test_fewer_are_shown_than_found(warehouse: Path) -> None:
    found = search(warehouse, ["dues"], Filters(), 2)
    assert (len(found.hits), found.number) == (2, 5)


def test_a_hit_says_where_it_is(warehouse: Path) -> None:
    (hit,) = search(warehouse, ["harbour dues"], Filters(), 20).hits
    assert (hit.board_name, hit.meeting_date, hit.locator, hit.matches) == (
        "Harbour Board",
        LAST,
        "l3",
        ((0, 12),),
    )


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(board="harbour-board"), [1, 2, 3, 4]),
        (Filters(board="panel PIER"), [1]),
        (Filters(board="harbour"), [1, 1, 2, 3, 4]),
        (Filters(since=OWN), [1, 2, 4]),
        (Filters(until=LAST), [3]),
        (Filters(kinds=("heading",)), [1]),
        (Filters(kinds=("minutes", "report")), [1]),
        (Filters(kinds=("agenda_pack", "paragraph")), [2, 3, 4]),
    ],
)
def test_limits(warehouse: Path, filters: Filters, found: list[int]) -> None:
    hits = search(warehouse, ["dues"], filters, 20).hits
    assert sorted(hit.passage_no for hit in hits) == found


def test_a_search_in_vain_says_how_many_have_each_word(warehouse: Path) -> None:
    found = search(warehouse, ["harbour", "nobody"], Filters(), 20)
    assert (found.number, found.hits, found.each) == (0, (), (4, 1))


def test_letters_of_a_pattern_are_letters(warehouse: Path) -> None:
    assert search(warehouse, ["d.es", "(dues"], Filters(), 20).number == 0


def test_an_unknown_board_is_named_with_those_there_are(warehouse: Path) -> None:
    with pytest.raises(NoSuchBoard, match=r"fish.*Harbour Board; Pier and Harbour Panel"):
        search(warehouse, ["dues"], Filters(board="fish"), 20)


def test_a_warehouse_of_an_older_version_says_what_to_do(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "w.duckdb")) as connection:
        connection.execute("create table papers (paper_id varchar)")
    with pytest.raises(NoPassages, match="boardpapers refresh"):
        search(tmp_path / "w.duckdb", ["dues"], Filters(), 20)


def test_the_paper_of_a_hit_is_the_one_to_show(warehouse: Path) -> None:
    assert {hit.paper_id for hit in search(warehouse, ["harbour"], Filters(), 20).hits} == {PACK}
