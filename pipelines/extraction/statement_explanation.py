"""What was made of the sentences of a paper: numbers, roles, verbs, times, rows, or why no row.

Nothing here decides: what extractors did is told, and the reason for no row is the first that
would have been enough.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.documents import Span
from pipelines.extraction.explanation import FACTS, PaperRead, fact_values, is_at
from pipelines.extractors.findings.unread_numbers import (
    Statement,
    is_made_of,
    statements_by_place,
    statements_of,
)
from pipelines.privacy.contacts import mask_contacts, without_contacts
from pipelines.schema.records import WithheldReading
from pipelines.structures.prose.marks import Act, Marks
from pipelines.structures.prose.statements import read_paragraphs, read_statements
from pipelines.structures.prose.times import Time
from pipelines.structures.told.challenges import is_about_challenges
from pipelines.structures.told.sentences import Sentence, read_sentences
from pipelines.structures.told.told import Told
from pipelines.structures.told.uptake import standing_of

# Why a number of a role that counts nobody gives no row
REASONS_OF_ROLES = {
    "whole": "it is the whole that another number is a part of",
    "change": "it is a change: so many more or fewer",
    "share": "it is a share: so many in so many",
    "name": "it is part of a name, such as that of a cohort",
    "measure": "it measures something else: money, time, a percentage, one end of a range",
    "rate": "it is an average",
    "capacity": "it is how many there is room for",
    "other": "it counts nobody whom the lexicon knows",
}
SAYING_NOTHING = (None, "other")
WITHHELD_NUMBERS = ("participants", "challenges", "councillors")


@dataclass(frozen=True, slots=True)
class VerbTold:
    """What became of those counted, as a verb says.

    Attributes:
        words: The verb with the words before it that count; empty if the sentence has none.
        place: `sentence`, `lead_in`, `sentence_before`, or `unsaid` if nothing has a verb.
        standing: Of those who take part; None if the verb says nothing of it.
        challenge: Of peer challenges, likewise.
    """

    words: str
    place: str
    standing: str | None
    challenge: str | None
    is_denied: bool
    is_supposed: bool


@dataclass(frozen=True, slots=True)
class NumberTold:
    """One number of a sentence.

    Attributes:
        counted: The words for those counted; empty if they are left out.
        unit: Those counted, as a row has it; of a number without such words, those of the other.
        values: The regions, groups and types that those counted are of.
        time: The year, range or day that belongs to it.
        facts: The rows that were made of it.
        reason: Why there is no row; None if there is one, or if no reason is known.
    """

    number: str
    value: int
    qualifier: str
    role: str
    counted: str
    unit: str | None
    values: tuple[str, ...]
    verb: VerbTold | None
    time: str | None
    facts: tuple[dict[str, str], ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class SentenceTold:
    """One sentence with a number or a row.

    Attributes:
        facts: The rows that no number gave: of councils that are named, of offers.
    """

    locator: str
    sentence: str
    lead_in: str | None
    heading: str | None
    numbers: tuple[NumberTold, ...]
    facts: tuple[dict[str, str], ...]


def explain_statements(read: PaperRead, place: Span | None = None) -> list[SentenceTold]:
    """Every sentence with a number or a row, or those that reach into a place.

    Sentences that have no word for anybody who is counted, nor follow one that has, are left out.
    """
    statements = statements_by_place(each for table in FACTS for each in read.kept[table])
    paragraphs = read_paragraphs(read.document)
    sentences = read_sentences(read_statements(paragraphs), read.registers, read.paper.meeting_date)
    told = [
        _told(sentence, statements_of(sentence, statements), read)
        for sentence in sentences
        if place is None or is_at(sentence.statement.sentence.span, place)
    ]
    return [each for each in told if each.numbers or each.facts]


def _told(sentence: Sentence, made: Sequence[Statement], read: PaperRead) -> SentenceTold:
    statement = sentence.statement
    shown = mask_contacts(sentence.marks.text)
    lead_in = mask_contacts(statement.lead_in.text) if statement.lead_in else None
    numbered = [each for each in sentence.told if _printed(each, sentence.marks) in shown]
    others = [record for record in made if not any(is_made_of(record, each) for each in numbered)]
    return SentenceTold(
        locator=statement.sentence.span.locator,
        sentence=shown,
        lead_in=lead_in,
        heading=mask_contacts(statement.heading) or None,
        numbers=tuple(_number(sentence, each, made, read) for each in numbered),
        facts=_facts(others),
    )


def _number(
    sentence: Sentence, told: Told, made: Sequence[Statement], read: PaperRead
) -> NumberTold:
    counted = told.counted
    facts = _facts([record for record in made if is_made_of(record, told)])
    return NumberTold(
        number=_printed(told, sentence.marks),
        value=counted.count.value,
        qualifier=counted.count.qualifier,
        role=counted.role,
        counted=mask_contacts(counted.noun),
        unit=told.unit.unit if told.unit else "peer challenges" if told.challenge else None,
        values=tuple(value for _, value in counted.values),
        verb=_verb(sentence, told.act) if told.act else None,
        time=_time(sentence.marks, told.time) if told.time else None,
        facts=facts,
        reason=None
        if facts
        else _set_aside(sentence, told, read.withheld) or _reason(sentence, told),
    )


def _printed(told: Told, marks: Marks) -> str:
    return marks.text[told.counted.count.start : told.counted.count.end]


def _facts(made: Sequence[Statement]) -> tuple[dict[str, str], ...]:
    tables = {
        "ProgrammeParticipation": "programme_participation",
        "PeerChallenge": "peer_challenges",
        "LeadershipStat": "leadership_stats",
    }
    cleaned = [without_contacts(record) for record in made]
    return tuple(fact_values(tables[type(each).__name__], each) for each in cleaned if each)


def _verb(sentence: Sentence, act: Act) -> VerbTold:
    words, place = "", "unsaid" if act.form == "unsaid" else "sentence_before"
    for name, marks in (("sentence", sentence.marks), ("lead_in", sentence.lead_in)):
        own = marks.acts if marks else []
        if any(
            (each.first, each.after, each.form) == (act.first, act.after, act.form) for each in own
        ):
            words, place = marks.printed(act.first, act.after) if marks else "", name
            break
    return VerbTold(
        mask_contacts(words), place, act.standing, act.challenge, act.is_denied, act.is_supposed
    )


def _time(marks: Marks, time: Time) -> str:
    printed = marks.text[time.start : time.end] if time in marks.times else None
    meant = time.day.isoformat() if time.day else time.period
    return " = ".join(each for each in dict.fromkeys((printed, meant)) if each)


def _set_aside(sentence: Sentence, told: Told, withheld: Sequence[WithheldReading]) -> str | None:
    """The reason if the row of a number was set aside."""
    locator = sentence.statement.sentence.span.locator
    for each in withheld:
        if each.locator == locator:
            values = json.loads(each.values)
            numbers = [str(values.get(name)) for name in WITHHELD_NUMBERS]
            if str(told.counted.count.value) in numbers:
                return f"set aside: {each.reason}"
    return None


def _reason(sentence: Sentence, told: Told) -> str | None:
    """The first thing that is enough for no row; None if nothing is known to be."""
    counted, act = told.counted, told.act
    if not counted.may_count:
        return REASONS_OF_ROLES.get(counted.role)
    if not (told.unit or told.challenge or (act and act.form == "noun")):
        return "no word says who or what is counted"
    if act is None and counted.role != "target" and not (told.unit and told.unit.standing):
        return "no verb says what became of those counted"
    if act and act.is_supposed:
        return "supposed: a question, a wish or a condition"
    if act and act.is_denied:
        return "denied, and only councils without a peer challenge give a row then"
    if act and act.standing in SAYING_NOTHING and act.challenge in SAYING_NOTHING:
        return "its verb says nothing of programmes or peer challenges"
    if len(counted.values) > 1:
        return "more than one region, group or type at once"
    return _without_subject(sentence, told)


def _without_subject(sentence: Sentence, told: Told) -> str | None:
    if told.challenge:
        return None
    if standing_of(sentence, told) is None:
        is_challenge = is_about_challenges(sentence)
        return None if is_challenge else "its verb is of peer challenges, and none is spoken of"
    if told.counted.count.value == 1:
        return "one person or body is no number of participants"
    return "no programme, event or offer stands beside or above it"
