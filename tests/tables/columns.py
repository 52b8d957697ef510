"""Columns that count nothing: row numbers, ranks, notes, percentages of change."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.tables.printing import Printing
from tests.tables.sheets import Cell, Sheet

HEADS = {"row numbers": "No.", "rank": "Rank", "notes": "Note", "percentage": "% change"}
# Where it stands: before the labels, behind them, or last
PLACES = {"row numbers": 0, "rank": -1, "notes": 1, "percentage": -1}


def with_column(
    rng: Random, sheet: Sheet, printing: Printing, kinds: Sequence[str], chance: float
) -> Sheet:
    """The table, by chance with one more column; rows of totals leave it blank."""
    if rng.random() >= chance:
        return sheet
    kind = rng.choice(kinds)
    printing.used.add(f"column of {kind}")
    place = PLACES[kind]
    last = len(sheet.heads) - 1
    heads = [
        _placed(row, Cell(HEADS[kind] if number == last else ""), place)
        for number, row in enumerate(sheet.heads)
    ]
    blank = {number for number, row in enumerate(sheet.body) if not any(c.text for c in row[1:])}
    ranks = rng.sample(range(1, len(sheet.body) + 1), len(sheet.body))
    body = []
    for number, row in enumerate(sheet.body):
        text = {
            "row numbers": str(number + 1),
            "rank": str(ranks[number]),
            "notes": "" if number % 2 else str(number // 2 + 2),
            "percentage": f"{rng.randint(-90, 99) / 10:.1f}",
        }[kind]
        body.append(_placed(row, Cell("" if number in sheet.bold | blank else text), place))
    stubs = sheet.stubs if place < 0 else sheet.stubs + 1
    return replace(sheet, heads=tuple(heads), body=tuple(body), stubs=stubs)


def _placed(row: tuple[Cell, ...], cell: Cell, place: int) -> tuple[Cell, ...]:
    return (*row, cell) if place < 0 else (*row[:place], cell, *row[place:])
