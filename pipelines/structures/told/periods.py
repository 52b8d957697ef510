"""Gives each number the year that it belongs to: its own, or that of the words around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pipelines.reference.statement_words import SAME, StatementWords
from pipelines.structures.prose.statements import titles_of
from pipelines.structures.prose.times import (
    NO_PERIOD,
    SAME_TIME,
    SINCE_THEN,
    Period,
    Time,
    period_around,
    year_before,
)
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told

BEFORE = "period_from_sentence_before"


@dataclass(slots=True)
class Periods:
    """The years of the statements of one paper, in the order of their reading.

    Attributes:
        words: The lexicon.
        title: The title of the paper.
        day: Its day.
        with_paper_date: Whether its year is the last resort.
    """

    words: StatementWords
    title: str | None
    day: date | None
    with_paper_date: bool
    _known: dict[int, Period] = field(default_factory=dict)
    _last: Period = NO_PERIOD

    def of(self, sentence: Sentence, told: Told | None, time: Time | None, *, done: bool) -> Period:
        """The year of a number, or of what a sentence says without one.

        Args:
            sentence: The sentence.
            told: The number; None if there is none.
            time: The time that belongs to it.
            done: Whether it is over: a plan need not be of the year of the paper.
        """
        found = self._period(sentence, told, time, done=done)
        if told:
            self._known[id(told)] = found
        if found.value:
            self._last = Period(found.value, BEFORE)
        return found

    def _period(
        self, sentence: Sentence, told: Told | None, time: Time | None, *, done: bool
    ) -> Period:
        if time and time.is_before:
            last = self._around(sentence, done=True)
            rule = last.rule or BEFORE
            return Period(year_before(last.value), rule) if last.value else NO_PERIOD
        if time:
            return Period(time.period, time.rule)
        if told and told.counted.role == "compared":
            return NO_PERIOD
        if SINCE_THEN.search(sentence.marks.text):
            return period_around([], self.day, with_paper_date=self.with_paper_date)
        if SAME_TIME.search(sentence.marks.text):
            told_before = period_around(
                [("sentence_before", each) for each in sentence.before_texts],
                self.day,
                with_paper_date=False,
            )
            known = (each for each in (told_before, self._last) if each.value)
            return next(known, _of_all(sentence))
        return (
            _of_list(sentence)
            or self._inherited(sentence, told, done=done)
            or (_of_all(sentence) if done and sentence.terms.period else None)
            or self._around(sentence, done=done)
        )

    def _inherited(self, sentence: Sentence, told: Told | None, *, done: bool) -> Period | None:
        """The year of the number that this one goes on with: `Of the 29 councils, 12 were`."""
        if told is None:
            says_same = any(act.challenge == SAME for act in sentence.marks.acts)
            source = sentence.before if says_same else None
        else:
            source = told.goes_on or (None if done else sentence.before)
        known = self._known.get(id(source))
        is_part = told is not None and told.whole is not None
        if source is None or known is None or (source.is_to_come == done and not is_part):
            return None
        return known if known.rule else Period(known.value, BEFORE)

    def _around(self, sentence: Sentence, *, done: bool) -> Period:
        steps = [*self._steps(sentence, done=done)]
        return period_around(steps, self.day, with_paper_date=self.with_paper_date and done)

    def _steps(self, sentence: Sentence, *, done: bool) -> Iterator[tuple[str, str]]:
        """The words around a sentence, nearest first; those of a plan are its list and heading."""
        statement = sentence.statement
        for number, each in enumerate(reversed(statement.before)):
            if done or (number == 0 and self.words.pattern_of("plan").search(each.text)):
                yield ("paragraph" if number else "sentence_before"), each.text
        if statement.lead_in:
            yield "lead_in", statement.lead_in.text
            for each in reversed(statement.before_lead_in):
                yield "paragraph", each.text
        if not statement.is_heading:
            for each in statement.parents[: None if done or self.with_paper_date else 1]:
                yield "heading", each.text
        for title in titles_of(statement, self.title):
            if done or (sentence.is_plan and self.words.pattern_of("plan_title").search(title)):
                yield "title", title


def _of_all(sentence: Sentence) -> Period:
    """The year that a paper says all its figures are of."""
    return Period(sentence.terms.period, "period_from_paragraph" if sentence.terms.period else None)


def _of_list(sentence: Sentence) -> Period | None:
    """The year in the opening of a list, if it has exactly one."""
    times = sentence.lead_in.times if sentence.lead_in else []
    if len(times) != 1 or not times[0].period:
        return None
    return Period(times[0].period, None if times[0].is_printed else "period_from_lead_in")
