"""Decides whether capitalised words are the name of an offer, and whose offer it is."""

import re

from pipelines.notation.dates import MONTH, WEEKDAYS
from pipelines.reference.registers import Registers

# The Improvement Board, the Chairman: names of those who act, not of what is on offer
NO_OFFER = re.compile(
    r"\b(?:Board|Committee|Councils?|Association|Authorit(?:y|ies)|Group|Panel|Chair(?:man|woman)?"
    r"|(?:Principal|Regional|Senior|Special|Policy|Chief)\s[Aa]dvisers?|Director|Minister|Government|Department|Team|Cllr|England|LGA)$"
    r"|^(?:(?:All|Elected|Local|New|Board|Lead|Cabinet|District|County|Council|Senior|Chief)\s)?"
    r"(?:Officers?|Members?|Councillors?)$"
    r"|^(?:Work|Forward|Annual|Business|Capital|Improvement)\s[Pp]rogramme$"
    r"|\bPeer (?:Review|Challenge)s?\b"
)
# Councillor Bee: not so a course that the paper calls Councillor Launchpad
PERSON = re.compile(r"^(?:Chair(?:man|woman|s)?|Officers?|Members?|Cllr|Councillor)\b(?!['’])")
NAME_WORD = re.compile(r"[A-Z][a-z]")
FUNCTION = r"(?:In|On|At|By|From|Since|During|For|Of|As|With|After|Before|Another|The|Our)\s"
FUNCTION_WORD = re.compile(rf"^{FUNCTION}")
TIME_WORD = re.compile(rf"\b(?:{MONTH}|{'|'.join(WEEKDAYS)})\b|\d+", re.IGNORECASE)
# Kent's own graduate scheme: whose offer it is, before its name
OWNER = re.compile(
    r"\b(?P<owner>[A-Z][\w&-]{0,40}+)(?:['’]s|(?<=s)['’])\s(?:own\s)?(?:[a-z-]{1,30}+\s){0,3}$"
)
OF_THEIR_OWN = re.compile(r"\s{1,3}of\s(?:its|their)\sown\b")
THEIR_OWN = re.compile(r"(?:\b[Ii]ts|\b[Tt]heir|\w['’]s?)\sown(?:\s[\w’'-]{1,40}+){0,4}\s?$")


def reads_as_offer(name: str, registers: Registers, *, introduced: bool = False) -> bool:
    """Whether capitalised words may name an offer: no board, person, place or time.

    Args:
        name: The words.
        registers: Titles, councils, regions.
        introduced: Whether a word such as `course` stands beside them.
    """
    first = name.split()[0]
    return not (
        NO_OFFER.search(name)
        or (PERSON.search(name) and not introduced)
        or first.lower() in registers.people.words.variants
        or _is_place_or_time(name, registers)
    )


def _is_place_or_time(name: str, registers: Registers) -> bool:
    """Whether a name is one of places, regions, groups or months: `Leeds and London`."""
    rest = FUNCTION_WORD.sub("", name)
    taken = [each[:2] for each in registers.councils.find_bare(rest)]
    taken += [each[:2] for each in registers.dimensions.find(rest)]
    for start, end in sorted(taken, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    return not NAME_WORD.search(TIME_WORD.sub(" ", rest))


def is_of_others(text: str, start: int, end: int, registers: Registers) -> bool:
    """Whether an offer is that of another body, by the words around its name.

    Args:
        text: The sentence.
        start: Where the name begins.
        end: Where it ends.
        registers: The words for other bodies and for those of the paper.
    """
    words, before = registers.statement_words, text[:start]
    if THEIR_OWN.search(text[:end]) or OF_THEIR_OWN.match(text[end:]):
        return True
    owner = OWNER.search(before)
    if owner:
        last = owner["owner"].split()[-1]
        return not (words.ends_with("ours", last) or words.unit_of(last.lower()))
    return words.ends_with("others", before) or words.begins_with("others", text[start:end])
