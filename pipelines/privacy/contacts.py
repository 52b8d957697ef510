"""Keeps e-mail addresses and telephone numbers out of every table.

Papers print them beside the names of officers. Nothing in the warehouse needs them, so they are
taken out of records before these are kept: a quote is cut to a stretch without one, so that it
still stands in the paper; in other text a note says what was there.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from pipelines.printed.words import holds_any

# ann.bee@weir.example, ann.bee @weir.example, ann.bee(at)weir.example
EMAIL = r"[A-Za-z0-9._%+'-]+ ?(?:@|\((?i:at)\)|\[(?i:at)\]) ?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
# 020 0000 0000, 0200 000 0000, (01000) 000000, 070000 00000, +44 (0)20 0000 0000: what stands
# before is no part of it, and no digit or pound sign. Written for DuckDB as well, which knows no
# lookbehind.
PHONE = (
    r"(?:^|[^\d£.,/-])((?:(?:\+|00) ?44[ .-]?(?:\(0\)[ .-]?)?\(?\d{2,4}|\(?0\d{2,4})\)?"
    r"[ .–-]{0,3}\d{3,4}[ .–-]?\d{3,4}|0\d{5} \d{5})(?:[^\d/]|$)"
)
# Tel 0000 0000, Phone no: 0000 000: a short number that a word announces
ANNOUNCED = (
    r"\b(?i:tel|telephone|phone|fax|mobile|mob)(?:[ .]{1,2}(?i:nos?|numbers?))?[ .:*_]{1,6}"
    r"(\+?\(?\d[\d ()-]{4,}\d)"
)
# What no address and no announced number is without, and then what stands in every other number:
# soon looked for, and missing from most records
MARKS = ("@", "(at)", "[at]", "tel", "phone", "fax", "mob")
DIGITS = re.compile(r"(?:0\d\d|44)[\d ().–-]{5,}\d")
EMAIL_NOTE, PHONE_NOTE = "[e-mail address removed]", "[telephone number removed]"

_EMAIL, _PHONE, _ANNOUNCED = re.compile(EMAIL), re.compile(PHONE), re.compile(ANNOUNCED)
# Hex digits that keep masked paths apart: too few to find an address by trying
PATH_DIGITS = 6
# Fields that are no words of the paper
NOT_WORDS = frozenset({"locator", "media_type"})

Kept = TypeVar("Kept")


def mask_contacts(text: str) -> str:
    """Put a note in the place of each address and number.

    >>> mask_contacts("Ask Ann Bee, tel 020 0000 0000, ann.bee@weir.example.")
    'Ask Ann Bee, tel [telephone number removed], [e-mail address removed].'
    """
    masked = text
    for start, end, note in reversed(_contacts(text)):
        masked = masked[:start] + note + masked[end:]
    return masked


def mask_addresses(text: str) -> str:
    """Put a note in the place of each e-mail address; digits stay, as in the name of a file."""
    return _EMAIL.sub(EMAIL_NOTE, text)


def mask_path(path: str) -> str:
    """The path of a file without addresses; paths that differ in nothing else stay apart.

    >>> mask_path("notes/ann.bee@weir.example.pdf")
    'notes/[e-mail address removed] (993747)'
    """
    masked = mask_addresses(path)
    if masked == path:
        return path
    return f"{masked} ({hashlib.sha256(path.encode()).hexdigest()[:PATH_DIGITS]})"


def longest_without_contacts(quote: str) -> str:
    """The longest stretch of a quote that holds no address and no number; empty if none is left.

    >>> longest_without_contacts("Ann Bee, Weir Board: 020 0000 0000 (Mon-Fri)")
    'Ann Bee, Weir Board:'
    """
    stretches, start = [], 0
    for first, last, _ in _contacts(quote):
        stretches.append(quote[start:first].strip())
        start = last
    stretches.append(quote[start:].strip())
    return max(stretches, key=len)


# How a field is cleaned, where it is not masked altogether
CLEANED: dict[str, Callable[[str], str]] = {
    "quote": longest_without_contacts,
    "source_url": mask_addresses,
}


def without_contacts(record: Kept) -> Kept | None:
    """The record without addresses and numbers; None where its quote holds nothing else."""
    names = _word_fields(type(record))  # type: ignore[arg-type]
    values = attrgetter(*names)(record)
    if not _may_hold_contacts("\n".join(each for each in values if isinstance(each, str))):
        return record
    changed: dict[str, str] = {}
    for name, value in zip(names, values, strict=True):
        if not isinstance(value, str):
            continue
        clean = CLEANED.get(name, mask_contacts)(value)
        if clean != value:
            changed[name] = clean
    if changed.get("quote") == "":
        return None
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


@cache
def _word_fields(record_type: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record_type) if field.name not in NOT_WORDS)


def _may_hold_contacts(text: str) -> bool:
    return holds_any(text, MARKS) or DIGITS.search(text) is not None


def _contacts(text: str) -> list[tuple[int, int, str]]:
    """Start, end and note of each, in order, none inside another."""
    if not _may_hold_contacts(text):
        return []
    found = [(*match.span(), EMAIL_NOTE) for match in _EMAIL.finditer(text)]
    for pattern in (_PHONE, _ANNOUNCED):
        found += [(*match.span(1), PHONE_NOTE) for match in pattern.finditer(text)]
    apart: list[tuple[int, int, str]] = []
    for contact in sorted(found, key=lambda each: (each[0], -each[1])):
        if not apart or contact[0] >= apart[-1][1]:
            apart.append(contact)
    return apart
