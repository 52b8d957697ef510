"""The words that somebody searches for, and how they are found in a text.

Case, accents and punctuation make no difference, and a word finds its singular and plural as well.
Words between quotation marks, of the shell or of the request, are found in a row.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.runtime.lookup_errors import NothingToFind

# "better care fund" between any quotation marks, or one word
TERM = re.compile(r"[\"“”«»](?P<phrase>[^\"“”«»]*)[\"“”«»]?|(?P<word>[^\s\"“”«»]+)")
QUOTED = re.compile(r"[\"“”«»]")
WORD = re.compile(r"[^\W_]+")
# What may be between two words of a phrase, and beside one: in DuckDB, and in Python
GAP, EDGES = r"[^\pL\pN]{1,3}", (r"(?:^|[^\pL\pN])", r"(?:$|[^\pL\pN])")
PYTHON_GAP, PYTHON_EDGES = r"[\W_]{1,3}", (r"(?<![^\W_])", r"(?![^\W_])")
SHORTEST_PLURAL = 4  # letters of a plural: "is" and "gas" are none
HISSING = ("s", "x", "z", "ch", "sh")  # words that end so have a plural in -es
MOST_TERMS = 30


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or the words of a phrase in their order, in lower case and without accents."""

    words: tuple[str, ...]

    @property
    def rarest(self) -> str:
        """Letters that every text with the term has."""
        return max((_singular(word).removesuffix("y") for word in self.words), key=len)

    @property
    def sql_pattern(self) -> str:
        """A pattern for DuckDB, on folded text."""
        return GAP.join(map(_with_plural, self.words)).join(EDGES)

    @property
    def pattern(self) -> str:
        """The same for Python."""
        return PYTHON_GAP.join(map(_with_plural, self.words)).join(PYTHON_EDGES)


def parse_terms(asked: Iterable[str]) -> list[Term]:
    """The terms of a request, each once.

    >>> parse_terms(["better care", "funds"])
    [Term(words=('better', 'care')), Term(words=('funds',))]
    >>> parse_terms(["“better care” funds"])
    [Term(words=('better', 'care')), Term(words=('funds',))]

    Args:
        asked: One argument of a command each: one with a blank and no quotation mark is a phrase.

    Raises:
        NothingToFind: There is no word among them, or there are too many.
    """
    terms: list[Term] = []
    for argument in asked:
        parts = TERM.finditer(argument) if QUOTED.search(argument) else [argument]
        for part in parts:
            words = WORD.findall(fold_letters(part if isinstance(part, str) else part[0]))
            terms += [Term(tuple(words))] if words else []
    terms = list(dict.fromkeys(terms))
    if not terms or len(terms) > MOST_TERMS:
        raise NothingToFind(MOST_TERMS)
    return terms


def in_a_row(terms: Sequence[Term]) -> Term | None:
    """All words as one phrase; None if there is only one term."""
    if len(terms) < 2:
        return None
    return Term(tuple(word for term in terms for word in term.words))


def fold_letters(text: str) -> str:
    """The text in lower case and without accents; no letter changes its place.

    >>> fold_letters("Ynys Môn")
    'ynys mon'
    """
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFKD", each)[0].lower()[0] for each in text)


def find_terms(text: str, terms: Iterable[Term]) -> list[tuple[int, int]]:
    """Start and end of each stretch of a text that a term finds, in order, none inside another."""
    folded = fold_letters(text)
    return join_spans(
        match.span() for term in terms for match in re.finditer(term.pattern, folded) if match[0]
    )


def join_spans(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of a text in order; those that touch or overlap are one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def snippet(text: str, spans: Sequence[tuple[int, int]], most: int) -> tuple[int, int]:
    """Start and end of the part of a text that holds the most found words.

    Args:
        text: The whole passage.
        spans: Where the words are, in order.
        most: The number of characters that may be shown.
    """
    if len(text) <= most or not spans:
        return 0, min(len(text), most)
    starts = [start for start, _ in spans]
    held = [sum(start <= each < start + most for each in starts) for start in starts]
    first = starts[held.index(max(held))]
    last = max(end for start, end in spans if start < first + most)
    start = max(0, min(first - max(0, most - (last - first)) // 2, len(text) - most))
    return _at_words(text, start, min(len(text), start + most))


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, made longer by what is missing of the words at its ends."""
    after = text.find(" ", end)
    return text.rfind(" ", 0, start + 1) + 1, after if after >= 0 else len(text)


def _singular(word: str) -> str:
    """The word without the ending of a plural; a short word has none.

    >>> [_singular(word) for word in ("bodies", "losses", "boards", "status", "gas")]
    ['body', 'loss', 'board', 'status', 'gas']
    """
    if len(word) < SHORTEST_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(tuple(f"{ending}es" for ending in HISSING)):
        return word[:-2]
    return word.removesuffix("s")


def _with_plural(word: str) -> str:
    """A pattern for a word in the singular and in the plural."""
    one = _singular(word)
    if len(one) + 1 < SHORTEST_PLURAL or not one.isalpha():
        return re.escape(word)
    if one.endswith("y"):
        return f"{re.escape(one[:-1])}(?:y|ys|ies)"
    return re.escape(one) + ("(?:es)?" if one.endswith(HISSING) else "s?")
