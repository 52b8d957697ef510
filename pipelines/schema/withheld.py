"""The rows and papers that a build leaves out because an audit did not trust them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl


@dataclass(frozen=True, slots=True)
class WithheldRow:
    """One row that is set aside.

    Attributes:
        reason: The checks that it broke.
        values: All of the row as JSON, without contact details.
        subject: Its key, for people.
    """

    paper_id: str | None
    table_name: str
    reason: str
    values: str
    locator: str | None
    quote: str | None
    subject: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a build leaves out.

    Attributes:
        keys: The keys of the rows to leave out, by table; columns and types are the table's.
        rows: The same rows as they were read, for the table set_aside.
        papers: The reason for each paper (id) that is left out as a whole.
    """

    keys: Mapping[str, pl.DataFrame] = field(default_factory=dict, compare=False)
    rows: tuple[WithheldRow, ...] = ()
    papers: Mapping[str, str] = field(default_factory=dict)

    def plus(self, other: "Withheld") -> "Withheld":
        """Both together; of a row that both hold, the first says why."""
        keys = dict(self.keys)
        for table, frame in other.keys.items():
            keys[table] = pl.concat([keys[table], frame]).unique() if table in keys else frame
        known = {(row.table_name, row.values) for row in self.rows}
        new = tuple(row for row in other.rows if (row.table_name, row.values) not in known)
        return Withheld(keys, (*self.rows, *new), {**other.papers, **self.papers})
