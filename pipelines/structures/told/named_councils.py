"""Finds the councils that a sentence names, with what it says of their peer challenge."""

import re
from dataclasses import dataclass
from datetime import date

from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import BODIES, PLANNED, SAME, STATUSES
from pipelines.structures.prose.links import MOST_COST
from pipelines.structures.prose.marking import read_marks
from pipelines.structures.prose.marks import COMMA, Act, Marks
from pipelines.structures.prose.paper_terms import NO_TERMS
from pipelines.structures.prose.times import Time
from pipelines.structures.told.doers import is_by_others
from pipelines.structures.told.joint_reviews import number_joint_reviews
from pipelines.structures.told.sentences import Sentence

FIRE = re.compile(r"\bfire\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A council that a sentence names, with what it says of its peer challenge."""

    council: CouncilMatch
    status: str
    start: int
    first: int
    time: Time | None
    joint_no: int | None


def named_councils(
    sentence: Sentence, registers: Registers, paper_date: date | None, *, saved: bool
) -> list[Mention]:
    """The councils that had, will have or have not had a peer challenge, each once.

    Args:
        sentence: The sentence.
        registers: The councils that may be named.
        paper_date: The day at which names are resolved, unless the sentence names an earlier year.
        saved: Whether it speaks of savings: a challenge that saved money was held.
    """
    marks = sentence.marks
    text = marks.text
    years = [time.period for time in marks.times if time.period]
    told = date(int(years[0][:4]), 12, 31) if years else None
    on = min((day for day in (told, paper_date) if day), default=None)
    found = [
        (start, end, match)
        for start, end, match in _councils(sentence, registers, on)
        if not _is_helper(marks, start)
    ]
    people = {told.unit.unit for told in sentence.told if told.unit} - BODIES
    if not found or (people and not marks.challenges):
        return []
    joint = number_joint_reviews(text, [(start, end) for start, end, _ in found])
    mentions: dict[str, Mention] = {}
    for (start, end, match), joint_no in zip(found, joint, strict=True):
        first, after = marks.token_at(start), marks.token_after(end)
        status = _status_at(sentence, registers, first, after, saved=saved)
        if status and match.name not in mentions:
            time = _time_at(marks, first)
            mentions[match.name] = Mention(match, status, start, first, time, joint_no)
    return list(mentions.values())


def _councils(
    sentence: Sentence, registers: Registers, on: date | None
) -> list[tuple[int, int, CouncilMatch]]:
    """The authorities that a sentence names; in one about fire services, those for fire first."""
    text = sentence.marks.text
    found = [
        each
        for each in registers.councils.find_bare(text, on)
        if not sentence.marks.is_word("institution", sentence.marks.token_after(each[1]))
    ]
    around = [text, *sentence.previous, *(each.text for each in sentence.statement.headings)]
    if not any(FIRE.search(words) for words in around):
        return found
    types = sentence.marks.values
    fire = [
        each
        for each in registers.councils.find_fire(text, on)
        if sentence.marks.token_at(each[0]) not in types
        and not any(
            other[0] <= each[0] and each[1] <= other[1] and other[1] - other[0] > each[1] - each[0]
            for other in found
        )
    ]  # London of the London Borough of Sutton is none
    rest = [
        each
        for each in found
        if not any(each[0] < end and start < each[1] for start, end, _ in fire)
    ]
    return sorted([*fire, *rest], key=lambda each: each[0])


def _is_helper(marks: Marks, start: int) -> bool:
    """Peers from Mill Council, led by Weir Council: those who help, not those reviewed."""
    place = marks.token_at(start)
    while marks.word(place - 1) in ("the", "both"):
        place -= 1
    helper = marks.ends_with("helper", place)
    if helper is not None and marks.word(place - 1) == "by":
        # hosted by Mill Council: the one reviewed
        act = next((each for each in marks.acts if each.after in (helper, place)), None)
        if act and act.counted == "subject" and act.challenge in STATUSES:
            return False
    return helper is not None or (
        marks.word(place - 1) == ","
        and any(
            marks.word(number) in ("cllr", "councillor")
            for number in range(max(0, place - 6), place)
        )
    )


def _status_at(
    sentence: Sentence, registers: Registers, first: int, after: int, *, saved: bool
) -> str | None:
    """What became of a council's challenge; None if it is not said."""
    marks = sentence.marks
    chosen = _nearest_act(sentence, first, after)
    if chosen is None and not any(act.challenge for act in marks.acts):
        told = _status_without_verb(sentence, registers, first, after)
        if told:
            return told
    if (chosen is None or chosen.challenge not in STATUSES) and (saved or marks.words("example")):
        return "delivered"
    if chosen is None or chosen.challenge not in STATUSES or not _is_said_of(marks, chosen, first):
        return None
    return PLANNED if sentence.is_plan and chosen.is_open else chosen.challenge


def _nearest_act(sentence: Sentence, first: int, after: int) -> Act | None:
    """The verb nearest to a council, else that of its lead-in or of the sentence before."""
    marks, lead_in = sentence.marks, sentence.lead_in
    acts = [each for each in marks.acts if each.challenge not in (None, SAME)]
    said_before = sentence.before.act if sentence.before else None
    if acts:
        costs = [(cost_between(marks, first, after, each), each.first, each) for each in acts]
        near = [each for each in costs if each[0] <= MOST_COST + 3]
        return min(near, key=lambda each: each[:2])[2] if near else None
    if any(each.challenge == SAME for each in marks.acts):
        return said_before
    if lead_in is None:
        return None
    listed = [each for each in lead_in.acts if each.challenge not in (None, SAME)]
    is_same = any(each.challenge == SAME for each in lead_in.acts)
    return listed[-1] if listed else said_before if is_same else None


def _is_said_of(marks: Marks, act: Act, first: int) -> bool:
    """Whether a verb says of a council what it says: not what was supposed, or done by others."""
    if act.challenge == "offered" and not (act.is_passive and first < act.first):
        return False
    if act.challenge == "not_had" and marks.word(act.first - 1) == COMMA:
        return False  # a pilot, planned at Mill, did not go ahead
    return not (act.is_supposed or is_by_others(marks, act))


def _status_without_verb(
    sentence: Sentence, registers: Registers, first: int, after: int
) -> str | None:
    """What the heading or the opening of a list says of the councils in it."""
    marks, lead_in = sentence.marks, sentence.lead_in
    if lead_in is None:
        is_label = bool(marks.challenges) and ":" in marks.text  # Mill: corporate peer challenge
        if is_label or _is_item(sentence, first, after):
            return _status_of_heading(sentence, registers)
    elif lead_in.challenges:
        return PLANNED if lead_in.words("plan") else "delivered"
    return None


def _is_item(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a line under a heading about peer challenges is a council: `Mill: finance`."""
    marks = sentence.marks
    begins = first <= 1 and marks.word(after) in ("", ":", ",", "(", ".", "and")
    return sentence.is_section and begins and not marks.acts


def _status_of_heading(sentence: Sentence, registers: Registers) -> str:
    """What the heading says of a list of challenges: planned, or else held."""
    headings = [each.text for each in sentence.statement.headings[:1]]
    read = [read_marks(text, registers, NO_TERMS) for text in headings]
    is_plan = any(marks.words("plan") or _plans(marks) for marks in read)
    return "planned" if is_plan else "delivered"


def _plans(marks: Marks) -> bool:
    return any(act.challenge == "planned" for act in marks.acts)


def cost_between(marks: Marks, first: int, after: int, act: Act) -> float:
    """What stands between a council and a verb."""
    low, high = (act.after, first) if act.after <= first else (after, act.first)
    cost = 0.1 * max(0, high - low)
    cost += sum(4.0 for start, _ in marks.words("contrast") if low <= start < high)
    cost += sum(4.0 for place in range(low, high) if marks.word(place) == ";")
    cost += sum(1.0 for place in range(low, high) if _joins_clauses(marks, place))
    cost += sum(1.5 for each in marks.acts if each is not act and low <= each.first < high)
    return cost + (0.5 if act.after <= first else 0.0)


def _joins_clauses(marks: Marks, place: int) -> bool:
    """`held at Mill and Weir, and Quay is to have one`."""
    return marks.word(place) == "," and marks.word(place + 1) == "and"


def _time_at(marks: Marks, first: int) -> Time | None:
    """The time behind a council, else the last before it."""
    after = [time for time in marks.times if marks.token_at(time.start) > first]
    before = [time for time in marks.times if marks.token_at(time.start) < first]
    if before and after:
        last = marks.token_at(after[0].start)
        if any(first < start < last for start, _ in marks.words("compare")):
            return before[-1]
    return after[0] if after else before[-1] if before else None
