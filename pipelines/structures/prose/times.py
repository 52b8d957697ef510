"""The times that a text speaks of, and the financial year that a statement belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.notation.as_of import find_as_of
from pipelines.notation.dates import (
    MONTH,
    MONTH_YEAR,
    MONTHS,
    YEAR_PAIR,
    financial_year,
    find_dates,
    find_year_pairs,
)

PAIR = r"(?:19|20)?\d\d\s?[/–-]\s?(?:20)?\d\d"
# between 2012/13 and 2015/16, 2012/13 to 2015/16
YEARS_RANGE = re.compile(
    rf"(?<![\d/.-])({PAIR})\s+(?:and|to|until|[–-])\s+({PAIR})(?![\d/-])", re.I
)
# between April 2022 and January 2023, April to June 2015
MONTHS_RANGE = re.compile(
    rf"\b({MONTH})(?:\s+(\d{{4}}))?\s*(?:and|to|until|[–-])\s*({MONTH})\s+(\d{{4}})\b",
    re.IGNORECASE,
)
# in spring 2014: all but the winter lie mostly within the financial year that begins then
BARE_YEARS = re.compile(r"\bbetween\s+((?:19|20)\d\d)\s+and\s+((?:19|20)\d\d)\b", re.IGNORECASE)
SEASON = re.compile(r"\b(spring|summer|autumn|winter)\s+(?:of\s+)?(\d{4})\b", re.IGNORECASE)
PART_OF_YEAR = re.compile(
    r"\b(early|mid|late|second half of)(?:\s+in)?[\s-]+((?:19|20)\d\d)\b", re.IGNORECASE
)
# next spring, this autumn
SEASON_FROM_TODAY = re.compile(r"\b(this|next|last)\s+(spring|summer|autumn)\b", re.IGNORECASE)
SEASONS = {"spring": 4, "summer": 7, "autumn": 10}
# in the same year, in that period: counted from the time told before
SAME_TIME = re.compile(
    r"\b(?:in|over|during)\s+(?:the\s+same|that)\s+(?:\w+\s+)?(?:year|months|period|quarter)\b",
    re.IGNORECASE,
)
# in May, since April: a month without its year
BARE_MONTH = re.compile(
    rf"\b(?:in|since|by|during|from|early|late|of|until)\s+(?-i:(?=[A-Z]))({MONTH})\b(?!\s+\d)",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\b(?:will|due|planned|scheduled|booked|enrolled|to follow|before|by|until|next|expected)\b",
    re.IGNORECASE,
)
TO_COME_REACH = 60  # characters
THIS_YEAR = re.compile(
    r"\b(?:this|the current)\s+(?:financial\s+|municipal\s+)?(?:year|quarter|month)\b",
    re.IGNORECASE,
)
LAST_YEAR = re.compile(r"\blast\s+(?:financial\s+|municipal\s+)?year\b", re.IGNORECASE)
# in 2016/17, up from 40 the year before: counted from the time told before
YEAR_BEFORE = re.compile(
    r"\bthe\s+(?:previous|preceding|prior)\s+(?:financial\s+|municipal\s+)?year\b|\bthe\s+year\s+before\b"
    r"|\ba\s+year\s+(?:earlier|before|ago)\b",
    re.IGNORECASE,
)
NEXT_YEAR = re.compile(r"\bnext\s+(?:financial\s+|municipal\s+)?year\b", re.IGNORECASE)
# over the last three years, in the past 12 months, over three years: more than one year is meant
OPEN_TIME = re.compile(
    r"\b(?:over|during|within|in|for|across)\s+(?:the\s+)?(?:last|past|next|previous|coming|first"
    r"|following)\s+(?:\w+\s+){0,2}(?:years|months)\b"
    r"|\b(?:over|within|in)\s+(?:two|three|four|five|six|ten|\d{1,2})\s+(?:years|months)\b"
    r"|\bof recent years\b",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(r"(?<![\d,./£-])(?:19|20)\d\d(?![\d,]\d|[%/])")
# What every time holds
TIMED = re.compile(rf"\d|\b(?:years?|months?|quarter|{MONTH})\b", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:(?:start|beginning|end) of\s+)?$", re.IGNORECASE)
SINCE_REACH = 30  # characters
# compared with 2016/17: a year that is not the subject of the next sentence
COMPARED = re.compile(
    r"\b(?:compar\w*|than|previous(?:ly)?|up from|down from|against)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Period:
    """A year and the rule that inferred it; both are None if no year was found."""

    value: str | None
    rule: str | None


NO_PERIOD = Period(None, None)


@dataclass(frozen=True, slots=True)
class Time:
    """A time in a text.

    Attributes:
        period: The financial year, or the first and last of a range; None if no one year is meant.
        is_printed: Whether the text prints it as such a year.
        day: The day up to which figures count, if the text says so.
        is_day: Whether one day is printed, such as that of a meeting.
    """

    start: int
    end: int
    period: str | None
    is_printed: bool = False
    day: date | None = None
    is_day: bool = False

    @property
    def rule(self) -> str | None:
        """The rule that inferred the year from the words of the sentence."""
        return None if self.is_printed or self.period is None else "period_from_sentence"


def find_times(text: str, paper_date: date | None) -> list[Time]:
    """Every time in a text, in order, none within another.

    Args:
        text: A sentence, a heading or a title.
        paper_date: The day of the paper, from which `this year` is counted.

    >>> [time.period for time in find_times("In 2016/17 ten came, in May 2015 nine.", None)]
    ['2016/17', '2015/16']
    """
    if not TIMED.search(text):
        return []
    found: list[Time] = []
    for each in _candidates(text, paper_date):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(_since(text, each, paper_date))
    found.sort(key=lambda time: time.start)
    for match in YEAR_BEFORE.finditer(text):
        told = [time.period for time in found if time.end <= match.start() and time.period]
        last = told[-1][:4] if told else paper_date and financial_year(paper_date)[:4]
        year = financial_year(date(int(last) - 1, 4, 1)) if last else None
        found.append(Time(*match.span(), year))
    return sorted(found, key=lambda time: time.start)


def _candidates(text: str, paper_date: date | None) -> Iterator[Time]:
    """Times by how much they say, so that a range comes before its ends."""
    yield from _ranges(text)
    for printed in find_dates(text):
        year = financial_year(printed.value)
        day = _as_of(text, printed.start)
        yield Time(printed.start, printed.end, year, day=day, is_day=True)
    for match in MONTH_YEAR.finditer(text):
        year = _year_of(match["month"], match["year"])
        yield Time(*match.span(), year, day=_as_of(text, match.start("month")))
    for match in PART_OF_YEAR.finditer(text):
        month = 1 if match[1].lower() == "early" else 9
        yield Time(*match.span(), financial_year(date(int(match[2]), month, 1)))
    for match in SEASON.finditer(text):
        is_clear = match[1].lower() != "winter"
        yield Time(*match.span(), financial_year(date(int(match[2]), 4, 1)) if is_clear else None)
    if paper_date:
        yield from _told_from_today(text, paper_date)
    for pattern in (OPEN_TIME, BARE_YEAR):
        for match in pattern.finditer(text):
            yield Time(*match.span(), None)


def _ranges(text: str) -> Iterator[Time]:
    """Financial years and ranges of years and months."""
    for match in YEARS_RANGE.finditer(text):
        first, last = find_year_pairs(match[1]), find_year_pairs(match[2])
        if first and last:
            yield Time(*match.span(), f"{first[0]}-{last[0]}", is_printed=True)
    for match in YEAR_PAIR.finditer(text):
        for pair in find_year_pairs(match[0]):
            yield Time(*match.span(), pair, is_printed=True)
    for match in MONTHS_RANGE.finditer(text):
        begins = _year_of(match[1], match[2] or match[4])
        yield Time(*match.span(), _range(begins, _year_of(match[3], match[4])))
    for match in BARE_YEARS.finditer(text):
        begins, ends = (financial_year(date(int(year), 4, 1)) for year in match.groups())
        yield Time(*match.span(), _range(begins, ends))


def _told_from_today(text: str, today: date) -> Iterator[Time]:
    for pattern, years in ((THIS_YEAR, 0), (LAST_YEAR, -1), (NEXT_YEAR, 1)):
        for match in pattern.finditer(text):
            yield Time(*match.span(), financial_year(date(today.year + years, today.month, 1)))
    for match in SEASON_FROM_TODAY.finditer(text):
        month = SEASONS[match[2].lower()]
        later = {"next": int(month <= today.month), "last": -int(month >= today.month), "this": 0}
        year = today.year + later[match[1].lower()]
        yield Time(*match.span(), financial_year(date(year, month, 1)))
    for match in BARE_MONTH.finditer(text):
        month = MONTHS[match[1].lower()]
        is_to_come = TO_COME.search(text[max(0, match.start() - TO_COME_REACH) : match.end()])
        year = (
            today.year
            if (month >= today.month if is_to_come else month <= today.month)
            else (today.year + (1 if is_to_come else -1))
        )
        yield Time(*match.span(), financial_year(date(year, month, 1)))


def _year_of(month: str, year: str) -> str:
    return financial_year(date(int(year), MONTHS[month.lower()], 1))


def _as_of(text: str, start: int) -> date | None:
    """The day up to which is counted, where `as at` or `by the end of` stands before a date."""
    return find_as_of(text[max(0, start - SINCE_REACH) : start + SINCE_REACH])


def _since(text: str, time: Time, paper_date: date | None) -> Time:
    """`Since May 2015` reaches to the day of the paper."""
    before = text[max(0, time.start - SINCE_REACH) : time.start]
    if not SINCE.search(before):
        return time
    first = time.period
    if first is None and BARE_YEAR.fullmatch(text, time.start, time.end):
        first = financial_year(date(int(text[time.start : time.end]), 4, 1))
    if first is None or "-" in first or paper_date is None:
        return Time(time.start, time.end, None)
    return Time(time.start, time.end, _range(first, financial_year(paper_date)))


def _range(first: str, last: str) -> str | None:
    """The financial years from one to another, as one value; None if they run backwards."""
    if last < first:
        return None
    return first if first == last else f"{first}-{last}"


def period_before(text: str, before: Sequence[str], paper_date: date | None) -> Period | None:
    """The year told before, where a text says `in the same year`; None if it does not.

    Args:
        text: The sentence.
        before: The sentences before it, nearest first.
        paper_date: The day of the paper.
    """
    if not SAME_TIME.search(text):
        return None
    steps = [("sentence_before", each) for each in before]
    return period_around(steps, paper_date, with_paper_date=False)


def period_around(
    steps: Sequence[tuple[str, str]],
    paper_date: date | None,
    *,
    with_paper_date: bool = True,
) -> Period:
    """The year of the nearest words around a statement that speak of exactly one.

    Words about several years, or about a time that is no one year, end the search. The day of a
    heading or title is that of a meeting, and says nothing of a year.

    Args:
        steps: Name of the step and the words, nearest first: sentence before, lead-in, headings.
        paper_date: The day of the paper.
        with_paper_date: Whether its year is the last resort.

    >>> period_around([("heading", "Work in 2016/17"), ("title", "2017/18")], None)
    Period(value='2016/17', rule='period_from_heading')
    """
    for step, text in steps:
        times = find_times(text, paper_date)
        if step in ("heading", "title"):
            times = [time for time in times if not time.is_day]
        if not times:
            continue
        periods = {time.period for time in times}
        is_compared = step in ("sentence_before", "paragraph") and COMPARED.search(text)
        if len(periods) > 1 or None in periods or is_compared:
            return NO_PERIOD
        return Period(periods.pop(), f"period_from_{step}")
    if paper_date is None or not with_paper_date:
        return NO_PERIOD
    return Period(financial_year(paper_date), "period_from_paper_date")
