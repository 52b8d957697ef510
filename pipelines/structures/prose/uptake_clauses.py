"""Turns one sentence into the counts of those who took part, each with a status."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.documents import fold
from pipelines.notation.numbers import COUNT
from pipelines.reference.wordings import UptakeVerb, UptakeWording
from pipelines.structures.prose.counted_units import COMPARISON, CountedUnit, find_counted_units

STRONG = re.compile(
    r";|:|\s[–—-]\s|,\s+(?:and|but|while|whilst|with|which|who|whereas|although|of which|of whom"
    r"|plus)\b",
    re.IGNORECASE,
)
WEAK = re.compile(
    r"\s(?:and|while|whilst|but|whereas)\s(?=(?:(?:a|an|the|further|another|additional|total|of|over|about"
    rf"|around|at|least|nearly|almost|some|more|than|up|to)\s+)*(?:{COUNT.pattern}))",
    re.IGNORECASE,
)
# Thirty came (25 in 2015/16): the year in the bracket is that of its own number
IN_BRACKETS = re.compile(r"\((?=[^()]*\d{4}/\d{2})[^()]*\)(?=\s*(?:[.;,]|$))")
# will, plan to, is expected to: the rest has not happened yet
FUTURE = re.compile(
    r"\b(?:will|shall|plan(?:s|ned|ning)? (?:to|for)|aim(?:s|ed|ing)? (?:to|for)"
    r"|intend(?:s|ed|ing)? to|propos(?:e|es|ed|ing) to|hop(?:e|es|ing) to|expect(?:s|ed|ing)?"
    r"|anticipat(?:e|es|ed|ing)|due to|going to|target (?:is|of|to)|identifying|is to|are to)\b",
    re.IGNORECASE,
)
FUTURE_REACH = 80  # characters between `will` and the verb that it makes a plan
BEFORE_REACH = 110  # characters between the counted and their verb
AFTER_REACH = 90  # characters between a verb and those it counts
RANK = ("dropped_out", "signed_up", "took_part")
STANDINGS = ("planned", *RANK)  # if several describe one table, the weakest applies to the table


@dataclass(frozen=True, slots=True)
class Uptake:
    """One count of a sentence: who, how many, their status, and its clause.

    Attributes:
        noun: The words after the number for those counted; empty if they are left out.
        start: The position of the number in the sentence.
        clause: The start and end of the clause.
    """

    value: int
    qualifier: str
    unit: str
    status: str
    noun: str
    start: int
    clause: tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class _Verb:
    start: int
    end: int
    word: UptakeVerb = field(compare=False)


def find_uptakes(
    text: str, wording: UptakeWording, previous: Uptake | None = None, *, is_plan: bool = False
) -> list[Uptake]:
    """Every count of people or bodies that a sentence says came, signed up, or are to come.

    Args:
        text: The sentence.
        wording: The words for those counted, and the verbs.
        previous: The first count of the sentence before: `compared with 30` refers to it.
        is_plan: Whether it is an item under `We will:`.
    """
    found: list[Uptake] = []
    left_out: str | None = None
    mentions = find_counted_units(text, wording)
    if not mentions:
        return found
    verbs = _verbs(text, wording)
    clauses = _clauses(text, verbs)
    for mention in mentions:
        clause = next(each for each in clauses if each[0] <= mention.count.start < each[1])
        own = [verb for verb in verbs if clause[0] <= verb.start < clause[1]]
        status = _status(text, mention, own, is_plan=is_plan)
        before = found[0] if found else previous
        is_compared = COMPARISON.match(text, clause[0]) or IN_BRACKETS.match(text, clause[0])
        if before and status is None and is_compared:
            status = before.status
        unit = mention.unit.unit if mention.unit else left_out or (before.unit if before else None)
        left_out = unit
        if status and unit and not mention.is_whole:
            count = mention.count
            noun = text[count.end : mention.end].strip()
            found.append(
                Uptake(count.value, count.qualifier, unit, status, noun, count.start, clause)
            )
    return found


def find_standing(text: str, wording: UptakeWording) -> str | None:
    """The status of those in a caption without a number; of several, the weakest.

    Source: the caption of a table, such as `Councillors who signed up, by region`. Phrases with
    the counted after them are not used: `Attendance by region` may be the title of any table.
    """
    done = {
        "planned"
        if FUTURE.search(text[max(0, verb.start - FUTURE_REACH) : verb.start])
        else verb.word.status
        for verb in _verbs(text, wording)
        if verb.word.is_done and verb.word.side != "after"
    }
    return next((status for status in STANDINGS if status in done), None)


def _verbs(text: str, wording: UptakeWording) -> list[_Verb]:
    return [
        _Verb(*match.span(), wording.verbs_by_phrase[fold(match[0].lower())])
        for match in wording.verb_pattern.finditer(text)
    ]


def _clauses(text: str, verbs: Sequence[_Verb]) -> list[tuple[int, int]]:
    """The parts of a sentence that each have a verb; a comparison is always a separate part."""
    strong = [match.start() for match in STRONG.finditer(text)]
    marks = {mark: text[mark] != ";" for mark in strong}
    marks |= {match.start(): True for match in WEAK.finditer(text)}
    marks |= {match.start(): False for match in COMPARISON.finditer(text)}
    marks |= {match.start(): False for match in IN_BRACKETS.finditer(text)}
    done = [verb.start for verb in verbs if verb.word.is_done]
    starts = [0]
    for mark in sorted(marks):
        following = min((each for each in strong if each > mark), default=len(text))
        has_both = any(starts[-1] <= each < mark for each in done) and any(
            mark < each < following for each in done
        )
        if has_both or not marks[mark]:
            starts.append(mark)
    starts = sorted(set(starts))
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _status(
    text: str, mention: CountedUnit, verbs: Sequence[_Verb], *, is_plan: bool
) -> str | None:
    """The status that the nearest verb gives; `attended or signed up` is signed up."""
    reached = sorted(
        (distance, verb)
        for verb in verbs
        if (distance := _distance(verb, mention)) is not None
        and (verb.word.is_done or is_plan or _is_future(text, verb, mention))
    )
    implied = mention.unit.status if mention.unit else None
    if not reached:
        return implied
    if is_plan or _is_future(text, reached[0][1], mention):
        return "planned"
    done = {
        verb.word.status
        for _, verb in reached
        if verb.word.is_done and not _is_future(text, verb, mention)
    }
    return next((status for status in RANK if status in done), implied)


def _distance(verb: _Verb, mention: CountedUnit) -> int | None:
    """Characters between a verb and those it counts; None if they do not belong together."""
    if verb.start >= mention.end:
        gap, reach, other = verb.start - mention.end, BEFORE_REACH, "after"
    elif verb.end <= mention.start:
        gap, reach, other = mention.start - verb.end, AFTER_REACH, "before"
    else:
        return 0 if verb.word.side == "either" else None
    return None if verb.word.side == other or gap > reach else gap


def _is_future(text: str, verb: _Verb, mention: CountedUnit) -> bool:
    """Whether a word such as `will` comes shortly before the verb or before the count."""
    first = min(verb.start, mention.start)
    return FUTURE.search(text[max(0, first - FUTURE_REACH) : verb.start]) is not None


def is_plan(lead_in: str) -> bool:
    """Whether a lead-in opens a list of plans.

    >>> is_plan("In 2017/18 we will:")
    True
    """
    return FUTURE.search(lead_in) is not None
