"""Finds e-mail addresses in text, even if they are spelled out or disguised."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.notation.folding import fold

EMAIL_NOTE = "[e-mail address removed]"
# Hex digits that keep masked paths apart: too few to find an address by trying
PATH_DIGITS = 6

_LOCAL = r"""(?:"[^"\n]{1,64}"|(?<![^\s"'(),:;<>\[\]{}=/|])[^\s"(),:;<>\[\]{}=/|@]{1,64})"""
_LABEL = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
_DOT = r"(?:\.|\s{0,2}[(\[{<]\s?(?i:dot|\.)\s?[)\]}>]\s{0,2}|\s(?i:dot)\s)"
_HOST = rf"{_LABEL}(?:{_DOT}{_LABEL}){{0,8}}{_DOT}[^\W\d_](?:[\w-]{{0,62}}[^\W_])"
# ann.bee@weir.example, ann.bee @ weir.example, and the sign as a scan misreads it
_SIGNED = re.compile(rf"{_LOCAL}(?:\s{{0,2}}@\s{{0,2}}|[©®]|&#64;|%40|\(a\)){_HOST}")
# a . b e e @ w e i r . e x a m p l e
_SPACED = re.compile(r"(?<!\S)(?:[\w.-] ){3,64}@(?: [\w.-]){4,64}(?!\S)")
# ann.bee@weir. gov. uk, ann.bee@weir,gov.uk: broken by a scan, and known by its end
_BROKEN = re.compile(
    rf"{_LOCAL}\s{{0,2}}@\s{{0,2}}{_LABEL}(?:(?:\s?[.,]\s?|-\s){_LABEL}){{0,6}}\s?[.,]\s?"
    r"(?:uk|com|org|net|eu|ie|int|wales|cymru|scot)(?!\w)"
)
# ann.bee (at) weir (dot) example
_BRACKETED = re.compile(rf"{_LOCAL}\s{{0,3}}[(\[{{<]\s?(?i:at)\s?[)\]}}>]\s{{0,3}}{_HOST}")
# ann.bee at weir.example, ann at weir dot example: a plain word before a plain host is not an
# address, as in "more at weir.example"
_SPELLED = re.compile(rf"({_LOCAL})\s(?i:at)\s(?!(?i:www)\.)({_HOST})")
_INNER_MARK = re.compile(r"\w[._+\d]\w?")
_SPELLED_DOT = re.compile(r"(?i:dot)")
# Words that introduce an address: then even a plain word before a plain host is one
_ANNOUNCED = re.compile(r"(?i:e-?mail|ebost|mailto)(?:\s(?i:address))?[\s:]{1,3}$")
# Every address of a kind has these
_KINDS = (
    (re.compile(r"[@©®]|&#64;|%40|\(a\)"), (_SIGNED, _BROKEN, _SPACED)),
    (re.compile(r"[(\[{<]\s?at\s?[)\]}>]", re.IGNORECASE), (_BRACKETED,)),
)
_AT_A_HOST = re.compile(r"\sat\s[\w-]{1,63}(?:\.\w|\s?[(\[{<]|\sdot\s)", re.IGNORECASE)


def find_addresses(text: str) -> list[tuple[int, int]]:
    """Start and end of each e-mail address in a text, in order.

    >>> find_addresses("Write to ann.bee (at) weir (dot) example.")
    [(9, 40)]
    """
    folded = fold(text)
    return [folded.span(*span) for span in sorted({*_addresses(folded.text)})]


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for mark, patterns in _KINDS:
        for pattern in patterns if mark.search(text) else ():
            yield from (match.span() for match in pattern.finditer(text))
    for match in _SPELLED.finditer(text) if _AT_A_HOST.search(text) else ():
        local, host = match.groups()
        is_marked = _INNER_MARK.search(local) and re.search(r"[^\W\d_]", local)
        announced = _ANNOUNCED.search(text, max(0, match.start() - 20), match.start())
        if is_marked or _SPELLED_DOT.search(host[1:-1]) or announced:
            yield match.span()


def mask_addresses(text: str) -> str:
    """Replace each e-mail address by a note; digits stay, as in a file name."""
    for start, end in reversed(find_addresses(text)):
        text = text[:start] + EMAIL_NOTE + text[end:]
    return text


def mask_values(values: Any) -> Any:
    """Values for JSON, with a note in place of each address in their text."""
    if isinstance(values, str):
        return mask_addresses(values)
    if isinstance(values, Mapping):
        return {name: mask_values(value) for name, value in values.items()}
    if isinstance(values, list | tuple):
        return [mask_values(value) for value in values]
    return values


def mask_path(path: str) -> str:
    """The path of a file without addresses; different paths stay different.

    >>> mask_path("notes/ann.bee@weir.example.pdf")
    'notes/[e-mail address removed] (993747)'
    """
    masked = mask_addresses(path)
    if masked == path:
        return path
    return f"{masked} ({hashlib.sha256(path.encode()).hexdigest()[:PATH_DIGITS]})"
