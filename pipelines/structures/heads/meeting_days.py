"""The day of a meeting: every day in the head of a paper has a cost, and the cheapest wins.

What stands beside a day speaks for it (a meeting was held on it, its weekday fits, a time follows)
or against it (published, minutes of the previous meeting, the number of an item). A day that costs
more than `MOST` is not the meeting's, even if it is the only one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.documents import Passage
from pipelines.notation.dates import MONTH, MONTHS, WEEKDAYS, PrintedDate, find_dates, find_time
from pipelines.reference.registers import Registers
from pipelines.structures.date_lines import is_date_line, may_be_meant
from pipelines.structures.minutes.patterns import AGENDA_HEAD

# What a piece of evidence costs; less than nothing speaks for a day
COSTS = {
    "summons": -9,
    "labelled": -5,
    "meeting": -4,
    "weekday": -3,
    "alone": -2,
    "time": -2,
    "title": -2,
    "again": -2,
    "wrong weekday": 1,
    "without its year": -4,
    "one of two": 2,
    "in a sentence": 5,
    "of the page": 6,
    "below the agenda": 6,
    "in a list of days": 14,
    "behind a number": 8,
    "one of a count": 14,
    "of something else": 9,
    "of another meeting": 9,
}
MOST = 3
# Minutes of, Draft minutes, Agenda: the opening of a line that calls the paper so
OPENING = re.compile(
    r"^\W*(?:(?:draft|unconfirmed|approved|confirmed|public)\s+){0,2}(?:minutes?|notes?|agenda)\b",
    re.IGNORECASE,
)
ITEMS = re.compile(r"^\W*(?:items|no\.? item)\W*$", re.IGNORECASE)
# 4. Minutes of, 19.09.03 Apologies: an item, with its number or with a day that is its number
NUMBERED = re.compile(r"^\W*\d{1,3}(?:\.\d{1,2}){0,2}[.)]?\s+[^\W\d]")
# 14/11/3, 19.09.03: a day, or the number of a minute
FIGURES = re.compile(r"(?<![\d./])(?P<start>\d{1,2}[./]\d{1,2}[./])(?P<last>\d{1,2})(?![\d./])")
# title: "Ferry Council" date: "2017-03-30": what a site says of its page
OF_PAGE = re.compile(r"\bdate:\s?[\"']?\d{4}-\d\d-\d\d")
# Friday 3 March, in a paper that gives the year elsewhere
DAY_AND_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({MONTH})\b", re.IGNORECASE)
LONE_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,2})?[.)]?$")
MONTH_BEHIND = re.compile(r"^\W*\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z]", re.IGNORECASE)
LONGEST_LINE = 260  # characters: a head in one sentence, with its hall's address
LONGEST_WRAP = 40  # characters of the next line that may end a date
FEWEST_LISTED = 3  # days in one line that are a list of them
MOST_AGAIN = 2  # lines with the same day that count


@dataclass(frozen=True, slots=True)
class DayCandidate:
    """One day in the head of a paper, the line that prints it, and what it costs."""

    printed: PrintedDate
    passage: Passage
    evidence: tuple[str, ...]

    @property
    def cost(self) -> int:
        """The sum of the evidence."""
        return sum(COSTS[each] for each in self.evidence)


def choose_day(candidates: Sequence[DayCandidate]) -> DayCandidate | None:
    """The cheapest of the days of a head; None if none is cheap enough.

    A day that two or more other lines print a little otherwise is a misprint of theirs.
    """
    best = min(candidates, key=lambda each: each.cost, default=None)
    if best is None or best.cost > MOST:
        return None
    if len({each.printed.value for each in candidates if each.cost == best.cost}) >= FEWEST_LISTED:
        return None  # a list of meetings
    alone = [each for each in candidates if "alone" in each.evidence and each.cost <= MOST]
    meant = [each for each in alone if may_be_meant(best.printed.value, each.printed.value)]
    is_printed_alone = any(each.printed.value == best.printed.value for each in alone)
    days = {each.printed.value for each in meant}
    is_misprint = not is_printed_alone and len(meant) > 1 and len(days) == 1
    return meant[0] if is_misprint else best


def read_days(
    lines: Sequence[Passage], title: Passage | None, registers: Registers
) -> list[DayCandidate]:
    """Every day of a head with its evidence, in printed order, the title first.

    Args:
        lines: The first lines of the paper in printed order.
        title: The title of a page.
        registers: The registers of words beside days.
    """
    found = list(_candidates(title, None, registers, ("title",))) if title else []
    is_below = False
    counts = _counts(lines)
    listed = _listed_lines(lines)
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        given = _before(lines, number, registers)
        given += ("below the agenda",) if is_below and OPENING.match(line.text) else ()
        given += ("in a list of days",) if number in listed else ()
        given += ("one of a count",) if line.text.startswith(counts) else ()
        found += _candidates(line, following, registers, given)
        is_below = is_below or bool(AGENDA_HEAD.match(line.text) or ITEMS.match(line.text))
    return _with_repetition(found, lines)


def _counts(lines: Sequence[Passage]) -> tuple[str, ...]:
    """What numbers of minutes such as 14/11/3, 14/11/4 and 14/11/5 begin with."""
    begun = defaultdict(set)
    for line in lines:
        for match in FIGURES.finditer(line.text):
            begun[match["start"]].add(int(match["last"]))
    return tuple(start for start, numbers in begun.items() if len(numbers) >= FEWEST_LISTED)


def _listed_lines(lines: Sequence[Passage]) -> set[int]:
    """The numbers of lines that are, one after the other, a list of different days."""
    days = [
        {each.value for each in find_dates(line.text) if not _is_numbered(line.text, each)}
        for line in lines
    ]
    listed: set[int] = set()
    for number in range(len(lines) - FEWEST_LISTED + 1):
        run = days[number : number + FEWEST_LISTED]
        if all(run) and len(set.union(*run)) == sum(map(len, run)):
            listed |= set(range(number, number + FEWEST_LISTED))
    return listed


def _before(lines: Sequence[Passage], number: int, registers: Registers) -> tuple[str, ...]:
    """What the line above says: a label or a number of its own, such as a cell of the same row."""
    above = lines[number - 1].text if number else ""
    if LONE_NUMBER.match(above):
        return ("behind a number",)
    label = registers.day_words.label.match(f"{above} ")
    return ("labelled",) if label and label.end() > len(above.rstrip(" :")) else ()


def _candidates(
    line: Passage, following: Passage | None, registers: Registers, given: tuple[str, ...]
) -> Iterator[DayCandidate]:
    text = line.text
    if len(text) > LONGEST_LINE:
        return
    dates = find_dates(text)
    if not dates and following and len(following.text) <= LONGEST_WRAP:
        text = f"{text} {following.text}"
        dates = tuple(each for each in find_dates(text) if each.start < len(line.text))
    for place, printed in enumerate(dates):
        start = dates[place - 1].end if place else 0
        end = dates[place + 1].start if place + 1 < len(dates) else len(text)
        # What the next sentence says is of another day.
        after = text[printed.end : end].partition(". ")[0]
        beside = f"{text[start : printed.start].rpartition('. ')[2]} \u2026 {after}"
        evidence = list(dict.fromkeys([*given, *_said(text, beside, printed, registers)]))
        if len(dates) >= FEWEST_LISTED:
            evidence.append("in a list of days")
        elif len(dates) > 1 and (place or not OPENING.match(text)):
            evidence.append("one of two")
        if find_time(beside) or (following and _is_clock(following.text)):
            evidence.append("time")
        yield DayCandidate(printed, line, tuple(evidence))


def _said(text: str, beside: str, printed: PrintedDate, registers: Registers) -> Iterator[str]:
    words = registers.day_words
    is_opening = OPENING.match(text) is not None and not words.sentence.search(text)
    if printed.weekday:
        fits = WEEKDAYS[printed.value.weekday()].startswith(printed.weekday[:3])
        yield "weekday" if fits else "wrong weekday"
    if _is_numbered(text, printed):
        yield "behind a number"
    yield from _named(text, beside, printed, registers, is_opening=is_opening)
    if is_date_line(text, printed, words):
        yield "alone"
    elif not is_opening and text.rstrip().endswith(".") and words.sentence.search(beside):
        yield "in a sentence"


def _named(
    text: str, beside: str, printed: PrintedDate, registers: Registers, *, is_opening: bool
) -> Iterator[str]:
    """What the words beside a day say that it is the day of, if they say it."""
    words = registers.day_words
    label = words.label.match(text)
    if OF_PAGE.search(text):
        yield "of the page"
    elif words.other_day.search(beside):
        yield "of something else"
    elif words.other_meeting.search(beside) and not (is_opening and not _is_other(beside)):
        yield "of another meeting"
    elif registers.paper_words.summons.search(text):
        yield "summons"
    elif label and not text[label.end() : printed.start].count(":"):
        yield "labelled"
    elif words.meeting.search(beside):
        yield "meeting"


def _is_other(beside: str) -> bool:
    """Whether words beside a day in an opening still mean another meeting."""
    return re.search(r"\b(?:previous|last|next|from|arising)\b", beside, re.IGNORECASE) is not None


def _is_numbered(text: str, printed: PrintedDate) -> bool:
    """Whether the line is an item: a number opens it, or the day is printed as one."""
    if not NUMBERED.match(text):
        return False
    is_day_first = printed.start <= len(text) - len(text.lstrip("*# "))
    return not is_day_first or not (MONTH_BEHIND.match(text) and printed.weekday is None)


def _is_clock(text: str) -> bool:
    """Whether a short line has a time, and no day of its own."""
    return len(text) <= LONGEST_WRAP and find_time(text) is not None and not find_dates(text)


def _with_repetition(found: Sequence[DayCandidate], lines: Sequence[Passage]) -> list[DayCandidate]:
    """Candidates with the other lines that print the same day, with its year or without."""
    times = Counter(each.printed.value for each in found if each.cost <= MOST)
    alone = {
        (MONTHS[match[2].lower()], int(match[1]))
        for line in lines
        for match in DAY_AND_MONTH.finditer(line.text)
        if not find_dates(line.text)
    }

    def told_again(each: DayCandidate) -> DayCandidate:
        day = each.printed.value
        more = ["again"] * min(max(times[day] - 1, 0), MOST_AGAIN) if each.cost <= MOST else []
        more += ["without its year"] if (day.month, day.day) in alone else []
        return replace(each, evidence=(*each.evidence, *more))

    return [told_again(each) for each in found]
