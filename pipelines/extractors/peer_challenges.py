"""Statements about peer challenges and peer reviews, from the sentences of a paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.notation.numbers import Count
from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.registers import Registers
from pipelines.schema.records import PaperRecord, PeerChallenge
from pipelines.structures.prose.times import Time
from pipelines.structures.told.challenge_kinds import type_of
from pipelines.structures.told.challenges import is_about_challenges, status_of
from pipelines.structures.told.named_councils import Mention, named_councils
from pipelines.structures.told.periods import Periods
from pipelines.structures.told.savings import Saving, find_savings
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told

FIRE, GENERAL, DELIVERED = "fire", "general", "delivered"
RESPECTIVELY = "respectively"
ONE = Count(1, "exactly", 0, 0)


def read_peer_challenges(
    sentences: Sequence[Sentence], registers: Registers, paper: PaperRecord
) -> list[PeerChallenge]:
    """Read every statement about peer challenges: counts, named councils, offers.

    Opinions, questions and agenda items about peer challenges are not statements.

    Args:
        sentences: The sentences of one paper, as they were read.
        registers: The councils that may be named, and the types of peer challenge.
        paper: What the paper is; names are resolved at its meeting date, or at the year in the
            sentence if that is past.

    Returns:
        One record per count, per named council (a joint review: one for each, with the same
        `joint_no`, the saving of the review on each) and per offer, in printed order.
        `challenges` is None if none is counted.
    """
    found: list[PeerChallenge] = []
    words = registers.statement_words
    periods = Periods(words, paper.title, paper.meeting_date, with_paper_date=False)
    for sentence in sentences:
        if is_about_challenges(sentence):
            savings = _savings(sentence)
            mentions = named_councils(sentence, registers, paper.meeting_date, saved=bool(savings))
            found += [
                *_named(sentence, mentions, savings, registers, periods),
                *_wholes(list(_counted(sentence, mentions, registers, periods))),
            ] or list(_uncounted(sentence, registers, periods))
    return found


def _named(
    sentence: Sentence,
    mentions: Sequence[Mention],
    savings: list[Saving],
    registers: Registers,
    periods: Periods,
) -> Iterator[PeerChallenge]:
    """One record per council that had or will have a review; peers' own councils left out."""
    shared = _shared([each.start for each in mentions], savings)
    if savings and len(savings) == len(mentions) and RESPECTIVELY in sentence.marks.text:
        last = savings[-1].period
        shared = [replace(saving, period=saving.period or last) for saving in savings]
    for mention, saving in zip(mentions, shared, strict=True):
        yield _record(
            sentence, registers, periods, mention.status, ONE, mention=mention, saving=saving
        )


def _counted(
    sentence: Sentence, mentions: Sequence[Mention], registers: Registers, periods: Periods
) -> Iterator[PeerChallenge]:
    """One record per number of peer challenges, or of bodies that had one and are not named."""
    starts = {mention.first for mention in mentions}
    savings: list[Saving | None] = [*_savings(sentence)]
    number = 0
    for told in sentence.told:
        status = status_of(sentence, told)
        counted = told.counted
        is_named = sentence.marks.word(counted.after) == "," and counted.after + 1 in starts
        is_all = is_named and counted.count.value == len(starts)
        if status is None or (is_all and counted.unit):
            continue  # two councils, Mill and Weir, had one
        saving = savings[number] if number < len(savings) else None
        number += 1
        if status == "offered" and told.counted.count.value == 1:
            yield _record(sentence, registers, periods, status, None, told=told)
            return
        yield _record(
            sentence, registers, periods, status, told.counted.count, told=told, saving=saving
        )


def _wholes(counted: Sequence[PeerChallenge]) -> Iterator[PeerChallenge]:
    """The counts of a sentence without the parts of one that is printed first.

    In "44 were delivered; six were second ones" both are of one kind, standing and period, and
    six of the 44 are meant. Two such counts of which the first is no whole stay: the audit sets
    them aside.
    """
    for number, record in enumerate(counted):
        before = [each for each in counted[:number] if _meaning(each) == _meaning(record)]
        if not before or (before[0].challenges or 0) <= (record.challenges or 0):
            yield record


def _meaning(record: PeerChallenge) -> tuple[object, ...]:
    return record.challenge_type, record.status, record.period, record.savings_period


def _uncounted(
    sentence: Sentence, registers: Registers, periods: Periods
) -> Iterator[PeerChallenge]:
    """Peer challenges that took place but are not counted, or are on offer."""
    savings = _savings(sentence)
    status = status_of(sentence, None)
    if savings and sentence.marks.challenges:
        yield _record(sentence, registers, periods, status or DELIVERED, None, saving=savings[0])
    elif status:
        yield _record(sentence, registers, periods, status, None)


def _savings(sentence: Sentence) -> list[Saving]:
    lead_in = sentence.statement.lead_in
    return find_savings(sentence.marks.text, lead_in.text if lead_in else "")


def _shared(starts: list[int], savings: list[Saving]) -> list[Saving | None]:
    """For each council the saving named behind it; those in a row share the next."""
    shared: list[Saving | None] = []
    for start in starts:
        after = [saving for saving in savings if saving.start > start]
        before = [saving for saving in savings if saving.start < start]
        shared.append(after[0] if after else before[-1] if before else None)
    return shared


def _record(
    sentence: Sentence,
    registers: Registers,
    periods: Periods,
    status: str,
    count: Count | None,
    *,
    told: Told | None = None,
    mention: Mention | None = None,
    saving: Saving | None = None,
) -> PeerChallenge:
    council: CouncilMatch | None = mention.council if mention else None
    time = _time_of(sentence, told, told.time if told else mention.time if mention else None)
    place = told.counted.first if told else mention.first if mention else None
    record = PeerChallenge(
        council_id=council.council_id if council else None,
        council_name=council.name if council else None,
        challenge_type=type_of(sentence, told, place, registers),
        period=periods.of(sentence, told, time, done=status == DELIVERED).value,
        challenges=count.value if count else None,
        qualifier=count.qualifier if count else None,
        status=status,
        savings_gbp=saving.amount if saving else None,
        savings_period=saving.period if saving else None,
        locator=sentence.statement.sentence.span.locator,
        quote=sentence.statement.sentence.quote(),
    )
    if mention is None or council is None:
        return record
    is_fire = council.council_id and registers.councils.get(council.council_id).council_type == FIRE
    kind = FIRE if is_fire and record.challenge_type == GENERAL else record.challenge_type
    return replace(record, joint_no=mention.joint_no, challenge_type=kind)


def _time_of(sentence: Sentence, told: Told | None, time: Time | None) -> Time | None:
    """The time of a challenge, or the one time of its sentence that is no other number's."""
    times = sentence.marks.times
    if time or len(times) != 1 or (told and (told.whole or told.counted.role == "compared")):
        return time
    is_compared = any(
        each.counted.role == "compared" and each.time is times[0] for each in sentence.told
    )
    is_before = told and told.counted.first > sentence.marks.token_at(times[0].start)
    return None if is_compared or is_before else times[0]
