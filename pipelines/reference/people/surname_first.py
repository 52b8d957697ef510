"""Names that print the surname first, such as `BEE, Ann`: their shapes, and the usual order."""

import re

from pipelines.reference.people.person_names import PARTICLES

_TITLE = (
    r"(?:(?:Cllr|Councillor|Ald|Alderman|Mrs?|Ms|Miss|Dr|Rev|Sir|Dame|Lord|Lady|Baroness|Prof"
    r"|Rt Hon)\.?\s)"
)
_PARTICLE = "|".join(sorted(PARTICLES))
_CAPITALS = r"(?P<surname>[A-Z][A-Z’'-]{1,30}(?:\s[A-Z][A-Z’'-]{1,30}){0,2}),\s"
# Bee, A.B., Cllr Van Dee, Mrs C: letters for the given names
_LETTERS = (
    r"(?P<rank>(?:Cllrs?|Councill?ors?)\.?\s)?"
    rf"(?P<surname>(?:(?:[A-Z][a-z]{{0,3}}\.?|{_PARTICLE})\s){{0,3}}[A-Z][\w’'-]{{1,30}}),\s"
    rf"(?P<given>{_TITLE}?(?:[A-Z](?:\.\s?|\s|\b)){{1,4}})"
)
_START = r"(?:^|(?<=;\s))"
# BEE, Ann (Cllr), O'DEE, Cy, VAN DEE, Cllr Mrs A B: one name, its surname in capitals
ONE_NAME = re.compile(
    rf"^{_CAPITALS}"
    rf"(?P<given>{_TITLE}{{0,2}}(?:[A-Z][a-z][\w’'-]{{0,30}}|[A-Z]\b\.?)(?:\s[A-Z]\b\.?){{0,2}})"
    r"(?:\s\((?:Cllr|Councillor|Cllr\.)\))?"
)
# In a row only a title shows that capitals are a surname: LGA, Ann Bee
IN_ROW = (
    re.compile(rf"{_START}{_LETTERS}(?=\s?(?:$|;|\())"),
    re.compile(
        rf"{_START}{_CAPITALS}(?P<given>{_TITLE}{{1,2}}[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)"
        r"(?=\s*+(?:[(;]|$))"
    ),
)
# Bee, A. Dee, Mrs C.: one of several such names with nothing between them
OF_RUN = re.compile(_LETTERS)
# Bee, Ann; van der Dee, Mrs Cy Jo (Chair): a name if all of a roll is printed so
OF_ROLL = re.compile(
    rf"^(?P<surname>(?:(?:[A-Z][\w.’'-]*|{_PARTICLE})\s){{0,3}}[A-Z][\w’'-]+),\s"
    rf"(?P<title>{_TITLE}?)"
    r"(?P<given>[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){0,2})(?P<rest>(?:\s\([^()]*\))?)$"
)


def given_first(printed: str) -> str:
    """One name with its given names first, if it begins with a surname in capitals.

    >>> given_first("BEE, Ann (Cllr)")
    'Ann Bee'
    """
    return ONE_NAME.sub(_in_order, printed)


def given_first_in_row(row: str) -> str:
    """A row with the given names of each name first; it keeps its length.

    >>> given_first_in_row("Bee, Mrs A.; DEE, Cllr Cy")
    'Mrs A. Bee ; Cllr Cy Dee '
    """
    run = _run(row)
    if run is not None:
        return run
    for shape in IN_ROW:
        row = shape.sub(lambda match: _in_order(match).ljust(len(match[0])), row)
    return row


def has_letters_behind(text: str) -> bool:
    """Whether a text has a surname with letters for the given names behind it: `Bee, A.B.`."""
    return IN_ROW[0].search(text) is not None


def _in_order(match: re.Match[str]) -> str:
    surname = match["surname"]
    rank = match.groupdict().get("rank") or ""
    given = match["given"].rstrip()
    return f"{rank}{given} {surname.title() if surname.isupper() else surname}"


def _run(row: str) -> str | None:
    """A run of names that all have the surname first, parted; None for any other row.

    Such a row begins with a surname alone and ends with letters.
    """
    matches: list[re.Match[str]] = []
    position = 0
    while match := OF_RUN.match(row, position):
        matches.append(match)
        position = match.end()
        position += row[position : position + 1] == " "
    if position < len(row) or len(matches) < 2:
        return None
    starts = [*(match.start() for match in matches[1:]), len(row)]
    return "".join(
        f"{_in_order(match)}{';' * (end < len(row))}".ljust(end - match.start())
        for match, end in zip(matches, starts, strict=True)
    )
