"""Reads the day up to which the figures of a sentence count."""

import re
from datetime import date

from pipelines.notation.dates import YEAR, find_date, find_month_end

# At the end of March 2017, as at 3 March 2017
AS_OF = re.compile(
    r"\b(?:(?:at|by|to|as at|as of|until) (?:the )?end of|as at|as of|up to) (?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?[a-z]+ \d{4}\b",
    re.IGNORECASE,
)


def find_as_of(text: str) -> date | None:
    """The first such day; a month without a day counts to its end.

    >>> find_as_of("At the end of June 2017 forty members had enrolled").isoformat()
    '2017-06-30'
    """
    match = AS_OF.search(text) if YEAR.search(text) else None
    if match is None:
        return None
    printed = find_date(match[0])
    return printed.value if printed else find_month_end(match[0])
