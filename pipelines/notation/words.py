"""Quick searches for words without which a slow pattern cannot match."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of some words or parts of words, in small letters, occurs in a text.

    >>> holds_any("Apologies for absence", ["apolog"])
    True
    """
    lowered = text.lower()
    return any(map(lowered.__contains__, words))


@dataclass(frozen=True, slots=True)
class WordPattern:
    """A pattern that looks for phrases in both cases, and a word of each phrase.

    Most lines have none of the words. It takes a half to an eighth of the time of the pattern to
    find that out; it saves nothing if the words are many, or if most lines have one.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def search(self, text: str, *within: int) -> re.Match[str] | None:
        """The first match, as of the pattern."""
        return self.pattern.search(text, *within) if self.may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning, as of the pattern."""
        return self.pattern.match(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, as of the pattern."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())

    def may_match(self, text: str) -> bool:
        """Whether a text has one of the words, anywhere."""
        folded = _folded(text)
        return any(map(folded.__contains__, self.words))


def with_word(pattern: str, *words: str) -> WordPattern:
    r"""A pattern in both cases, and words in small letters of which each match has one.

    >>> with_word(r"\b(?:this|next)\s+year\b", "year").search("Next Year")
    <re.Match object; span=(0, 9), match='Next Year'>
    """
    return WordPattern(re.compile(pattern, re.IGNORECASE), words)


def word_pattern(template: str, phrases: Iterable[str]) -> WordPattern:
    r"""A pattern of phrases, the longest first; any blank of a phrase is one blank of the text.

    Args:
        template: The pattern, in which `{}` stands for the alternatives.
        phrases: What is looked for, or the beginnings of it.

    >>> word_pattern(r"\b(?:{})\b", ["held on", "date of"]).search("It was HELD ON Friday")
    <re.Match object; span=(7, 14), match='HELD ON'>
    """
    phrases = list(phrases)
    pattern = re.compile(template.format(alternatives(phrases)), re.IGNORECASE)
    return WordPattern(pattern, word_of_each(phrases))


def alternatives(phrases: Iterable[str]) -> str:
    r"""Phrases as alternatives of a pattern, the longest first; any blank is one blank.

    >>> alternatives(["on", "held on"])
    'held\\son|on'
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in ordered)


def word_of_each(phrases: Iterable[str]) -> tuple[str, ...]:
    """Words of which every phrase holds one, as few as may be.

    >>> word_of_each(["apologies", "sent apologies", "absent"])
    ('absent', 'apologies')
    """
    found: list[str] = []
    longest = {max(_folded(phrase).split(), key=len) for phrase in phrases}
    for word in sorted(longest, key=lambda word: (len(word), word)):
        if not any(part in word for part in found):
            found.append(word)
    return tuple(found)


def _folded(text: str) -> str:
    """A text in which letters that patterns hold to be equal in both cases are the same."""
    return text.casefold().replace("ı", "i")
