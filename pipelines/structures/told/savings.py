"""Finds money saved according to a sentence, once or each year."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.notation.numbers import MONEY, parse_money

SAVING = re.compile(r"\b(?:sav(?:e|es|ed|ing|ings)|efficienc(?:y|ies))\b", re.IGNORECASE)
# £3k per annum, £3k a year, £3k p.a.
YEARLY = re.compile(
    r"^\W*(?:per|a|each|every)\s+(?:year|annum)\b|^\W*(?:p\.?a\.?\b|annually)", re.I
)
# annual savings of £3k
ANNUAL = re.compile(r"\b(?:annual|yearly|recurring|ongoing)\b[^£]{0,40}$", re.IGNORECASE)
# a grant of £3k, at a cost of £3k: money that was not saved
COST = re.compile(
    r"\b(?:cost(?:s|ing)?|fee|price|grant|fund(?:ed|ing)?|budget|charge|invest\w*|spen[dt]\w*)\b[^,;.]{0,20}$",
    re.IGNORECASE,
)
REACH = 70  # characters around an amount that say what it is


# a one-off saving of £3k, £3k (one-off)
ONE_OFF = re.compile(
    r"^[^£;.]{0,12}\b(?:one[- ]off|once)\b|\b(?:one[- ]off|single)\b[^£;.]{0,25}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Saving:
    """An amount saved; `period` is per_year, one_off or None, `start` is its position."""

    amount: Decimal
    period: str | None
    start: int


def find_savings(text: str, lead_in: str = "") -> list[Saving]:
    """Amounts of money in words of saving, in order; costs, grants and budgets are left out.

    Args:
        text: The sentence.
        lead_in: The opening of its list, which may hold the word for saving.

    >>> [(saving.amount, saving.period) for saving in find_savings("It saved £3k a year.")]
    [(Decimal('3000.00'), 'per_year')]
    """
    if not (SAVING.search(text) or SAVING.search(lead_in)):
        return []
    found = []
    for match in MONEY.finditer(text):
        before = text[max(0, match.start() - REACH) : match.start()]
        after = text[match.end() : match.end() + REACH]
        if not COST.search(before):
            yearly = YEARLY.search(after) or ANNUAL.search(before)
            once = ONE_OFF.search(before) or ONE_OFF.search(after)
            period = "per_year" if yearly else "one_off" if once else None
            found.append(Saving(parse_money(match), period, match.start()))
    return found
