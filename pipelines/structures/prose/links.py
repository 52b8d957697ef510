"""Links each number of a sentence with the verb that says what became of those it counts.

Every verb that may be meant gets a cost, made of what stands between; the cheapest wins, and a
number without a cheap one is left alone.
"""

from collections.abc import Sequence

from pipelines.reference.statement_words import BODIES, OTHER, PLANNED, STANDINGS, STATUSES
from pipelines.structures.prose.counted import JOINING, Counted
from pipelines.structures.prose.marks import AUXILIARIES, BE, HAVE, Act, Marks

MOST_COST = 7.0
COST_OF_WORD = 0.15
# What it costs to cross a mark or word between a number and a verb
COSTS = {";": 8.0, ":": 3.0, "–": 2.5, "—": 2.5, "(": 3.0, ")": 2.0, ",": 0.7, "and": 0.7}
COST_OF_WHO, COST_OF_CONTRAST, COST_OF_WHEN = 2.0, 3.5, 1.5
COST_OF_VERB, COST_OF_COUNT = 2.5, 0.6
COST_OF_BRACKETS = 1.0
# 12 councils serving the north took part: such a form is seldom what they did
COST_OF_ING = 0.8
# The subject's verb is nearer to it than a verb that it is the object of
COST_OF_OBJECT = 0.4
NEAR = 3  # words between `there were` and its number
PLACES = frozenset(["at", "of", "in", "to", "for", "with", "by", "across"])
BEFORE_NEW_VERB = frozenset(["we", "they", "it", "who", "which", "that", "and", "or", "to"])
BEFORE_NOUN = frozenset(
    ["the", "a", "an", "their", "its", "our", "this", "that", "these", "those", "it", "them", "all"]
)


def link(counted: Counted, marks: Marks, others: Sequence[Counted]) -> Act | None:
    """The verb of those counted; None if none is near enough."""
    is_of_bodies = marks.is_spoken and counted.unit and counted.unit.unit in BODIES
    is_of_people = counted.unit and not (marks.challenges or marks.words("single") or is_of_bodies)
    costs = [
        (cost, act.first, act)
        for act in marks.acts
        if (
            act.challenge
            if counted.challenge
            else act.standing or (act.challenge and not is_of_people)
        )
        and not any(_is_adjective(act, each) for each in others)
        and (cost := cost_of(counted, act, marks, others)) is not None
        and cost <= MOST_COST
    ]
    if not costs:
        return None
    chosen = min(costs, key=lambda each: each[:2])[2]
    return _main_verb(chosen, counted, [act for *_, act in costs], marks) or chosen


def _main_verb(chosen: Act, counted: Counted, acts: Sequence[Act], marks: Marks) -> Act | None:
    """The verb behind a relative clause: `Seven members who had begun in May left`."""
    if not marks.is_word("who", counted.after) or chosen.first <= counted.after:
        return None
    later = (
        act
        for act in acts
        if act.first > chosen.after
        and act.form in ("past", "participle")
        and (act.standing in STANDINGS or act.challenge in STATUSES)
        and marks.word(act.first - 1) not in BEFORE_NEW_VERB
    )
    return next(later, None)


def _is_adjective(act: Act, counted: Counted) -> bool:
    """Whether a verb only describes those counted: `46 trained peers`; not `54 taking part`."""
    within = counted.first < act.first and act.after < counted.after
    return within and act.form in ("past", "participle") and act.standing == "took_part"


def cost_of(counted: Counted, act: Act, marks: Marks, others: Sequence[Counted]) -> float | None:
    """What it costs to take a verb for that of a number; None if it cannot be."""
    if act.after <= counted.first:
        if not _may_be_object(act, marks, counted):
            return None
        first, after, cost = act.after, counted.first, COST_OF_OBJECT
        if marks.word(act.first) == "there" and after - first > NEAR:
            return None
        if not act.is_planned and any(first <= at < after for at, _ in marks.words("plan")):
            return None  # it went to 33, and we hope to double that to 66
    elif act.first >= counted.after or act.first > counted.first:
        if not _may_be_subject(act, marks, counted):
            return None
        first, after, cost = _end_of_row(counted, marks, others), act.first, 0.0
    else:
        return 0.0
    cost += _cost_of_words(marks, first, after)
    if act.form == "ing" and not act.is_done and not act.is_planned:
        cost += COST_OF_ING
    cost += sum(COST_OF_CONTRAST for start, _ in marks.words("contrast") if first <= start < after)
    cost += sum(
        COST_OF_WHO
        for start, end in marks.words("who")
        if first <= start < after and not (start == counted.after and end >= act.first - 4)
    )
    if any(
        marks.word(place) in ("whom", "which") and marks.word(place - 1) == "of"
        for place in range(first + 1, after)
    ):
        cost += COST_OF_CONTRAST  # 22 councils, two of whom left
    if marks.word(act.after) == "by" and act.form in ("past", "participle") and not act.is_done:
        cost += COST_OF_WHO  # carry out 12 reviews led by peers
    cost += sum(COST_OF_WHEN for start, _ in marks.words("when") if first <= start < after)
    cost += sum(
        COST_OF_ING if each.form == "ing" and not each.is_done else COST_OF_VERB
        for each in marks.acts
        if each is not act and first <= each.first < after and (each.standing or each.challenge)
    )
    cost_of_count = COST_OF_COUNT if act.form != "noun" else COST_OF_VERB
    cost += sum(
        cost_of_count for each in others if each is not counted and first <= each.first < after
    )
    return cost


def _end_of_row(counted: Counted, marks: Marks, others: Sequence[Counted]) -> int:
    """The token behind the last of `seven counties, 28 districts and nine unitaries had one`."""
    end = counted.after
    for each in sorted(others, key=lambda other: other.first):
        between = {marks.word(place) for place in range(end, each.first)}
        is_alike = each.unit is not None and each.unit == counted.unit
        if is_alike and each.first >= end and between and between <= JOINING:
            end = each.after
    return end


def _cost_of_words(marks: Marks, first: int, after: int) -> float:
    """The cost of the words and marks between two places; what is in brackets costs little."""
    cost, place = 0.0, first
    while place < after:
        if marks.word(place) == "(":
            closed = next((at for at in range(place, after) if marks.word(at) == ")"), None)
            if closed:
                cost += COST_OF_BRACKETS
                place = closed + 1
                continue
        cost += COST_OF_WORD + COSTS.get(marks.word(place), 0.0)
        place += 1
    return cost


def _may_be_object(act: Act, marks: Marks, counted: Counted) -> bool:
    """Whether those counted behind a verb may be its object."""
    if act.challenge and counted.challenge:
        return True
    if act.standing == OTHER and act.challenge in (None, OTHER) and not act.is_passive:
        return True  # the evaluators interviewed 81 officers
    if act.challenge == "delivered" and counted.is_left_out and counted.first - act.after < NEAR:
        return not act.is_passive  # we held 10 this year
    between = {marks.word(place) for place in range(act.after, counted.first)}
    if (
        act.challenge
        and counted.unit
        and between & PLACES
        and any(each.first < counted.first for each in marks.challenges)
    ):
        return True  # carried out peer challenges at 16 councils
    if act.form == "noun" or act.counted in ("object", "either", "both"):
        ends = marks.word(act.after - 1)
        if marks.word(counted.first - 1) == "with":
            return True
        return not act.is_passive or ends in PLACES or marks.word(act.after) in PLACES
    if marks.word(counted.first - 1) == "with" and act.standing in ("took_part", OTHER, PLANNED):
        return True  # trainees started in October with 31 councils
    return "by" in {
        marks.word(place) for place in range(act.after, min(act.after + 3, counted.first))
    }


def _may_be_subject(act: Act, marks: Marks, counted: Counted) -> bool:
    """Whether those counted before a verb may be its subject, or what is done to."""
    if act.form == "noun":
        return act.counted != "object"
    if act.counted == "object":
        is_subject = counted.unit is not None and counted.after == act.first
        if is_subject and act.form == "past" and marks.word(act.after - 1) == "with":
            return True  # 219 graduates began with 88 councils
        return act.is_passive or act.form == "participle" or counted.challenge is not None
    if act.counted == "either" and act.form in ("past", "participle") and not act.is_passive:
        return (
            marks.word(act.after) not in BEFORE_NOUN
            or counted.challenge is not None
            or act.standing != "took_part"
        )
    return True


def has_strange_verb(counted: Counted, marks: Marks) -> bool:
    """Whether those counted did something that the lexicon does not know: `12 members objected`."""
    if any(counted.after <= act.first <= counted.after + 2 for act in marks.acts):
        return False
    place = counted.after
    while marks.word(place) in AUXILIARIES:
        place += 1
    if any(act.first <= place < act.after for act in marks.acts):
        return False
    if counted.is_left_out and marks.word(counted.after) in BE:
        return not counted.values and bool(marks.is_word("stop", place))  # 48 are now in work
    if marks.is_word("said_of", place):
        return False
    has_auxiliary = marks.word(counted.after) in HAVE
    return has_auxiliary or (marks.word(place).endswith("ed") and len(marks.word(place)) > 4)
