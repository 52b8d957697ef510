"""Finds money saved according to a sentence, once or each year."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.notation.numbers import MONEY, parse_money

SAVING = re.compile(r"\bsav(?:e|es|ed|ing|ings)\b", re.IGNORECASE)
# £3k per annum, £3k a year, £3k p.a.
YEARLY = re.compile(
    r"^\W*(?:per|a|each|every)\s+(?:year|annum)\b|^\W*(?:p\.?a\.?\b|annually)", re.I
)
# annual savings of £3k
ANNUAL = re.compile(r"\b(?:annual|yearly|recurring|ongoing)\b[^£]{0,40}$", re.IGNORECASE)
SAVING_REACH = 70  # characters between the amount and the word for saving


@dataclass(frozen=True, slots=True)
class Saving:
    """An amount saved; `period` is per_year or one_off, `start` is the position of the amount."""

    amount: Decimal
    period: str
    start: int


def find_savings(text: str) -> list[Saving]:
    """Amounts of money near a word of saving, in order.

    >>> [(saving.amount, saving.period) for saving in find_savings("It saved £3k a year.")]
    [(Decimal('3000.00'), 'per_year')]
    """
    found = []
    for match in MONEY.finditer(text):
        before = text[max(0, match.start() - SAVING_REACH) : match.start()]
        after = text[match.end() : match.end() + SAVING_REACH]
        if SAVING.search(before) or SAVING.search(after):
            yearly = YEARLY.search(after) or ANNUAL.search(before)
            period = "per_year" if yearly else "one_off"
            found.append(Saving(parse_money(match), period, match.start()))
    return found
