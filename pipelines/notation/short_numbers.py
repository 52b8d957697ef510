"""Finds short telephone numbers and extensions, which are numbers only because a word says so.

A word ahead announces one (`Tel: 7946 0000`, `ext 4521`), or one in brackets follows it.
"""

import re
from collections.abc import Iterator

GROUP = re.compile(r"\d+")
DATE = re.compile(r"[0-3]\d[ .\-/][01]\d[ .\-/](?:19|20)?\d\d(?!\d)")
# The look at the first character passes over most of a text
_SHORT = re.compile(r"(?=[(+\d])(?<![\d£$€])[+(]{0,2}\d[\d ().\-_/]+")
# Words ahead of a number
_RINGS = (
    r"(?i:t ?e ?[l1]|telephone|phone|ph|fax|mobile|mob|cell|minicom|textphone|typetalk|ddi|gtn|"
    r"switchboard|helpline|hotline|pager|whatsapp|sms|direct (?:line|dial)|ff[ôo]n|ffacs|symudol|"
    r"call|ring(?![ -](?:road|fenc))|dial|calling|ringing)(?![^\W_])"
)
_EXTENDS = r"(?i:exts?|extns?|int)(?![^\W_])"
# The text just before a number, and the fewest digits that it has then
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


def find_short_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each short number in a folded text.

    >>> list(find_short_numbers("ext 4521, and 4521 others"))
    [(4, 8)]
    """
    for run in _SHORT.finditer(text):
        number = run[0].rstrip(" ().-_/")
        groups = GROUP.findall(number)
        digits = sum(map(len, groups))
        before = text[max(0, run.start() - _LONGEST_ANNOUNCEMENT) : run.start()]
        # A row of figures has shorter ones, or more; one goes on in a comma or as a percentage.
        is_row = min(map(len, groups)) < 3 or digits > _MOST_SHORT_DIGITS
        is_pointed_at = before.rstrip().endswith((":", ".")) or number[0] in "+(0"
        is_figure = (
            (is_row and not is_pointed_at)
            or DATE.match(number)
            or _FIGURE_GOES_ON.match(text, run.start() + len(number))
        )
        if is_figure or (_YEARS.fullmatch(number) and not _BESIDE.search(before)):
            continue
        if _RINGS_AT.match(text, run.start() + len(number)) or any(
            digits >= fewest and words.search(before) for words, fewest in _ANNOUNCED
        ):
            yield run.start(), run.start() + len(number)
