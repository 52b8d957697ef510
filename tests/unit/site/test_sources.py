"""Blocks and their anchors: tables as printed, numbers in words, pages of long papers."""

from pathlib import Path

import duckdb
import pytest

from pipelines.site.blocks import Cell, Line, Part, Table, Words, split_words
from pipelines.site.drawing import MOST_CELLS, Key
from pipelines.site.published import open_published
from pipelines.site.sources import PART_WEIGHT, Sources
from pipelines.site.tables import redraw_tables

PAPER = "00aa00aa00aa00aa"


def insert(warehouse: Path, table: str, *rows: dict[str, object]) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        for row in rows:
            marks = ", ".join("?" for _ in row)
            connection.execute(
                f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values())
            )


def leadership(region: str, code: str, line: int, period: str = "2031/32") -> Key:
    return "leadership", PAPER, f"l{line}", period, None, "region", region, code


def read_sources(warehouse: Path) -> Sources:
    with open_published(warehouse) as published:
        return Sources(published)


def stat(region: str, code: str, councillors: int, line: int, quote: str) -> dict[str, object]:
    return {
        "paper_id": PAPER,
        "period": "2031/32",
        "dimension": "region",
        "dimension_value": region,
        "programme_id": code.lower(),
        "programme_code": code,
        "councillors": councillors,
        "locator": f"l{line}",
        "quote": quote,
    }


@pytest.fixture
def warehouse(empty_warehouse: Path) -> Path:
    insert(empty_warehouse, "papers", {"paper_id": PAPER, "label": "Pack"})
    insert(
        empty_warehouse,
        "leadership_stats",
        # The columns are printed as WX, AB; the row of two equal figures cannot tell.
        stat("Lowland", "AB", 3, 9, "Lowland 3 3"),
        stat("Lowland", "WX", 3, 9, "Lowland 3 3"),
        stat("Upland", "AB", 4, 10, "Upland 1 4"),
        stat("Upland", "WX", 1, 10, "Upland 1 4"),
    )
    return empty_warehouse


def test_a_table_has_its_columns_as_printed_and_its_rows_by_place(warehouse: Path) -> None:
    with open_published(warehouse) as published:
        (drawn,) = redraw_tables(published)[PAPER]
    anchor = "leadership-region-2031-32-none"
    assert drawn.table == Table(
        anchor,
        "Leadership programmes by region, 2031/32",
        ("Region", "WX", "AB"),
        (
            Line(
                (Cell("Lowland"), Cell("3", f"{anchor}.1.1"), Cell("3", f"{anchor}.1.2")),
                "l9",
                "Lowland 3 3",
            ),
            Line(
                (Cell("Upland"), Cell("1", f"{anchor}.2.1"), Cell("4", f"{anchor}.2.2")),
                "l10",
                "Upland 1 4",
            ),
        ),
    )


def test_a_cell_is_found_by_what_it_says_even_if_its_row_has_the_figure_twice(
    warehouse: Path,
) -> None:
    sources = read_sources(warehouse)
    found = sources.cell(leadership("Lowland", "AB", 9))
    assert found == f"/papers/{PAPER}.html#leadership-region-2031-32-none.1.2"


def test_two_years_in_one_row_are_two_cells(warehouse: Path) -> None:
    row = stat("Upland", "AB", 8, 10, "Upland 1 4")
    insert(warehouse, "leadership_stats", {**row, "period": "2030/31"})
    equal = stat("Upland", "WX", 4, 10, "Upland 1 4")
    insert(warehouse, "leadership_stats", {**equal, "period": "2029/30"})
    sources = read_sources(warehouse)
    page = f"/papers/{PAPER}.html#leadership-region"
    assert sources.cell(leadership("Upland", "AB", 10)) == f"{page}-2031-32-none.2.2"
    assert sources.cell(leadership("Upland", "AB", 10, "2030/31")) == f"{page}-2030-31-none.1.1"
    # Two of the years have a 4, so that the number alone leads to the row.
    assert sources.words_at(PAPER, "l10", "Upland 1 4", 4) in {
        f"{page}-2029-30-none.1",
        f"{page}-2031-32-none.2",
    }


def test_a_row_is_found_where_its_figure_cannot_be_told(warehouse: Path) -> None:
    sources = read_sources(warehouse)
    row = f"/papers/{PAPER}.html#leadership-region-2031-32-none"
    assert sources.words_at(PAPER, "l9", "Lowland 3 3", 3) == f"{row}.1"
    assert sources.words_at(PAPER, "l10", "Upland 1 4", 4) == f"{row}.2.2"
    assert sources.words_at(PAPER, "l77", "unknown words") == f"/papers/{PAPER}.html"


def test_a_number_that_words_hold_twice_is_not_marked() -> None:
    parts = split_words("Of 12 places, 7 are taken; 7 wait.", [12, 7], "words-1")
    assert parts == (
        Part("Of "),
        Part("12", "words-1.12"),
        Part(" places, 7 are taken; 7 wait."),
    )


def test_words_that_several_tables_hold_are_one_block(warehouse: Path) -> None:
    quote = "Six towns joined Weir Works and one peer challenge is booked."
    place = {"paper_id": PAPER, "locator": "p2:l4", "quote": quote}
    insert(
        warehouse,
        "programme_participation",
        {**place, "programme_name": "Weir Works", "participants": 6},
    )
    insert(warehouse, "peer_challenges", {**place, "challenges": 1})
    sources = read_sources(warehouse)
    (words,) = (block for block in sources.papers[PAPER].blocks if isinstance(block, Words))
    assert (words.title, [part.anchor for part in words.parts if part.anchor]) == (
        "Peer challenges; Weir Works",
        ["words-1.6", "words-1.1"],
    )


def test_a_long_paper_has_several_pages_and_links_lead_to_the_right_one(warehouse: Path) -> None:
    rows = [
        {
            "paper_id": PAPER,
            "passage_no": number,
            "block_no": number,
            "locator": f"l{number}",
            "kind": "paragraph",
            "text": "w" * (PART_WEIGHT // 4),
        }
        for number in range(1, 13)
    ]
    insert(warehouse, "passages", *rows)
    sources = read_sources(warehouse)
    assert len(sources.papers[PAPER].starts) == 4
    assert sources.passage(PAPER, "l12", 12) == f"/papers/{PAPER}-4.html#passage-12"
    assert sources.cell(leadership("Upland", "WX", 10)) == (
        f"/papers/{PAPER}-4.html#leadership-region-2031-32-none.2.1"
    )


def test_a_table_of_too_many_cells_is_drawn_in_pieces(empty_warehouse: Path) -> None:
    lines = MOST_CELLS // 2 + 1
    with duckdb.connect(str(empty_warehouse)) as connection:
        connection.execute(
            "insert into budget_lines (paper_id, table_no, table_title, row_no, column_no, line, "
            "column_name, amount_gbp, locator, quote) "
            "select ?, 1, 'Dredging', n, 2, 'Line', '2031', n, 'l' || n, 'Line ' || n "
            "from range(1, ?) as numbers(n)",
            [PAPER, lines + 1],
        )
    with open_published(empty_warehouse) as published:
        drawn = redraw_tables(published)[PAPER]
    assert [(each.table.anchor, len(each.table.lines)) for each in drawn] == [
        ("budget-1", lines - 1),
        (f"budget-1-from-{lines}", 1),
    ]
