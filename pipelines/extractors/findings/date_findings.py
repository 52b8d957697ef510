"""Finds dates that differ within a paper, have the wrong weekday, or do not exist."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipelines.documents import Document, Passage
from pipelines.notation.dates import (
    WEEKDAYS,
    find_dates,
    find_impossible_dates,
    holds_written_date,
)
from pipelines.notation.words import holds_any
from pipelines.schema.records import Finding, PaperRecord
from pipelines.structures.date_lines import (
    DateLine,
    find_date_lines,
    may_be_meant,
    printed_lines,
)
from pipelines.structures.sections import Section

# There will be a meeting of the Harbour Board on Friday 3 March 2017
CALLED = re.compile(r"\bthere will be a meeting\b|\bmeeting of\b.{3,120}\bwill be held\b", re.I)
CALLED_WORDS = ("there will be", "will be held")
LEAST_TO_OUTVOTE = 2  # pages that agree on a day and outweigh the one line that gives the meeting


@dataclass(slots=True)
class _Stretch:
    """The pages of one meeting: its day, the source of the day, and the dates on the pages."""

    meeting_date: date | None
    head: Passage | None
    lead: tuple[Passage, ...] = ()
    agreeing: int = 0
    others: list[DateLine] = field(default_factory=list)


def find_date_faults(
    document: Document, paper: PaperRecord, sections: Sequence[Section]
) -> list[Finding]:
    """Find the dates of a paper that contradict themselves or one another.

    These are dates beside the wrong weekday, days that do not exist, and lines on the pages of
    one meeting (a cover, a running header, the announcement) with another day that may have been
    meant as the day of the meeting. If the pages agree and the head of their note differs, the
    head is at fault.

    Returns:
        One finding for each faulty date, rule by rule.
    """
    lines = printed_lines(document)
    rows = [row.passage for block in document.blocks for row in block.rows]
    # Dates in figures have no weekday, and which of their numbers is the month is a guess.
    dated = [line for line in (*lines, *rows) if holds_written_date(line.text)]
    findings = [finding for line in dated for finding in _calendar(line)]
    for stretch in _stretches(paper, sections, lines):
        findings += _headers(stretch)
    return [*findings, *_progress(sections)]


def _calendar(line: Passage) -> Iterator[Finding]:
    for printed in find_dates(line.text):
        weekday = WEEKDAYS[printed.value.weekday()]
        if printed.weekday and not weekday.startswith(printed.weekday[:3]):
            yield Finding(
                rule="weekday_disagrees",
                table_name="meetings",
                subject=printed.value.isoformat(),
                expected=weekday.title(),
                observed=printed.weekday.title(),
                locator=line.span.locator,
                quote=line.quote(),
            )
    for impossible in find_impossible_dates(line.text):
        yield Finding(
            rule="date_does_not_exist",
            table_name="meetings",
            subject=impossible,
            expected="a day of the calendar",
            observed=impossible,
            locator=line.span.locator,
            quote=line.quote(),
        )


def _stretches(
    paper: PaperRecord,
    sections: Sequence[Section],
    lines: Sequence[Passage],
) -> list[_Stretch]:
    """The paper's own pages and those of each note, with the dates printed on them."""
    stretches = [_Stretch(paper.meeting_date, None)]
    stretches += [
        _Stretch(section.meeting_date, section.head, tuple(block.passage for block in section.lead))
        for section in sections
        if section.kind == "note" and section.head
    ]
    known = {stretch.meeting_date for stretch in stretches}
    boards = [paper.board_name or ""]
    boards += [section.board.name for section in sections if section.board]
    dated = [*find_date_lines(lines, boards), *_announcements(lines)]
    for line in dated:
        own = [each for each in stretches if _begins(each) <= _place(line.passage)][-1]
        if own.head and _place(line.passage) == _place(own.head):
            continue
        if line.value == own.meeting_date:
            own.agreeing += 1
        elif line.value not in known:
            own.others.append(line)
    return stretches


def _announcements(lines: Sequence[Passage]) -> Iterator[DateLine]:
    for line in lines:
        is_call = holds_any(line.text, CALLED_WORDS) and CALLED.search(line.text)
        dates = find_dates(line.text) if is_call else []
        yield from (DateLine(line, printed) for printed in dates[:1])


def _begins(stretch: _Stretch) -> tuple[int, int]:
    first = [*stretch.lead, *([stretch.head] if stretch.head else [])]
    return min(map(_place, first), default=(0, 0))


def _place(passage: Passage) -> tuple[int, int]:
    return passage.span.page or 1, passage.span.first_line


def _headers(stretch: _Stretch) -> Iterator[Finding]:
    own = stretch.meeting_date
    if own is None:
        return
    others = [
        line
        for line in stretch.others
        if line.passage in stretch.lead or may_be_meant(line.value, own)
    ]
    told = Counter(line.value for line in others)
    most, times = min(told.items(), key=lambda each: (-each[1], each[0]), default=(own, 0))
    if stretch.head and times >= LEAST_TO_OUTVOTE and not stretch.agreeing:
        yield _header(stretch.head, own, most)
        return
    for line in others:
        if told[line.value] <= stretch.agreeing + bool(stretch.head):
            yield _header(line.passage, line.value, own)


def _progress(sections: Sequence[Section]) -> Iterator[Finding]:
    """Progress reports on a note's actions that have a different date from the note."""
    noted = [each.meeting_date for each in sections if each.kind == "note" and each.meeting_date]
    for section in sections:
        day = section.meeting_date
        if section.kind != "progress" or day is None or day in noted or section.head is None:
            continue
        meant = next((each for each in reversed(noted) if may_be_meant(day, each)), None)
        if meant:
            yield _header(section.head, day, meant)


def _header(line: Passage, observed: date, expected: date) -> Finding:
    return Finding(
        rule="header_date_disagrees",
        table_name="meetings",
        subject=expected.isoformat(),
        expected=expected.isoformat(),
        observed=observed.isoformat(),
        locator=line.span.locator,
        quote=line.quote(),
    )
