"""Settles what a verb says where it says nothing of its own, or where two are joined."""

from dataclasses import replace

from pipelines.reference.statement_words import LEVEL, OTHER, PLANNED, STANDINGS
from pipelines.structures.prose.counted import Counted
from pipelines.structures.prose.marks import Act, Marks

ON = ("on", "in", "at")
NEAR = 3  # words between those counted and what they took part in


def settle(act: Act | None, counted: Counted, marks: Marks) -> Act | None:
    """The act, with the standing of the noun of `enrolment stands at` or `ran with 18 members`."""
    is_there = act is not None and marks.word(act.first) == "there" and not act.is_planned
    if act and is_there and counted.unit and _is_on_offer(marks, act, counted.after):
        return replace(act, standing="took_part")  # there were 68 councillors on the course
    if act and act.standing == OTHER and act.after <= counted.first and act.challenge != OTHER:
        near = {marks.word(place) for place in range(counted.first - 3, counted.first)}
        is_for = "for" in near and any(act.after <= first for first, _ in marks.programmes)
        if is_for or "with" in (marks.word(counted.first - 1), marks.word(counted.first - 2)):
            return replace(act, standing=PLANNED if act.is_planned else "took_part")
    if act is None or act.standing != LEVEL:
        return _weakest(act, marks)
    nouns = [
        each
        for each in marks.acts
        if each.form == "noun" and each.after <= act.first and each.standing not in (None, LEVEL)
    ]
    if nouns:
        return nouns[-1]
    return replace(act, standing="took_part") if counted.unit or marks.programmes else None


def _is_on_offer(marks: Marks, act: Act, after: int) -> bool:
    """Whether they are on an offer: `there were 68 on it`, `at the seminar there were 68`."""
    offers = [first for first, _ in marks.all_offers]
    if marks.word(after) in ON and any(after < first <= after + NEAR for first in offers):
        return True
    return marks.word(0) in ON and any(first < act.first for first in offers)


def _weakest(act: Act | None, marks: Marks) -> Act | None:
    """The act, with the weaker standing of two that are joined by `or`."""
    if act is None:
        return None
    for other in marks.acts:
        first, second = sorted((act, other), key=lambda each: each.first)
        between = {marks.word(place) for place in range(first.after, second.first)}
        is_joined = second.first - first.after <= 10 and (
            "or" in between or marks.word(second.first - 1) == "or"
        )
        if other is not act and is_joined and other.standing and act.standing:
            ranks = [
                STANDINGS.index(each.standing)
                for each in (act, other)
                if each.standing in STANDINGS
            ]
            if len(ranks) == 2:
                return replace(act, standing=STANDINGS[min(ranks)])
    return act
