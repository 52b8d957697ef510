"""Finds telephone numbers in text, and leaves figures of tables, dates and references alone.

A run of digits is a number by its beginning, its groups, and the numbering plans of the library
phonenumbers. A short number counts only if a word introduces it.
"""

import re
from collections.abc import Iterator

import phonenumbers

from pipelines.notation.folding import fold

# How a whole number begins, +44 ..., 020 ..., (01000) ..., (0)20 ...: not within a word, a sum of
# money, a date or a reference
_BEGINNING = re.compile(r"(?<![A-Z\d£$€])(?<!\d[.,/-])(?:\( ?)?[+0]")
_RUN = re.compile(r"(?:\( ?)?\+? ?(?:\(? ?\d[ ).\-_/\n]{0,4}+)++")
# (202) 555-0100: the only form without a nought or a plus sign that is known by its shape
_AMERICAN = re.compile(r"(?<!\w)\(\d{3}\) ?\d{3}[- .]\d{4}(?!\d)")
_GROUP = re.compile(r"\d+")
# Letters that a scan puts for digits
_MISREAD = re.compile(r"(?<=\d)[OolI](?![a-z])|[OIl](?=\d)")
_BRACKETS = str.maketrans("[]", "()")
# Groups that one number has at most
_MOST_GROUPS = 12
# The digit after the nought: no British number begins with 00, 04 or 06
_NATIONAL = re.compile(r"0[1-35-9]")
_DATE = re.compile(r"[0-3]\d[ .\-/][01]\d[ .\-/](?:19|20)?\d\d(?!\d)")
# Other endings of the same number, and its extension
_ENDING = re.compile(
    r"(?: ?/ ?\d{1,11}(?!\d)| or \d{3,11}(?!\d))*"
    r"(?:[ ,(]{0,3}(?i:extensions?|extn|exts?|x)[. :]{0,3}\d{2,6}(?:/\d{2,6})*(?!\d))?"
)

# A run of digits that may be a short number, and the words that announce one just before it, with
# the fewest digits that it has then
_SHORT = re.compile(r"(?<![\d£$€])[+(]{0,2}\d[\d ().\-_/]+")
_RINGS = (
    r"(?i:t ?e ?[l1]|telephone|phone|ph|fax|mobile|mob|cell|minicom|textphone|typetalk|ddi|gtn|"
    r"switchboard|helpline|hotline|pager|whatsapp|sms|direct (?:line|dial)|ff[ôo]n|ffacs|symudol|"
    r"call|ring(?![ -](?:road|fenc))|dial|calling|ringing)(?![^\W_])"
)
_EXTENDS = r"(?i:exts?|extns?|int)(?![^\W_])"
_ANNOUNCED = tuple(
    (re.compile(rf"(?<![^\W_]){words}$"), fewest)
    for words, fewest in (
        (
            _RINGS + r"[\s.:*_()\-|]{0,6}"
            r"(?:(?i:numbers?|nos?|rhif|is|on|us|internal|int)[\s.:|]{1,4}){0,2}",
            4,
        ),
        # Ring Ann Bee on Weir ...: a few words between, and as many digits as a figure has commas
        (_RINGS + r"[:.]?(?> ?[^\W\d_][\w'’-]*+[:.]? ?| ?[|(,–-] ?){1,9}+", 5),
        (r"(?i:[tmf]) ?[:.] ?", 6),
        (
            rf"(?:{_EXTENDS}|(?i:extensions?|estyniad))[\s.:|]{{0,4}}(?i:(?:numbers?|nos?)[\s.:|]{{1,4}})?",
            3,
        ),
        (_EXTENDS + r"(?> ?[^\W\d_][\w'’()-]*+ | ?[|(,–-] ){1,9}+", 3),
        (r"(?:(?<=[,(|:] )|(?<=[(|]))(?i:x) ?", 4),
        (r"(?<!\d )x", 4),
    )
)
# After one of these, digits like a year are an extension
_BESIDE = re.compile(rf"(?<![^\W_]){_EXTENDS}[\s.:]{{0,3}}(?i:nos?[\s.:]{{1,3}})?$")
# A word in brackets after a short number that gives its location
_RINGS_AT = re.compile(
    r" ?\((?i:switchboard|direct|direct line|office|home|work|phone|tel\.?|mobile|mob|fax|"
    r"day|evenings?)\)|"
    r" \(?(?i:internal )?(?i:ext|extn|extension|internally|internal)\b"
)
_MOST_SHORT_DIGITS = 8
# Characters before a number in which it is announced
_LONGEST_ANNOUNCEMENT = 80
_YEARS = re.compile(r"(?:19|20)\d\d(?:[ \-/]{1,3}(?:19|20)?\d\d)*")
_FIGURE_GOES_ON = re.compile(r",\d|%| ?(?:sq|per cent|m²|metres|people|members|residents)\b")
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
    found = [*american, *_whole_numbers(seen), *_announced_numbers(seen)]
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
    groups = [group.span() for group in _GROUP.finditer(text, start, end)][:_MOST_GROUPS]
    for count in range(len(groups), 0, -1):
        last = groups[count - 1][1]
        if _is_number(text[start:last]):
            return last + text.startswith(")", last)
    return None


def _is_number(printed: str) -> bool:
    """Whether a run of digits, from its beginning to the end of a group, is one whole number."""
    groups = _GROUP.findall(printed)
    digits = "".join(groups)
    if "+" in printed or groups[0].startswith("00"):
        return 9 <= len(digits) <= 15 and _is_known(printed)
    if not (10 <= len(digits) <= 11 and _NATIONAL.match(digits)):
        return False
    if groups[0] == "0":  # "(0)20 0000 0000"; a lone nought is a figure
        return printed.lstrip("( ").startswith("0)") and len(groups) > 1
    if "/" in printed and not re.fullmatch(r"\(?0\d{2,4}\)?/[\d \-]{6,9}", printed):
        return False
    if _DATE.match(printed) or (len(groups) > 2 and min(map(len, groups[1:-1])) < 2):
        return False
    # Invented and withdrawn numbers are in no plan, so that the shape of a number is enough; a
    # shorter run, or one in odd groups, may be a reference or two.
    first, last = len(groups[0]), len(groups[-1])
    if len(digits) == 11:
        is_shaped = len(groups) == 1 or first >= 4 or (first == 3 and last >= 2)
    else:
        is_shaped = first in (3, 4) and len(groups) in (2, 3) and last in (4, 6)
    return is_shaped or _is_known(printed)


def _is_known(printed: str) -> bool:
    """Whether a numbering plan has the number, as dialled in the United Kingdom."""
    try:
        number = phonenumbers.parse(printed.replace("(0)", "") if "+" in printed else printed, "GB")
    except phonenumbers.NumberParseException:
        return False
    # Invented numbers are in no plan, and what begins with the code of a country is no figure.
    return phonenumbers.is_valid_number(number) or "+" in printed or "44" in printed[:5]


def _announced_numbers(text: str) -> Iterator[tuple[int, int]]:
    for run in _SHORT.finditer(text):
        number = run[0].rstrip(" ().-_/")
        groups = _GROUP.findall(number)
        digits = sum(map(len, groups))
        before = text[max(0, run.start() - _LONGEST_ANNOUNCEMENT) : run.start()]
        # A row of figures has shorter ones, or more; one goes on in a comma or as a percentage.
        is_row = min(map(len, groups)) < 3 or digits > _MOST_SHORT_DIGITS
        is_pointed_at = before.rstrip().endswith((":", ".")) or number[0] in "+(0"
        is_figure = (
            (is_row and not is_pointed_at)
            or _DATE.match(number)
            or _FIGURE_GOES_ON.match(text, run.start() + len(number))
        )
        if is_figure or (_YEARS.fullmatch(number) and not _BESIDE.search(before)):
            continue
        if _RINGS_AT.match(text, run.start() + len(number)) or any(
            digits >= fewest and words.search(before) for words, fewest in _ANNOUNCED
        ):
            yield run.start(), run.start() + len(number)
