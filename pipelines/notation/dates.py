"""Dates, times and years as papers print them."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
# Medi, 20 o Fedi: the months in Welsh, as they are and as they change behind a word
WELSH_MONTHS = (
    *("ionawr", "chwefror", "mawrth fawrth", "ebrill", "mai fai", "mehefin fehefin"),
    *("gorffennaf orffennaf", "awst", "medi fedi", "hydref", "tachwedd dachwedd"),
    "rhagfyr ragfyr",
)
MONTHS |= {
    name: number for number, names in enumerate(WELSH_MONTHS, start=1) for name in names.split()
}
WEEKDAYS = tuple(name.lower() for name in calendar.day_name)

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# friday, fri: no short form of days on which nobody meets, for "sat" is a word
_WEEKDAY = "|".join([*WEEKDAYS, "mon", "tues?", "wed", "thu(?:rs?)?", "fri"])
WEEKDAY = re.compile(rf"\b(?:{_WEEKDAY})\b", re.IGNORECASE)

# 3rd, 2nd; 3ydd, 20fed: the ending after the figures of a day
_ORDINAL = "(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ed|ain)"
# 3rd March, 3 rd March, 3rdMarch, 3rd day of March, 3ydd o Fawrth, 3-Mar: a day and its month
_DAY_AND_MONTH = (
    rf"(?P<day>\d{{1,2}})(?:\s?{_ORDINAL}(?:\s+day)?\s*|\s+|-)(?:of?\s+)?(?P<month>{MONTH})"
)
# Friday, 3rd March 2017, Friday 3 March, 2017, Fri. 3 March2017, 3-Mar-2017
WRITTEN_DATE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\b\.?,?\s+(?:the\s+)?)?"
    rf"(?<![\d.]){_DAY_AND_MONTH}(?:\.?,?\s*|\s?-\s?)(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
# 3-Mar-17: the short year that spreadsheets print
SHORT_DATE = re.compile(rf"(?<![\d./-])(\d{{1,2}})-({MONTH})-(\d{{2}})(?![\d-])", re.IGNORECASE)
# March 3, 2017, Friday, March 3, 2017, Friday March 3rd 2017
AMERICAN_DATE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\b\.?,?\s+(?:the\s+)?)?\b(?P<month>{MONTH})\.?\s+"
    r"(?:the\s+)?(?P<day>\d{1,2})(?:,|(?:st|nd|rd|th),?)\s+(?P<year>\d{4})\b",
    re.IGNORECASE,
)
# 03/03/17, 3.3.2017
FIGURE_DATE = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")
# 2017-03-03
ISO_DATE = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
# 6.30pm, 14:00, 2 p.m., noon
CLOCK = re.compile(
    r"(?<![\d.:£])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?\s?m\b\.?)"
    r"|(?<![\d.:£/])(?P<hour24>[01]?\d|2[0-3])[.:](?P<minute24>[0-5]\d)(?![\d%]|\.\d|/)"
    r"|\b(?P<word>noon|midday)\b",
    re.IGNORECASE,
)
# 10.30 for 11.00 am: guests come before the meeting begins
WELCOME = re.compile(
    r"(?<![\d.:£])\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\.?)?\s?for\s"
    r"(?=\d{1,2}[.:]\d{2}|\d{1,2}\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
# 1.00 - 3.00pm, 10 to 12 noon: the start has no half of the day of its own
TIME_RANGE = re.compile(
    r"(?<![\d.:£/-])(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?\s?(?:[–—-]|\b(?:to|until)\b)\s?"
    r"(?=\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?\s?m\b|(?:12(?:[.:]00)?\s?)?(?:noon|midday)\b)",
    re.IGNORECASE,
)
# Committee Room 2 - 10.30 am: a number behind a word with a capital is part of a name
_NUMBER_OF_NAME = re.compile(
    rf"\b(?!(?i:at|from|time|between|starts?|begins?|{_WEEKDAY}|{MONTH})\s)[A-Z][\w’'-]{{1,30}}+\s$"
)
# Room 1.03 at 6.30pm: a figure behind the word is the number of a room
_ROOM = re.compile(r"\b(?:room|suite|floor|level|rm)\.?\s$", re.IGNORECASE)
# end of March 2017, March 2017
MONTH_YEAR = re.compile(rf"(?P<end>\bend of\s+)?\b(?P<month>{MONTH})\s+(?P<year>\d{{4}})\b", re.I)
# 2017/18, 2017-18, 2017-2018, 17/18
YEAR_PAIR = re.compile(r"(?<![\d/.-])(20\d\d|19\d\d|\d\d)\s?[/–-]\s?(20\d\d|\d\d)(?![\d/-]|\.\d)")
# Parts of every date; parts of every written, every American and every numeric date. They are quick
# to search for, and most texts lack them
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\d{4}")
DAY_AND_MONTH = re.compile(rf"{_DAY_AND_MONTH}[.,]?[\s-]*\d{{4}}", re.IGNORECASE)
DAY_AND_YEAR = re.compile(r"\d(?:,|(?:st|nd|rd|th),?)\s+\d{4}", re.IGNORECASE)
FIGURES = re.compile(r"\d[./-][\da-z]", re.IGNORECASE)
CENTURY_TURN = 70
TEXTS_KEPT = 2_000  # lines of a paper: several structures look for days in each of them


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in text, with the weekday printed beside it and its place in the text."""

    value: date
    weekday: str | None
    start: int
    end: int


@lru_cache(maxsize=TEXTS_KEPT)
def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """All whole dates in a text, in order; impossible ones such as 31 June are left out.

    Figures are read day first, as British papers print them.

    >>> [found.value.isoformat() for found in find_dates("Friday 3 March 2017, then 04/05/17")]
    ['2017-03-03', '2017-05-04']
    """
    if not DIGIT.search(text):
        return ()
    text = text.replace("2O", "20")  # the letter for the figure, as in 2O17
    found: list[PrintedDate] = []
    for match in _written(text):
        parts = match.groupdict()
        weekday = (parts["weekday"] or "").lower() or None
        numbers = (int(parts["year"]), MONTHS[parts["month"].lower()], int(parts["day"]))
        found += _dated(numbers, weekday, match)
    if FIGURES.search(text):
        for match in FIGURE_DATE.finditer(text):
            day, _, month, year = match.groups()
            found += _dated((_full_year(year), int(month), int(day)), None, match)
        for match in ISO_DATE.finditer(text):
            year, month, day = match.groups()
            found += _dated((int(year), int(month), int(day)), None, match)
        for match in SHORT_DATE.finditer(text):
            day, name, year = match.groups()
            found += _dated((_full_year(year), MONTHS[name.lower()], int(day)), None, match)
    found.sort(key=lambda each: each.start)
    return tuple(
        each for index, each in enumerate(found) if index == 0 or each.start >= found[index - 1].end
    )


def _written(text: str) -> Iterator[re.Match[str]]:
    """Days with a month in words and a year."""
    if not YEAR.search(text):
        return
    if DAY_AND_MONTH.search(text):
        yield from WRITTEN_DATE.finditer(text)
    if DAY_AND_YEAR.search(text):
        yield from AMERICAN_DATE.finditer(text)


def holds_written_date(text: str) -> bool:
    """Whether a text has a day with a month in words and a year, be it of the calendar or not.

    >>> holds_written_date("on 31 June 2017"), holds_written_date("June 2017")
    (True, False)
    """
    return next(_written(text), None) is not None


def find_date(text: str) -> PrintedDate | None:
    """The first whole date in a text."""
    dates = find_dates(text)
    return dates[0] if dates else None


def find_impossible_dates(text: str) -> list[str]:
    """Impossible days with a month and a year, as printed.

    >>> find_impossible_dates("on 31 June 2017 and on 30 June 2017")
    ['31 June 2017']
    """
    return [
        match[0]
        for match in _written(text)
        if not _dated(
            (int(match["year"]), MONTHS[match["month"].lower()], int(match["day"])), None, match
        )
    ]


def find_time(text: str) -> time | None:
    """The first time of day in a text; of a range, its start.

    >>> find_time("Room 4.12 at 6.30pm"), find_time("1.00 - 3.00pm"), find_time("10.30 for 11.00")
    (datetime.time(18, 30), datetime.time(13, 0), datetime.time(11, 0))
    """
    early = WELCOME.search(text)
    clocks = CLOCK.finditer(text, early.end() if early else 0)
    match = next((each for each in clocks if not _is_of_room(text, each)), None)
    if match is None:
        return None
    span = TIME_RANGE.search(text)
    if span and span.start() <= match.start() and not _is_of_name(text, span):
        end = CLOCK.search(text, span.end())
        return _start_of_range(span, _clock_time(end) if end else None)
    return _clock_time(match)


def _is_of_room(text: str, clock: re.Match[str]) -> bool:
    return clock["hour24"] is not None and _ROOM.search(text[: clock.start()]) is not None


def _is_of_name(text: str, span: re.Match[str]) -> bool:
    """Whether the figure before a dash is the number of a room or a hall, and not an hour."""
    return span["minute"] is None and _NUMBER_OF_NAME.search(text[: span.start()]) is not None


def _clock_time(match: re.Match[str]) -> time | None:
    if match["word"]:
        return time(12)
    if match["hour24"] is not None:
        return time(int(match["hour24"]), int(match["minute24"]))
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return time(hour % 12 + (12 if match["half"][0].lower() == "p" else 0), minute)


def _start_of_range(span: re.Match[str], end: time | None) -> time | None:
    """The last time before the end that the figures of the start may mean."""
    hour, minute = int(span["hour"]), int(span["minute"] or 0)
    if end is None or hour > 23:
        return None
    may_mean = {hour} if hour > 12 else {hour % 12, hour % 12 + 12}
    before = [time(each, minute) for each in sorted(may_mean) if time(each, minute) < end]
    return before[-1] if before else None


def find_year_pairs(text: str) -> list[str]:
    """Every pair of years, such as a financial or board year, as 2017/18.

    >>> find_year_pairs("Membership 2017 -2018 and budget for 18/19")
    ['2017/18', '2018/19']
    """
    pairs = []
    for match in YEAR_PAIR.finditer(text):
        first, second = _full_year(match[1]), int(match[2]) % 100
        if (first + 1) % 100 == second:
            pairs.append(f"{first}/{second:02d}")
    return pairs


def find_month_end(text: str) -> date | None:
    """The last day of the first month printed without a day: an `as of` date."""
    match = MONTH_YEAR.search(text)
    if match is None:
        return None
    year, month = int(match["year"]), MONTHS[match["month"].lower()]
    return date(year, month, calendar.monthrange(year, month)[1])


def meeting_year(day: date) -> str:
    """The board year, September to August, of a day.

    >>> meeting_year(date(2017, 8, 31))
    '2016/17'
    """
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def financial_year(day: date) -> str:
    """The financial year, April to March, of a day.

    >>> financial_year(date(2017, 3, 31))
    '2016/17'
    """
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def _dated(
    numbers: tuple[int, int, int], weekday: str | None, match: re.Match[str]
) -> list[PrintedDate]:
    try:
        return [PrintedDate(date(*numbers), weekday, *match.span())]
    except ValueError:
        return []


def _full_year(printed: str) -> int:
    year = int(printed)
    if year >= 100:
        return year
    return year + (2000 if year < CENTURY_TURN else 1900)
