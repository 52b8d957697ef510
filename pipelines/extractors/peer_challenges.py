"""Peer challenges in the sentences of a paper: how many, of whom, and what is offered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipelines.notation.dates import find_year_pairs
from pipelines.notation.numbers import Count, find_counts
from pipelines.notation.words import holds_any
from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.registers import Registers
from pipelines.reference.wordings import ChallengeTypes
from pipelines.schema.records import PaperRecord, PeerChallenge
from pipelines.structures.prose.denied_reviews import DONE, NOT_HAD, clause_at, unless_denied
from pipelines.structures.prose.joint_reviews import number_joint_reviews
from pipelines.structures.prose.savings import Saving, find_savings
from pipelines.structures.prose.statements import Statement

PEER = re.compile(r"\bpeer (?:challenge|review)s?\b", re.IGNORECASE)
PEER_WORDS = ("peer",)
# the reviews, early examples: the same thing, named short in a later sentence
SHORT = re.compile(r"\b(?:reviews?|peer teams?|pilots?|examples?)\b", re.IGNORECASE)
# twelve are planned, after a number of peer challenges
LEFT_OUT = re.compile(
    r"^\s+(?:more\s+|others?\s+)?(?:are|were|is|was|have|has|had|will|took)\b", re.IGNORECASE
)
# Over 40 corporate peer challenges
COUNTED = re.compile(
    r"^\s+(?:(?!(?:of|in|to|for|who|which|have|has|had|were|was|are|is)\b)[\w’'-]+,?\s+){0,6}?"
    r"(?:peer (?:challenges?|reviews?)|pilots\b)",
    re.IGNORECASE,
)
# Twelve councils, all 20 fire and rescue authorities
BODIES = re.compile(
    r"^\s+(?:(?!(?:of|in|to|for|who|which|have|has|had|were|was|are|is|peer)\b)[\w’'-]+\s+){0,4}?"
    r"(?:councils|authorities|boroughs|districts|counties|FRAs|services)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|shall|plan(?:s|ned)?|scheduled|booked|aims?|intends?|propos(?:e|es|ed)|target of"
    r"|signed up|committed to|agreed to|due to|expected to|in the pipeline|to be|forthcoming)\b",
    re.IGNORECASE,
)
# a number of reviews: delivered, uncounted
UNCOUNTED = re.compile(
    r"\b(?:an? (?:small |large |growing )?(?:number|range|series|variety) of|several|many"
    r"|dozens of)\b.{0,60}?$",
    re.IGNORECASE,
)
# making an offer to all, we will be offering a, offers a range of; free of charge, paid for
OFFER = re.compile(
    r"\b(?:mak(?:e|es|ing) an? (?:\w+ )?offer|free of charge|at no (?:\w+ )?(?:cost|charge)"
    r"|offer(?:s|ed|ing)?(?= (?:an?|all|every|each|our|to|councils|authorities|corporate|peer|free"
    r"|paid|bespoke|regular)\b)|without charge|fully (?:funded|subsidised)|paid[ -]for"
    r"|available to (?:all|every|any)|entitled to)\b",
    re.IGNORECASE,
)
# should, would, if: opinions and questions, not facts
SUPPOSED = re.compile(
    r"\?\s*$|\b(?:should|would|could|(?-i:may)|might|if|whether|expectation|survey|respond(?:ed|ents)"
    r"|willing)\b",
    re.IGNORECASE,
)
# The views, the model, a discussion: such a sentence does not make an offer
OPINION = re.compile(
    r"\b(?:views?|asked|suggest(?:s|ed)?|recommend\w*|concern(?:s|ed)?|voluntary|model"
    r"|discuss(?:ed|ions?)?|agreed|noted?|finalise|promot(?:e|ion|ing)|design)\b",
    re.IGNORECASE,
)
# peers from Mill Council, led by Weir Council: helpers, not those reviewed
HELPER = re.compile(
    r"\b(?:from|by|leader of|chief executive of|cllr [\w' -]{3,40},|councillor [\w' -]{3,40},"
    r"|with support of|supported by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
OFFER_BEFORE = 130  # characters: `offers a range of support, including training and peer reviews`
OFFER_AFTER = 40  # characters: `peer reviews are available to all councils`
PLAN_REACH = 30  # characters between `will` and `be delivered`
TYPE_WORDS = 4  # before the term: `our safer homes peer review`
# peer review focused on finance, peer challenge of its housing service
TYPE_LINK = re.compile(
    r"^\s*+(?:\w++\s++){0,3}?(?:focus\w*|emphasis|on|of|for|about|covering|style|programme)\b[^.;]{0,50}",
    re.IGNORECASE,
)
# six or seven, six to seven: the words before and after the first number
RANGE_BEFORE = re.compile(r"(?<![\w-])[\w-]++\s++(?:or|to)\s++$", re.IGNORECASE)
RANGE_AFTER = re.compile(r"^\s++(?:or|to)\s+")
EXAMPLE = re.compile(r"\bexamples?\b", re.IGNORECASE)
YEARS = range(1950, 2100)
YEAR_BEFORE = re.compile(r"\b(?:in|since|by|during|from|until)\s+$", re.IGNORECASE)
# 30 peer challenges, of which 12 were of counties
PART_OF = re.compile(r"\b(?:of which|of these|of them|including)\s+$", re.IGNORECASE)


def read_peer_challenges(
    statements: Sequence[Statement], registers: Registers, paper: PaperRecord
) -> list[PeerChallenge]:
    """Read every statement about peer challenges: counts, named councils, offers.

    Opinions, questions and agenda items about peer challenges are not statements.

    Args:
        statements: The sentences of one paper.
        registers: The councils that may be named, and the types of peer challenge.
        paper: What the paper is; names are resolved at its meeting date, or at the year in the
            sentence if that is past.

    Returns:
        One record per count, per named council (a joint review: one for each, with the same
        `joint_no`, the saving of the review on each) and per offer, in printed order.
        `challenges` is None if none is counted.
    """
    found: list[PeerChallenge] = []
    for statement in statements:
        text = statement.sentence.text
        if not _is_about(statement) or SUPPOSED.search(text):
            continue
        found += (
            list(_named(statement, registers, paper.meeting_date))
            or list(_counted(statement, registers.challenge_types))
            or list(_uncounted(statement, registers.challenge_types))
        )
    return found


def _is_about(statement: Statement) -> bool:
    """Whether a sentence is about peer challenges, by its own words or by those before it."""
    text = statement.sentence.text
    if _names_it(text):
        return True
    if any(_names_it(each.text) for each in statement.before) and SHORT.search(text):
        return True
    return statement.lead_in is not None and _names_it(statement.lead_in.text)


def _names_it(text: str) -> bool:
    return holds_any(text, PEER_WORDS) and PEER.search(text) is not None


def _named(statement: Statement, registers: Registers, on: date | None) -> Iterator[PeerChallenge]:
    """One record per council that had or will have a review; peers' own councils left out."""
    text = statement.sentence.text
    councils = [
        (start, end, match)
        for start, end, match in registers.councils.find_bare(text, _told_on(statement, on))
        if not HELPER.search(text[:start])
    ]
    lead_in = statement.lead_in.text if statement.lead_in else ""
    said = f"{lead_in} {text}"
    is_told = any(each.search(said) for each in (DONE, PLANNED, EXAMPLE, NOT_HAD))
    if not councils or not (is_told or find_savings(text)):
        return
    told = "planned" if PLANNED.search(said) and not DONE.search(said) else "delivered"
    savings = _shared([start for start, _, _ in councils], find_savings(text))
    joint_numbers = number_joint_reviews(text, [(start, end) for start, end, _ in councils])
    types = registers.challenge_types
    seen: set[str] = set()
    for (start, _, match), saving, joint_no in zip(councils, savings, joint_numbers, strict=True):
        status = unless_denied(told, clause_at(text, start))
        if status and match.name not in seen:
            seen.add(match.name)
            record = _record(statement, types, status, Count(1, "exactly", 0, 0), match, saving)
            yield replace(record, joint_no=joint_no)


def _told_on(statement: Statement, on: date | None) -> date | None:
    """The day for resolving names: a past review was of the councils of its time."""
    period = _period(statement)
    told = date(int(period[:4]), 12, 31) if period else None
    return min((day for day in (told, on) if day), default=None)


def _shared(starts: list[int], savings: list[Saving]) -> list[Saving | None]:
    """For each council the first saving named after it; for the last ones the one before."""
    shared: list[Saving | None] = []
    for start in starts:
        after = [saving for saving in savings if saving.start > start]
        before = [saving for saving in savings if saving.start < start]
        shared.append(after[0] if after else before[-1] if before else None)
    return shared


def _counted(statement: Statement, types: ChallengeTypes) -> Iterator[PeerChallenge]:
    """One record per number of peer challenges, else per number of bodies that had one."""
    text = statement.sentence.text
    counts = [count for count in find_counts(text) if not _is_no_count(text, count)]
    by_name = [count for count in counts if COUNTED.match(text[count.end :])]
    challenges = [*by_name]
    if challenges:
        rest = [each for each in counts if each.start > challenges[0].end]
        challenges += [each for each in rest if LEFT_OUT.match(text[each.end :])]
    else:
        challenges = [count for count in counts if _counts_reviewed(text, count)]
    savings: list[Saving | None] = [*find_savings(text)]
    for number, count in enumerate(challenges):
        saving = savings[number] if number < len(savings) else None
        status = unless_denied(_status(statement, count), clause_at(text, count.start))
        if status is None or (status == "not_had" and count in by_name):
            continue  # peer challenges that were not held are not counted
        record = _record(statement, types, status, _ranged(text, count), None, saving)
        own_type = _counted_type(text, count, types)
        yield replace(record, challenge_type=own_type or record.challenge_type)


def _counted_type(text: str, count: Count, types: ChallengeTypes) -> str | None:
    """The type of the reviews that a number counts, where the sentence names others as well."""
    own = COUNTED.match(text[count.end :])
    terms = list(PEER.finditer(text))
    if own is None or len(terms) < 2:
        return None
    peer = next((term for term in terms if term.end() == count.end + own.end()), None)
    return (_type_around(peer, text, types) or "general") if peer else None


def _is_no_count(text: str, count: Count) -> bool:
    """Whether a number is a year, the lower end of `six or seven`, or a part already counted."""
    before, after = text[: count.start], text[count.end :]
    if count.value in YEARS and YEAR_BEFORE.search(before):
        return True
    joint = RANGE_AFTER.match(after)
    upper = find_counts(after[joint.end() :])[:1] if joint else []
    return any(each.start == 0 for each in upper) or bool(PART_OF.search(before))


def _ranged(text: str, count: Count) -> Count:
    """`six or seven reviews` is up to seven."""
    lower = RANGE_BEFORE.search(text[: count.start])
    if lower is None or not find_counts(lower[0]):
        return count
    return Count(count.value, "up_to", count.start, count.end)


def _counts_reviewed(text: str, count: Count) -> bool:
    """Whether a number counts those reviewed: `12 councils have had a peer review`."""
    bodies = BODIES.match(text[count.end :])
    if bodies is None:
        return False
    after = text[count.end + bodies.end() :]
    peer_after = PEER.search(after)
    if peer_after:
        said = after[: peer_after.start()]
        return bool(DONE.search(said) or PLANNED.search(said))
    said = text[: count.start]
    return bool(PEER.search(said) and DONE.search(said))


def _uncounted(statement: Statement, types: ChallengeTypes) -> Iterator[PeerChallenge]:
    """Peer challenges that took place but are not counted, or are on offer."""
    text = statement.sentence.text
    peer = PEER.search(text)
    if peer is None:
        return
    before = text[: peer.start()]
    savings = find_savings(text)
    is_done = UNCOUNTED.search(before) and DONE.search(text) and not PLANNED.search(before)
    if is_done or savings:
        yield _record(statement, types, "delivered", None, None, savings[0] if savings else None)
    elif _is_offered(text) and not OPINION.search(text):
        yield _record(statement, types, "offered", None, None, None)


def _is_offered(text: str) -> bool:
    """Whether words of offering come shortly before the term, or right after it."""
    return any(
        peer.start() - OFFER_BEFORE <= offer.start() <= peer.end() + OFFER_AFTER
        for offer in OFFER.finditer(text)
        for peer in PEER.finditer(text)
    )


def _status(statement: Statement, count: Count) -> str:
    """The status from the word nearest to the number; a plan if the list is one of plans."""
    text = statement.sentence.text
    if statement.lead_in and PLANNED.search(statement.lead_in.text):
        return "planned"
    done = [_gap(match, count) for match in DONE.finditer(text)]
    planned = [_gap(match, count) for match in PLANNED.finditer(text)]
    if not planned:
        return "delivered"
    will_be = any(
        PLANNED.search(text[max(0, match.start() - PLAN_REACH) : match.start()])
        for match in DONE.finditer(text)
        if _gap(match, count) == min(done)
    )
    return "planned" if will_be or not done or min(planned) < min(done) else "delivered"


def _gap(match: re.Match[str], count: Count) -> int:
    if match.start() >= count.end:
        return match.start() - count.end
    return max(0, count.start - match.end())


def _record(
    statement: Statement,
    types: ChallengeTypes,
    status: str,
    count: Count | None,
    council: CouncilMatch | None,
    saving: Saving | None,
) -> PeerChallenge:
    return PeerChallenge(
        council_id=council.council_id if council else None,
        council_name=council.name if council else None,
        challenge_type=_challenge_type(statement, types),
        period=_period(statement),
        challenges=count.value if count else None,
        qualifier=count.qualifier if count else None,
        status=status,
        savings_gbp=saving.amount if saving else None,
        savings_period=saving.period if saving else None,
        locator=statement.sentence.span.locator,
        quote=statement.sentence.quote(),
    )


def _period(statement: Statement) -> str | None:
    printed = [statement.sentence.text, statement.lead_in.text if statement.lead_in else ""]
    printed.append(statement.heading)
    return next((pairs[0] for text in printed if (pairs := find_year_pairs(text))), None)


def _challenge_type(statement: Statement, types: ChallengeTypes) -> str:
    """The type named around the term: in the sentence, the lead-in, the sentences before."""
    passages = [statement.sentence, *reversed(statement.before)]
    if statement.lead_in:
        passages.insert(1, statement.lead_in)
    texts = [passage.text for passage in passages] + [statement.heading]
    found = [_type_around(match, text, types) for text in texts for match in PEER.finditer(text)]
    if statement.lead_in and not PEER.search(texts[0]):
        found.insert(0, types.first_in(texts[0]))
    return next((each for each in found if each), "general")


def _type_around(peer: re.Match[str], text: str, types: ChallengeTypes) -> str | None:
    before = " ".join(text[: peer.start()].split()[-TYPE_WORDS:])
    after = TYPE_LINK.match(text[peer.end() :])
    return types.first_in(before) or (types.first_in(after[0]) if after else None)
