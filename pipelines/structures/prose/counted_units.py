"""Numbers in a sentence that count people or bodies: `40 newly elected councillors`."""

import re
from dataclasses import dataclass, replace

from pipelines.documents import fold
from pipelines.notation.numbers import COUNT, NUMBER_WORDS, Count, find_counts, find_qualifier
from pipelines.reference.wordings import UnitWord, UptakeWording

# 40 of the 52 councils
OF_ALL = re.compile(
    rf"(?<!\s)\s++(?:out )?of\s++(?:(?:the|our|all|these)\s++)*(?:{COUNT.pattern})?", re.I
)
# Words that end the noun of a number: 6 of ..., 3 modules for councillors
NOT_BETWEEN = re.compile(
    r"\b(?:of|in|to|for|at|from|by|with|on|or|that|which|who|were|was|are|is|have|has|had|per|through"
    r"|involving|including|during|about|as|out|the|an?|our|their|its|this|these|those|than|where"
    r"|(?:programme|module|event|workshop|session|day|month|year|week|hour|time|region|quarter|third"
    r"|page)s?|cent|planning|board|committee|panel|staff|million|billion|st|nd|rd|th)\b",
    re.IGNORECASE,
)
# cohort 7 trainees, Appendix 2 members, item 4: a number that is a name and not a count
NAMED_NUMBER = re.compile(
    r"\b(?:cohorts?|phase|modules?|appendix|annex|item|paragraphs?|paras?|pages?|section|theme|round"
    r"|wave|tranche|part|no\.?|number|table|figure|chapter|option|stage|tier|aged?"
    r"|over the age of)\s*$",
    re.IGNORECASE,
)
# Of the 20 districts, nine have joined: the whole, with a part that is counted
WHOLE = re.compile(r"(?:^|[,;]\s*)(?:out )?of\s+(?:(?:the|our|all|these)\s+)*$", re.IGNORECASE)
# one in five, seven out of ten: a share, not a count
SHARE = re.compile(rf"(?:{COUNT.pattern})\s+(?:in|out of|in every)\s*$", re.IGNORECASE)
# in 2016, since March 2016
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|during|from|until|of|for|and|to|spring|summer|autumn|winter|early|late|mid"
    r"|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\s*$",
    re.IGNORECASE,
)
BEFORE_REACH = 40  # characters before a number: earlier ones do not matter
YEARS = range(1950, 2100)
# members of staff, members of the public, members of the Harbour Board; places on a course
OTHER_SENSE = re.compile(
    r"(?<=places)\s+(?:for|on|at|available|remain|left|filled|booked|have|were|are)\b|(?<=members)"
    r"\s+of\s+(?:the\s+)?(?:\w+\s+){0,3}(?:staff|public|parliament|board|committee|panel|executive|family)\b",
    re.IGNORECASE,
)
# bringing the number of trainees (TTs) to 30; the number of participating councils stands at 12
NUMBER_OF = re.compile(
    r"\bnumber of\s++(?P<unit>(?:[\w'’/-]++\s++){1,6}?)(?:\([^)]*+\)\s*+)?(?:who\s++\w++\s++)?"
    r"(?:(?:has|have)\s++)?(?:now\s++)?"
    r"(?:(?:risen|increased|grown|rose|stands|stood|reached|up)\s*+)?"
    r"(?:to|at|is|was)?\s*+(?:(?:over|about|at least|more than)\s++)?$",
    re.IGNORECASE,
)
# compared with 30, up from 25 last year
COMPARISON = re.compile(
    r"(?:\bcompare[sd]?(?: \w+ly)? (?:to|with)|\b(?:up|down) (?:from|on)|\bagainst"
    r"|\b(?:increase|rise|growth|fall|drop|reduction) (?:on|from))"
    r"\s+(?:the\s+|a total of\s+|just\s+)*",
    re.IGNORECASE,
)
# 40 members came and 12 have signed up: the verb is right after the second number
LEFT_OUT = re.compile(
    r"(?<!\s)\s++(?:(?:more|others?)\s++)?(?:are|is|were|was|have|has|had|will|did|attended|took|completed"
    r"|registered|signed|dropped|withdrew)\b",
    re.IGNORECASE,
)
# 300 bookings, including 20 paper applications: a part of what is counted already
INCLUDED = re.compile(r"\b(?:including|of which|of whom)\s*$", re.IGNORECASE)
# 20 leaders and senior officers: up to two words before a second unit
ALSO = re.compile(r"(?<!\s)\s++(?:and|or|&)(?:\s++\w++){0,2}?(?=\s)")
BRACKETS = re.compile(r"[()]\s*")
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
BODIES = frozenset(("councils", "authorities", "organisations", "places"))


@dataclass(frozen=True, slots=True)
class CountedUnit:
    """A number with the words for those counted; these words are at `start` to `end`.

    `unit` is None if they are left out. `is_whole` marks a whole with a counted part.
    """

    count: Count
    unit: UnitWord | None
    start: int
    end: int
    is_whole: bool = False


def find_counted_units(text: str, wording: UptakeWording) -> list[CountedUnit]:
    """Every number of a sentence that counts people or bodies, in order.

    Years, shares, numbers that name (cohort 7) and parts of what is counted already are left out.
    """
    found: list[CountedUnit] = []
    counts = find_counts(text)
    if not counts or not _holds_number(text):  # as most sentences
        return found
    for count in counts:
        before = text[: count.start]
        if (found and count.start < max(found[-1].end, found[-1].count.end)) or _is_no_count(
            count, before
        ):
            continue
        bare = BRACKETS.sub("", before)
        if bare != before:
            count = replace(count, qualifier=find_qualifier(bare))
        mention = _counted_after(text, count, wording) or _counted_before(text, count, wording)
        if mention and mention.unit and mention.unit.status and INCLUDED.search(before):
            continue
        is_left_out = _ends_comparison(bare) or (found and LEFT_OUT.match(text, count.end))
        if mention is None and is_left_out:
            mention = CountedUnit(count, None, count.start, count.end)
        if mention:
            found.append(replace(mention, is_whole=WHOLE.search(before) is not None))
    return found


def _holds_number(text: str) -> bool:
    """Whether there are figures, or a number in words of its own, unlike that of phase-two."""
    if DIGIT.search(text):
        return True
    return not NUMBER_WORDS.keys().isdisjoint(WORD.findall(text.lower()))


def _is_no_count(count: Count, before: str) -> bool:
    reach = max(0, len(before) - BEFORE_REACH)
    is_year = count.value in YEARS and YEAR_BEFORE.search(before, reach)
    return bool(is_year or NAMED_NUMBER.search(before, reach) or SHARE.search(before, reach))


def _ends_comparison(before: str) -> bool:
    return any(
        not before[match.end() :].strip() or find_qualifier(before[match.end() :]) != "exactly"
        for match in COMPARISON.finditer(before)
    )


def _counted_after(text: str, count: Count, wording: UptakeWording) -> CountedUnit | None:
    """`40 newly elected councillors`, `12 of the 20 councils`."""
    start = count.end
    whole = OF_ALL.match(text, start)
    if whole and count.value > 1:
        start = whole.end() - (1 if text[whole.end() - 1].isspace() else 0)
    pattern = wording.unit_of_one_pattern if count.value == 1 else wording.unit_pattern
    match = pattern.match(text, start)
    if match is None or NOT_BETWEEN.search(match["between"]):
        return None
    if OTHER_SENSE.match(text, match.end()):
        return None
    printed = fold(match["unit"].lower())
    unit = _joined_unit(text, match.end(), wording.units_by_any_word[printed], wording)
    return CountedUnit(count, unit, count.start, match.end())


def _joined_unit(text: str, end: int, unit: UnitWord, wording: UptakeWording) -> UnitWord:
    """`20 leaders and chief executives` counts people of two kinds together."""
    also = ALSO.match(text, end)
    other = wording.unit_pattern.match(text, also.end()) if also else None
    if other is None or other["between"] or find_counts(text[end : other.end()]):
        return unit
    second = wording.units_by_word[fold(other["unit"].lower())].unit
    if second == unit.unit or {second, unit.unit} & BODIES:
        return unit
    return UnitWord(unit.printed, "people", unit.status)


def _counted_before(text: str, count: Count, wording: UptakeWording) -> CountedUnit | None:
    """`bringing the number of trainees to 30`."""
    match = NUMBER_OF.search(text[: count.start])
    if match is None:
        return None
    printed = wording.unit_pattern.search(f" {match['unit']}")
    if printed is None:
        return None
    unit = wording.units_by_word[fold(printed["unit"].lower())]
    implied = unit.status or ("took_part" if unit.unit == "graduates" else None)
    end = match.start("unit") + printed.end() - 1
    return CountedUnit(count, UnitWord(unit.printed, unit.unit, implied), match.start(), end)
