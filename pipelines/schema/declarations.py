"""How a published table is declared; `contract.py` declares them all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipelines.schema.columns import COLUMNS, Column

Floor = Literal["core", "marts"]
SOURCE = ("paper_id", "locator", "quote")
# What a column refers to, in most tables that have it
PAPER = "paper_id>papers.paper_id"
BOARD = "board_id>boards.board_id"
MEETING = "meeting_id>meetings.meeting_id"
PERSON = "councillor_id>councillors.councillor_id"
COUNCIL = "council_id>councils.council_id"
PROGRAMME = "programme_id>programmes.programme_id"


@dataclass(frozen=True, slots=True)
class Table:
    """One published table.

    Attributes:
        references: (column, table, column there) of each foreign key.
        meanings: For the few names that the contract uses in a second meaning, the entry of
            `columns.py` that describes it.
    """

    name: str
    row: str
    key: tuple[str, ...]
    column_names: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...] = ()
    floor: Floor = "core"
    meanings: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in contract order."""
        return tuple(
            Column(name, *_described(self.meanings.get(name, name))) for name in self.column_names
        )


def _described(name: str) -> tuple[str, str]:
    return COLUMNS[name].sql_type, COLUMNS[name].meaning


def declare_table(
    name: str,
    row: str,
    key: str,
    columns: str,
    references: str = "",
    floor: Floor = "core",
) -> Table:
    """Read a table from short text.

    Args:
        name: The table.
        row: What one row is.
        key: Columns of the key, apart by a space.
        columns: All columns in order; `name=meaning` where another entry describes the column.
        references: `column>table.column` of each foreign key.
        floor: The folder of its model.
    """
    targets = (item.replace(">", ".").split(".") for item in references.split())
    named = [item.partition("=") for item in columns.split()]
    return Table(
        name=name,
        row=row,
        key=tuple(key.split()),
        column_names=tuple(column for column, _, _ in named),
        references=tuple((column, table, there) for column, table, there in targets),
        floor=floor,
        meanings={column: meaning for column, _, meaning in named if meaning},
    )
