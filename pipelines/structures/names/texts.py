"""Prepares the text of a row of names for cutting, with each word in its place.

Remarks on the name before are blanked, a bracket in a bracket is opened, and an office before the
bracket with its holder's name is put after that name. The text keeps its length.
"""

import re

from pipelines.reference.people.surname_first import given_first_in_row

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
    'Mrs A. Bee '
    """
    text = PRESIDING.sub(lambda match: " " * len(match[0]), text)
    text = given_first_in_row(text)
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
