"""Reads what a sentence says of peer challenges that are counted, denied or on offer."""

from pipelines.reference.statement_words import BODIES, OTHER, PLANNED, SAME, STATUSES
from pipelines.structures.prose.marks import Act, Challenge, Marks
from pipelines.structures.told.doers import is_by_others
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told

BOOKINGS = "registrations"


def is_about_challenges(sentence: Sentence) -> bool:
    """Whether a sentence is about peer challenges, by its own words or by those before it."""
    marks, statement = sentence.marks, sentence.statement
    if marks.challenges:
        return not statement.is_heading or bool(sentence.told)
    if sentence.lead_in and sentence.lead_in.challenges:
        return True
    if marks.programmes:
        return False
    if any(
        told.challenge and (told.act or told.counted.role == "target") for told in sentence.told
    ):
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
    if (spoken and marks.words("review")) or (sentence.is_spoken and marks.words("single")):
        return True
    is_of_offer = bool(marks.offers) or sentence.is_of_offer
    is_item = not (marks.acts or sentence.told)  # the name of a council alone
    return (
        sentence.is_section and not is_of_offer and (is_item or any(map(_is_of_bodies, marks.acts)))
    )


def _is_of_bodies(act: Act) -> bool:
    """Whether a verb may be said of bodies that had a challenge: `have taken part`, `are fixed`."""
    if act.challenge == "delivered":
        return act.standing in (None, "took_part")
    return act.challenge in STATUSES and act.standing in (None, OTHER, "took_part")


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
    if told.counted.role == "part" and told.challenge is None:
        return None
    if told.counted.role == "target":
        return PLANNED
    act = told.act
    if act is None or act.is_supposed:
        return None
    if told.unit and told.unit.unit == BOOKINGS:
        return None if act.is_denied else PLANNED
    return _status_of_act(sentence, told, act)


def _status_of_act(sentence: Sentence, told: Told, act: Act) -> str | None:
    """What a verb says became of the challenges that a number counts."""
    if act.challenge not in STATUSES:
        return None
    if is_by_others(sentence.marks, act):
        return None
    if act.challenge == "not_had" and told.counted.challenge is not None and told.unit is None:
        return None  # peer challenges that were not held are not counted
    if sentence.is_plan and act.is_open:
        return PLANNED
    return act.challenge


def _is_of_challenge(sentence: Sentence, told: Told) -> bool:
    """Whether bodies are counted that had a peer challenge."""
    if told.unit is None or told.act is None:
        return False
    if told.unit.unit not in BODIES:
        # In a part about peer challenges there are six bookings
        return told.unit.unit == BOOKINGS and sentence.is_section and not sentence.marks.names_offer
    if told.act.challenge is None or told.act.standing == SAME:
        return False
    if _has_other_object(sentence.marks, told.act):
        return False
    is_of_offer = told.act.standing in ("took_part", "signed_up") and sentence.marks.names_offer
    if sentence.marks.challenges:
        return not (is_of_offer and _is_object(sentence.marks, told.act))
    others = {each.unit.unit for each in sentence.told if each.unit and each.act is told.act}
    if others - BODIES:
        return False  # 642 members from 167 authorities completed
    return not is_of_offer and is_about_challenges(sentence)


def _has_other_object(marks: Marks, act: Act) -> bool:
    """Whether something else follows a verb: `have had a renewal panel`."""
    place = act.after + 1
    is_named = marks.word(act.after) in ("a", "an") and not marks.is_word("plain", place)
    known = (*marks.words("short"), *marks.words("review"), *marks.words("single"))
    named = (*(first for first, _ in known), *(each.first for each in marks.challenges))
    return is_named and not any(first >= act.after for first in named)


def _is_object(marks: Marks, act: Act) -> bool:
    """Whether an offer and no challenge follows a verb: `took part in Top Team Days`."""
    offers = [first for first, _ in marks.all_offers if first >= act.after]
    challenges = [each.first for each in marks.challenges if each.first >= act.after]
    return (
        bool(offers)
        and min(offers) - act.after <= 2
        and not (challenges and min(challenges) <= min(offers))
    )


def _uncounted_status(sentence: Sentence) -> str | None:
    """Challenges on offer, or a number of them that is not given."""
    marks = sentence.marks
    if not marks.challenges:
        return None
    for act in marks.acts:
        is_of_some = act.is_passive or bool(sentence.told)  # both were offered one
        is_said = not (act.is_supposed or act.is_denied)
        if act.challenge == "offered" and is_said and not is_of_some:
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
