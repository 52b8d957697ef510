"""The times that a text speaks of, and the financial year that a statement belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.notation.as_of import find_as_of
from pipelines.notation.dates import (
    DIGIT,
    MONTH,
    MONTH_YEAR,
    MONTHS,
    YEAR,
    YEAR_PAIR,
    financial_year,
    find_dates,
    find_year_pairs,
)
from pipelines.notation.words import with_word, word_of_each, word_pattern

PAIR = r"(?:19|20)?\d\d\s?[/–-]\s?(?:20)?\d\d"
# between 2012/13 and 2015/16, 2012/13 to 2015/16
YEARS_RANGE = re.compile(
    rf"(?<![\d/.-])({PAIR})\s+(?:and|to|until|[–-])\s+({PAIR})(?![\d/-])", re.I
)
# between April 2022 and January 2023, April to June 2015, 1 April to 30 June 2015
MONTHS_RANGE = re.compile(
    rf"\b({MONTH})(?:\s+(\d{{4}}))?\s*(?:and|to|until|[–-])\s*(?:\d{{1,2}}\s)?({MONTH})\s+(\d{{4}})\b",
    re.IGNORECASE,
)
# between 2012 and 2015
BARE_YEARS = re.compile(r"\bbetween\s+((?:19|20)\d\d)\s+and\s+((?:19|20)\d\d)\b", re.IGNORECASE)
# in spring 2014: all but the winter are mostly within the financial year that begins then
SEASON = re.compile(r"\b(spring|summer|autumn|winter)\s+(?:of\s+)?(\d{4})\b", re.IGNORECASE)
PART_OF_YEAR = re.compile(
    r"\b(early|mid|late|second half of|christmas)(?:\s+in)?[\s-]+((?:19|20)\d\d)\b", re.IGNORECASE
)
SEASONS = {"spring": 4, "summer": 7, "autumn": 10}
# next spring, this autumn, last October
SEASON_FROM_TODAY = re.compile(
    rf"\b(this|next|last|coming)\s+(spring|summer|autumn|(?-i:(?=[A-Z]))(?:{MONTH}))\b"
    r"(?!\s(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
# in the same year, in that period: the time that was named before
SAME_TIME = re.compile(
    r"\b(?:in|over|during)\s+(?:the\s+same|that)\s+(?:\w+\s+)?(?:year|months|period|quarter)\b",
    re.IGNORECASE,
)
# in May, since April, set for June, in the autumn: a month or season without its year
BARE_MONTH = with_word(
    rf"\b(?P<word>in|since|by|before|during|from|early|late|of|for|until)\s+"
    rf"(?:(?-i:(?=[A-Z]))(?P<month>{MONTH})"
    r"|the\s+(?P<season>spring|summer|autumn)(?=[.,;)]|$|\s(?:and|with|at)\b))\b(?!\s+\d)",
    *word_of_each([*MONTHS, *SEASONS]),
)
TO_COME = re.compile(
    r"\b(?:will|due|planned|scheduled|booked|arranged|enrolled|registered|signed up|to follow|next"
    r"|expect(?:s|ed)?|set for|ask(?:ed)? for|(?:is|are) to)\b",
    re.IGNORECASE,
)
TO_COME_REACH = 100  # characters
# months: what a paper of February plans for January has just been, or was about to be
JUST_OVER = 2
# 30 came by May
OVER = re.compile(r"\b(?:ha[sd]|have|was|were|been|\w{2,20}ed|took|came|held)\b", re.IGNORECASE)
# a mark or word behind which another clause begins
CLAUSE_END = re.compile(r"[.,;:]|\band\b")
THIS_YEAR = with_word(
    r"\b(?:this|the current|the (?:rest|remainder) of the)\s+"
    r"(?:financial\s+|municipal\s+)?(?:year|quarter|month|half)\b",
    "year",
    "quarter",
    "month",
    "half",
)
LAST_YEAR = with_word(
    r"\blast\s+(?:financial\s+|municipal\s+)?year\b|\bthe\s+(?:previous|preceding)\s+(?:financial|municipal)\s+year\b",
    "year",
)
# in 2016/17, up from 40 the year before: counted from the time named before
YEAR_BEFORE = with_word(
    r"\bthe\s+(?:previous|preceding|prior)\s+year\b|\bthe\s+year\s+before\b"
    r"|\b(?:a\s+year|(?:twelve|12)\s+months)\s+(?:earlier|before|ago)\b",
    "year",
    "months",
)
NEXT_YEAR = with_word(
    r"\b(?:next|the coming)\s+(?:financial\s+|municipal\s+)?year\b"
    r"|\bthe\s+year\s+(?:to\s+come|ahead)\b",
    "year",
)
# over the last three years, in the past 12 months, over three years: more than one year is meant
OPEN_TIME = with_word(
    r"\b(?:over|during|within|in|for|across)\s+(?:the\s+)?(?:last|past|next|previous|coming|first"
    r"|following)\s+(?:\w+\s+){0,2}(?:years|months)\b(?!\s+of\b)"
    r"|\b(?:over|within|in)\s+(?:two|three|four|five|six|ten|\d{1,2})\s+(?:years|months)\b"
    r"|\bof recent years\b",
    "years",
    "months",
)
BARE_YEAR = re.compile(r"(?<![\d,./£-])(?:19|20)\d\d(?![\d,]\d|[%/])")
# ran twice in 2012: most of such a year lies within the financial year that begins then
IN_YEAR = re.compile(
    r"\b(?:in|during|throughout)\s+((?:19|20)\d\d)(?![\d,]\d|[%/–-])", re.IGNORECASE
)
CALENDAR_YEAR = "period_from_calendar_year"
# What every time without a figure holds
TIMED = word_pattern(
    r"\b(?:{})\b", ["year", "years", "month", "months", "quarter", "half", *SEASONS, *MONTHS]
)
# 2016/17, 2016 - 17: part of every pair of years
PAIRED = re.compile(r"\d\s?[/–-]\s?\d")
SINCE = re.compile(r"\bsince\s+(?:[a-z’']{1,20}\s+){0,6}$", re.IGNORECASE)
SINCE_REACH = 60  # characters
# Nine others have had one since: from a time in the sentence before until today
SINCE_THEN = re.compile(r"\bsince(?:\s+then)?(?=\s*(?:[:.,;]|$))", re.IGNORECASE)
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
        is_before: Whether it is `the year before`, counted from a year that the text does not name.
        is_calendar_year: Whether only a year is printed, in which a financial year begins.
    """

    start: int
    end: int
    period: str | None
    is_printed: bool = False
    day: date | None = None
    is_day: bool = False
    is_before: bool = False
    is_calendar_year: bool = False

    @property
    def rule(self) -> str | None:
        """The rule that inferred the year from the words of the sentence."""
        if self.is_printed or self.period is None:
            return None
        return CALENDAR_YEAR if self.is_calendar_year else "period_from_sentence"


def find_times(text: str, paper_date: date | None) -> list[Time]:
    """Every time in a text, in order, none within another.

    Args:
        text: A sentence, a heading or a title.
        paper_date: The day of the paper, from which `this year` is counted.

    >>> [time.period for time in find_times("In 2016/17 ten came, in May 2015 nine.", None)]
    ['2016/17', '2015/16']
    """
    if not (DIGIT.search(text) or TIMED.search(text)):
        return []
    found: list[Time] = []
    for each in _candidates(text, paper_date):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(_since(text, each, paper_date))
    found.sort(key=lambda time: time.start)
    for match in YEAR_BEFORE.finditer(text):
        named = [time.period for time in found if time.end <= match.start() and time.period]
        now = financial_year(paper_date) if paper_date else None
        year = named[-1] if named else now
        before = year_before(year) if year else None
        found.append(Time(*match.span(), before, is_before=not named))
    return sorted(found, key=lambda time: time.start)


def year_before(period: str) -> str:
    """The financial year before one, or before the first of a range.

    >>> year_before("2016/17")
    '2015/16'
    """
    return financial_year(date(int(period[:4]) - 1, 4, 1))


def _candidates(text: str, paper_date: date | None) -> Iterator[Time]:
    """Times by how much they say, so that a range comes before its ends."""
    has_year = YEAR.search(text) is not None
    if PAIRED.search(text):
        yield from _pairs(text)
    if has_year:
        yield from _ranges(text)
    for printed in find_dates(text):
        year = financial_year(printed.value)
        day = _as_of(text, printed.start)
        yield Time(printed.start, printed.end, year, day=day, is_day=True)
    if has_year:
        yield from _with_year(text)
    if paper_date:
        yield from _from_today(text, paper_date)
    for match in IN_YEAR.finditer(text) if has_year else ():
        year = financial_year(date(int(match[1]), 4, 1))
        yield Time(*match.span(1), year, is_calendar_year=True)
    for pattern in (OPEN_TIME, BARE_YEAR):
        for match in pattern.finditer(text):
            yield Time(*match.span(), None)


def _with_year(text: str) -> Iterator[Time]:
    """Months, parts of a year and seasons, each with its year."""
    for match in MONTH_YEAR.finditer(text):
        year = _year_of(match["month"], match["year"])
        yield Time(*match.span(), year, day=_as_of(text, match.start("month")))
    for match in PART_OF_YEAR.finditer(text):
        month = 1 if match[1].lower() == "early" else 9
        yield Time(*match.span(), financial_year(date(int(match[2]), month, 1)))
    for match in SEASON.finditer(text):
        is_clear = match[1].lower() != "winter"
        yield Time(*match.span(), financial_year(date(int(match[2]), 4, 1)) if is_clear else None)


def _pairs(text: str) -> Iterator[Time]:
    """Financial years, and ranges of them."""
    for match in YEARS_RANGE.finditer(text):
        first, last = find_year_pairs(match[1]), find_year_pairs(match[2])
        if first and last:
            yield Time(*match.span(), f"{first[0]}-{last[0]}", is_printed=True)
    for match in YEAR_PAIR.finditer(text):
        for pair in find_year_pairs(match[0]):
            yield Time(*match.span(), pair, is_printed=True)


def _ranges(text: str) -> Iterator[Time]:
    """Ranges of months, and of years."""
    for match in MONTHS_RANGE.finditer(text):
        begins = _year_of(match[1], match[2] or match[4])
        yield Time(*match.span(), _range(begins, _year_of(match[3], match[4])))
    for match in BARE_YEARS.finditer(text):
        begins, ends = (financial_year(date(int(year), 4, 1)) for year in match.groups())
        yield Time(*match.span(), _range(begins, ends))


def _from_today(text: str, today: date) -> Iterator[Time]:
    for pattern, years in ((THIS_YEAR, 0), (LAST_YEAR, -1), (NEXT_YEAR, 1)):
        for match in pattern.finditer(text):
            yield Time(*match.span(), financial_year(date(today.year + years, today.month, 1)))
    for match in SEASON_FROM_TODAY.finditer(text):
        month = (SEASONS | MONTHS)[match[2].lower()]
        next_one = int(month <= today.month)
        later = {"next": next_one, "coming": next_one, "last": -int(month >= today.month)}
        year = today.year + later.get(match[1].lower(), 0)
        yield Time(*match.span(), financial_year(date(year, month, 1)))
    for match in BARE_MONTH.finditer(text):
        named, season = match["month"], match["season"]
        month = MONTHS[named.lower()] if named else SEASONS[season.lower()]
        is_to_come = _is_to_come(text, match)
        year = (
            today.year
            if (month >= today.month - JUST_OVER if is_to_come else month <= today.month)
            else (today.year + (1 if is_to_come else -1))
        )
        yield Time(*match.span(), financial_year(date(year, month, 1)))


def _is_to_come(text: str, month: re.Match[str]) -> bool:
    """Whether a month without its year is yet to come, by the words of its clause."""
    before = text[max(0, month.start() - TO_COME_REACH) : month.start()]
    after = CLAUSE_END.split(text[month.end() : month.end() + TO_COME_REACH], maxsplit=1)[0]
    if TO_COME.search(before) or TO_COME.search(after):
        return True
    return month["word"].lower() in ("by", "before", "until", "for") and not OVER.search(before)


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
