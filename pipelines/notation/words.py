"""Words without which a pattern cannot match: soon looked for, where a pattern is slow to miss."""

from collections.abc import Iterable


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of some words or parts of words, in small letters, stands in a text.

    >>> holds_any("Apologies for absence", ["apolog"])
    True
    """
    lowered = text.lower()
    return any(map(lowered.__contains__, words))
