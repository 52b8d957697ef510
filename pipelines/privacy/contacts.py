"""Keeps e-mail addresses and telephone numbers out of every table.

Papers print them beside the names of officers. The warehouse does not need them, so they are
removed from records before these are kept. A quote is cut to a stretch without them, so that it
still occurs in the paper; in other text a note replaces them. The check `contact_details` looks for
them in a different way.
"""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache, lru_cache
from typing import Any, TypeVar

from pipelines.notation.addresses import EMAIL_NOTE, find_addresses, mask_addresses
from pipelines.notation.folding import fold
from pipelines.notation.telephones import find_telephones
from pipelines.schema.columns import COLUMNS
from pipelines.schema.passage_record import PassageRecord

PHONE_NOTE = "[telephone number removed]"
NUMBER_NOTE = "[number removed]"
# A run of digits that is as long as a telephone number and begins like one: 001908 301.92
SUSPECT = re.compile(
    r"(?<![\w£.,/-])(?:\+\d|\(?00[1-9]|\( ?0 ?\)\d|\(? ?0[1-35-9]\d)\d*+"
    r"(?:[ ().-]++\d{2,}+)*+(?![\d%])"
)
SUSPECT_DIGITS, SUSPECT_DIGITS_ABROAD = range(10, 12), range(10, 15)
ABROAD = re.compile(r"\+|\(?00")
# Fields that are not words of the paper
NOT_WORDS = frozenset({"locator", "media_type"})
TEXTS_KEPT = 2_000  # about as many as one paper has

Kept = TypeVar("Kept")


def mask_contacts(text: str) -> str:
    """Replace each address and number by a note.

    >>> mask_contacts("Ask Ann Bee, tel 020 0000 0000, ann.bee@weir.example.")
    'Ask Ann Bee, tel [telephone number removed], [e-mail address removed].'
    """
    masked = text
    for start, end, note in reversed(_contacts(text)):
        masked = masked[:start] + note + masked[end:]
    return masked


def mask_suspects(text: str) -> str:
    """Replace each run of digits that may be a telephone number, though it is more likely none.

    It is for text that no figure is read from: there a lost number is the lesser harm. The check
    `contact_details` would hold the whole text back, and all would be built again without it.

    >>> mask_suspects("Cheque 001908 301.92 for the wreath, 35.00")
    'Cheque [number removed] for the wreath, 35.00'
    """
    folded = fold(text)
    if "0" not in folded.text and "+" not in folded.text:
        return text  # such a number begins with one of the two
    for match in reversed([*SUSPECT.finditer(folded.text)]):
        digits = sum(map(str.isdigit, match[0]))
        is_abroad = ABROAD.match(match[0]) is not None
        if digits in (SUSPECT_DIGITS_ABROAD if is_abroad else SUSPECT_DIGITS):
            start, end = folded.span(*match.span())
            text = text[:start] + NUMBER_NOTE + text[end:]
    return text


def longest_without_contacts(quote: str) -> str:
    """The longest stretch of a quote without an address or number; empty if nothing is left.

    >>> longest_without_contacts("Ann Bee, Weir Board: 020 0000 0000 (Mon-Fri)")
    'Ann Bee, Weir Board:'
    """
    stretches, start = [], 0
    for first, last, _ in _contacts(quote):
        stretches.append(quote[start:first].strip())
        start = last
    stretches.append(quote[start:].strip())
    return max(stretches, key=len)


# How fields that are not simply masked are cleaned
CLEANED: dict[str, Callable[[str], str]] = {
    "quote": longest_without_contacts,
    "source_url": mask_addresses,
}


def without_contacts(record: Kept) -> Kept | None:
    """The record without addresses and numbers; None if its quote holds nothing else."""
    changed: dict[str, str] = {}
    for name in _word_fields(type(record)):  # type: ignore[arg-type]
        value = getattr(record, name)
        if value and _contacts(value):
            changed[name] = CLEANED.get(name, mask_contacts)(value)
    if changed.get("quote") == "":
        return None
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


def without_suspects(passage: PassageRecord) -> PassageRecord:
    """A passage without contacts, and without what the check of contacts may take for one."""
    text = _masked(passage.text)
    heading = passage.heading and _masked(passage.heading)
    if (text, heading) == (passage.text, passage.heading):
        return passage
    # A number may be parted over two cells.
    cells = passage.cells if text == passage.text else None
    return replace(passage, text=text, heading=heading, cells=cells)


@lru_cache(maxsize=TEXTS_KEPT)
def _masked(text: str) -> str:
    """A text without contacts and suspects; the words of a heading are those of many passages."""
    return mask_suspects(mask_contacts(text))


@cache
def _word_fields(record_type: type[Any]) -> tuple[str, ...]:
    names = (field.name for field in fields(record_type) if field.name not in NOT_WORDS)
    return tuple(name for name in names if COLUMNS[name].sql_type == "VARCHAR")


@lru_cache(maxsize=TEXTS_KEPT)
def _contacts(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and note of each, in order, none inside another.

    The records of a paper share most of their words: boards, periods, heads, the rows they quote.
    """
    found = [(*span, EMAIL_NOTE) for span in find_addresses(text)]
    found += [(*span, PHONE_NOTE) for span in find_telephones(text)]
    apart: list[tuple[int, int, str]] = []
    for contact in sorted(found, key=lambda each: (each[0], -each[1])):
        if not apart or contact[0] >= apart[-1][1]:
            apart.append(contact)
    return tuple(apart)
