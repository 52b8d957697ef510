"""Prepares the text of a row of names for cutting, with each word in its place.

Remarks on the name before are blanked, a bracket in a bracket is opened, and an office before the
bracket with its holder's name is put after that name. The text keeps its length.
"""

import re

from pipelines.reference.people.person_names import PARTICLES

# (chairman), who presided, Councillors Cee and Dee; Cllr Bee arrived at 8.00 p.m.: said of the one
# named before
PRESIDING = re.compile(
    r"(?:,|(?<!\s))\s++"
    r"(?:presided|presiding|who\s+(?:presided|was in the chair|took the chair|chaired))\b"
    r"[^,;.()]*"
    r"|(?<!\s)\s++(?:arrived|joined|left)\s+(?:the meeting\s+)?(?:at\s+)?\d{1,2}[.:]?\d{0,2}"
    r"(?:\s*[ap]\.?m\b\.?)?"
    r"|\s[–—-]\s(?:arrived|joined|left)\s(?:at|for|after|before|during|from)\b[^,;()]{0,40}",
    re.IGNORECASE,
)
# Cllr.Bee: a title that lost the space after its stop
GLUED = re.compile(r"\b(Cllr|Cllrs|Ald|Mr|Mrs|Ms|Dr)\.(?=[A-Z][a-z])")
# O’ Bee: a name that was torn
TORN = re.compile(r"\b(O['’]) (?=[A-Z][a-z])([\w-]+)")
# Ann Bee, Quay Owners and Tide Group: a body behind the only name of a row
BODY_BEHIND = re.compile(
    r"^[^,;()]++(?P<body>,\s++[A-Z](?>[^,;()]*?\sand\s)[^,;()]*"
    r"\b(?:Group|Association|Society|Partnership|Trust|Agency|Federation|Forum|Board|Committee|Council|Service|Authority|Union|Fund))\.?$"
)
# Cllr Ann Bee - substitute for Cllr Cee: a remark behind a dash, which is no name of its own
DASHED = re.compile(
    r"\s[–—-]\s(?P<told>(?:(?:named|attending as)\s)?(?:a\s)?"
    r"(?:substitut\w*|subs?\.?|deputi[sz]ing|replacing)\s(?:for\s)?[^,;()]{2,60}?)(?=[,;]|\.?$|\sand\s)",
    re.IGNORECASE,
)
# Cllr Ann Bee as substitute for Cllr Cee: the same without a mark
AS_SUBSTITUTE = re.compile(
    r"\sas\s(?P<told>(?:a\s)?(?:substitute|sub|deputy)\sfor\s[^,;()]{2,60}?)(?=[,;]|\.?$|\sand\s)",
    re.IGNORECASE,
)
# Y Cynghorydd / Councillor Ann Bee: a title in two languages
IN_TWO_LANGUAGES = re.compile(
    r"\b(?:y\s)?cynghor(?:ydd|wyr)\s?/\s?(?=(?:councillor|cllr)s?\b)", re.IGNORECASE
)
# (Tide Officer (Acting)): a bracket within a bracket
NESTED = re.compile(r"(\([^()]*)\(([^()]*)\)([^()]*\))")
_RANK = r"(?P<rank>(?:Cllrs?|Councill?ors?)\.?\s)?"
_SURNAME = (
    rf"(?P<surname>(?:(?:[A-Z][a-z]{{0,3}}\.?|{'|'.join(sorted(PARTICLES))})\s){{0,3}}"
    r"[A-Z][\w’'-]{1,30}),\s"
)
_LETTERS = (
    r"(?P<given>(?:(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Prof)\.?\s)?"
    r"(?:[A-Z](?:\.\s?|\s|\b)){1,4})"
)
# Bee, A.B., Van Dee, Mrs C (Chair): the surname, then letters for the given names
SURNAME_LEADS = re.compile(rf"(?:^|(?<=;\s)){_RANK}{_SURNAME}{_LETTERS}(?=\s?(?:$|;|\())")
# Bee, A. Dee, Mrs C.: one of several such names with nothing between them
NEXT_TURNED = re.compile(rf"{_RANK}{_SURNAME}{_LETTERS}")
# BEE, Cllr Ann; DEE, Mrs C: the surname in capitals, then a title and the given names
CAPITALS_LEAD = re.compile(
    r"(?:^|(?<=;\s))(?P<surname>[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+){0,2}),\s"
    r"(?P<given>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Baroness)\.?"
    r"(?:\s(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?)?(?:\s[A-Z][\w.’'-]*){1,2})(?=\s*+(?:[(;]|$))"
)
# The Chairman (Councillor Ann Bee): an office, and who holds it in a bracket
HELD_BY = re.compile(
    r"\b(?P<the>the\s+)?(?P<office>(?:(?:right\s+)?worshipful\s+(?:the\s+)?)?"
    r"(?:(?:lord|deputy|depute|vice)[ -])?"
    r"(?:mayor|provost|chair(?:man|woman|person)?|leader|convener|president))"
    r"\s\((?P<name>(?:councill?or|cllr|alderman|ald|mr|mrs|ms|miss|dr)\b[^()]{3,60})\)",
    re.IGNORECASE,
)


def ready_to_cut(text: str) -> str:
    """The text of a row, of the same length, as its names can be cut.

    >>> ready_to_cut("The Mayor (Cllr Ann Bee), Cllr Dee")
    'Cllr Ann Bee (Mayor)    , Cllr Dee'
    >>> ready_to_cut("Bee, Mrs A.")
    'Mrs A.  Bee'
    """
    text = PRESIDING.sub(lambda match: " " * len(match[0]), text)
    text = _run_of_turned(text) or SURNAME_LEADS.sub(_given_first, text)
    text = CAPITALS_LEAD.sub(lambda each: f"{each['given']} {each['surname'].title()} ", text)
    body = BODY_BEHIND.match(text)
    if body:
        return text[: body.start("body")].ljust(len(text))
    text = IN_TWO_LANGUAGES.sub(lambda match: " " * len(match[0]), text)
    text = AS_SUBSTITUTE.sub(r" (\g<told>) ", DASHED.sub(r" (\g<told>)", text))
    text = TORN.sub(r"\1\2 ", GLUED.sub(r"\1 ", text))
    if "(" not in text:
        return text
    text = NESTED.sub(r"\1 \2 \3", text)
    return HELD_BY.sub(lambda held: f"{held['name']} ({held['office']})".ljust(len(held[0])), text)


def _given_first(match: re.Match[str]) -> str:
    """The same words in the usual order, with the blanks that keep their length."""
    given = match["given"].rstrip()
    rest = " " * (len(match["given"]) - len(given))
    return f"{match['rank'] or ''}{given}  {match['surname']}{rest}"


def _run_of_turned(text: str) -> str | None:
    """A run of names that all have the surname first, parted; None for any other row.

    Such a row begins with a surname alone and ends with letters.
    """
    matches: list[re.Match[str]] = []
    position = 0
    while match := NEXT_TURNED.match(text, position):
        matches.append(match)
        position = match.end()
        position += text[position : position + 1] == " "
    if position < len(text) or len(matches) < 2:
        return None
    starts = [*(match.start() for match in matches[1:]), len(text)]
    return "".join(
        f"{_given_first(match).rstrip()}{';' * (end < len(text))}".ljust(end - match.start())
        for match, end in zip(matches, starts, strict=True)
    )
