"""Infers the financial year of a statement without one from the nearest date in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.notation.dates import (
    MONTH_YEAR,
    MONTHS,
    YEAR_PAIR,
    financial_year,
    find_dates,
    find_year_pairs,
)

# over three years, last year, each year: a different time from that of one date
OTHER_YEARS = re.compile(r"\byears?\b", re.IGNORECASE)
THIS_YEAR = re.compile(r"\b(?:this|the current)(?: financial)? year\b", re.IGNORECASE)
BARE_YEAR = re.compile(r"(?<![\d,./£-])(?:19|20)\d\d(?![\d,]\d|%)")
# since it began, since May 2010: all that came after, which may be more than a year
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
# 70 members came (65 in 2015/16): the brackets hold a number of another year
BRACKETED_YEARS = re.compile(r"\((?>[^()]*?\d\s?[/–-]\s?\d)[^()]*+\)")
# compared with 2016/17: a year that is not the subject of the next sentence
COMPARED = re.compile(r"\b(?:compar\w*|than|previous(?:ly)?|up from|down from)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A year and the rule that inferred it; both are None if no year was found."""

    value: str | None
    rule: str | None


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The years in some words; `is_clear` is False if more than one may be meant."""

    years: frozenset[str]
    is_clear: bool


NO_PERIOD = Period(None, None)


def infer_period(
    sentence: str,
    before: Sequence[str],
    headings: Sequence[str],
    title: str | None,
    paper_date: date | None,
) -> Period:
    """The financial year of the nearest date: of the sentence, or of the words around it.

    Looked for in the sentence, the sentence before, the rest of the paragraph, the headings, the
    title, and the date of the paper; the rule names the step. Words about another year, or
    about several, end the search without a result.

    Args:
        sentence: The words of the statement, without a pair of years for it.
        before: The sentences before it in its paragraph, in printed order.
        headings: The headings above, nearest first.
        title: The title of the paper.
        paper_date: The date of its meeting.

    >>> infer_period("In May 2017 nine members came.", [], [], None, None)
    Period(value='2017/18', rule='period_from_sentence')
    >>> infer_period("Over three years ninety members came.", [], [], None, date(2017, 5, 1))
    Period(value=None, rule=None)
    """
    outside = BRACKETED_YEARS.sub(" ", sentence)
    own = _spoken(outside, paper_date)
    if find_year_pairs(outside) or not own.is_clear:
        return NO_PERIOD
    steps = [("sentence", own)]
    steps += [
        ("paragraph" if number else "sentence_before", _spoken(text, paper_date, is_before=True))
        for number, text in enumerate(reversed(before))
    ]
    steps += [("heading", _spoken(text, paper_date)) for text in headings]
    steps += [("title", _spoken(title, paper_date))] if title else []
    for step, spoken in steps:
        if not spoken.is_clear:
            return NO_PERIOD
        if spoken.years:
            return Period(min(spoken.years), f"period_from_{step}")
    if paper_date is None:
        return NO_PERIOD
    return Period(financial_year(paper_date), "period_from_paper_date")


def _spoken(text: str, paper_date: date | None, *, is_before: bool = False) -> _Spoken:
    """The financial years of the dates, months and pairs of years in some words."""
    rest = THIS_YEAR.sub(" ", text)
    days = [found.value for found in find_dates(text)]
    days += [
        date(int(match["year"]), MONTHS[match["month"].lower()], 1)
        for match in MONTH_YEAR.finditer(text)
    ]
    years = frozenset([*find_year_pairs(text), *map(financial_year, days)])
    printed = {int(found[0]) for found in BARE_YEAR.finditer(YEAR_PAIR.sub(" ", text))}
    has_other = bool(OTHER_YEARS.search(rest)) or bool(printed - {day.year for day in days})
    is_since = bool(SINCE.search(text)) and not (
        paper_date is not None and years == {financial_year(paper_date)}
    )
    is_compared = is_before and bool(years) and bool(COMPARED.search(text))
    return _Spoken(years, len(years) < 2 and not (has_other or is_since or is_compared))
