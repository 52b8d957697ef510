"""The workbook as Excel opens it: cover, formats, links from rows to what they are made of."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.exports import workbook
from pipelines.exports.export import export
from pipelines.exports.workbook import LONGEST_NAME, sheet_name
from pipelines.schema.tables import TABLES, TABLES_FOR_PEOPLE
from tests.unit.lookup.published import PACK, ROWS, passage, publish

DAY = date(2017, 3, 31)
CELL = {"period": "2016/17", "as_of": DAY, "programme_id": "quay-academy"}
FIGURE = {**CELL, "region": "Wales", "councillors": 1234, "share": 0.125, "uptake_per_100": 4.757}
MADE: Mapping[str, Sequence[Mapping[str, Any]]] = {
    **ROWS,
    "passages": [*ROWS["passages"], passage(PACK, 9, "Wales 31", locator="p2:l4", page_no=2)],
    "uptake_by_region": [FIGURE],
    "uptake_sources": [
        {**CELL, "programme_code": "A", "dimension": "region", "dimension_value": "North East"},
        {**CELL, "programme_code": "A", "dimension": "region", "dimension_value": "Wales"}
        | {"paper_id": PACK, "locator": "p2:l4"},
    ],
    "decisions": [
        {"paper_id": PACK, "locator": "l2", "text": "Dues rise.", "meeting_id": "m", "seq": 1},
        {"paper_id": PACK, "locator": "l3-l9", "text": "Set.", "meeting_id": "m", "seq": 2},
        {"paper_id": "gone", "locator": "l3", "text": "Lost.", "meeting_id": "m", "seq": 3},
    ],
    "budget_lines": [{"paper_id": PACK, "locator": "l1", "amount_gbp": Decimal("-2.50")}],
}


class Book:
    """What a workbook holds, by the names of its sheets."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as file:
            parts = {name: file.read(name).decode() for name in file.namelist()}
        self.names = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"])
        self.sheets = {
            name: parts[f"xl/worksheets/sheet{number}.xml"]
            for number, name in enumerate(self.names, start=1)
        }
        self.styles = parts["xl/styles.xml"]

    def links(self, sheet: str) -> dict[str, str]:
        """Where the links of a sheet lead, by cell."""
        found = re.findall(r'<hyperlink ref="(\w+)" location="([^"]+)"', self.sheets[sheet])
        return {cell: place.replace("'", "") for cell, place in found}

    def text(self, sheet: str, line: int) -> str:
        (row,) = re.findall(rf'<row r="{line}".*?</row>', self.sheets[sheet], re.DOTALL)
        return " ".join(re.findall(r"<t[^>]*>([^<]*)</t>", row))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("book")
    (path,) = export(publish(folder, MADE), folder, "xlsx")
    return Book(path)


def test_the_cover_leads_to_every_sheet_marts_first(book: Book) -> None:
    tables = [sheet_name(table.name) for table in TABLES_FOR_PEOPLE]
    assert book.names == ["Contents", *tables, "data_dictionary"]
    assert [place.partition("!")[0] for place in book.links("Contents").values()] == [
        *tables,
        "data_dictionary",
    ]
    assert TABLES_FOR_PEOPLE[0].floor == "marts"


def test_names_of_sheets_are_whole_and_different() -> None:
    names = [sheet_name(name) for name in TABLES]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST_NAME
    assert [name for name in names if name.endswith("_")] == []


def test_a_row_leads_to_its_passage(book: Book) -> None:
    links = book.links("decisions")
    assert len(links) == 2  # the third paper has no passage
    for cell, words in zip(sorted(links), ("were set. Dues rise.", "were discussed"), strict=True):
        sheet, _, place = links[cell].partition("!")
        assert words in book.text(sheet, int(place[1:]))


def test_a_figure_leads_to_its_cell_and_that_to_its_passage(book: Book) -> None:
    ((cell, place),) = book.links("uptake_by_region").items()
    assert cell.endswith("2")
    sheet, _, target = place.partition("!")
    assert (sheet, "Wales" in book.text(sheet, int(target[1:]))) == ("uptake_sources", True)
    ((_, origin),) = book.links("uptake_sources").items()
    assert "Wales 31" in book.text("passages", int(origin.partition("!")[2][1:]))


def test_a_table_has_a_frozen_head_a_filter_and_formats(book: Book) -> None:
    sheet = book.sheets["uptake_by_region"]
    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet
    assert "customWidth" in sheet
    for pattern in ("0.0 %", "£#,##0", "#,##0", "0.0", "yyyy-mm-dd"):
        assert pattern in book.styles


def test_a_table_longer_than_a_sheet_goes_on_and_links_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_SHEET_ROWS", 3)
    (path,) = export(publish(tmp_path, MADE), tmp_path, "xlsx")
    book = Book(path)
    assert [name for name in book.names if name.startswith("passages")] == [
        "passages",
        "passages 2",
        "passages 3",
    ]
    for place in book.links("decisions").values():
        sheet, _, target = place.partition("!")
        assert book.text(sheet, int(target[1:]))
