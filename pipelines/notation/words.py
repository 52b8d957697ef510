"""Quick searches for words without which a slow pattern cannot match."""

from collections.abc import Iterable


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of some words or parts of words, in small letters, occurs in a text.

    >>> holds_any("Apologies for absence", ["apolog"])
    True
    """
    lowered = text.lower()
    return any(map(lowered.__contains__, words))
