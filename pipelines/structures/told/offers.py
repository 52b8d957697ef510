"""The programme, event or support that those counted took part in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.notation.dates import MONTH, WEEKDAYS
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import CAPITALISED
from pipelines.structures.prose.statements import Statement

# on Next Steps, completed Bright Futures, Bright Futures was: names without such a word
BARE_NAME = re.compile(
    r"(?:\b(?:(?:part|participated|involved|places|enrolled|interest)\s+in|up\s+to|on|through|via|joined|attended|completed|onto|under|started|began|finished|took)\s+"
    r"(?:the\s+|our\s+)?|[‘'“\"])"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:of|for|in|and|the|to|on|&)\s)?{CAPITALISED}){{1,5}})\b"
)
# Bright Futures was attended by 40: the subject of the sentence
SUBJECT = re.compile(
    rf"^(?:The\s+)?(?P<name>(?!The\s){CAPITALISED}(?:\s(?:(?:of|for|in|and|the|to|on|&)\s)?{CAPITALISED}){{1,5}})\s"
    r"?(?=,\s(?:our|the|an?|run|which)\b|(?:was|were|has|have|had|ran|attracted|welcomed|drew|reached|supported|helped|trained|will)\b)"
)
# The Improvement Board, the Chairman: names of those who act, not of what is on offer
NO_OFFER = re.compile(
    r"\b(?:Board|Committee|Councils?|Association|Authorit(?:y|ies)|Group|Panel|Chair\w*"
    r"|Director|Minister|Government|Department|Team|Cllr|England|LGA)$"
    r"|^(?:\w+\s)?(?:Officers?|Members?|Councillors?)$"
    r"|\bPeer (?:Review|Challenge)s?\b|^(?:Chair\w*|Officers?|Members?|Cllr|Councillor)\b"
)
# Next Steps: 40 councillors
LABEL = re.compile(
    rf"^(?P<name>{CAPITALISED}(?:\s[\w'’&-]+){{0,6}}?)(?:,[^:–—]{{1,40}})?\s?(?::|–|—|\s-)\s"
)
# support for 30 councils through our partnership with ...
THROUGH = re.compile(r"\b(?:through|via|under|as part of)\s+(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE)
NAME_WORD = re.compile(r"[A-Z][a-z]")
# a workshop at the Northern Conference: where it was held
VENUE = re.compile(r"(?:Conference|Summit|Exhibition)s?$")
AT = re.compile(r"\bat\s+(?:the\s+|our\s+)?$", re.IGNORECASE)
FUNCTION_WORD = re.compile(
    r"^(?:In|On|At|By|From|Since|During|For|Of|As|With|After|Before|Another)\s"
)
TIME_WORD = re.compile(rf"\b(?:{MONTH}|{'|'.join(WEEKDAYS)})\b|\d+", re.IGNORECASE)
UNKNOWN = 30  # characters that a registered programme may be farther away
MEETING = re.compile(
    r"\b(?:the|this|that|last|next|its|a|an|our|first|board|committee|informal)\s+meetings?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody took part in; `programme_id` is None if it is in no register."""

    programme_id: str | None
    name: str
    theme: str | None = None


def find_offer(
    statement: Statement,
    place: int,
    clause: tuple[int, int],
    previous: Sequence[str],
    title: str | None,
    registers: Registers,
) -> Offer | None:
    """The offer of a number, from the nearest words that name one.

    They are looked for in its clause, the sentence, the sentences before, the lead-in and the
    headings; a registered programme comes before a name that no register has, and that before
    words such as `workshop`.

    Args:
        statement: The sentence and its context.
        place: Where the number stands.
        clause: Start and end of the part of the sentence that it is in.
        previous: The sentences before it, if its number goes on with one of them.
        title: The title of the paper.
        registers: The programmes, and the words for an offer.
    """
    text = statement.sentence.text
    own = text[slice(*clause)]
    found = _nearest(own, place - clause[0], registers, is_own=True) or _nearest(
        text, place, registers, is_own=True
    )
    if found:
        return found
    near = [*(each.text for each in reversed(statement.before)), *previous]
    near += [statement.lead_in.text] if statement.lead_in else []
    above = [*(each.text for each in statement.headings), *([title] if title else [])]
    named = (
        _first(_registered(text, registers) for text in near)
        or (_nearest(statement.lead_in.text, 0, registers) if statement.lead_in else None)
        or _first(_nearest(text, 0, registers) for text in above[:1])
        or _first(_nearest(text, 0, registers) for text in (*near, *above[1:]))
    )
    if MEETING.search(text):
        return _first(_registered(text, registers) for text in near)
    generic = [_generic(text, registers) for text in (text, *near, *above)]
    told = [each for each in generic if each and " " in each.name]
    if told and generic[0] is told[0]:
        return told[0]
    return named or _first((*told, *generic))


def _first(offers: Iterable[Offer | None]) -> Offer | None:
    return next((each for each in offers if each), None)


def _registered(text: str, registers: Registers) -> Offer | None:
    """The first registered programme that a text names."""
    found = registers.programmes.find(text)
    return Offer(found[0][2].programme_id, found[0][2].name, found[0][2].theme) if found else None


def _nearest(text: str, place: int, registers: Registers, *, is_own: bool = False) -> Offer | None:
    """The programme through which support is given, else the nearest to a place."""
    registered = registers.programmes.find(text)
    found = [
        (start, end, Offer(each.programme_id, each.name, each.theme))
        for start, end, each in registered
    ]
    found += [
        (start, end, offer)
        for start, end, offer in _named(text, registers, is_own=is_own)
        if not any(start < other[1] and other[0] < end for other in registered)
    ]
    through = [each for each in found if THROUGH.search(text[: each[0]])]
    if not found:
        return None
    return min(through or found, key=lambda each: min(abs(each[0] - place), abs(each[1] - place)))[
        2
    ]


def _named(text: str, registers: Registers, *, is_own: bool) -> Iterator[tuple[int, int, Offer]]:
    """Names of programmes that no register has; bare ones only in the sentence itself."""
    named = [
        (*match.span(), match[0])
        for match in registers.statement_words.offer_name_pattern.finditer(text)
        if not (VENUE.search(match[0]) and AT.search(text[: match.start()]))
    ]
    if is_own:
        bare = [*SUBJECT.finditer(text), *BARE_NAME.finditer(text)]
        named += [
            (*match.span("name"), match["name"])
            for match in bare
            if not any(
                start < match.end("name") and match.start("name") < end for start, end, _ in named
            )
        ]
    label = LABEL.match(text)
    if is_own and label and not named and not registers.statement_words.is_known(label["name"]):
        named = [(*label.span("name"), label["name"])]
    for start, end, name in named:
        if not (NO_OFFER.search(name) or _is_place_or_time(name, registers)):
            yield start, end, Offer(None, name)


def _is_place_or_time(name: str, registers: Registers) -> bool:
    """Whether a name is one of places, regions, groups or months: `Leeds and London`."""
    rest = FUNCTION_WORD.sub("", name)
    taken = [each[:2] for each in registers.councils.find_bare(rest)]
    taken += [each[:2] for each in registers.dimensions.find(rest)]
    for start, end in sorted(taken, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    return not NAME_WORD.search(TIME_WORD.sub(" ", rest))


def _generic(text: str, registers: Registers) -> Offer | None:
    if not registers.statement_words.may_name_offer(text):
        return None
    match = registers.statement_words.offer_pattern.search(text) or (
        registers.statement_words.offer_pattern.search(text.lower())
    )
    return Offer(None, match[0]) if match else None


def clause_of(text: str, place: int, marks: Sequence[int]) -> tuple[int, int]:
    """Start and end of the part of a sentence that a place is in, between marks that part it."""
    start = max((mark for mark in marks if mark <= place), default=0)
    end = min((mark for mark in marks if mark > place), default=len(text))
    return start, end
