"""How officers say when: years, months, quarters, stretches, and words such as "this year"."""

from calendar import month_name
from dataclasses import dataclass, replace
from datetime import date

from tests.statements.grammar.draws import Draw
from tests.statements.truth import OPEN, Fair


@dataclass(frozen=True, slots=True)
class When:
    """A time as said, and the periods that are fair for it; without words it is left open.

    Attributes:
        name: The form, for the traits.
        is_perfect: Whether the verb beside it is "have taken" and not "took".
    """

    periods: Fair
    phrase: str = ""
    name: str = "open"
    is_perfect: bool = False

    def after(self, clause: str) -> str:
        return f"{clause} {self.phrase}".strip()

    def before(self, clause: str) -> str:
        return f"{self.phrase}, {clause}" if self.phrase else clause


def year_of(day: date) -> int:
    """The first half of the financial year of a day."""
    return day.year - (day.month < 4)


def period(first: int) -> str:
    """A financial year as published."""
    return f"{first}/{(first + 1) % 100:02}"


def printed_year(draw: Draw, first: int) -> str:
    """A financial year as one of the papers prints it."""
    short = f"{(first + 1) % 100:02}"
    return draw.weighted(
        {
            f"{first}/{short}": 12,
            f"{first}-{short}": 3,
            f"{first}/{first + 1}": 1,
            f"{first}–{short}": 1,
        }
    )


def past(draw: Draw, *, open_share: float = 0.1) -> When:
    """When something was done."""
    form = draw.weighted({**PAST, "open": int(open_share * 100)})
    return _noted(draw, form)


def future(draw: Draw, *, open_share: float = 0.15) -> When:
    """When something is to be done."""
    form = draw.weighted({**FUTURE, "open": int(open_share * 100)})
    return _noted(draw, form)


def earlier(draw: Draw, first: int) -> When:
    """A financial year named by itself, for what another year is compared with."""
    return When((period(first),), f"in {printed_year(draw, first)}", "financial year")


def standing_year(draw: Draw, first: int) -> When:
    """A financial year for a heading, a lead-in or a sentence before."""
    return When((period(first),), printed_year(draw, first), "financial year")


def _noted(draw: Draw, form: str) -> When:
    when = When((OPEN,), is_perfect=draw.chance(0.5)) if form == "open" else FORMS[form](draw)
    draw.trait(f"when: {form}")
    return replace(when, name=form)


def _financial_year(draw: Draw) -> When:
    first = year_of(draw.day) - draw.pick(0, 1, 1, 1, 2, 3)
    year = printed_year(draw, first)
    words = draw.pick(
        "in {}", "in {}", "in {}", "during {}", "in the financial year {}", "over the course of {}",
        "in the year {}", "for {}",
    )  # fmt: skip
    return When((period(first),), words.format(year))


def _next_year(draw: Draw) -> When:
    first = year_of(draw.day) + draw.pick(0, 1, 1)
    year = printed_year(draw, first)
    words = draw.pick(
        "in {}", "in {}", "during {}", "by the end of {}", "over {}", "before the end of {}"
    )
    return When((period(first),), words.format(year))


def _month_before(draw: Draw) -> tuple[int, int]:
    months = draw.day.year * 12 + draw.day.month - 1 - draw.rng.randint(1, 22)
    return divmod(months, 12)


def _month(draw: Draw) -> When:
    year, month = _month_before(draw)
    words = draw.pick("in {} {}", "in {} {}", "during {} {}")
    said = words.format(month_name[month + 1], year)
    return When((period(year_of(date(year, month + 1, 1))),), said)


def _quarter(draw: Draw) -> When:
    first = year_of(draw.day) - 1
    number = draw.rng.randint(1, 4)
    words = draw.pick(
        "in the {name} quarter of {year}",
        "in quarter {n} of {year}",
        "in Q{n} of {year}",
        "in Q{n} {year}",
    )
    name = ("first", "second", "third", "fourth")[number - 1]
    said = words.format(name=name, n=number, year=printed_year(draw, first))
    fair = (period(first), f"{period(first)} Q{number}", f"Q{number} {period(first)}")
    return When(fair, said)


def _months(draw: Draw) -> When:
    first = year_of(draw.day) - draw.pick(1, 1, 2)
    low = draw.rng.randint(0, 9)
    high = draw.rng.randint(low + 1, 11)
    start, end = (date(first + (3 + at) // 12, (3 + at) % 12 + 1, 1) for at in (low, high))
    begun = month_name[start.month] + (
        f" {start.year}" if start.year != end.year or draw.chance(0.4) else ""
    )
    ended = f"{month_name[end.month]} {end.year}"
    words = draw.pick("between {} and {}", "from {} to {}", "in the months from {} to {}")
    return When((period(first),), words.format(begun, ended))


def _years(draw: Draw) -> When:
    last = year_of(draw.day) - draw.pick(0, 1, 2)
    first = last - draw.rng.randint(1, 4)
    words = draw.pick("between {} and {}", "from {} to {}", "over the years {} to {}")
    said = words.format(printed_year(draw, first), printed_year(draw, last))
    return When((f"{period(first)}-{period(last)}",), said)


def _this_year(draw: Draw) -> When:
    words = draw.pick(
        "this year",
        "so far this year",
        "this financial year",
        "in the current year",
        "in the year to date",
    )
    return When((period(year_of(draw.day)),), words, is_perfect=True)


def _last_year(draw: Draw) -> When:
    words = draw.pick(
        "last year",
        "in the last financial year",
        "in the previous financial year",
        "last financial year",
    )
    return When((period(year_of(draw.day) - 1),), words)


def _since_month(draw: Draw) -> When:
    first = year_of(draw.day)
    months = (draw.day.year - first) * 12 + draw.day.month - 4
    at = 3 + (draw.rng.randrange(months) if months > 0 else 0)
    start = date(first + at // 12, at % 12 + 1, 1)
    return When((period(first),), f"since {month_name[start.month]} {start.year}", is_perfect=True)


def _since_year(draw: Draw) -> When:
    now = year_of(draw.day)
    first = now - draw.rng.randint(2, 8)
    # No contract says how a stretch without an end is published: its years, or open.
    fair = (f"{period(first)}-{period(now)}", f"since {first}", str(first), period(first), OPEN)
    words = draw.pick("since {}", "since the start of {}") if draw.chance(0.5) else "since {}/{:02}"
    return When(fair, words.format(first, (first + 1) % 100), is_perfect=True)


def _to_date(draw: Draw) -> When:
    words = draw.pick("to date", "so far", "up to now")
    return When((None, OPEN), words, is_perfect=True)


def _later_this_year(draw: Draw) -> When:
    words = draw.pick("this year", "later this year", "in the current financial year")
    return When((period(year_of(draw.day)),), words)


def _next(draw: Draw) -> When:
    words = draw.pick("next year", "in the next financial year", "next financial year")
    return When((period(year_of(draw.day) + 1),), words)


def _by_month(draw: Draw) -> When:
    months = draw.day.year * 12 + draw.day.month - 1 + draw.rng.randint(2, 14)
    year, month = divmod(months, 12)
    words = draw.pick("by {} {}", "in {} {}", "by the end of {} {}")
    said = words.format(month_name[month + 1], year)
    return When((period(year_of(date(year, month + 1, 1))),), said)


def _by_season(draw: Draw) -> When:
    year = draw.day.year + (draw.day.month > 5)
    season = draw.pick("summer", "autumn")
    return When((period(year),), f"in {draw.pick('the ', '')}{season} {draw.pick('', 'of ')}{year}")


PAST = {
    "financial year": 40,
    "month": 6,
    "quarter": 4,
    "months": 6,
    "years": 5,
    "this year": 8,
    "last year": 6,
    "since a month": 5,
    "since a year": 3,
    "to date": 5,
}
FUTURE = {
    "coming year": 40,
    "next year": 8,
    "by a month": 10,
    "by a season": 6,
    "later this year": 6,
}
FORMS = {
    "financial year": _financial_year,
    "month": _month,
    "quarter": _quarter,
    "months": _months,
    "years": _years,
    "this year": _this_year,
    "last year": _last_year,
    "since a month": _since_month,
    "since a year": _since_year,
    "to date": _to_date,
    "coming year": _next_year,
    "later this year": _later_this_year,
    "next year": _next,
    "by a month": _by_month,
    "by a season": _by_season,
}
