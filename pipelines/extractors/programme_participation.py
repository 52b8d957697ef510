"""Numbers of participants in programmes, from the sentences of a paper."""

from collections.abc import Iterator, Sequence
from datetime import date

from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import BODIES, PEOPLE, PLANNED
from pipelines.schema.records import PaperRecord, ProgrammeParticipation
from pipelines.structures.prose.statements import titles_of
from pipelines.structures.prose.times import NO_PERIOD, Period, period_around, period_before
from pipelines.structures.told.challenges import is_about_challenges, status_of
from pipelines.structures.told.doers import is_by_others
from pipelines.structures.told.offers import Offer, clause_of, find_offer
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told
from pipelines.structures.told.uptake import standing_of

# Those counted where the paper leaves out the word, by the theme of the programme
UNITS_OF_THEMES = {"leadership": "councillors", "graduates": "graduates"}
# What in a section about peer challenges is their programme
ANAPHORS = ("programme", "programmes", "scheme", "project", "pilot", "pilots", "course")


def read_programme_participation(
    sentences: Sequence[Sentence], registers: Registers, paper: PaperRecord
) -> list[ProgrammeParticipation]:
    """Read every statement in prose of how many took part in a programme or support offer.

    Args:
        sentences: The sentences of one paper, as they were read.
        registers: Programmes and the words of statements.
        paper: What the paper is; its meeting date gives the meaning of "this" year.

    Returns:
        One record per number and unit, in printed order. A number without a programme, event
        or support offer beside or above it is left out. `period` is printed in the sentence or the
        lead-in; else it is that of the nearest date, marked as inferred with its rule.
        `programme_id` is None if the programme is in no register, and `as_of` is None if no day is
        printed.
    """
    return [
        record
        for sentence in sentences
        for told in sentence.told
        for record in _records(sentence, told, registers, paper)
    ]


def _records(
    sentence: Sentence, told: Told, registers: Registers, paper: PaperRecord
) -> Iterator[ProgrammeParticipation]:
    counted = told.counted
    standing = standing_of(sentence, told)
    if (
        standing is None
        or told.challenge
        or (is_about_challenges(sentence) and status_of(sentence, told))
    ):
        return
    if told.act and is_by_others(sentence.marks, told.act):
        return
    values = counted.values
    if len(values) > 1 or (counted.role == "part" and not (values or _is_own(sentence, told))):
        return
    text = sentence.statement.sentence.text
    clause = clause_of(text, counted.count.start, sentence.breaks)
    offer = find_offer(
        sentence.statement,
        (counted.count.start, sentence.marks.end_of(counted.after)),
        clause,
        sentence.previous if any(each.counted.is_left_out for each in sentence.told) else (),
        paper.title,
        registers,
        sentence.terms,
    )
    unit = _unit(told, offer)
    if offer is None or offer.is_of_others or unit is None:
        return
    if sentence.is_spoken and offer.name in ANAPHORS:
        return  # six councils withdrew from the programme, which is that of peer challenges
    if counted.count.value == 1 and unit not in BODIES:
        return  # one member had been through it: a person, not a number
    period = _period(sentence, told, standing, paper)
    dimension, value = values[0] if values else ("total", "total")
    yield ProgrammeParticipation(
        programme_id=offer.programme_id,
        programme_name=offer.name,
        period=period.value,
        as_of=_as_of(told),
        dimension=dimension,
        dimension_value=value,
        participants=counted.count.value,
        unit=unit,
        qualifier=counted.count.qualifier,
        status=standing,
        is_inferred=period.rule is not None,
        inference_rule=period.rule,
        locator=sentence.statement.sentence.span.locator,
        quote=sentence.statement.sentence.quote(),
    )


def _is_own(sentence: Sentence, told: Told) -> bool:
    """Whether a part did something of its own: `of whom 40 attended`, `66 in Next Generation`."""
    if told.whole is not None and told.act is not told.whole.act:
        return True
    marks, after = sentence.marks, told.counted.after
    return any(after < first <= after + 2 for first, _ in marks.all_offers)


def _unit(told: Told, offer: Offer | None) -> str | None:
    if told.unit:
        return told.unit.unit
    if told.act is None or offer is None:
        return None
    is_noun = told.act.form == "noun"
    return UNITS_OF_THEMES.get(offer.theme or "", PEOPLE if is_noun else None)


def _as_of(told: Told) -> date | None:
    return told.time.day if told.time else None


def _period(sentence: Sentence, told: Told, standing: str, paper: PaperRecord) -> Period:
    """The year that the sentence or its lead-in prints; else that of the nearest date."""
    if told.time:
        return Period(told.time.period, told.time.rule)
    if told.counted.role == "compared":
        return NO_PERIOD
    same = period_before(sentence.marks.text, sentence.before_texts, paper.meeting_date)
    if same:
        return same
    lead_in = sentence.lead_in.times if sentence.lead_in else []
    if len(lead_in) == 1 and lead_in[0].is_printed:
        return Period(lead_in[0].period, None)
    statement = sentence.statement
    is_planned = standing == PLANNED
    steps = (
        []
        if is_planned
        else [
            ("paragraph" if number else "sentence_before", each.text)
            for number, each in enumerate(reversed(statement.before))
        ]
    )
    if statement.lead_in:
        steps.append(("lead_in", statement.lead_in.text))
        steps += [("paragraph", each.text) for each in reversed(statement.before_lead_in)]
    if not statement.is_heading:
        steps += [("heading", each.text) for each in statement.headings]
    if not is_planned:
        steps += [("title", each) for each in titles_of(statement, paper.title)]
    return period_around(steps, paper.meeting_date, with_paper_date=not is_planned)
