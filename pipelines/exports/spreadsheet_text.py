"""Keeps text of papers from being read as formulas by spreadsheets."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = bool | int | float | str | Decimal | date | datetime | time | None

# How a cell begins that a spreadsheet takes for a formula: =1+1, +1, -1, @SUM(A1), tab, return.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_text(value: Value) -> Value:
    """Make text safe from being read as a formula; numbers stay numbers.

    >>> safe_text("=1+1"), safe_text(-1), safe_text("a = b")
    ("'=1+1", -1, 'a = b')
    """
    is_formula = isinstance(value, str) and value.startswith(FORMULA_STARTS)
    return f"'{value}" if is_formula else value
