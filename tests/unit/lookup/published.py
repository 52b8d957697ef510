"""A small warehouse of invented papers, for those who look words up in it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from pipelines.schema.tables import TABLES

PACK, NOTE = "00c0ffee00c0ffee", "beef00c0ffee00c0"
OWN, LAST = date(2017, 3, 3), date(2016, 11, 17)


def passage(paper: str, number: int, text: str, **more: Any) -> dict[str, Any]:
    """One passage; it is on the line of its number."""
    row = {"page_no": 1, "locator": f"l{number}", "kind": "paragraph", "block_no": number}
    return {**row, "paper_id": paper, "passage_no": number, "text": text, **more}


def paper(paper_id: str, board: str | None, day: date | None, **more: Any) -> dict[str, Any]:
    """One paper of a board."""
    named = {"label": f"Agenda: {board}, {day}", "source_path": f"{paper_id}.txt"}
    return {"paper_id": paper_id, "board_id": board, "meeting_date": day, "kind": "report"} | (
        named | more
    )


ROWS: dict[str, Sequence[Mapping[str, Any]]] = {
    "boards": [
        {"board_id": "harbour-board", "name": "Harbour Board"},
        {"board_id": "pier-and-harbour-panel", "name": "Pier and Harbour Panel"},
    ],
    "meetings": [
        {"meeting_id": "harbour-board:2016-11-17", "board_id": "harbour-board"}
        | {"meeting_date": LAST}
    ],
    "papers": [
        paper(PACK, "harbour-board", OWN, kind="agenda_pack"),
        paper(NOTE, "pier-and-harbour-panel", None, kind="minutes"),
    ],
    "passages": [
        passage(PACK, 1, "Dues of the harbour", kind="heading"),
        passage(PACK, 2, "The dues of the harbour were set. Dues rise.", heading="Dues"),
        passage(PACK, 3, "Harbour dues were discussed.", meeting_id="harbour-board:2016-11-17"),
        passage(PACK, 4, f"The harbour was dredged, {'as in other years, ' * 30}for its dues."),
        passage(NOTE, 1, "Nobody spoke of dues."),
    ],
}


def publish(folder: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]] = ROWS) -> Path:
    """A file with the tables of the contract, and these rows in them."""
    path = folder / "w.duckdb"
    with duckdb.connect(str(path)) as connection:
        for table in TABLES.values():
            columns = ", ".join(f'"{each.name}" {each.sql_type}' for each in table.columns)
            connection.execute(f"create table {table.name} ({columns})")
            for row in rows.get(table.name, ()):
                names = ", ".join(f'"{name}"' for name in row)
                marks = ", ".join("?" for _ in row)
                connection.execute(
                    f"insert into {table.name} ({names}) values ({marks})", [*row.values()]
                )
    return path
