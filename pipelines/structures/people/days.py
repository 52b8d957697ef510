"""The days that head the columns of a table, with a year of their own or that of the table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.documents import Row
from pipelines.notation.dates import MONTH, MONTHS, WEEKDAY, find_date, find_dates, find_year_pairs

# 1 Sep, 1st September '19, 12-Sep-18: a day and a month in words, the year short or left out
DAY_FIRST = re.compile(
    rf"^(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?[\s./-]?\s?(?:of\s)?(?P<month>{MONTH})\.?,?"
    r"[\s./-]?\s?(?:['’]?(?P<year>\d{2}|\d{4}))?$",
    re.IGNORECASE,
)
# Sep 1, September 1st 2019
MONTH_FIRST = re.compile(
    rf"^(?P<month>{MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>['’]\d{{2}}|\d{{4}}))?$",
    re.IGNORECASE,
)
# 12/9, 12.09
IN_FIGURES = re.compile(r"^(?P<day>\d{1,2})[./](?P<month>\d{1,2})$")
SINGLE_YEAR = re.compile(r"(?<![\d/–-])(20\d\d)(?![\d/–-])")
EDGES = " .,;:()*†‡"
FEWEST_DAYS = 2
HEAD_ROWS = 4
BOARD_YEAR_BEGINS = 9  # September
LONGEST_HEAD = 40  # characters
SHARE_OF_HEAD = 0.5  # of the characters of a head that are of its days


@dataclass(frozen=True, slots=True)
class _Day:
    """The day in a head; the year is None if the head leaves it out."""

    day: int
    month: int
    year: int | None


def is_headed_by_days(rows: Sequence[Row]) -> bool:
    """Whether one of the first rows of a table heads columns with at least two days."""
    return any(sum(map(_days_in, row.texts)) >= FEWEST_DAYS for row in rows[:HEAD_ROWS])


def _days_in(head: str) -> int:
    """How many days a head holds; words that only mention days are no head of them."""
    dates = find_dates(head)
    if not dates:
        return int(_day(head) is not None)
    covered = sum(each.end - each.start for each in dates)
    return len(dates) if covered >= SHARE_OF_HEAD * len(head) else 0


def is_month(text: str) -> bool:
    """Whether a head is the name of a month alone."""
    return text.strip(EDGES).lower() in MONTHS


def days_of(heads: Mapping[int, str], texts: Sequence[str]) -> dict[int, date]:
    """The day of each column whose head is a day.

    Args:
        heads: The words over each column.
        texts: The lines above the table; the first that gives a year gives it to all heads
            without one. A pair of years such as 2018/19 runs from the month of the first head
            where the months begin again on the way, else from September.
    """
    printed = {column: day for column, head in heads.items() if (day := _day(head))}
    open_days = [day for day in printed.values() if day.year is None]
    years = _years(texts) if open_days else None
    turn = _turn(open_days)
    found = {}
    for column, day in printed.items():
        year = day.year
        if year is None and years:
            is_first = (day.month, day.day) >= turn
            year = years[0] if is_first else years[1]
        value = _date(year, day.month, day.day) if year else None
        if value:
            found[column] = value
    return found


def _day(head: str) -> _Day | None:
    text = WEEKDAY.sub("", head).strip(EDGES)
    if not text or len(head) > LONGEST_HEAD:
        return None
    match = DAY_FIRST.match(text) or MONTH_FIRST.match(text)
    if match:
        year = (match["year"] or "").strip("'’")
        whole = (2000 + int(year) if len(year) == 2 else int(year)) if year else None
        return _Day(int(match["day"]), MONTHS[match["month"].lower()], whole)
    figures = IN_FIGURES.match(text)
    if figures:
        return _Day(int(figures["day"]), int(figures["month"]), None)
    whole_date = find_date(head)
    if whole_date is None:
        return None
    value = whole_date.value
    return _Day(value.day, value.month, value.year)


def _years(texts: Sequence[str]) -> tuple[int, int] | None:
    """The two years of the first pair in the texts, or one year twice."""
    for text in texts:
        pairs = find_year_pairs(text)
        if pairs:
            first = int(pairs[0][:4])
            return first, first + 1
        single = SINGLE_YEAR.findall(text)
        if len(set(single)) == 1 and find_date(text) is None:
            return int(single[0]), int(single[0])
    return None


def _turn(days: Sequence[_Day]) -> tuple[int, int]:
    """The first day of a year of meetings: days before it are of the second calendar year."""
    order = [(day.month, day.day) for day in days]
    turns = [n for n in range(1, len(order)) if order[n] < order[n - 1]]
    if len(turns) == 1 and order[-1] < order[0]:
        return order[0]
    return BOARD_YEAR_BEGINS, 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
