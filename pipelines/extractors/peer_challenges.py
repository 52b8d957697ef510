"""Statements about peer challenges and peer reviews, from the sentences of a paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.notation.numbers import Count
from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.registers import Registers
from pipelines.schema.records import PaperRecord, PeerChallenge
from pipelines.structures.prose.statements import titles_of
from pipelines.structures.prose.times import Period, Time, period_around, period_before
from pipelines.structures.told.challenge_kinds import type_of
from pipelines.structures.told.challenges import is_about_challenges, status_of
from pipelines.structures.told.named_councils import Mention, named_councils
from pipelines.structures.told.savings import Saving, find_savings
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told

FIRE, GENERAL = "fire", "general"
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
    for sentence in sentences:
        if is_about_challenges(sentence):
            savings = _savings(sentence)
            mentions = named_councils(sentence, registers, paper.meeting_date, saved=bool(savings))
            found += [
                *_named(sentence, mentions, savings, registers, paper),
                *_counted(sentence, mentions, registers, paper),
            ] or list(_uncounted(sentence, registers, paper))
    return found


def _named(
    sentence: Sentence,
    mentions: Sequence[Mention],
    savings: list[Saving],
    registers: Registers,
    paper: PaperRecord,
) -> Iterator[PeerChallenge]:
    """One record per council that had or will have a review; peers' own councils left out."""
    shared = _shared([each.start for each in mentions], savings)
    if savings and len(savings) == len(mentions) and RESPECTIVELY in sentence.marks.text:
        last = savings[-1].period
        shared = [replace(saving, period=saving.period or last) for saving in savings]
    for mention, saving in zip(mentions, shared, strict=True):
        yield _record(
            sentence, registers, paper, mention.status, ONE, mention=mention, saving=saving
        )


def _counted(
    sentence: Sentence, mentions: Sequence[Mention], registers: Registers, paper: PaperRecord
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
            yield _record(sentence, registers, paper, status, None, told=told)
            return
        yield _record(
            sentence, registers, paper, status, told.counted.count, told=told, saving=saving
        )


def _uncounted(
    sentence: Sentence, registers: Registers, paper: PaperRecord
) -> Iterator[PeerChallenge]:
    """Peer challenges that took place but are not counted, or are on offer."""
    savings = _savings(sentence)
    status = status_of(sentence, None)
    if savings and sentence.marks.challenges:
        yield _record(sentence, registers, paper, status or "delivered", None, saving=savings[0])
    elif status:
        yield _record(sentence, registers, paper, status, None)


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
    paper: PaperRecord,
    status: str,
    count: Count | None,
    *,
    told: Told | None = None,
    mention: Mention | None = None,
    saving: Saving | None = None,
) -> PeerChallenge:
    council: CouncilMatch | None = mention.council if mention else None
    time = told.time if told else mention.time if mention else None
    place = told.counted.first if told else mention.first if mention else None
    record = PeerChallenge(
        council_id=council.council_id if council else None,
        council_name=council.name if council else None,
        challenge_type=type_of(sentence, told, place, registers),
        period=_period(sentence, told, time, status, paper).value,
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


def _period(
    sentence: Sentence, told: Told | None, time: Time | None, status: str, paper: PaperRecord
) -> Period:
    """The year told of a challenge; that of the paper itself is not one."""
    if told and told.counted.role == "compared" and time is None:
        return Period(None, None)
    if time is None and len(sentence.marks.times) == 1 and (told is None or told.whole is None):
        (time,) = sentence.marks.times
        is_compared = any(
            each.counted.role == "compared" and each.time is time for each in sentence.told
        )
        if is_compared or (told and told.counted.first > sentence.marks.token_at(time.start)):
            time = None
    if time:
        return Period(time.period, time.rule)
    same = period_before(sentence.marks.text, sentence.before_texts, paper.meeting_date)
    if same:
        return same
    statement = sentence.statement
    steps = [("sentence_before", each.text) for each in statement.before[-1:]]
    if statement.lead_in:
        steps.append(("lead_in", statement.lead_in.text))
        steps += [("paragraph", each.text) for each in reversed(statement.before_lead_in)]
    far = len(statement.headings) if status == "delivered" else 1
    if not statement.is_heading:
        steps += [("heading", each.text) for each in statement.headings[:far]]
    if status == "delivered":
        steps += [("title", each) for each in titles_of(statement, paper.title)]
    return period_around(steps, paper.meeting_date, with_paper_date=False)
