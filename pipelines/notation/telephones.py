"""Finds telephone numbers in text, and leaves figures of tables, dates and references alone.

A run of digits is a number by its beginning, its groups, and the numbering plans of the library
phonenumbers. A short number counts only if a word introduces it, see `short_numbers`.
"""

import re
from collections.abc import Iterator

import phonenumbers

from pipelines.notation.folding import fold
from pipelines.notation.short_numbers import DATE, GROUP, find_short_numbers

# How a whole number begins, +44 ..., 020 ..., (01000) ..., (0)20 ...: not within a word, a sum of
# money, a date or a reference. The look at the first character passes over most of a text.
_BEGINNING = re.compile(r"(?=[(+0])(?<![A-Z\d£$€])(?<!\d[.,/-])(?:\( ?)?[+0]")
_RUN = re.compile(r"(?:\( ?)?\+? ?(?:\(? ?\d[ ).\-_/\n]{0,4}+)++")
# (202) 555-0100: the only form without a nought or a plus sign that is known by its shape
_AMERICAN = re.compile(r"(?<!\w)\(\d{3}\) ?\d{3}[- .]\d{4}(?!\d)")
# Letters that a scan puts for digits
_MISREAD = re.compile(r"(?<=\d)[OolI](?![a-z])|[OIl](?=\d)")
_BRACKETS = str.maketrans("[]", "()")
# Groups that one number has at most
_MOST_GROUPS = 12
# The digit after the nought: no British number begins with 00, 04 or 06
_NATIONAL = re.compile(r"0[1-35-9]")
# Other endings of the same number, and its extension
_ENDING = re.compile(
    r"(?: ?/ ?\d{1,11}(?!\d)| or \d{3,11}(?!\d))*"
    r"(?:[ ,(]{0,3}(?i:extensions?|extn|exts?|x)[. :]{0,3}\d{2,6}(?:/\d{2,6})*(?!\d))?"
)

# Every number has a run of at least so many digits
_MARKS = re.compile(r"\d[\d ().\-_/]+\d")


def find_telephones(text: str) -> list[tuple[int, int]]:
    """Start and end of each telephone number in a text; they may overlap.

    >>> find_telephones("In 2014 12 rang 020 7946 0000/1.")
    [(16, 31)]
    """
    folded = fold(text)
    if _MARKS.search(folded.text) is None:
        return []
    seen = _MISREAD.sub(lambda letter: "0" if letter[0] in "Oo" else "1", folded.text)
    seen = seen.translate(_BRACKETS)
    american = (match.span() for match in _AMERICAN.finditer(seen))
    found = [*american, *_whole_numbers(seen), *find_short_numbers(seen)]
    return [folded.span(*span) for span in found]


def _whole_numbers(text: str) -> Iterator[tuple[int, int]]:
    after = 0
    for beginning in _BEGINNING.finditer(text):
        if beginning.start() < after or (run := _RUN.match(text, beginning.start())) is None:
            continue
        end = _end_of_number(text, run.start(), run.end())
        if end is not None:
            after = _ENDING.match(text, end).end()  # type: ignore[union-attr]
            yield run.start(), after


def _end_of_number(text: str, start: int, end: int) -> int | None:
    """The end of the longest number that begins a run; None if there is none."""
    groups = [group.span() for group in GROUP.finditer(text, start, end)][:_MOST_GROUPS]
    for count in range(len(groups), 0, -1):
        last = groups[count - 1][1]
        if _is_number(text[start:last]):
            return last + text.startswith(")", last)
    return None


def _is_number(printed: str) -> bool:
    """Whether a run of digits, from its beginning to the end of a group, is one whole number."""
    groups = GROUP.findall(printed)
    digits = "".join(groups)
    if "+" in printed or groups[0].startswith("00"):
        # Invented numbers are in no plan, and what begins with the code of a country is no figure.
        is_dialled = "+" in printed or digits.startswith("0044")
        return 9 <= len(digits) <= 15 and (is_dialled or _is_in_a_plan(printed))
    if not (10 <= len(digits) <= 11 and _NATIONAL.match(digits)):
        return False
    if groups[0] == "0":  # "(0)20 0000 0000"; a lone nought is a figure
        return printed.lstrip("( ").startswith("0)") and len(groups) > 1
    if "/" in printed and not re.fullmatch(r"\(?0\d{2,4}\)?/[\d \-]{6,9}", printed):
        return False
    if DATE.match(printed) or (len(groups) > 2 and min(map(len, groups[1:-1])) < 2):
        return False
    # Invented and withdrawn numbers are in no plan, so that the shape of a number is enough; a
    # shorter run, or one in odd groups, may be a reference or two.
    first, last = len(groups[0]), len(groups[-1])
    if len(digits) == 11:
        is_shaped = len(groups) == 1 or first >= 4 or (first == 3 and last >= 2)
    else:
        is_shaped = first in (3, 4) and len(groups) in (2, 3) and last in (4, 6)
    return is_shaped or _is_in_a_plan(printed)


def _is_in_a_plan(printed: str) -> bool:
    """Whether a numbering plan has the number, as dialled in the United Kingdom."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(printed, "GB"))
    except phonenumbers.NumberParseException:
        return False
