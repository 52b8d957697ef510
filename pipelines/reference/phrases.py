"""Finds registered names in running text: longest match, on word boundaries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipelines.reference.slugs import WORD, word_key

# Sentences and cells: programmes, councils and regions are looked for in each of them
TEXTS_KEPT = 1_000
# Text allowed between two words of one name: "Mill-on-Lea", "St. Ann", "Millers' Fund"
JOINTS = frozenset({"", " ", "-", "‐", "‑", "–", ".", ". ", ", ", "' ", "’ "})


class Word(NamedTuple):
    """One word of a text: as printed, as compared, and its position."""

    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A registered key found in a text, with its words."""

    key: str
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after the last character, a possessive "'s" left out."""
        last = self.words[-1]
        for mark in ("'s", "’s", "`s"):
            if last.text.endswith(mark) and not self.key.endswith(last.text[:-2].lower() + "s"):
                return last.end - len(mark)
        return last.end


@lru_cache(maxsize=TEXTS_KEPT)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; a possessive "'s" stays with its word."""
    found = [(match[0], *match.span()) for match in WORD.finditer(text)]
    return tuple([Word(word, word_key(word), start, end) for word, start, end in found])


@lru_cache(maxsize=TEXTS_KEPT)
def _keys_of(text: str) -> frozenset[str]:
    """The words of a text as they are compared."""
    return frozenset(map(word_key, WORD.findall(text)))


@dataclass(slots=True)
class PhraseFinder:
    """Looks for keys (words joined by one space) in texts."""

    keys: Iterable[str]
    _keys: frozenset[str] = field(init=False, repr=False)
    _longest: dict[str, int] = field(init=False, repr=False)
    _beginnings: set[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._keys = frozenset(key for key in self.keys if key)
        self._longest = {}
        for key in self._keys:
            first, *rest = key.split(" ")
            self._longest[first] = max(self._longest.get(first, 0), 1 + len(rest))
        self._beginnings = self._longest.keys() | {f"{first}s" for first in self._longest}

    def find(self, text: str, accept: Callable[[Hit], bool] = lambda hit: True) -> list[Hit]:
        """All accepted keys in a text, longest first at each place, none overlapping."""
        if self._beginnings.isdisjoint(_keys_of(text)):
            return []  # as in most texts
        words = words_of(text)
        hits: list[Hit] = []
        index = 0
        while index < len(words):
            hit = self._longest_at(text, words, index, accept)
            if hit is None:
                index += 1
            else:
                hits.append(hit)
                index += len(hit.words)
        return hits

    def _longest_at(
        self, text: str, words: tuple[Word, ...], index: int, accept: Callable[[Hit], bool]
    ) -> Hit | None:
        word = words[index].key
        if word not in self._beginnings:
            return None
        longest = max(self._longest.get(word, 0), self._longest.get(word.removesuffix("s"), 0))
        reach = min(longest, len(words) - index)
        length = 1
        while length < reach and _joined(text, words[index + length - 1], words[index + length]):
            length += 1
        for size in range(min(length, reach), 0, -1):
            stretch = words[index : index + size]
            for key in _readings(stretch):
                if key in self._keys and accept(hit := Hit(key, stretch)):
                    return hit
        return None


def _joined(text: str, first: Word, second: Word) -> bool:
    gap = text[first.end : second.start]
    return gap in JOINTS or (gap.isspace() and gap.count("\n") < 2)


def _readings(words: tuple[Word, ...]) -> tuple[str, ...]:
    """The key of a stretch, and the key without a possessive at its end."""
    key = " ".join(word.key for word in words)
    last = words[-1]
    if last.text[-2:-1] in ("'", "’", "`"):
        return (key, key[:-1])
    return (key,)
