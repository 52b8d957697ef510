"""What one cell of a table of figures holds: a number, its unit, and what is printed beside it."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from pipelines.notation.numbers import MOST_DIGITS, SCALES, TOO_LARGE, WIDE

# Thin spaces and spaces that do not break lines part the thousands of one number.
_OTHER_SPACES = "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f"
_SPACES = str.maketrans(dict.fromkeys(_OTHER_SPACES, " "))
_MINUS = "-−–"
_DIGIT = re.compile(r"\d")
# -£60k, £-60k, £(60)k, (£60k), £(2.4)m, 60-, (0.15), 1,204, 1 204, 12%
_FIGURE = re.compile(
    r"^(?P<before>[-−–+£( ]{0,6}+)"
    r"(?P<figures>\d{1,3}+(?:(?:,\d{3})++|(?: \d{3})++)(?:\.\d++)?(?![\d,])"
    r"|\d++(?:\.\d++)?+|\.\d++)"
    r"(?P<after>[-−–) ]{0,3}+)"
    r"(?P<unit>%|per ?cent\b|pc\b|k\b|mn?\b|bn\b|thousand\b|million\b|billion\b)?"
    r"(?P<end>[) ]{0,2}+)$",
    re.IGNORECASE,
)
_PER_CENT = ("%", "per cent", "percent", "pc")
# 43¹, 43*, 43 **, 58(a), 15 [2], 7 (ii)
_MARK = re.compile(
    r" ?(?P<mark>[*†‡§¶#^~⁰¹²³⁴-⁹ª-º]{1,4}+|\[[\w*†‡ ,]{1,6}+\]|\((?:[a-z]|[ivx]{1,4})\))$",
    re.IGNORECASE,
)
_MARK_AHEAD = re.compile(r"^(?P<mark>[*†‡§¶#^~]{1,3}+) ?(?=[\d£(])")
# (47%), (47.2 per cent), / 47%, (2nd), (40-46): at the end of a cell, behind its figure
_SHARE = re.compile(r"^(?P<first>[^ /]{1,30}+)(?: ?[/;] ?| )(?P<share>\d{1,3}+(?:\.\d{1,3}+)?%)$")
_LONGEST_ASIDE = 24  # characters
# Nothing to count: a dash, nil, n/a, two dots
_NIL = re.compile(
    r"^(?:[-−–—.…]{0,4}+|nil|none|n\.?/?a\.?|not (?:applicable|available)|n/k)$", re.IGNORECASE
)
# (£m), £ million
_MILLIONS = re.compile(r"£\s?(?:m\b|mn\b|millions?\b)|\bmillions? of pounds", re.IGNORECASE)
# £'000, £000s, £k, £ thousand
_THOUSANDS = re.compile(r"£\s?(?:['’‘]?000s?\b|k\b|thousands?\b)", re.IGNORECASE)
_POUNDS = re.compile(r"£(?!\s?\d)|\bpounds\b", re.IGNORECASE)
LEAST_ZEROS = 3  # £000 is the unit of a column
_MOST_MARKS = 3  # marks behind one figure
LONGEST_FIGURE = 80  # characters: a longer cell holds words
CELLS_KEPT = 4_000  # of a paper with many tables: several structures ask for each of them


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed number.

    Attributes:
        value: As printed, negative behind a minus and in brackets.
        unit: `gbp` behind a pound sign, `per_cent`, or None.
        scale: What the cell itself multiplies it by (`m`, `k`); None if it prints no scale.
        mark: The mark of a note; empty if there is none.
        aside: A share, a rank or a range beside it, without its brackets.
        is_bracketed: Whether brackets make it negative.
        is_spaced: Whether spaces part its thousands: two numbers may stand in one cell so.
    """

    value: Decimal
    unit: str | None = None
    scale: int | None = None
    mark: str = ""
    aside: str = ""
    is_bracketed: bool = False
    is_spaced: bool = False

    @property
    def count(self) -> int | None:
        """The number of people or things; None if it can be none."""
        is_count = self.unit is None and self.scale is None and self.value >= 0
        return int(self.value) if is_count and self.value == int(self.value) else None

    def pounds(self, scale: int = 1) -> Decimal:
        """Pounds and pence; a scale in the cell overrides that of its column.

        >>> read_figure("£(2.4)m").pounds(1000)
        Decimal('-2400000.00')
        """
        return (self.value * (self.scale or scale)).quantize(Decimal("0.01"), context=WIDE)


@lru_cache(maxsize=CELLS_KEPT)
def read_figure(text: str) -> Figure | None:
    """The number that a cell holds; None if it holds none, or several that nothing explains.

    >>> read_figure("43* (47%)")
    Figure(value=Decimal('43'), unit=None, scale=None, mark='*', aside='47%', is_bracketed=False, \
is_spaced=False)
    >>> read_figure("43 12") is None
    True
    """
    if len(text) > LONGEST_FIGURE or not _DIGIT.search(text):
        return None
    rest = " ".join(text.translate(_SPACES).split())
    marks: list[str] = []
    aside = ""
    if ahead := _MARK_AHEAD.match(rest):
        marks.append(ahead["mark"])
        rest = rest[ahead.end() :]
    for _ in range(_MOST_MARKS):
        if found := _MARK.search(rest):
            marks.append(found["mark"])
            rest = rest[: found.start()]
        elif not aside and (beside := _aside_of(rest)):
            rest, aside = beside
        else:
            break
    figure = _plain(rest)
    return figure and replace(figure, mark=" ".join(reversed(marks)), aside=aside)


@lru_cache(maxsize=CELLS_KEPT)
def is_nil(text: str) -> bool:
    """Whether a cell says that there is nothing to count, or is blank.

    >>> [is_nil(text) for text in ("-", "nil", "", "0")]
    [True, True, True, False]
    """
    return bool(_NIL.match(" ".join(text.split())))


@lru_cache(maxsize=CELLS_KEPT)
def is_crowded(text: str) -> bool:
    """Whether a cell holds several figures and nothing that says how they belong together.

    >>> is_crowded("43 12"), is_crowded("43 (47%)"), is_crowded("1 204")
    (True, False, False)
    """
    if not _DIGIT.search(text):  # as in most cells
        return False
    parts = text.translate(_SPACES).split()
    if len(parts) < 2 or len(text) > LONGEST_FIGURE or read_figure(text) is not None:
        return False
    return all(read_figure(part) is not None for part in parts)


def _aside_of(text: str) -> tuple[str, str] | None:
    """A figure and what is printed beside it, in brackets or as a share."""
    opened = text.rfind("(")
    if opened > 0 and text.endswith(")") and text[opened - 1] not in "£-−–(":
        inside = text[opened + 1 : -1]
        if len(inside) <= _LONGEST_ASIDE and any(map(str.isdigit, inside)):
            return text[:opened].rstrip(), inside
    share = _SHARE.match(text)
    return (share["first"], share["share"]) if share else None


def _plain(text: str) -> Figure | None:
    """The figure that a text is as a whole; None if it is no number alone."""
    match = _FIGURE.match(text)
    if match is None:
        return None
    around = match["before"] + match["after"] + match["end"]
    opened, closed = around.count("("), around.count(")")
    minus = sum(around.count(sign) for sign in _MINUS)
    if opened != closed or opened > 1 or minus > 1 or around.count("£") > 1 or opened + minus > 1:
        return None
    printed = match["figures"]
    digits = printed.replace(",", "").replace(" ", "")
    if len(digits) >= LEAST_ZEROS and not digits.strip("0"):
        return None
    value = Decimal(digits if len(digits) <= MOST_DIGITS else TOO_LARGE)
    value = -value if opened + minus else value
    unit = " ".join((match["unit"] or "").lower().split())
    is_money = "£" in around
    if unit in _PER_CENT:
        if is_money:
            return None
        return Figure(value, "per_cent", is_bracketed=bool(opened))
    scale = SCALES["m" if unit == "mn" else unit] if unit else None
    return Figure(
        value,
        "gbp" if is_money else None,
        scale,
        is_bracketed=bool(opened),
        is_spaced=" " in printed,
    )


def without_marks(text: str) -> str:
    """A label without the marks of notes at its end.

    >>> without_marks("Harbour Skills¹ *"), without_marks("Weir (a)")
    ('Harbour Skills', 'Weir')
    """
    rest = " ".join(text.translate(_SPACES).split())
    for _ in range(_MOST_MARKS):
        found = _MARK.search(rest)
        if found is None or found.start() == 0:
            break
        rest = rest[: found.start()].rstrip()
    return rest


def money_scale(text: str) -> int | None:
    """Pounds in one unit of a column with this head; None if it prints no unit of money.

    >>> money_scale("Spend £'000"), money_scale("Spend")
    (1000, None)
    """
    if _MILLIONS.search(text):
        return 10**6
    if _THOUSANDS.search(text):
        return 10**3
    return 1 if _POUNDS.search(text) else None
