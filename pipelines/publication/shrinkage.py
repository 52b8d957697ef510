"""Detects a refresh that would remove most of what is published, which is rarely intended.

A folder of papers that is not mounted looks like an empty one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.schema.tables import FACTS

PAPERS = "papers"
GUARDED = (PAPERS, *FACTS)
# Paths that a message lists; it only counts the others.
SHOWN_PATHS = 5


@dataclass(frozen=True, slots=True)
class Loss:
    """A table that would lose most of its rows."""

    table: str
    before: int
    after: int

    def __str__(self) -> str:
        lost = f"{self.before - self.after:,} of {self.before:,}"
        return f"{lost} papers" if self.table == PAPERS else f"{lost} rows of {self.table}"


def find_losses(
    before: Mapping[str, int], after: Mapping[str, int], most_lost: float
) -> tuple[Loss, ...]:
    """The guarded tables that would lose more than this share of their rows.

    Args:
        before: Rows of each published table; a missing table has none.
        after: Rows of the tables to compare with; others are left out.
        most_lost: The share that may be removed, 0 to 1.
    """
    return tuple(
        Loss(table, before[table], after[table])
        for table in GUARDED
        if table in before
        and table in after
        and before[table] - after[table] > most_lost * before[table]
    )


def describe_losses(losses: Sequence[Loss], gone: Sequence[str], most_lost: float) -> str:
    """A message: what would be lost, which files are gone, and what to do."""
    named = ", ".join(gone[:SHOWN_PATHS])
    more = f" and {len(gone) - SHOWN_PATHS:,} more" if len(gone) > SHOWN_PATHS else ""
    files = f" Gone from the folder: {named}{more}." if gone else ""
    return (
        f"The refresh would drop {', '.join(map(str, losses))}; the limit is {most_lost:.0%}."
        f"{files} Mount the folder or put the papers back, or say --allow-removals if it is meant."
    )
