"""Numbers of participants in programmes, from the sentences of a paper."""

from collections.abc import Iterator, Sequence
from datetime import date

from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import BODIES, PEOPLE, PLANNED
from pipelines.schema.records import PaperRecord, ProgrammeParticipation
from pipelines.structures.told.challenges import is_about_challenges, status_of
from pipelines.structures.told.doers import is_by_others
from pipelines.structures.told.offers import Offer, Offers
from pipelines.structures.told.periods import Periods
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
    words = registers.statement_words
    offers = Offers(registers, paper.title)
    periods = Periods(words, paper.title, paper.meeting_date, with_paper_date=True)
    return [
        record
        for sentence in sentences
        for told in sentence.told
        for record in _records(sentence, told, offers, periods)
    ]


def _records(
    sentence: Sentence, told: Told, offers: Offers, periods: Periods
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
    offer = offers.of(sentence, told)
    unit = _unit(told, offer, is_other=offers.is_other(told, offer))
    if offer is None or offer.is_of_others or unit is None:
        return
    if sentence.is_spoken and offer.name in ANAPHORS:
        return  # six councils withdrew from the programme, which is that of peer challenges
    if counted.count.value == 1 and unit not in BODIES:
        return  # one member had been through it: a person, not a number
    period = periods.of(sentence, told, told.time, done=standing != PLANNED)
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
    whole = told.whole or told.goes_on
    if whole is not None and told.act is not whole.act:
        return True
    marks, after = sentence.marks, told.counted.after
    return any(after < first <= after + 2 for first, _ in marks.all_offers)


def _unit(told: Told, offer: Offer | None, *, is_other: bool) -> str | None:
    """Those counted; of another offer than that of the number it goes on with, those it is for."""
    theme = offer.theme if offer else None
    if told.unit and not (is_other and theme in UNITS_OF_THEMES and told.counted.unit is None):
        return told.unit.unit
    if told.act is None or offer is None:
        return None
    is_noun = told.act.form == "noun"
    return UNITS_OF_THEMES.get(theme or "", PEOPLE if is_noun else None)


def _as_of(told: Told) -> date | None:
    return told.time.day if told.time else None
