"""Holds back records with impossible values, and people beyond the size of a meeting.

Such values are misprints, figures that ran together, and numbers that count something else. One of
them would make the sum over all papers wrong.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pipelines.schema.columns import COLUMNS
from pipelines.schema.records import AttendanceStatement, PaperRecord, Record, WithheldReading
from pipelines.schema.withholding import withhold

# The greatest plausible value of a column, with room to spare.
MOST: dict[str, int] = {
    "councillors": 1_000_000,  # some 20,000 are in office in England and Wales
    "participants": 100_000_000,  # some 60 million people live there
    "challenges": 100_000,  # of some 400 authorities
    "savings_gbp": 10**12,  # the United Kingdom spends about as much in a year
    "amount_gbp": 10**13,
}
# For any other number: the most that the column can hold.
MOST_OF_ANY = 2**31 - 1
# People of one meeting in one paper: the largest councils have some 130 members. Names are compared
# in pairs, so time and memory grow with the square of their number.
MOST_PEOPLE = 500
# No board existed before the first, and nobody plans as far ahead as the last.
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)


def hold_back(table: str, records: Iterable[Record]) -> tuple[list[Record], list[WithheldReading]]:
    """Split the records of a table into those to keep and those to hold back.

    The record of a paper is always kept; only its date is removed.
    """
    kept: list[Record] = []
    held: list[WithheldReading] = []
    people: dict[tuple[str, date | None], set[str]] = {}
    for record in records:
        column = _implausible_column(record)
        if column is None and _is_of_a_crowd(record, people):
            held.append(_withheld(table, "councillor_id", record, "too_many_people"))
        elif column is None:
            kept.append(record)
        else:
            held.append(_withheld(table, column, record, "implausible_value"))
        if column is not None and isinstance(record, PaperRecord):
            kept.append(replace(record, meeting_date=None))
    return kept, held


def _implausible_column(record: Record) -> str | None:
    names = _numbers_and_days(type(record))  # type: ignore[arg-type]
    return next((each for each in names if not _is_plausible(each, getattr(record, each))), None)


@cache
def _numbers_and_days(record_type: type[Any]) -> tuple[str, ...]:
    """The fields of a record whose values may be too large or of another age."""
    names = (field.name for field in fields(record_type))
    return tuple(name for name in names if COLUMNS[name].sql_type not in ("VARCHAR", "BOOLEAN"))


def _is_plausible(column: str, value: Any) -> bool:
    if isinstance(value, date):
        return EARLIEST <= value <= LATEST
    if isinstance(value, int | Decimal):
        most: int = MOST.get(column, MOST_OF_ANY)
        return -most <= value <= most
    return True


def _is_of_a_crowd(record: Record, people: dict[tuple[str, date | None], set[str]]) -> bool:
    """Whether a person exceeds the limit of a meeting; count those who do not."""
    if not isinstance(record, AttendanceStatement):
        return False
    named = people.setdefault((record.board_id, record.meeting_date), set())
    if record.councillor_id not in named and len(named) >= MOST_PEOPLE:
        return True
    named.add(record.councillor_id)
    return False


def _withheld(table: str, column: str, record: Record, fault: str) -> WithheldReading:
    subject = f"{column} {getattr(record, column)}"
    return withhold(table, record, subject, f"{fault}: {column}")
