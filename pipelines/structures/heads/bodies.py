"""Finds the body in a paper's head: minutes of the X Committee held on ..., Agenda for Y."""

import re

from pipelines.reference.authorities.boards import (
    BODY_WORDS,
    NO_BODY,
    SMALL_WORDS,
    BoardMatch,
    quiet_title,
)
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import fold, name_key, slug

# You are summoned to attend a meeting of the: the body follows
MEETING_OF = re.compile(
    r"^(?:(?:you are|notice is|there will be|dear)\b.{0,80}?\bmeeting of (?:the )?"
    r"|(?:to:?\s+)?(?:all\s+)?members of (?:the )?)",
    re.IGNORECASE,
)
# Planning applications committee: a title of which only the first word has a capital
PLAIN_TITLE = re.compile(
    r"^(?!(?:this|each|the|all|any|our|select|about|find|view|current|another|which|your)\b)"
    r"[A-Z][a-z]+(?: [a-z]+){1,3} (?:sub-)?(?:committee|panel|board)$"
)
# PWYLLGOR YR HARBWR / HARBOUR COMMITTEE
IN_TWO_LANGUAGES = re.compile(r"^[^/]{3,80} / [^/]{3,80}$")
# Weir Council - Quay Committee: a body before its board
BODY_FIRST = re.compile(r"\s[-–—|]\s|[,:]\s")
# held in the Town Hall, on 3 March, - Friday, (Item 4): text after a body's name
AFTER_BODY = re.compile(
    r"(?:(?<!\s)\s++meetings?\b)?(?:(?<!\s)\s++(?:(?:held|to(?=\s+be\b)|which|that|will|took|at|in|commencing|dated"
    r"|on(?=\s+\w+day|\s+\d|\s+the\s+\d))\b|[,:;(\[|]|[-–—]|(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"day\b|\d{1,2}(?:st|nd|rd|th)?\s+\w+\s+\d{4}|minutes\b|agenda\b|meetings?\s*$)"
    r"|[,:;(\[|]|\.(?:\s|$)).*+$",
    re.IGNORECASE,
)
# Piers, Boats and Harbour Committee: a name that is a list, up to its last word
LISTED = re.compile(
    r"^(?P<first>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,3}),(?:\s[A-Z][\w’'&-]*,?|\sand|\s&|\sof|\sfor){1,9}"
    r"\s(?:(?:Sub-)?Committee|Board|Panel|Commission|Forum|Group)\b",
    re.IGNORECASE,
)
# Scrutiny Board (Piers and Quays): what tells apart boards of one name; no letters, no remark
OWN_BRACKET = re.compile(
    r"^(?P<name>[^()]{3,80}\b(?:Committee|Board|Panel|Commission|Forum|Group))\s"
    r"\((?P<inside>(?!Draft|Final|Cancelled|Postponed|Remote|Virtual|Private|Public|Minutes|Agenda|Item)"
    r"[A-Z][a-z]+(?:,?\s(?:and\s|&\s|of\s|the\s)?[A-Z][a-z]+){0,5})\)"
)
# Planning Sub-Committee B, Area Committee 2: a mark that distinguishes committees of one name
MARK = re.compile(
    r"(?<!\s)\s++(?:[A-Z]|\d|No\.?\s?\d|I{1,3}|North|South|East|West|Central)$", re.IGNORECASE
)
OTHER_BODIES = frozenset(
    [
        "authority",
        "assembly",
        "party",
        "subcommittee",
        "committees",
        "trust",
        "conference",
        "governors",
        "trustees",
        "hearing",
        "parliament",
        "body",
        "network",
    ]
)
# The yearly meeting of a parish's electors, which is not a meeting of its council
PARISH_MEETING = re.compile(
    r"\bannual (?:parish meeting|(?:meeting of the parish|assembly of the parish)\b(?! council))",
    re.IGNORECASE,
)
WORD = re.compile(r"^(?:[A-Z0-9][\w'’.&/-]*|&|and|of|the|for|on|in|to|with|a)$")
MOST_WORDS = 14


def body_named(text: str, registers: Registers, *, is_ours: bool = True) -> BoardMatch | None:
    """The body that a line of a head names, registered or not; None if it names none.

    A single word such as Cabinet or Council is a body if the line says that it met.

    Args:
        text: The line.
        registers: The registers of known bodies.
        is_ours: Whether a short name may mean a body of the register; other councils have an
            Audit Committee too.
    """
    for start, end, match in registers.boards.find(text):
        if is_ours or name_key(text[start:end]) == name_key(match.name):
            return match
    printed = fold(text).strip(" .*#")
    if IN_TWO_LANGUAGES.search(printed):
        # The name that is known; the paper is published in both languages.
        parts = (body_named(part, registers, is_ours=is_ours) for part in printed.split(" / "))
        return next(filter(None, parts), None)
    opening = MEETING_OF.match(printed) or registers.meeting_types.before_body.match(printed)
    title = printed[opening.end() :] if opening else printed
    if PARISH_MEETING.search(printed):
        return BoardMatch("annual-parish-meeting", "Annual Parish Meeting", is_registered=False)
    first, *rest = BODY_FIRST.split(title, maxsplit=1)
    inner = body_named(rest[0], registers, is_ours=False) if rest else None
    if inner and registers.bodies.resolve(first):
        return inner
    closing = AFTER_BODY.search(title)
    whole = LISTED.match(title)
    if whole and whole["first"].split(" ")[-1].casefold() not in BODY_WORDS:
        listed = _body(whole[0], is_framed=True)
        if listed:
            return listed
    bracket = OWN_BRACKET.match(title)
    if bracket and not registers.meeting_types.pattern.search(bracket[0]):
        inner = _body(bracket["name"], is_framed=True)
        if inner:
            name = f"{inner.name} ({bracket['inside']})"
            return BoardMatch(slug(name), name, is_registered=False)
    title = fold(AFTER_BODY.sub("", title)).strip(" ,.:;–—-")
    return _body(title, is_framed=bool(opening or closing))


def _body(title: str, *, is_framed: bool) -> BoardMatch | None:
    words = title.split(" ")
    last = MARK.sub("", title).split(" ")[-1].casefold().rpartition("-")[2]
    if last not in BODY_WORDS | OTHER_BODIES or len(words) > MOST_WORDS or NO_BODY.match(title):
        return None
    # In March Quay Council: a piece of a sentence
    if words[0].casefold() in SMALL_WORDS:
        return None
    are_capitals = all(WORD.match(word.strip(",")) for word in words) and words[0][0].isupper()
    if not (are_capitals or PLAIN_TITLE.match(title)):
        return None
    if len(words) == 1 and not is_framed:
        return None
    name = quiet_title(words).replace(" & ", " and ")
    return BoardMatch(slug(name), name, is_registered=False)
