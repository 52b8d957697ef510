"""Reads what a clause denies about a peer challenge: that there was one, or something else."""

import re

DONE = re.compile(
    r"\b(?:delivered|undert(?:aken|ook)|carried out|conducted|completed|held|hosted|received|had"
    r"|taken place|took place|been through|undergone|ran|run|commissioned|benefit(?:t?ed)"
    r"|taken up|took up|been the subject of|participated in|taken part in|took part in)\b",
    re.IGNORECASE,
)
# has never had, have not yet been through, is yet to host, are without one; ... but Weir has not
NOT_HAD = re.compile(
    rf"\b(?:have|has|had|were|was|are|is)(?:\s+(?:still|yet))?\s+(?:not|never)"
    rf"(?:\s+(?:yet|so\s+far|ever|been))*\s+{DONE.pattern}"
    r"|\byet\s+to\s+(?:have|hold|host|receive|undergo|undertake|commission|take\s+part)\b"
    r"|\bwithout\s+(?:one|any|(?:an?\s+)?(?:\w+\s+){0,3}peer)\b"
    r"|\b(?:have|has|had)\s+(?:no|not\s+any)\s+(?:\w+\s+){0,3}peer\b"
    r"|\b(?:have|has|had)\s+not\s*$",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:not(?!\s+only)|never|neither|nor|none|no)\b|\wn['’]t\b", re.IGNORECASE)
# had one in May; Weir has not, but Hill has: a statement on one council does not apply to the other
CLAUSE_END = re.compile(
    r"[;:.]\s|(?:,|(?<!\s))\s++(?:but|while|whilst|whereas|although|though)\s+", re.IGNORECASE
)


def clause_at(text: str, place: int) -> str:
    """The clause of a sentence that a place is in.

    >>> clause_at("Weir had one, but Hill has not.", 18)
    'Hill has not'
    """
    ends = [0, *(match.end() for match in CLAUSE_END.finditer(text)), len(text)]
    start = max(end for end in ends if end <= place)
    end = min((end for end in ends if end > place), default=len(text))
    return CLAUSE_END.sub("", text[start:end]).strip(" .,;")


def unless_denied(status: str, clause: str) -> str | None:
    """The status of a peer challenge, unless the clause denies that there was one.

    Args:
        status: What it is if nothing is denied.
        clause: The words about one council or one number.

    Returns:
        `not_had` if the clause denies every challenge that it mentions; None if it denies something
        else, or is mixed, so that nothing is certain.

    >>> unless_denied("delivered", "Weir and Hill have never had a peer review")
    'not_had'
    >>> unless_denied("delivered", "forty have had a peer review and six have not")
    """
    denied = NOT_HAD.search(clause)
    if denied is None:
        return None if NEGATED.search(clause) else status
    rest = f"{clause[: denied.start()]} {clause[denied.end() :]}"
    return None if DONE.search(rest) or NEGATED.search(rest) else "not_had"
