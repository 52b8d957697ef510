"""Counts and amounts of money as papers print them."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
NUMBER_WORDS = {word: number for number, word in enumerate(_UNITS)} | _TENS
NUMBER_WORDS |= {
    f"{ten}{mark}{_UNITS[unit]}": value + unit
    for ten, value in _TENS.items()
    for unit in range(1, 10)
    for mark in "- "
}

# The tens with their units come first, and "seventeen" before "seven"
_UNIT = "|".join(_UNITS[1:10])
_WORDS = "|".join(sorted([rf"{ten}(?:[- ](?:{_UNIT}))?" for ten in _TENS], key=len, reverse=True))
_WORDS += "|" + "|".join(sorted(_UNITS, key=len, reverse=True))
# two hundred, a hundred and twenty, one thousand
_SCALED = rf"(?:a|{_UNIT})\s+(?P<scale>hundred|thousand|dozen)(?:\s+and\s+(?P<rest>{_WORDS}))?"
_INITIALS = "".join(sorted({word[0] for word in NUMBER_WORDS} | {"a"}))
# 1,250 or 1250 or forty-two; no part of a longer number, a code, a date or an amount of money. The
# look at the first character passes over most of a text.
COUNT = re.compile(
    rf"\b(?=[\d{_INITIALS}])(?:(?<![\w£.,/:#-])"
    r"(?P<figures>\d{1,3}(?:,\d{3})+|\d+)(?![\d%/:]|[.,]\d|-\d|\s?per cent|\w)"
    rf"|(?:(?P<scaled>{_SCALED})|(?P<words>{_WORDS}))\b(?!-))",
    re.IGNORECASE,
)
# £1.5m, £400k, £2 million, £81 million, £1,250
MONEY = re.compile(
    r"£\s?(?P<figures>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k\b|m\b|bn\b|thousand|million|billion)?",
    re.IGNORECASE,
)
# Longer figures are neither amounts nor counts. They are read as a number too large for either,
# because parsing time grows with the square of their length.
MOST_DIGITS, TOO_LARGE = 40, "1" + "0" * 40
WIDE = Context(prec=80)
SCALES = {
    "": 1,
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}

DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
SCALED = {"dozen": 12, "hundred": 100, "thousand": 1000}
QUALIFIER_REACH = 40  # characters before a number: all others need not be searched
# A qualifier comes right before the number; longest forms first.
QUALIFIER_WORDS = {
    "at_least": ("at least", "a minimum of", "no fewer than", "not less than"),
    "over": ("over", "more than", "in excess of", "above", "upwards of"),
    "up_to": ("up to", "a maximum of", "no more than"),
    "about": (
        *("about", "around", "approximately", "some", "nearly", "almost", "circa", "roughly"),
        "c.",
    ),
}
QUALIFIERS = tuple(
    (re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\s*$", re.IGNORECASE), qualifier)
    for qualifier, words in QUALIFIER_WORDS.items()
)
# Most numbers follow none of these.
ALL_QUALIFIERS = tuple(word for words in QUALIFIER_WORDS.values() for word in words)


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number found in text: its value, how exact it is, and its place in the text."""

    value: int
    qualifier: str
    start: int
    end: int


def find_counts(text: str) -> list[Count]:
    """All counts in a text, in figures and in words, in order.

    >>> find_counts("At least 1,250 members and forty-two others")[1]
    Count(value=42, qualifier='exactly', start=27, end=36)
    """
    counts = []
    for match in COUNT.finditer(text):
        if match["figures"]:
            value = _count(match["figures"].replace(",", ""))
        elif match["scaled"]:
            first = match["scaled"].split()[0].lower()
            value = NUMBER_WORDS.get(first, 1) * SCALED[match["scale"].lower()]
            value += NUMBER_WORDS[match["rest"].lower()] if match["rest"] else 0
        else:
            value = NUMBER_WORDS[match["words"].lower()]
        counts.append(Count(value, find_qualifier(text[: match.start()]), *match.span()))
    return counts


def holds_number(text: str) -> bool:
    """Whether a text holds a number in figures or in words, at little cost."""
    if DIGIT.search(text):
        return True
    return not NUMBER_WORDS.keys().isdisjoint(WORD.findall(text.lower()))


def find_qualifier(before: str) -> str:
    """How exact a number is, from the words before it.

    >>> find_qualifier("attended by more than ")
    'over'
    """
    if not before[-QUALIFIER_REACH:].rstrip().lower().endswith(ALL_QUALIFIERS):
        return "exactly"
    reach = max(0, len(before) - QUALIFIER_REACH)
    for pattern, qualifier in QUALIFIERS:
        if pattern.search(before, reach):
            return qualifier
    return "exactly"


def parse_money(match: re.Match[str]) -> Decimal:
    """Pounds of a match of `MONEY`.

    >>> parse_money(MONEY.search("saves £45k a year"))
    Decimal('45000.00')
    """
    return _pounds(match["figures"].replace(",", ""), SCALES[(match["scale"] or "").lower()])


def _pounds(figures: str, scale: int) -> Decimal:
    """Figures without separators as pounds and pence."""
    printed = Decimal(figures if len(figures) <= MOST_DIGITS else TOO_LARGE)
    return (printed * scale).quantize(Decimal("0.01"), context=WIDE)


def _count(figures: str) -> int:
    """Figures without separators as a number."""
    return int(figures if len(figures) <= MOST_DIGITS else TOO_LARGE)
