"""What is known to be read wrongly, row by row: `known_gaps.csv`, which has to be true.

A gap that is not listed fails its test, and so does a listed one that is there no longer. The list
says of each why it is there.
"""

import csv
from pathlib import Path
from typing import NamedTuple

from tests.gold.scoring import COMPARISONS, Score

KNOWN_GAPS = Path(__file__).with_name("known_gaps.csv")
AS_PRINTED = "as printed"


class Gap(NamedTuple):
    """One row that was missed or invented, or one column in which a matched pair differs."""

    table: str
    kind: str
    paper_id: str
    locator: str
    column: str = ""


def known_gaps(papers: str) -> list[Gap]:
    """The listed gaps of some papers: as they are printed, changed, or in another form."""
    with KNOWN_GAPS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return sorted(
        Gap(*(row[name] for name in Gap._fields)) for row in rows if row["papers"] == papers
    )


def gaps_of(result: Score) -> list[Gap]:
    """Every gap between the rows read by eye and those that were found."""
    alone = [("missed", row) for row in result.missed]
    alone += [("invented", row) for row in result.invented]
    gaps = [Gap(result.table, kind, row["paper_id"], row["locator"]) for kind, row in alone]
    gaps += [
        Gap(result.table, "differs", gold["paper_id"], gold["locator"], name)
        for gold, found in result.pairs
        for name, is_right in COMPARISONS[result.table].fields.items()
        if not is_right(gold, found)
    ]
    return sorted(gaps)
