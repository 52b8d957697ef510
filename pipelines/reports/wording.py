"""How values read on the page: labels, numbers, dates and places in words."""

import re
from datetime import date
from decimal import Decimal

# A locator as the contract writes it: p3, l40, l40-l52, p3:l40-l52
LOCATOR = re.compile(r"(?:p(?P<page>\d+))?:?(?:l(?P<first>\d+)(?:-l(?P<last>\d+))?)?")

# Units of which one has another word
SINGULAR = {"people": "person", "staff": "member of staff"}


def label(value: str) -> str:
    """A canonical value as a reader writes it; one that is already a name stays.

    >>> label("town_council"), label("South Coast")
    ('Town council', 'South Coast')
    """
    return value if value != value.lower() else value.replace("_", " ").capitalize()


def programme_label(programme_id: str) -> str:
    """A programme without a registered name, read from its slug.

    >>> programme_label("first-steps")
    'First steps'
    """
    return programme_id.replace("-", " ").capitalize()


def count(number: int) -> str:
    """A whole number with thousands separated.

    >>> count(12345)
    '12,345'
    """
    return f"{number:,}"


def numbered(number: int, one: str, several: str) -> str:
    """A number with its noun.

    >>> numbered(1, "meeting", "meetings"), numbered(1200, "meeting", "meetings")
    ('1 meeting', '1,200 meetings')
    """
    return f"{number:,} {one if number == 1 else several}"


def listed(names: list[str], most: int = 3) -> str:
    """Names as a phrase; those beyond the most are counted.

    >>> listed(["Ayle"]), listed(["Ayle", "Bree"]), listed(["Ayle", "Bree", "Coln", "Dale"], 2)
    ('Ayle', 'Ayle and Bree', 'Ayle, Bree and 2 more')
    """
    if len(names) <= most:
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def qualified(number: int, qualifier: str | None) -> str:
    """A number as exact as the paper gives it.

    >>> qualified(1350, "over"), qualified(350, "at_least"), qualified(350, "exactly")
    ('over 1,350', 'at least 350', '350')
    """
    words = "" if qualifier in (None, "exactly") else f"{qualifier} ".replace("_", " ")
    return f"{words}{count(number)}"


def counted(number: int, qualifier: str | None, unit: str | None) -> str:
    """A number with those it counts; a unit that is not stated is left out.

    >>> counted(1350, "over", "chief_executives"), counted(1, None, "authorities")
    ('over 1,350 chief executives', '1 authority')
    """
    words = (unit or "").replace("_", " ")
    if number == 1:
        regular = f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")
        words = SINGULAR.get(words, regular)
    return f"{qualified(number, qualifier)} {words}".strip()


def change(number: int) -> str:
    """A change with its sign.

    >>> change(1200), change(-3), change(0)
    ('+1,200', '−3', '0')
    """
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{abs(number):,}"


def rate(number: float) -> str:
    """A rate for each hundred, to one decimal.

    >>> rate(3.04)
    '3.0'
    """
    return f"{number:.1f}"


def percent(share: float) -> str:
    """A share of 0 to 1 in whole per cent; small values above zero are not shown as zero.

    >>> percent(0.256), percent(0.002), percent(0)
    ('26%', '<1%', '0%')
    """
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def day(on: date | None) -> str:
    """A date in words.

    >>> day(date(2031, 2, 3))
    '3 February 2031'
    """
    return "an unstated date" if on is None else f"{on.day} {on:%B %Y}"


def short_day(on: date) -> str:
    """A date for the head of a column.

    >>> short_day(date(2031, 2, 3))
    '3 Feb 2031'
    """
    return f"{on.day} {on:%b %Y}"


def pounds(amount: Decimal | None) -> str:
    """An amount of money; pence only if there are some.

    >>> pounds(Decimal("45000.00")), pounds(Decimal("-0.5"))
    ('£45,000', '−£0.50')
    """
    if amount is None:
        return ""
    sign = "−" if amount < 0 else ""
    size = abs(amount)
    return f"{sign}£{size:,.0f}" if size == size.to_integral() else f"{sign}£{size:,.2f}"


def period_name(period: str | None) -> str:
    """The period, or a phrase for a missing one.

    >>> period_name(None)
    'an unstated period'
    """
    return period or "an unstated period"


def place(locator: str) -> str:
    """A locator in words.

    >>> place("p3:l40-l52"), place("l40"), place("p3")
    ('page 3, lines 40 to 52', 'line 40', 'page 3')
    """
    match = LOCATOR.fullmatch(locator)
    if match is None:
        return locator
    page, first, last = match["page"], match["first"], match["last"]
    lines = f"lines {first} to {last}" if last else f"line {first}" if first else ""
    return ", ".join(part for part in (f"page {page}" if page else "", lines) if part)
