"""Texts that make a pattern try the same characters again and again.

Some are the same for every pattern. The others are made of the pattern itself: what stands before
one of its repeats, then many times what the repeat takes or what follows it, and an end that the
pattern does not match.
"""

import re
from collections.abc import Iterator
from itertools import islice
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

CHARACTERS = " aA1,.:-–('’\"/£&\t\n\u00a0zZ_;[)]|"
UNITS = (
    *CHARACTERS,
    *("a ", "A ", "1 ", ", ", ". ", "A. ", "Aa ", "Mr ", "Cllr A ", "and ", "a, ", "(a", "(a) "),
    *("1.", "1/", "1, ", " -", " - ", "a-", "a.", "A.", "£1", "a: ", " \t", "a\n", "'a", "of "),
)
# A line below, for a pattern that goes to the end of one, and the marks at which others stop.
ENDS = ("a\n!", ".;:,)]!")
LONG_REPEAT = 6  # times: what is repeated less often cannot take much time
MOST_VARIANTS = 6  # characters of a class and words of a choice that are tried
MOST_CHOICES = 12  # words of a choice behind which something is repeated
RUN = 20  # units that make a short run

REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
CATEGORIES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}

Pattern: TypeAlias = re.Pattern[Any]
# One part of a parsed pattern: what it is, and what belongs to it.
Node: TypeAlias = tuple[Any, Any]


def adversarial_texts(pattern: Pattern, length: int) -> Iterator[str]:
    """Texts of so many characters: one unit repeated, with something before it or without."""
    own = {part for is_short in (False, True) for part in _parts(_parsed(pattern), "", is_short)}
    for before, unit in [*(("", unit) for unit in UNITS), *sorted(own)]:
        for end in ENDS:
            yield _repeated(before, unit, length, end)
            if before:
                yield _repeated("", before + unit, length, end)
                yield _repeated("", before + unit * RUN, length, end)


def _repeated(before: str, unit: str, length: int, end: str) -> str:
    room = max(0, length - len(before) - len(end))
    return f"{before}{(unit * (room // len(unit) + 1))[:room]}{end}"


def _parsed(pattern: Pattern) -> list[Node]:
    # The flag is set in every pattern of text, and may not be given with one of bytes.
    flags = pattern.flags & ~re.UNICODE
    return list(parser.parse(pattern.pattern, flags))


def _parts(nodes: list[Node], before: str, is_short: bool) -> Iterator[tuple[str, str]]:
    """What stands before each repeat, and what to repeat behind it.

    Args:
        nodes: Parts of the pattern.
        before: What stands before them.
        is_short: Whether what may be left out is left out of what stands before.
    """
    for number, (op, value) in enumerate(nodes, start=1):
        for inner in _insides(op, value):
            yield from _parts(inner, before, is_short)
        if _is_long(op, value):
            follows = nodes[number:]
            end = next((n for n, node in enumerate(follows) if _is_long(*node)), len(follows))
            units = [*_samples(list(value[2])), *islice(_samples(follows[:end]), 1)]
            yield from ((before, unit) for unit in units if unit)
        before += next(_samples([(op, value)], is_short), "")
        if before:
            yield "", before


def _is_long(op: Any, value: Any) -> bool:
    return op in REPEATS and value[1] >= LONG_REPEAT


def _insides(op: Any, value: Any) -> list[list[Node]]:
    """What a group, a choice or a repeat holds."""
    if op in REPEATS:
        return [list(value[2])]
    if op is ops.BRANCH:
        return [list(branch) for branch in value[1][:MOST_CHOICES]]
    if op is ops.SUBPATTERN:
        return [list(value[3])]
    if op is ops.ATOMIC_GROUP:
        return [list(value)]
    return [list(value[1])] if op in (ops.ASSERT, ops.ASSERT_NOT) else []


def _samples(nodes: list[Node], is_short: bool = False) -> Iterator[str]:
    """Some texts that the nodes match, as far as that can be told without looking around."""
    choices = [list(islice(_variants(op, value, is_short), MOST_VARIANTS)) for op, value in nodes]
    most = max(map(len, choices), default=0)
    texts = (
        "".join(each[min(number, len(each) - 1)] for each in choices if each)
        for number in range(most)
    )
    yield from dict.fromkeys(texts)


def _variants(op: Any, value: Any, is_short: bool) -> Iterator[str]:
    if op is ops.LITERAL:
        yield chr(value)
    elif op in (ops.ANY, ops.NOT_LITERAL, ops.IN):
        named = [chr(item) for kind, item in value if kind is ops.LITERAL] if op is ops.IN else []
        yield from filter(re.compile(_written(op, value)).fullmatch, [*named[:1], *CHARACTERS])
    elif op in REPEATS:
        times = value[0] if is_short else max(value[0], 1)
        yield from (sample * times for sample in _samples(list(value[2]), is_short))
    elif op in (ops.BRANCH, ops.SUBPATTERN, ops.ATOMIC_GROUP):
        for inner in _insides(op, value):
            yield from _samples(inner, is_short)


def _written(op: Any, value: Any) -> str:
    """A class of characters as it is written in a pattern."""
    if op is ops.ANY:
        return "."
    if op is ops.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]"
    return f"[{''.join(_written_item(kind, item) for kind, item in value)}]"


def _written_item(kind: Any, item: Any) -> str:
    if kind is ops.NEGATE:
        return "^"
    if kind is ops.CATEGORY:
        return CATEGORIES[item]
    return "-".join(re.escape(chr(each)) for each in (item if kind is ops.RANGE else (item,)))
