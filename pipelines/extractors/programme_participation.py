"""Numbers of participants in programmes, from the sentences of a paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.documents import Passage
from pipelines.notation.as_of import find_as_of
from pipelines.notation.dates import financial_year, find_year_pairs
from pipelines.reference.registers import Registers
from pipelines.schema.records import PaperRecord, ProgrammeParticipation
from pipelines.structures.prose.nearest_periods import Period, infer_period
from pipelines.structures.prose.statements import Statement
from pipelines.structures.prose.uptake_clauses import Uptake, find_uptakes, is_plan

# 300 replied to the survey: a count of answers, and a question without a count
NO_UPTAKE = re.compile(
    r"\b(?:surveys?|surveyed|respond(?:ed|ents?)|questionnaires?|polled|inspections?|ofsted)\b|\?\s*$",
    re.IGNORECASE,
)
PEER_CHALLENGE = re.compile(r"\bpeer (?:challenge|review)s?\b", re.IGNORECASE)
MEETING = re.compile(r"\bmeetings?\b", re.IGNORECASE)
# Harbour Skills Programme, Academy for New Members: a programme that is in no register
NAME = re.compile(
    r"(?:\b(?!(?:The|Our|This|A|An|These|Each|All|One|First|Second|Third|New|In|At|For|LGA|LG)\s)"
    r"[A-Z][\w’'-]{0,40}+(?:\s(?:\([A-Z]{2,}+\)|[A-Z][\w’'-]*+|of|for|in|and|the|to|&)){0,20}\s)"
    r"(?:[Pp]rogrammes?|Academy|Academies|[Ss]cheme|[Pp]rojects?|Course|Workshops?|Weekender|School"
    r"|Masterclass(?:es)?|Initiative|Pilot)\b"
)
# support for 30 councils through our partnership with ...
THROUGH = re.compile(r"\b(?:through|via|under|as part of)\s+(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE)
THIS_YEAR = re.compile(r"\b(?:this|the current) financial year\b", re.IGNORECASE)
# Only the paper itself is dated: the period of an earlier statement is nearer
WEAK_RULES = ("period_from_title", "period_from_paper_date")
SO_FAR = re.compile(r"\b(?:to date|so far)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Offer:
    """What somebody took part in; `programme_id` is None if it is in no register."""

    programme_id: str | None
    name: str


def read_programme_participation(
    statements: Sequence[Statement], registers: Registers, paper: PaperRecord
) -> list[ProgrammeParticipation]:
    """Read every statement in prose of how many took part in a programme or support offer.

    Args:
        statements: The sentences of one paper.
        registers: Programmes, political groups and the words of uptake.
        paper: What the paper is; its meeting date gives the meaning of "this" financial year.

    Returns:
        One record per number and unit, in printed order. A number without a programme, event
        or support offer beside or above it is left out. `period` is printed in the clause or the
        lead-in; else it is that of the nearest date, marked as inferred with its rule. `to date`
        continues the period before. `programme_id` is None if the programme is in no register, and
        `as_of` is None if no day is printed.
    """
    found: list[ProgrammeParticipation] = []
    before: tuple[Passage | None, Uptake | None] = (None, None)
    running: tuple[str, ProgrammeParticipation | None] = ("", None)
    for statement in statements:
        uptakes = _uptakes(
            statement, registers, before[1] if _follows(statement, before[0]) else None
        )
        for uptake in uptakes:
            offer = _offer(statement, uptake, registers)
            if offer:
                record = _record(statement, uptake, offer, registers, paper)
                if running[1] and running[0] == statement.heading:
                    record = _running(record, statement, running[1])
                found.append(record)
                running = (statement.heading, record)
        before = (statement.sentence, uptakes[0] if uptakes else None)
    return found


def _running(
    record: ProgrammeParticipation, statement: Statement, before: ProgrammeParticipation
) -> ProgrammeParticipation:
    """`To date` continues the period of the statement before it under the same heading."""
    is_weak = record.period is None or record.inference_rule in WEAK_RULES
    if not is_weak or not before.period or before.inference_rule in WEAK_RULES:
        return record
    if not SO_FAR.search(statement.sentence.text):
        return record
    rule = "period_from_statement_before"
    return replace(record, period=before.period, is_inferred=True, inference_rule=rule)


def _uptakes(statement: Statement, registers: Registers, before: Uptake | None) -> list[Uptake]:
    text = statement.sentence.text
    lead_in = statement.lead_in.text if statement.lead_in else ""
    uptakes = find_uptakes(text, registers.uptake_wording, before, is_plan=is_plan(lead_in))
    return [] if uptakes and NO_UPTAKE.search(text) else uptakes


def _follows(statement: Statement, sentence: Passage | None) -> bool:
    """Whether a statement comes right after a sentence in the same paragraph."""
    return bool(statement.before) and statement.before[-1] is sentence


def _record(
    statement: Statement,
    uptake: Uptake,
    offer: _Offer,
    registers: Registers,
    paper: PaperRecord,
) -> ProgrammeParticipation:
    as_of = _as_of(statement, uptake)
    group = _political_group(uptake, registers)
    period = _period(statement, uptake, as_of, paper)
    return ProgrammeParticipation(
        programme_id=offer.programme_id,
        programme_name=offer.name,
        period=period.value,
        as_of=as_of,
        dimension="political_group" if group else "total",
        dimension_value=group or "total",
        participants=uptake.value,
        unit=uptake.unit,
        qualifier=uptake.qualifier,
        status=uptake.status,
        is_inferred=period.rule is not None,
        inference_rule=period.rule,
        locator=statement.sentence.span.locator,
        quote=statement.sentence.quote(),
    )


def _offer(statement: Statement, uptake: Uptake, registers: Registers) -> _Offer | None:
    """The programme: named in the clause, the sentence, the heading, the paragraph, the lead-in."""
    text = statement.sentence.text
    clause = text[slice(*uptake.clause)]
    if PEER_CHALLENGE.search(clause):
        return None
    heading = statement.heading
    lead_in = statement.lead_in.text if statement.lead_in else ""
    named = (
        _registered(clause, registers, uptake.start - uptake.clause[0])
        or _named(clause)
        or _registered(text, registers, uptake.start)
        or _only_registered(heading, registers)
        or _before(statement, registers)
        or _named(text)
        or _named(heading)
        or _above(statement, registers)
    )
    if named:
        return named
    if MEETING.search(text):
        return None
    return (
        _generic(text, registers)
        or _registered(lead_in, registers, 0)
        or _generic(lead_in, registers)
    )


def _registered(text: str, registers: Registers, position: int) -> _Offer | None:
    """The registered programme through which support is given, else the nearest."""
    mentions = registers.programmes.find(text)
    if not mentions:
        return None
    through = [each for each in mentions if THROUGH.search(text[: each[0]])]
    programme = min(
        through or mentions, key=lambda each: min(abs(each[0] - position), abs(each[1] - position))
    )[2]
    return _Offer(programme.programme_id, programme.name)


def _only_registered(heading: str, registers: Registers) -> _Offer | None:
    """The programme of a heading with only one; a heading with several gives none."""
    programmes = {each.programme_id: each for _, _, each in registers.programmes.find(heading)}
    if len(programmes) != 1:
        return None
    (programme,) = programmes.values()
    return _Offer(programme.programme_id, programme.name)


def _before(statement: Statement, registers: Registers) -> _Offer | None:
    """The paragraph's earlier subject: the first programme of the nearest sentence with one."""
    for sentence in reversed(statement.before):
        mentions = registers.programmes.find(sentence.text)
        if mentions:
            return _Offer(mentions[0][2].programme_id, mentions[0][2].name)
    return None


def _above(statement: Statement, registers: Registers) -> _Offer | None:
    """For a heading that is itself a statement, as on a slide: the programme of earlier slides."""
    if not statement.is_heading:
        return None
    offers = (_only_registered(each.text, registers) for each in statement.headings)
    return next((offer for offer in offers if offer), None)


def _named(text: str) -> _Offer | None:
    match = NAME.search(text)
    return _Offer(None, match[0]) if match else None


def _generic(text: str, registers: Registers) -> _Offer | None:
    match = registers.uptake_wording.offer_pattern.search(text)
    return _Offer(None, match[0]) if match else None


def _as_of(statement: Statement, uptake: Uptake) -> date | None:
    """The day that the clause counts up to; else, where it names no year, the words before it."""
    text = statement.sentence.text
    clause = text[slice(*uptake.clause)]
    day = find_as_of(clause)
    if day or find_year_pairs(clause):
        return day
    return find_as_of(text[: uptake.clause[0]])


def _period(statement: Statement, uptake: Uptake, as_of: date | None, paper: PaperRecord) -> Period:
    """The year that the clause or its lead-in prints; else the one that the nearest date gives."""
    text = statement.sentence.text
    printed = [text[slice(*uptake.clause)]]
    if statement.lead_in:
        printed.append(statement.lead_in.text)
    pairs = next((pairs for each in printed if (pairs := find_year_pairs(each))), [])
    if pairs:
        return Period(pairs[0], None)
    if THIS_YEAR.search(text) and paper.meeting_date:
        return Period(financial_year(paper.meeting_date), "period_of_this_year")
    if as_of:
        return Period(financial_year(as_of), "period_from_sentence")
    # A plan is for a future year, so the words around it and the paper's date say little about it.
    is_planned = uptake.status == "planned"
    headings = [] if statement.is_heading else [each.text for each in statement.headings[:1]]
    return infer_period(
        text,
        () if is_planned else [each.text for each in statement.before],
        headings,
        None if is_planned else paper.title,
        None if is_planned else paper.meeting_date,
    )


def _political_group(uptake: Uptake, registers: Registers) -> str | None:
    """The group in `12 Labour councillors`; None if the count is not of one group."""
    words = uptake.noun.split()[:-1]
    for size in range(len(words), 0, -1):
        group = registers.dimensions.resolve(" ".join(words[:size]), "political_group")
        if group and group != "total" and words[0][0].isupper():
            return group
    return None
