"""Reads what a sentence says of each number, with what it takes over from others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.reference.statement_words import (
    BODIES,
    LEVEL,
    OTHER,
    PLANNED,
    SAME,
    STANDINGS,
    STATUSES,
    Unit,
)
from pipelines.structures.prose.counted import Counted, is_beside, is_joined
from pipelines.structures.prose.marks import Act, Challenge, Marks
from pipelines.structures.prose.number_words import BACK
from pipelines.structures.prose.times import Time

GOING_ON = frozenset(
    [",", "and", ";", "(", "with", "plus", "another", "or", ":", "–", "just", "only"]
)
# What follows those counted in a line without a verb, and what a line with one holds
AFTER_COUNTED = frozenset(
    ["", *". , ( ) : ; - – on in to through since year and done onto at".split()]
)
FINITE = frozenset(
    "is are was were be been have has had do does did can could may might must would should".split()
)
REPEATS = ("compared", "target")
THESE = frozenset("these those they this it among including".split())
MOST_TO_BEGIN = 3  # words before the number that a sentence begins with: `In Wales only 12`


@dataclass(frozen=True, slots=True)
class Told:
    """A number with all that the paper says of it.

    Attributes:
        counted: The number and its role.
        act: What became of those counted; None if the paper does not say.
        time: The time that belongs to it; None if the sentence has none.
        unit: Those counted; of a part or a comparison, those of the other number.
        challenge: The peer challenges counted, likewise.
        whole: The number that it is a part of, or is compared with.
        goes_on: The number that its verb or words were taken over from, if any.
    """

    counted: Counted
    act: Act | None
    time: Time | None
    unit: Unit | None
    challenge: Challenge | None
    whole: "Told | None" = None
    goes_on: "Told | None" = None

    @property
    def is_to_come(self) -> bool:
        """Whether it is planned or signed up for."""
        return self.act is not None and (
            self.act.is_planned or self.act.standing in (PLANNED, "signed_up")
        )


def find_unsaid(told: Told, marks: Marks, lead_in: Marks | None) -> Act | None:
    """What a sentence without a verb says: `Leadership Academy: 74 councillors`.

    What it counts took part or was held, unless something speaks of a plan.
    """
    if told.counted.role not in ("count", "part") or marks.text.rstrip().endswith("?"):
        return None
    if marks.words("suppose") or marks.words("deny"):
        return None
    targets = {place for first, after in marks.words("target") for place in range(first, after)}
    plans = [
        first
        for first, _ in marks.words("plan")
        if not marks.is_in_brackets(first) and first not in targets
    ]
    is_plan = bool(plans or (lead_in and lead_in.words("plan")))
    if told.unit and told.unit.unit == "places":
        return None
    ends = marks.word(told.counted.after)
    kinds = ("place", "compare")
    if not (
        ends in AFTER_COUNTED or any(marks.is_word(each, told.counted.after) for each in kinds)
    ):
        return None
    label = max(
        (place for place in range(told.counted.first) if marks.word(place) == ":"), default=0
    )
    relative = (after for after, _ in marks.words("who") if after > told.counted.first)
    if any(token.word in FINITE for token in marks.tokens[label : min(relative, default=None)]):
        return None
    is_offered = bool(marks.programmes or lead_in or marks.names_offer)
    implied = [unit.standing for place, (_, unit) in marks.units.items() if place < label]
    standing = next((each for each in implied if each), "took_part")  # Bookings: 42 councillors
    counts = (told.counted.challenge and marks.says_challenge) or (
        told.challenge and (lead_in or label)
    )
    if not (counts or is_offered):
        return None
    return Act(
        0,
        0,
        "unsaid",
        PLANNED if is_plan else standing,
        PLANNED if is_plan else "delivered",
        "either",
        is_planned=is_plan,
    )


def speaks_of(spoken: Challenge | None, told: Told) -> bool:
    """Whether a number without words of its own counts the challenges that are spoken of."""
    says = told.act is not None and told.act.challenge in ("delivered", PLANNED)
    return (
        spoken is not None
        and told.counted.is_left_out
        and not told.counted.values
        and told.unit is None
        and told.challenge is None
        and (says or told.counted.role == "target")
    )


def tell(
    counted: Counted,
    act: Act | None,
    time: Time | None,
    marks: Marks,
    told: Sequence[Told],
    lead_in: Marks | None,
    before: Told | None,
) -> Told:
    """A number with what it takes over from others.

    Args:
        counted: The number.
        act: The verb that was linked with it.
        time: The time that was given to it.
        marks: Its sentence.
        told: The numbers before it in the sentence.
        lead_in: The opening of its list.
        before: The number of a sentence before that it may go on with.
    """
    earlier = [each for each in told if each.counted.may_count and (each.unit or each.challenge)]
    other, is_part = _other(counted, act, marks, earlier, told, lead_in, before)
    if other and is_part and counted.role != "compared":
        time = time or other.time
    is_back = marks.word(counted.after - 1) in BACK
    if is_back and act is None and not counted.values:
        return Told(counted, None, time, counted.unit, counted.challenge)  # 7 of whom are doctors
    is_over = act is not None and not act.is_planned and marks.word(act.first) == "there"
    own = act
    act = _taken_over(counted, act, other, before, is_over=is_over)
    unit, challenge = counted.unit, counted.challenge
    if unit is None and challenge is None and other:
        unit, challenge = other.unit, other.challenge
    if lead_in and not other:
        act = act or _act_of_lead_in(lead_in, before)
        is_known = act is not None and (act.standing in STANDINGS or act.challenge in STATUSES)
        if counted.values and before and not is_known:
            act = before.act  # By region they are as follows: South East 92
        if counted.is_left_out and not (unit or challenge):
            unit, challenge = _counted_in_lead_in(lead_in)
        if counted.values and before and not (unit or challenge):
            # By region: South East: 92
            unit, challenge, act = before.unit, before.challenge, act or before.act
    goes_on = other or (before if act is not own else None)
    return Told(counted, act, time, unit, challenge, other if is_part else None, goes_on)


def _other(
    counted: Counted,
    act: Act | None,
    marks: Marks,
    earlier: Sequence[Told],
    told: Sequence[Told],
    lead_in: Marks | None,
    before: Told | None,
) -> tuple[Told | None, bool]:
    """The number that this one goes on with, and whether it is a part of it or compared with it."""
    if counted.role in REPEATS:
        other = _parallel(counted, earlier, told) or before
        return other, other is not None
    head = _head_of_list(counted, marks, earlier)
    if head:
        return head, True
    if not counted.is_left_out or counted.unit or counted.challenge:
        if act is None and earlier and _is_pair(earlier[-1].counted, counted, marks):
            return earlier[-1], False
        return None, False
    if act is None and not counted.values and not _takes_over(counted, marks):
        return None, False
    if earlier:
        is_pair = len(earlier) > 1 and is_beside(earlier[-2].counted, earlier[-1].counted, marks)
        return earlier[-2] if is_pair else earlier[-1], False
    is_noun = act is not None and act.form == "noun" and act.counted == "object"
    says_same = act is not None and SAME in (act.standing, act.challenge)
    # 2,200 were elected, 1,400 for the first time: what was counted before it is something else
    has_noun = any(each.counted.noun for each in told)
    # Every team has a leader and three others: a number within a sentence goes on with it
    begins = counted.first <= MOST_TO_BEGIN or act is not None or bool(counted.values)
    goes_on = lead_in is None and (not is_noun or says_same) and not has_noun and begins
    return (before, False) if goes_on else (None, False)


def _is_pair(before: Counted, counted: Counted, marks: Marks) -> bool:
    """Whether one verb is said of two: `40 graduates joined it, at 20 councils`."""
    if is_beside(before, counted, marks) or is_joined(before, counted, marks):
        return True
    bodies = before.unit and counted.unit and before.unit.unit not in BODIES
    if bodies and counted.unit and counted.unit.unit in BODIES:
        return marks.word(counted.first - 1) in ("at", "from", "to", "in", "across")
    offers = [first for first, _ in marks.all_offers]
    return any(counted.after <= first <= counted.after + 1 for first in offers)


def _taken_over(
    counted: Counted, act: Act | None, other: Told | None, before: Told | None, *, is_over: bool
) -> Act | None:
    """The verb of a number, or that of another where its own says nothing, or says the same.

    Where it says that there were so many, what was planned before is done: `We hoped for 60. There
    were 46`.
    """
    is_repeat = counted.role in REPEATS
    says_same = act is not None and (act.challenge if counted.challenge else act.standing) == SAME
    is_plan = says_same and act is not None and act.is_planned and not is_repeat
    says_nothing = act is not None and counted.is_left_out and _says_nothing(counted, act, other)
    if other and other.act and (act is None or is_repeat or says_same or says_nothing):
        act = replace(other.act, is_supposed=False) if is_repeat else other.act
        act = _done(act) if counted.role == "compared" or is_over else act
    elif says_same and not is_repeat:
        is_alike = before and (counted.is_left_out or before.unit == counted.unit)
        said = before.act if before and is_alike else None
        if said is None and act is not None and act.challenge in STATUSES and counted.is_left_out:
            said = replace(act, standing=None)  # fire peer challenge: there have been two
        act = _done(said) if said and is_over else said
    return _planned(act) if act and is_plan else act


def _says_nothing(counted: Counted, act: Act, other: Told | None) -> bool:
    """Whether a verb says nothing of taking part: `The North East had only 18`."""
    if act.standing is None and act.challenge in (None, "delivered"):
        return True
    if not counted.values:
        return False
    return act.standing == OTHER or (
        act.standing is None and other is not None and not other.challenge
    )


def _planned(act: Act) -> Act:
    """The same as a plan: `a further 45 are expected to do so`."""
    return replace(act, standing=PLANNED, challenge=PLANNED, is_planned=True)


def _done(act: Act) -> Act:
    """The same as done: what a plan is compared with, and what came of it."""
    if not (act.is_planned or act.challenge == PLANNED):
        return act
    return replace(act, standing="took_part", challenge="delivered", is_planned=False)


def _takes_over(counted: Counted, marks: Marks) -> bool:
    """Whether a number without words of its own goes on with what was counted before it."""
    before = marks.word(counted.first - 1)
    return (
        counted.first == 0
        or before in GOING_ON
        or marks.ends_with("further", counted.first) is not None
    )


def _act_of_lead_in(lead_in: Marks, before: Told | None) -> Act | None:
    """What a lead-in says became of those in its list: `The following took part in 2019/20:`.

    `We reached:` says that they took part, and `These included:` what was said before it.
    """
    known = [
        act
        for act in lead_in.acts
        if act.standing in (*STANDINGS, LEVEL) or act.challenge in STATUSES
    ]
    if before and lead_in.word(0) in THESE and not (lead_in.units or lead_in.offers):
        return before.act  # These included: what was said before
    if known:
        act = known[-1]
        return replace(act, standing="took_part") if act.standing == LEVEL else act
    rest = [act for act in lead_in.acts if SAME not in (act.standing, act.challenge)]
    return rest[-1] if rest else None


def _counted_in_lead_in(lead_in: Marks) -> tuple[Unit | None, Challenge | None]:
    """Those whose numbers a list gives: `By region, the councillors who took part were:`."""
    named = {
        place
        for first, after in lead_in.all_offers
        if first not in lead_in.units or (first, after) in lead_in.programmes
        for place in range(first, after)
    }
    units = {unit for place, (_, unit) in lead_in.units.items() if place not in named}
    if len(units) == 1:
        return units.pop(), None
    return None, lead_in.challenges[0] if lead_in.challenges and not units else None


def _parallel(counted: Counted, earlier: Sequence[Told], told: Sequence[Told]) -> Told | None:
    """The number that a number is compared with: of the same unit, else at the same place."""
    if counted.unit:
        same = [each for each in earlier if each.unit and each.unit.unit == counted.unit.unit]
        if same:
            return same[-1]
    if counted.challenge:
        return next((each for each in reversed(earlier) if each.counted.challenge), None)
    number = sum(each.counted.role == counted.role for each in told)
    first = [each for each in earlier if each.counted.role not in REPEATS]
    if not first:
        return None
    return first[number] if number < len(first) else first[-1]


def _head_of_list(counted: Counted, marks: Marks, earlier: Sequence[Told]) -> Told | None:
    """The number that this one is a part of: `90 took part: 41 Labour, 33 Conservative`."""
    if not earlier or not counted.is_left_out:
        return None
    heads = [each for each in earlier if each.whole is None and each.counted.role == "count"]
    if not heads:
        return None
    head = heads[-1]
    named = {after for _, after in marks.programmes}
    between = {
        marks.word(place)
        for place in range(head.counted.after, counted.first)
        if place not in named  # Leadership Essentials: Community Safety
    }
    opened = (
        bool(between & {":", "(", "–", "—"})
        or counted.role == "part"
        or any(each.whole is head for each in earlier)
        or marks.word(counted.after - 1) in BACK
    )
    return head if opened else None
