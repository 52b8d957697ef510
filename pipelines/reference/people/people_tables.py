"""The words of tables of people: the heads of their columns, and the marks in their cells."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.csv_tables import read_table
from pipelines.reference.remembering import remembered
from pipelines.reference.slugs import fold, name_key

# Yes*, Apols., **Attended**: what stands around a mark
EDGES = " .,;:*†‡§"
BRACKETED = re.compile(r"(?:(?<!\s)\s++)?[(\[].*+(?<=[)\]])$")
# Present, virtual / Apologies - on leave: where a remark begins
REMARK = re.compile(r"[,;:]|\s[–—-]\s|\s\(")


@dataclass(frozen=True)
class PeopleTables:
    """The register of heads and marks."""

    columns: dict[str, str]
    marks: dict[str, str]
    nils: frozenset[str]

    @property
    def run_marks(self) -> frozenset[str]:
        """Marks that may be words in a run of names: single letters are initials there."""
        return frozenset(mark for mark in self.marks if len(mark) > 1 or not mark.isalpha())

    @remembered
    def column(self, head: str) -> str | None:
        """What a column holds by its head, or by the words that its head begins with.

        One of `name`, `council`, `group`, `role`, `status`, `total`, `note`.
        """
        words = _key(head).split()
        for size in range(len(words), 0, -1):
            found = self.columns.get(" ".join(words[:size]))
            if found:
                return found
        return None

    @remembered
    def mark(self, printed: str) -> str | None:
        """The status of a cell that holds a mark and at most a remark behind it."""
        text = mark_text(printed)
        return self.marks.get(text) or self.marks.get(mark_text(REMARK.split(text)[0]))

    def is_nil(self, printed: str) -> bool:
        """Whether a cell is blank or says that it is."""
        return not printed.strip() or printed.strip() in self.nils


def mark_text(printed: str) -> str:
    """A mark as it is compared: without a bracket behind it and what stands around it."""
    return BRACKETED.sub("", printed.strip()).strip(EDGES).casefold()


def load_people_tables(folder: Path) -> PeopleTables:
    """Read the register of heads and marks."""
    rows = read_table(folder, "people_tables", ("kind", "printed", "value"))
    return PeopleTables(
        columns={_key(row["printed"]): row["value"] for row in rows if row["kind"] == "column"},
        marks={row["printed"]: row["value"] for row in rows if row["kind"] == "mark"},
        nils=frozenset(row["printed"] for row in rows if row["kind"] == "nil"),
    )


def _key(head: str) -> str:
    spelt = head.replace("%", " percent ").replace("#", " number ")
    return name_key(fold(spelt))
