"""Expectations of Great Expectations in SQL: the condition that faulty rows meet.

DuckDB counts the faulty rows of a table in one statement, however many expectations it has. The
library judges the counts. A test holds each condition against the library's own expectation.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any


def faulty_rows(kind: str, columns: Sequence[str], arguments: Mapping[str, Any]) -> str:
    """The SQL condition of rows that break an expectation; NULL breaks only `not_be_null`.

    Args:
        kind: Great Expectations' name for it.
        columns: The columns that it checks.
        arguments: The library's other arguments, such as `value_set`.

    Raises:
        KeyError: No condition is known for that kind of expectation.
    """
    return _CONDITIONS[kind]([f'"{name}"' for name in columns], arguments)


def is_known(kind: str) -> bool:
    """Whether a kind of expectation has a condition."""
    return kind in _CONDITIONS


def known_kinds() -> list[str]:
    """The kinds of expectation that a suite may hold, sorted."""
    return sorted(_CONDITIONS)


def _null(columns: list[str], _: Mapping[str, Any]) -> str:
    return f"{columns[0]} is null"


def _not_in_set(columns: list[str], arguments: Mapping[str, Any]) -> str:
    return f"{columns[0]} not in ({', '.join(map(_literal, arguments['value_set']))})"


def _no_match(columns: list[str], arguments: Mapping[str, Any]) -> str:
    return f"not regexp_matches({columns[0]}, {_literal(arguments['regex'])})"


def _out_of_range(columns: list[str], arguments: Mapping[str, Any]) -> str:
    bounds = [
        f"{columns[0]} {sign} {_literal(arguments[name])}"
        for name, sign in (("min_value", "<"), ("max_value", ">"))
        if name in arguments
    ]
    return f"({' or '.join(bounds)})"


def _not_greater(columns: list[str], arguments: Mapping[str, Any]) -> str:
    sign = ">=" if arguments.get("or_equal") else ">"
    return f"not {columns[0]} {sign} {columns[1]}"


_CONDITIONS: dict[str, Callable[[list[str], Mapping[str, Any]], str]] = {
    "expect_column_values_to_not_be_null": _null,
    "expect_column_values_to_be_in_set": _not_in_set,
    "expect_column_values_to_match_regex": _no_match,
    "expect_column_values_to_be_between": _out_of_range,
    "expect_column_pair_values_a_to_be_greater_than_b": _not_greater,
}


def _literal(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return str(value)
    escaped = str(value).replace("'", "''")
    return f"date '{escaped}'" if isinstance(value, date) else f"'{escaped}'"
