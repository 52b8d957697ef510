"""The words of statements about programmes and peer challenges, read from `data/reference`.

A new verb, unit, offer or kind of peer challenge is one line of a CSV file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from pipelines.notation.numbers import NUMBER_WORDS
from pipelines.notation.words import WordPattern, alternatives, word_of_each, word_pattern
from pipelines.reference.csv_tables import read_table
from pipelines.reference.remembering import remembered
from pipelines.reference.verb_forms import forms_of

# 1,024 or 2018/19 or co-design or didn't: a word; everything else is one mark a token
TOKEN = re.compile(r"\d+(?:,\d+)*(?:[./]\d+)*%?|[^\W\d_]+(?:['’.-][^\W\d_]+)*|[^\w\s]|\w+")
TEXTS_KEPT = 1_000  # sentences, and the words of the lexicon while it is loaded
# The Improvement Programme Board: a body and no programme
NO_BODY = r"(?!\s+(?i:board|committee|panel|group|team|office)\b)"
CAPITALISED = r"[A-Z][\w’'-]{0,40}+"
# The Harbour Skills Programme, In Leeds, LGA: what stands before a name or says whose it is
NOT_IN_NAME = (
    r"(?!(?:The|Our|This|A|An|These|Each|All(?!\sWales)|One|First|Second|Third|^New(?!\sto\b)|In|At"
    r"|For|LGA?(?:['’]s)?|By|We|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
    r"|Through|Under|Via|On|From|With|Since|After|During|To|As|Of)\s)"
)
PEOPLE, BODIES = "people", frozenset(("councils", "authorities", "organisations", "places"))
# `send` says that somebody took part only if an offer follows: sent members to a workshop
OF_OFFER = "offer_"
# What becomes of those counted; of several, the weakest, which comes first, holds for all
STANDINGS = ("planned", "dropped_out", "signed_up", "took_part")
PLANNED = "planned"
# What became of peer challenges
STATUSES = ("delivered", PLANNED, "offered", "not_had")
OTHERS = "others"  # the kind of words for bodies whose programmes are not those of the papers
# A verb that says something else than taking part; `do so`, which says what was said before; and
# `stands at`, which says nothing of its own
OTHER, SAME, LEVEL = "other", "same", "level"


class Token(NamedTuple):
    """One word or mark of a text: as it is compared, and its place."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=TEXTS_KEPT)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and marks of a text, in small letters and with straight apostrophes.

    >>> [token.word for token in tokens_of("Didn’t 1,024 come?")]
    ["didn't", '1,024', 'come', '?']
    """
    found = TOKEN.finditer(text.replace("’", "'"))
    return tuple([Token(match[0].lower(), *match.span()) for match in found])


@dataclass(frozen=True, slots=True)
class Unit:
    """Those counted: the unit, and the standing that the word implies (`applicants`)."""

    unit: str
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of what somebody does about a programme or a peer challenge.

    Attributes:
        form: `base`, `present`, `past`, `participle`, `ing`, or `noun` for a phrase as it is.
        participation: The standing of those counted; `other` if it is no taking part, None if the
            verb says nothing of programmes, `offer_took_part` if it does so with an offer only.
        challenge: The same for a peer challenge: `delivered`, `planned`, `offered`, `other`.
        counted: Whether those counted are its `subject`, its `object`, `either`, or `both`: Mill
            sent nine members, and nine councils sent members.
    """

    form: str
    participation: str | None
    challenge: str | None
    counted: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that changes the meaning of a number or verb beside it, such as `not`."""

    kind: str
    value: str


Entry = Unit | Verb | Word


class Phrase(NamedTuple):
    """Registered words found in a text; first token, token after the last, what they may be."""

    first: int
    after: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class StatementWords:
    """Every phrase of the lexicon, by its tokens."""

    entries: dict[tuple[str, ...], tuple[Entry, ...]]
    offers: tuple[str, ...]
    _sizes: dict[str, list[int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        sizes: dict[str, set[int]] = {}
        for words in self.entries:
            sizes.setdefault(words[0], set()).add(len(words))
        longest_first = {word: sorted(found, reverse=True) for word, found in sizes.items()}
        object.__setattr__(self, "_sizes", longest_first)

    def find(self, tokens: Sequence[Token]) -> list[Phrase]:
        """Every registered phrase; one within a longer one of the same class is left out."""
        words = [token.word for token in tokens]
        found: list[Phrase] = []
        covered: dict[object, int] = {}
        for first, word in enumerate(words):
            for size in self._sizes.get(word, ()):
                known = self.entries.get(tuple(words[first : first + size]))
                if known is None or first + size > len(words):
                    continue
                entries = [each for each in known if covered.get(_class(each), 0) <= first]
                if entries:
                    found.append(Phrase(first, first + size, tuple(entries)))
                    for entry in entries:
                        covered[_class(entry)] = first + size
        return found

    def is_known(self, text: str) -> bool:
        """Whether a text is one word for an offer, or begins with a registered word: no name.

        `Course` is no name; `Course for New Mayors` may be one.
        """
        words = tuple(token.word for token in tokens_of(text))
        is_offer = len(words) == 1 and words[0] in self.offer_ends
        return is_offer or words[:1] in self.entries

    def ends_with(self, kind: str, text: str) -> bool:
        """Whether a text ends with a word of a kind."""
        words = tuple(token.word for token in tokens_of(text))
        return any(self._is_kind(kind, words[first:]) for first in range(len(words)))

    def begins_with(self, kind: str, text: str) -> bool:
        """Whether a text begins with a word of a kind."""
        words = tuple(token.word for token in tokens_of(text))
        return any(self._is_kind(kind, words[:after]) for after in range(1, len(words) + 1))

    def _is_kind(self, kind: str, words: tuple[str, ...]) -> bool:
        found = self.entries.get(words, ())
        return any(isinstance(entry, Word) and entry.kind == kind for entry in found)

    def unit_of(self, word: str) -> Unit | None:
        """The unit that one word or its plural names."""
        found = self.entries.get(tuple(token.word for token in tokens_of(word)), ())
        return next((entry for entry in found if isinstance(entry, Unit)), None)

    def joined(self, first: Unit, second: Unit) -> Unit:
        """The unit of `20 leaders and chief executives`: people of two kinds together."""
        if first.unit == second.unit or {first.unit, second.unit} & BODIES:
            return first
        return Unit(PEOPLE, first.standing)

    @cached_property
    def challenge_forms(self) -> dict[str, str]:
        """Short forms of peer challenges, in small letters, and the type that they stand for."""
        return {
            words[0]: entry.value
            for words, found in self.entries.items()
            for entry in found
            if isinstance(entry, Word) and entry.kind == "challenge_form"
        }

    @remembered
    def pattern_of(self, kind: str) -> WordPattern:
        """Finds the words of a kind in a text."""
        return word_pattern(r"\b(?:{})\b", map(" ".join, self._words_of(kind)))

    def _words_of(self, kind: str) -> Iterator[tuple[str, ...]]:
        return (words for words in self.entries if self._is_kind(kind, words))

    @cached_property
    def subject_words(self) -> frozenset[str]:
        """The last word of each unit: a sentence without one of them counts nobody by name."""
        return frozenset(
            words[-1]
            for words, found in self.entries.items()
            if any(isinstance(entry, Unit) for entry in found)
        )

    @cached_property
    def standings(self) -> dict[str, str]:
        """The standing that a unit implies, by unit."""
        units = (each for found in self.entries.values() for each in found)
        return {
            each.unit: each.standing for each in units if isinstance(each, Unit) and each.standing
        }

    @cached_property
    def offer_pattern(self) -> WordPattern:
        """Finds `regional planning workshop`: an offer with up to three words that name it."""
        stops = "|".join(sorted(words[0] for words in self._stops()))
        adjective = rf"\b(?!(?:{stops}|\w+ed)\b)[a-z][a-z-]*+\s++"
        offers = "|".join(map(re.escape, sorted(self.offers, key=len, reverse=True)))
        pattern = re.compile(rf"(?<![\w-])(?:{adjective}){{0,3}}\b(?:{offers})\b{NO_BODY}")
        return WordPattern(pattern, word_of_each(self.offers))

    @cached_property
    def offer_word(self) -> str:
        """A pattern for one word for an offer: `programme`, `sprint`."""
        return f"(?:{alternatives(self._offer_words)})"

    @cached_property
    def _offer_words(self) -> frozenset[str]:
        words = (words[0] for words in self._words_of("offer_name"))
        return frozenset([*words, *(offer for offer in self.offers if " " not in offer)])

    @cached_property
    def this_offer_pattern(self) -> re.Pattern[str]:
        """Finds `this two-day course`: what the heading names."""
        return re.compile(rf"\b[Tt]his\s(?:[\w-]+\s){{0,3}}?{self.offer_word}\b")

    @cached_property
    def anaphor_pattern(self) -> re.Pattern[str]:
        """Finds `a third event`, `the course`, `it`: an offer that was named before."""
        return re.compile(
            r"\b(?:[Ii]t|(?:the|this|that|first|second|third|next|last|another|both)"
            rf"\s(?:\w+\s){{0,2}}?{self.offer_word}s?)\b"
        )

    @cached_property
    def offer_ends(self) -> frozenset[str]:
        """The last word of each word for an offer: a sentence without one names no offer by it."""
        names = (words[-1] for words in self._words_of("offer_name"))
        ends = {*names, *(offer.split()[-1] for offer in self.offers)}
        return frozenset(ends | {f"{end}s" for end in ends})

    @cached_property
    def offer_stems(self) -> tuple[str, ...]:
        """Parts of words, of which each last word of an offer has one."""
        return word_of_each(self.offer_ends)

    @cached_property
    def any_offer(self) -> str:
        """A pattern for the words for an offer, those of several words too."""
        several = sorted((each for each in self.offers if " " in each), key=len, reverse=True)
        return f"(?:{'|'.join(map(re.escape, several))}|{self.offer_word})"

    @cached_property
    def offer_name_pattern(self) -> WordPattern:
        """Finds `Harbour Skills Programme`: capitalised words that end with one for an offer."""
        little = r"(?:(?:of|for|in|into|and|a|the|to|on|at|&)\s){0,2}"
        inner = rf"(?:\([A-Z]{{2,}}\)|{little}{CAPITALISED})"
        pattern = re.compile(
            rf"\b{NOT_IN_NAME}{CAPITALISED}(?:\s{inner}){{0,9}}"
            rf"\s(?i:{self.offer_word})s?\b{NO_BODY}"
        )
        return WordPattern(pattern, word_of_each(self._offer_words))

    def _stops(self) -> Iterator[tuple[str, ...]]:
        for words, entries in self.entries.items():
            if len(words) == 1 and words[0].isalpha():
                kinds = {each.kind for each in entries if isinstance(each, Word)}
                if kinds & {"stop", "plain"} or any(
                    isinstance(each, Verb) and each.form != "ing" for each in entries
                ):
                    yield words
        yield from ((word,) for word in NUMBER_WORDS if word.isalpha())


def load_statement_words(folder: Path) -> StatementWords:
    """Read units, verbs, other words and offers: `statement_*.csv`, `participation_*.csv`.

    Raises:
        RegisterError: A file or column is missing, or a verb has another number of forms.
    """
    entries: dict[tuple[str, ...], list[Entry]] = {}

    def add(phrase: str, entry: Entry) -> None:
        known = entries.setdefault(tuple(token.word for token in tokens_of(phrase)), [])
        if entry not in known:
            known.append(entry)

    for row in read_table(folder, "participation_units", ("printed", "unit", "status")):
        unit = Unit(row["unit"], row["status"] or None)
        add(row["printed"], unit)
        add(singular(row["printed"]), unit)
    for row in read_table(
        folder, "statement_verbs", ("phrase", "forms", "participation", "challenge", "counted")
    ):
        standing = (row["participation"] or None, row["challenge"] or None, row["counted"])
        for form, phrase in forms_of(folder, row["phrase"], row["forms"]):
            add(phrase, Verb(form, *standing))
    for row in read_table(folder, "statement_words", ("phrase", "kind", "value")):
        add(row["phrase"], Word(row["kind"], row["value"]))
        if row["kind"] == OTHERS:
            add(f"{row['phrase']}'s", Word(row["kind"], row["value"]))
    offers = tuple(row["phrase"] for row in read_table(folder, "participation_offers", ("phrase",)))
    return StatementWords({words: tuple(found) for words, found in entries.items()}, offers)


def singular(plural: str) -> str:
    """The word for one of them.

    >>> singular("authorities")
    'authority'
    """
    if plural == "people":
        return "person"
    return f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")


def _class(entry: Entry) -> object:
    """Of entries of one class the longest phrase is meant: `plan to` is no `plan`."""
    return entry.kind if isinstance(entry, Word) else type(entry)
