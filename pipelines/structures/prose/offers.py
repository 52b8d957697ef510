"""The programme, event or support that those counted took part in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.reference.registers import Registers
from pipelines.structures.prose.statements import Statement

# Harbour Skills Programme, Academy for New Members: a programme that is in no register
NAME = re.compile(
    r"(?:\b(?!(?:The|Our|This|A|An|These|Each|All|One|First|Second|Third|New|In|At|For|LGA|LG)\s)"
    r"[A-Z][\w’'-]{0,40}+(?:\s(?:\([A-Z]{2,}+\)|[A-Z][\w’'-]*+|of|for|in|and|the|to|&)){0,20}\s)"
    r"(?:[Pp]rogrammes?|Academy|Academies|[Ss]cheme|[Pp]rojects?|Course|Workshops?|Weekender|School"
    r"|Masterclass(?:es)?|Initiative|Pilot|Network|Fellowship|Bootcamp|Conference|Summit|Fund)\b"
)
# on Next Steps, completed Bright Futures: names without such a word, behind words of taking part
BARE_NAME = re.compile(
    r"(?:\b(?:on|through|via|joined|attended|completed|onto|under|in|for|of)\s+(?:the\s+|our\s+)?"
    r"|[‘'“\"])"
    r"(?P<name>[A-Z][\w’-]+(?:\s(?:(?:of|for|in|and|the|to|&)\s)?[A-Z][\w’-]+){1,5})\b"
)
# support for 30 councils through our partnership with ...
THROUGH = re.compile(r"\b(?:through|via|under|as part of)\s+(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE)
MEETING = re.compile(r"\bmeetings?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody took part in; `programme_id` is None if it is in no register."""

    programme_id: str | None
    name: str
    theme: str | None = None


def find_offer(
    statement: Statement, place: int, clause: tuple[int, int], registers: Registers
) -> Offer | None:
    """The offer of a number, from the nearest words that name one.

    They are looked for in its clause, the sentence, the sentences before, the lead-in and the
    headings; a registered programme comes before a name that no register has, and that before
    words such as `workshop`.

    Args:
        statement: The sentence and its context.
        place: Where the number stands.
        clause: Start and end of the part of the sentence that it is in.
        registers: The programmes, and the words for an offer.
    """
    text = statement.sentence.text
    own = text[slice(*clause)]
    lead_in = statement.lead_in.text if statement.lead_in else ""
    headings = [each.text for each in statement.headings]
    found = (
        _registered(own, place - clause[0], registers)
        or _named(own, registers)
        or _registered(text, place, registers)
        or _named(text, registers)
    )
    if found:
        return found
    if MEETING.search(text):
        return None
    return (
        _before(statement, registers)
        or _only_registered(lead_in, registers)
        or _named(lead_in, registers)
        or next(
            (each for each in (_only_registered(text, registers) for text in headings) if each),
            None,
        )
        or _generic(text, registers)
        or next((each for each in (_named(text, registers) for text in headings) if each), None)
        or _generic(lead_in, registers)
        or next(
            (each for each in (_generic(text.lower(), registers) for text in headings) if each),
            None,
        )
    )


def _registered(text: str, place: int, registers: Registers) -> Offer | None:
    """The registered programme through which support is given, else the nearest."""
    mentions = registers.programmes.find(text)
    if not mentions:
        return None
    through = [each for each in mentions if THROUGH.search(text[: each[0]])]
    _, _, programme = min(
        through or mentions, key=lambda each: min(abs(each[0] - place), abs(each[1] - place))
    )
    return Offer(programme.programme_id, programme.name, programme.theme)


def _only_registered(text: str, registers: Registers) -> Offer | None:
    """The programme of words that name only one."""
    programmes = {each.programme_id: each for _, _, each in registers.programmes.find(text)}
    if len(programmes) != 1:
        return None
    (programme,) = programmes.values()
    return Offer(programme.programme_id, programme.name, programme.theme)


def _before(statement: Statement, registers: Registers) -> Offer | None:
    """The paragraph's earlier subject: the first programme of the nearest sentence with one."""
    for sentence in reversed(statement.before):
        mentions = registers.programmes.find(sentence.text)
        if mentions:
            programme = mentions[0][2]
            return Offer(programme.programme_id, programme.name, programme.theme)
        named = _named(sentence.text, registers)
        if named:
            return named
    return None


def _named(text: str, registers: Registers) -> Offer | None:
    match = NAME.search(text)
    if match:
        return Offer(None, match[0])
    for match in BARE_NAME.finditer(text):
        name = match["name"]
        if not (registers.dimensions.find(name) or registers.councils.find_bare(name)):
            return Offer(None, name)
    return None


def _generic(text: str, registers: Registers) -> Offer | None:
    match = registers.statement_words.offer_pattern.search(text)
    return Offer(None, match[0]) if match else None


def clause_of(text: str, place: int, marks: Sequence[int]) -> tuple[int, int]:
    """Start and end of the part of a sentence that a place is in, between marks that part it."""
    start = max((mark for mark in marks if mark <= place), default=0)
    end = min((mark for mark in marks if mark > place), default=len(text))
    return start, end
