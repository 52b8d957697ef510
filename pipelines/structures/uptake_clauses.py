"""Who took part, and how many: one sentence in, counted units with their standing out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from pipelines.printed.numbers import COUNT, Count, find_counts, find_qualifier
from pipelines.reference.wordings import UnitWord, UptakeVerb, any_of, load_uptake_wording

# 40 of the 52 councils
OF_ALL = re.compile(
    rf"\s+(?:out )?of\s+(?:the\s+|our\s+|all\s+|these\s+)*(?:{COUNT.pattern})?", re.I
)
# Words that end the noun a number belongs to: 6 of ..., 3 modules for councillors
NOT_BETWEEN = re.compile(
    r"\b(?:of|in|to|for|at|from|by|with|on|or|that|which|who|were|was|are|is|have|has|had|per|through"
    r"|involving|including|during|about|as|out|the|an?|our|their|its|this|these|those|than|where"
    r"|(?:programme|module|event|workshop|session|day|month|year|week|hour|time|region|quarter|third"
    r"|page)s?|cent|planning|board|committee|panel|staff|million|billion|st|nd|rd|th)\b",
    re.IGNORECASE,
)
MOST_BETWEEN = 5  # words between a number and its unit: 20 newly elected and ambitious councillors
# cohort 7 trainees, Appendix 2 members, item 4: a number that names and does not count
NAMED_NUMBER = re.compile(
    r"\b(?:cohorts?|phase|modules?|appendix|annex|item|paragraphs?|paras?|pages?|section|theme|round"
    r"|wave|tranche|part|no\.?|number|table|figure|chapter|option|stage|tier|aged?"
    r"|over the age of)\s*$",
    re.IGNORECASE,
)
# one in five, seven out of ten: a share, not a count
SHARE = re.compile(rf"(?:{COUNT.pattern})\s+(?:in|out of|in every)\s*$", re.IGNORECASE)
# in 2016, since March 2016
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|during|from|until|of|for|and|to|spring|summer|autumn|winter|early|late|mid"
    r"|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\s*$",
    re.IGNORECASE,
)
YEARS = range(1950, 2100)
# members of staff, members of the public, members of the Harbour Board; places on a course
OTHER_SENSE = re.compile(
    r"(?<=places)\s+(?:for|on|at|available|remain|left|filled|booked|have|were|are)\b|(?<=members)"
    r"\s+of\s+(?:the\s+)?(?:\w+\s+){0,3}(?:staff|public|parliament|board|committee|panel|executive|family)\b",
    re.IGNORECASE,
)
# bringing the number of trainees (TTs) to 30; the number of participating councils stands at 12
NUMBER_OF = re.compile(
    r"\bnumber of\s+(?P<unit>(?:[\w'’/-]+\s+){1,6}?)(?:\([^)]*\)\s*)?(?:who\s+\w+\s+)?"
    r"(?:(?:has|have)\s+)?(?:now\s+)?(?:(?:risen|increased|grown|rose|stands|stood|reached|up)\s*)?"
    r"(?:to|at|is|was)?\s*(?:(?:over|about|at least|more than)\s+)?$",
    re.IGNORECASE,
)
# compared with 30, up from 25 last year
COMPARISON = re.compile(
    r"(?:\bcompare[sd]?(?: \w+ly)? (?:to|with)|\b(?:up|down) (?:from|on)|\bagainst"
    r"|\b(?:increase|rise|growth|fall|drop|reduction) (?:on|from))"
    r"\s+(?:the\s+|a total of\s+|just\s+)*",
    re.IGNORECASE,
)
# 40 members came and 12 have signed up: the verb stands right after the second number
LEFT_OUT = re.compile(
    r"\s+(?:more\s+|others?\s+)?(?:are|is|were|was|have|has|had|will|did|attended|took|completed"
    r"|registered|signed|dropped|withdrew)\b",
    re.IGNORECASE,
)
# 300 bookings, including 20 paper applications: a part of what is counted already
INCLUDED = re.compile(r"\b(?:including|of which|of whom)\s*$", re.IGNORECASE)
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
# will, plan to, is expected to: what follows has not happened
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
BODIES = frozenset(("councils", "authorities", "organisations", "places"))


@dataclass(frozen=True, slots=True)
class Uptake:
    """One count of a sentence: who, how many, how they stand, and the clause that says it.

    Attributes:
        noun: The words after the number that tell who is counted; empty where they are left out.
        start: Where the number stands in the sentence.
        clause: Where the clause begins and ends.
    """

    value: int
    qualifier: str
    unit: str
    status: str
    noun: str
    start: int
    clause: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Mention:
    count: Count
    unit: UnitWord | None
    end: int


@dataclass(frozen=True, slots=True, order=True)
class _Verb:
    start: int
    end: int
    word: UptakeVerb = field(compare=False)


def find_uptakes(
    text: str, previous: Uptake | None = None, *, is_plan: bool = False
) -> list[Uptake]:
    """Every count of people or bodies that a sentence says came, signed up, or are to come.

    Args:
        text: The sentence.
        previous: The first count of the sentence before: `compared with 30` leans on it.
        is_plan: Whether it is an item under `We will:`.
    """
    mentions = _mentions(text)
    found: list[Uptake] = []
    mentions = _mentions(text)
    verbs = _verbs(text) if mentions else []
    clauses = _clauses(text, verbs)
    for mention in mentions:
        clause = next(each for each in clauses if each[0] <= mention.count.start < each[1])
        own = [verb for verb in verbs if clause[0] <= verb.start < clause[1]]
        status = _status(text, mention, own, is_plan=is_plan)
        before = found[0] if found else previous
        if before and status is None and COMPARISON.match(text, clause[0]):
            status = before.status
        unit = mention.unit.unit if mention.unit else before.unit if before else None
        if status and unit:
            count = mention.count
            noun = text[count.end : mention.end].strip()
            found.append(
                Uptake(count.value, count.qualifier, unit, status, noun, count.start, clause)
            )
    return found


def _mentions(text: str) -> list[_Mention]:
    found: list[_Mention] = []
    for count in find_counts(text):
        before = text[: count.start]
        if (found and count.start < found[-1].end) or _is_no_count(count, before):
            continue
        bare = re.sub(r"[()]\s*", "", before)
        count = Count(count.value, find_qualifier(bare), count.start, count.end)
        mention = _counted_after(text, count) or _counted_before(text, count)
        if mention and mention.unit and mention.unit.status and INCLUDED.search(before):
            continue
        is_left_out = _ends_comparison(bare) or (found and LEFT_OUT.match(text, count.end))
        if mention is None and is_left_out:
            mention = _Mention(count, None, count.end)
        if mention:
            found.append(mention)
    return found


def _is_no_count(count: Count, before: str) -> bool:
    is_year = count.value in YEARS and YEAR_BEFORE.search(before)
    return bool(is_year or NAMED_NUMBER.search(before) or SHARE.search(before))


def _ends_comparison(before: str) -> bool:
    return any(
        not before[match.end() :].strip() or find_qualifier(before[match.end() :]) != "exactly"
        for match in COMPARISON.finditer(before)
    )


@cache
def _unit_words() -> dict[str, UnitWord]:
    return {word.printed.lower(): word for word in load_uptake_wording().units}


@cache
def _unit_pattern(is_one: bool) -> re.Pattern[str]:
    printed = list(_unit_words())
    if is_one:
        printed = [_singular(word) for word in printed]
    return re.compile(
        rf"\s+(?P<between>(?:[^\W\d][\w'’()/&-]*,?\s+){{0,{MOST_BETWEEN}}}?)(?P<unit>{any_of(printed)})\b",
        re.IGNORECASE,
    )


def _singular(plural: str) -> str:
    if plural == "people":
        return "person"
    return f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")


def _counted_after(text: str, count: Count) -> _Mention | None:
    """`40 newly elected councillors`, `12 of the 20 councils`."""
    start = count.end
    whole = OF_ALL.match(text, start)
    if whole and count.value > 1:
        start = whole.end() - (1 if text[whole.end() - 1].isspace() else 0)
    match = _unit_pattern(count.value == 1).match(text, start)
    if match is None or NOT_BETWEEN.search(match["between"]):
        return None
    if OTHER_SENSE.match(text, match.end()):
        return None
    printed = re.sub(r"\s+", " ", match["unit"].lower())
    words = {_singular(word): each for word, each in _unit_words().items()} | _unit_words()
    return _Mention(count, _joined_unit(text, match.end(), words[printed]), match.end())


def _joined_unit(text: str, end: int, unit: UnitWord) -> UnitWord:
    """`20 leaders and chief executives` counts people of two kinds together."""
    also = re.compile(r"\s+(?:and|or|&)(?:\s+\w+){0,2}?(?=\s)").match(text, end)
    other = _unit_pattern(False).match(text, also.end()) if also else None
    if other is None or other["between"] or find_counts(text[end : other.end()]):
        return unit
    second = _unit_words()[re.sub(r"\s+", " ", other["unit"].lower())].unit
    if second == unit.unit or {second, unit.unit} & BODIES:
        return unit
    return UnitWord(unit.printed, "people", unit.status)


def _counted_before(text: str, count: Count) -> _Mention | None:
    """`bringing the number of trainees to 30`."""
    match = NUMBER_OF.search(text[: count.start])
    if match is None:
        return None
    words = re.findall(r"[\w'’/-]+", match["unit"])
    for size in range(len(words)):
        unit = _unit_words().get(" ".join(words[size:]).lower())
        if unit:
            implied = unit.status or ("took_part" if unit.unit == "graduates" else None)
            return _Mention(count, UnitWord(unit.printed, unit.unit, implied), count.end)
    return None


@cache
def _verb_pattern() -> re.Pattern[str]:
    phrases = any_of(verb.phrase for verb in load_uptake_wording().verbs)
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


@cache
def _verbs_by_phrase() -> dict[str, UptakeVerb]:
    return {verb.phrase: verb for verb in load_uptake_wording().verbs}


def _verbs(text: str) -> list[_Verb]:
    return [
        _Verb(*match.span(), _verbs_by_phrase()[re.sub(r"\s+", " ", match[0].lower())])
        for match in _verb_pattern().finditer(text)
    ]


def _clauses(text: str, verbs: Sequence[_Verb]) -> list[tuple[int, int]]:
    """The parts of a sentence that each have a verb; a comparison is always a part of its own."""
    strong = [match.start() for match in STRONG.finditer(text)]
    marks = {mark: text[mark] != ";" for mark in strong}
    marks |= {match.start(): True for match in WEAK.finditer(text)}
    marks |= {match.start(): False for match in COMPARISON.finditer(text)}
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


def _status(text: str, mention: _Mention, verbs: Sequence[_Verb], *, is_plan: bool) -> str | None:
    """The standing that the nearest verb gives; `attended or signed up` is signed up."""
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


def _distance(verb: _Verb, mention: _Mention) -> int | None:
    """Characters between a verb and those it counts; None where it cannot be theirs."""
    if verb.start >= mention.end:
        gap, reach, other = verb.start - mention.end, BEFORE_REACH, "after"
    elif verb.end <= mention.count.start:
        gap, reach, other = mention.count.start - verb.end, AFTER_REACH, "before"
    else:
        return 0 if verb.word.side == "either" else None
    return None if verb.word.side == other or gap > reach else gap


def _is_future(text: str, verb: _Verb, mention: _Mention) -> bool:
    """Whether a word such as `will` stands shortly before the verb or before the count."""
    first = min(verb.start, mention.count.start)
    return FUTURE.search(text[max(0, first - FUTURE_REACH) : verb.start]) is not None


def is_plan(lead_in: str) -> bool:
    """Whether a lead-in opens a list of plans.

    >>> is_plan("In 2017/18 we will:")
    True
    """
    return FUTURE.search(lead_in) is not None
