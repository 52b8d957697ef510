"""What a paper says: rows of two tables, each field with its fair values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

Value = str | int | None
Fair = tuple[Value, ...]  # any of these is right

PARTICIPATION = "programme_participation"
CHALLENGES = "peer_challenges"
FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        PARTICIPATION: (
            "participants",
            "unit",
            "qualifier",
            "status",
            "period",
            "dimension",
            "dimension_value",
            "programme",
        ),
        CHALLENGES: (
            "council_name",
            "challenge_type",
            "period",
            "challenges",
            "qualifier",
            "status",
            "savings_gbp",
            "savings_period",
        ),
    }
)
OPEN = "<open>"  # a period that the statement leaves to the headings and the date of its paper


@dataclass(frozen=True, slots=True)
class Row:
    """One row that a paper should give; a field that it lacks is not compared.

    Attributes:
        is_optional: Whether a reader may also leave it out.
        frame: The kind of the statement that says it.
        traits: How the statement says it.
    """

    table: str
    fields: Mapping[str, Fair]
    is_optional: bool = False
    frame: str = "written"
    traits: frozenset[str] = frozenset()

    def fair(self, name: str) -> Fair:
        return self.fields.get(name, ())

    def dated(self, periods: Fair, now: str) -> "Row":
        """The row with an open period closed.

        What is yet to come need not be in the year of the title, and may have no year.
        """
        if OPEN not in self.fair("period"):
            return self
        known = tuple(value for value in self.fair("period") if value != OPEN)
        more = (None, now) if not set(self.fair("status")) & {"took_part", "delivered"} else ()
        values = tuple(dict.fromkeys((*known, *periods, *more)))
        return replace(self, fields={**self.fields, "period": values})


@dataclass(frozen=True, slots=True)
class Line:
    """One stretch of a paper: `title`, `heading`, `paragraph` or `item` of a list."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said in one place, and its rows; a statement with a heading has its own section."""

    frame: str
    lines: tuple[Line, ...]
    rows: tuple[Row, ...] = ()
    traits: frozenset[str] = frozenset()
    heading: str = ""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its lines in order, the statements in it, its truth."""

    name: str
    lines: tuple[Line, ...]
    truth: tuple[Row, ...]
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    text: str = ""


def participation(**fields: Value | Sequence[Value]) -> Row:
    return _row(PARTICIPATION, fields)


def challenge(**fields: Value | Sequence[Value]) -> Row:
    return _row(CHALLENGES, fields)


def rows_of(told: Mapping[str, Iterable[Mapping[str, Any]]]) -> tuple[Row, ...]:
    """The rows that a truth file tells; raises `ValueError` for a table or field of no meaning."""
    found = []
    for table, rows in told.items():
        if table not in FIELDS:
            raise ValueError(f"no table {table}: {', '.join(FIELDS)}")
        for row in rows:
            fields = {name: value for name, value in row.items() if name != "optional"}
            unknown = fields.keys() - set(FIELDS[table])
            if unknown:
                raise ValueError(f"no field {sorted(unknown)} in {table}: {FIELDS[table]}")
            found.append(replace(_row(table, fields), is_optional=bool(row.get("optional"))))
    return tuple(found)


def told_by(rows: Iterable[Row]) -> dict[str, list[dict[str, Any]]]:
    """The rows in the form of a truth file."""
    told: dict[str, list[dict[str, Any]]] = {table: [] for table in FIELDS}
    for row in rows:
        fields: dict[str, Any] = {
            name: list(values) if len(values) > 1 else values[0]
            for name, values in row.fields.items()
        }
        if row.is_optional:
            fields["optional"] = True
        told[row.table].append(fields)
    return told


def _row(table: str, fields: Mapping[str, Any]) -> Row:
    return Row(
        table,
        {
            name: tuple(value) if isinstance(value, (list, tuple)) else (value,)
            for name, value in fields.items()
        },
    )
