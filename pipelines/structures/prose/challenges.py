"""What a sentence says of peer challenges: counted, named, denied, on offer."""

import re
from dataclasses import dataclass
from datetime import date

from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.registers import Registers
from pipelines.structures.prose.clauses import SAME, Sentence, Told
from pipelines.structures.prose.joint_reviews import number_joint_reviews
from pipelines.structures.prose.links import MOST_COST
from pipelines.structures.prose.marks import Act, Challenge, Marks, read_marks
from pipelines.structures.prose.offers import NAME
from pipelines.structures.prose.times import Time

BODIES = frozenset(("councils", "authorities", "organisations", "places"))
STANDINGS = ("took_part", "signed_up")
STATUSES = ("delivered", "planned", "offered", "not_had")
TYPE_WORDS = 4  # before the term: `our safer homes peer review`
TYPE_WORDS_AFTER = 8  # behind it: `peer challenge that focused on finance`
FIRE = re.compile(r"\bfire\b", re.IGNORECASE)
CLAUSE = re.compile(r"[.,;:(]")
STOPS = frozenset(", ; : . ( )".split())
LINKS = frozenset(
    "focused focusing focus on of for about covering emphasis with that style an its".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A council that a sentence names, with what it says of its peer challenge."""

    council: CouncilMatch
    status: str
    start: int
    first: int
    time: Time | None
    joint_no: int | None


def is_about_challenges(sentence: Sentence) -> bool:
    """Whether a sentence is about peer challenges, by its own words or by those before it."""
    marks, statement = sentence.marks, sentence.statement
    if marks.challenges:
        return not statement.is_heading or bool(sentence.told)
    if sentence.lead_in and sentence.lead_in.challenges:
        return True
    if marks.programmes:
        return False
    if any(told.challenge and told.act for told in sentence.told):
        return True
    if sentence.before and sentence.before.act:
        act = sentence.before.act
        if act.challenge in STATUSES and (sentence.before.challenge or act.standing is None):
            return True
    if sentence.is_spoken and any(_is_of_challenges(act) for act in marks.acts):
        return True
    spoken = any(
        "peer " in each.text.lower() for each in (*statement.before, *statement.headings[:1])
    )
    return spoken and bool(marks.words("review") or marks.words("single"))


def _is_of_challenges(act: Act) -> bool:
    """Whether a verb is said of peer challenges alone: `is next`, `followed in 2015/16`."""
    return (
        act.form == "noun" and act.standing in (None, SAME) and act.challenge in (*STATUSES, SAME)
    )


def status_of(sentence: Sentence, told: Told | None) -> str | None:
    """The status of the challenges that a number counts, or of those that none counts.

    None if nothing is said of a challenge, or if the number counts something else.
    """
    if told is None:
        return _uncounted_status(sentence)
    if not told.counted.may_count:
        return None
    if told.challenge is None and not _is_of_challenge(sentence, told):
        return None
    if told.counted.role == "part" and not _has_own_type(sentence, told):
        return None
    if told.counted.role == "target":
        return "planned"
    act = told.act
    if act is None or act.is_supposed or act.challenge not in STATUSES:
        return None
    if act.challenge == "not_had" and told.challenge is not None and told.unit is None:
        return None  # peer challenges that were not held are not counted
    if sentence.is_plan and act.is_open:
        return "planned"
    return act.challenge


def _is_of_challenge(sentence: Sentence, told: Told) -> bool:
    """Whether bodies are counted that had a peer challenge."""
    if told.unit is None or told.unit.unit not in BODIES or told.act is None:
        return False
    if told.act.challenge is None:
        return False
    if sentence.marks.challenges:
        return True
    names_offer = told.act.standing in STANDINGS and (
        sentence.marks.names_offer or NAME.search(sentence.marks.text)
    )
    others = {each.unit.unit for each in sentence.told if each.unit and each.act is told.act}
    if others - BODIES:
        return False  # 642 members from 167 authorities completed
    return not names_offer and is_about_challenges(sentence)


def _has_own_type(sentence: Sentence, told: Told) -> bool:
    return told.counted.challenge is not None or told.challenge is not None


def _uncounted_status(sentence: Sentence) -> str | None:
    """Challenges on offer, or a number of them that is not given."""
    marks = sentence.marks
    if not marks.challenges:
        return None
    for act in marks.acts:
        if act.challenge == "offered" and not (act.is_supposed or act.is_denied):
            return "offered"
    for challenge in marks.challenges:
        if challenge.is_plural and _is_uncounted(marks, challenge):
            done = [each for each in marks.acts if each.challenge in STATUSES]
            if done and not done[0].is_supposed:
                return done[0].challenge
    return None


def _is_uncounted(marks: Marks, challenge: Challenge) -> bool:
    """A number of peer challenges, several peer challenges."""
    words = {marks.word(place) for place in range(max(0, challenge.first - 7), challenge.first)}
    return bool(words & {"several", "many", "dozens", "number", "range", "series", "variety"})


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
    fire = registers.councils.find_fire(text, on)
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
    """What the nearest verb says of a council's challenge."""
    marks = sentence.marks
    acts = [each for each in marks.acts if each.challenge not in (None, SAME)]
    said_before = sentence.before.act if sentence.before else None
    chosen: Act | None = None
    if acts:
        costs = [(cost_between(marks, first, after, each), each.first, each) for each in acts]
        near = [each for each in costs if each[0] <= MOST_COST + 3]
        chosen = min(near, key=lambda each: each[:2])[2] if near else None
    elif any(each.challenge == SAME for each in marks.acts):
        chosen = said_before
    elif marks.challenges and not sentence.lead_in and ":" in marks.text:
        return _status_of_heading(sentence, registers)  # Mill: corporate peer challenge
    elif sentence.lead_in:
        listed = [each for each in sentence.lead_in.acts if each.challenge not in (None, SAME)]
        chosen = listed[-1] if listed else None
        if chosen is None and sentence.lead_in.challenges:
            return "planned" if sentence.lead_in.words("plan") else "delivered"
    is_known = chosen is not None and chosen.challenge in STATUSES
    if not is_known and (saved or marks.words("example")):
        return "delivered"
    if chosen is None or chosen.is_supposed or chosen.challenge not in STATUSES:
        return None
    if chosen.challenge == "offered":
        return None
    if sentence.is_plan and chosen.is_open:
        return "planned"
    return chosen.challenge


def _status_of_heading(sentence: Sentence, registers: Registers) -> str:
    """What the heading says of a list of challenges: planned, or else held."""
    headings = [each.text for each in sentence.statement.headings[:1]]
    read = [read_marks(text, registers, {}, None) for text in headings]
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
    cost += sum(1.5 for each in marks.acts if each is not act and low <= each.first < high)
    return cost + (0.5 if act.after <= first else 0.0)


def _time_at(marks: Marks, first: int) -> Time | None:
    """The time behind a council, else the last before it."""
    after = [time for time in marks.times if marks.token_at(time.start) > first]
    before = [time for time in marks.times if marks.token_at(time.start) < first]
    if before and after:
        last = marks.token_at(after[0].start)
        if any(first < start < last for start, _ in marks.words("compare")):
            return before[-1]
    return after[0] if after else before[-1] if before else None


def type_of(sentence: Sentence, told: Told | None, place: int | None, registers: Registers) -> str:
    """The type named around the term: in the sentence, the lead-in, the sentences before."""
    marks, types = sentence.marks, registers.challenge_types
    if told:
        if told.counted.challenge:
            own = told.counted.challenge.kind or _around(told.counted.challenge, marks, registers)
            if own is None and any(each.whole is told for each in sentence.told):
                return "general"
            return (
                own or types.first_in(told.counted.noun) or _context(sentence, registers, own=True)
            )
        if told.counted.is_left_out and told.challenge:
            own = types.first_in(_beside(marks, told))
            if own or told.whole:
                return own or _own_type(told.whole, marks, registers) or "general"
    challenges = marks.challenges
    if challenges:
        near = min(challenges, key=lambda each: abs(each.first - (place or 0)))
        for each in (near, *challenges):
            kind = each.kind or _around(each, marks, registers)
            if kind:
                return kind
    elif told is None and (found := types.first_in(marks.text)):
        return found
    return _context(sentence, registers)


def _own_type(whole: Told | None, marks: Marks, registers: Registers) -> str | None:
    if whole is None or whole.counted.challenge is None:
        return None
    challenge = whole.counted.challenge
    return challenge.kind or _around(challenge, marks, registers)


def _beside(marks: Marks, told: Told) -> str:
    """The words that give the type of a number: `12 finance`, `9 on finance`, `finance (five)`."""
    first, after = told.counted.first, told.counted.after
    if marks.word(first - 1) == "(" and marks.word(after) == ")":
        start = first - 1
        while start > 0 and marks.word(start - 1) not in (",", ";", ":", ")", "and"):
            start -= 1
        return marks.printed(start, first - 1)
    end = after
    numbers = {marks.token_at(count.start) for count in marks.counts}
    while end < len(marks.tokens) and end not in numbers and marks.word(end) not in ",;:.(":
        end += 1
    return marks.printed(after, end)


def _context(sentence: Sentence, registers: Registers, *, own: bool = False) -> str:
    statement = sentence.statement
    if own and sentence.marks.challenges:
        pass
    texts = [statement.lead_in.text] if statement.lead_in else []
    texts += [each.text for each in reversed(statement.before)]
    texts += [] if sentence.marks.challenges else sentence.previous
    texts += [each.text for each in statement.headings]
    for text in texts:
        if "peer" in text.lower():
            found = registers.challenge_types.first_in(text)
            if found:
                return found
    return "general"


def _around(challenge: Challenge, marks: Marks, registers: Registers) -> str | None:
    """`our safer homes peer review`, `peer challenge that focused on finance`."""
    types = registers.challenge_types
    start = challenge.first
    while start > max(0, challenge.first - TYPE_WORDS) and marks.word(start - 1) not in STOPS:
        start -= 1
    found = types.first_in(marks.printed(start, challenge.first))
    if found:
        return found
    words = [
        marks.word(place) for place in range(challenge.after, challenge.after + TYPE_WORDS_AFTER)
    ]
    if not LINKS & set(words[:4]):
        return None
    end = min(challenge.after + TYPE_WORDS_AFTER, len(marks.tokens))
    return types.first_in(CLAUSE.split(marks.printed(challenge.after, end))[0])
