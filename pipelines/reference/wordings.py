"""Words for uptake and peer challenges, read from `data/reference`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from pipelines.reference.csv_tables import RegisterError, read_table

# Matches nothing, for a register without lines
NOTHING = r"(?!)"
# Words allowed between a number and its unit: 20 newly elected and ambitious councillors
MOST_BETWEEN = 5
# Words before `workshop` that are not part of its name
NO_ADJECTIVE = (
    r"the|an?|our|their|its|this|these|that|those|each|every|all|of|in|on|to|and|or|for|at|with|by|from"
    r"|through|as|under|via|will|who|which|first|second|third|next|new|latest|recent|various|series"
    r"|attend\w*|offer\w*|provid\w*|deliver\w*|run|ran|held|h[ao]ld|join\w*|complet\w*|receiv\w*"
    r"|we|have|has|had|one|two|three|four|five|six|seven|eight|nine|ten|is|are|was|were|been|free"
)
MOST_ADJECTIVES = 3  # words that belong to `workshop` in `our regional planning workshop`


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word for those counted: the word, its unit, and the status that it implies."""

    printed: str
    unit: str
    status: str | None


@dataclass(frozen=True, slots=True)
class UptakeVerb:
    """A phrase for somebody's status in a programme.

    Attributes:
        phrase: The words, in lower case.
        is_done: False for a bare form, which has a meaning only after `will`.
        status: took_part, signed_up, planned or dropped_out.
        side: The position of those counted: `before` the verb, `after` it or `either`.
    """

    phrase: str
    is_done: bool
    status: str
    side: str


@dataclass(frozen=True)
class UptakeWording:
    """Everything for reading a sentence about uptake; each pattern is compiled once."""

    units: tuple[UnitWord, ...]
    verbs: tuple[UptakeVerb, ...]
    offers: tuple[str, ...]

    @cached_property
    def verb_pattern(self) -> re.Pattern[str]:
        """Finds each phrase of `verbs`."""
        return re.compile(rf"\b(?:{any_of(verb.phrase for verb in self.verbs)})\b", re.IGNORECASE)

    @cached_property
    def verbs_by_phrase(self) -> dict[str, UptakeVerb]:
        """The verb of each phrase."""
        return {verb.phrase: verb for verb in self.verbs}

    @cached_property
    def units_by_word(self) -> dict[str, UnitWord]:
        """The unit of each word, in lower case as printed: `councillors`."""
        return {unit.printed.lower(): unit for unit in self.units}

    @cached_property
    def units_by_any_word(self) -> dict[str, UnitWord]:
        """The same with words for one: `councillor`."""
        of_one = {singular(word): unit for word, unit in self.units_by_word.items()}
        return of_one | self.units_by_word

    @cached_property
    def unit_pattern(self) -> re.Pattern[str]:
        """Finds ` newly elected councillors`; the group `between` is the text before `unit`."""
        return _counted(self.units_by_word)

    @cached_property
    def unit_of_one_pattern(self) -> re.Pattern[str]:
        """Finds ` newly elected councillor`."""
        return _counted(map(singular, self.units_by_word))

    @cached_property
    def offer_pattern(self) -> re.Pattern[str]:
        """Finds `regional planning workshop`: an offer with the words that name it."""
        adjective = rf"\b(?!(?:{NO_ADJECTIVE})\b)[a-z][a-z-]*+\s++"
        offers = any_of(self.offers)
        return re.compile(rf"(?:{adjective}){{0,{MOST_ADJECTIVES}}}\b(?:{offers})\b")


@dataclass(frozen=True, slots=True)
class ChallengeWord:
    """The start of a word that gives the type of a peer challenge."""

    pattern: re.Pattern[str]
    challenge_type: str


@dataclass(frozen=True, slots=True)
class ChallengeTypes:
    """The register of types of peer challenge, the one that decides first."""

    words: tuple[ChallengeWord, ...]

    def first_in(self, text: str) -> str | None:
        """The type that a text gives; None if it gives none."""
        return next((word.challenge_type for word in self.words if word.pattern.search(text)), None)


def load_uptake_wording(folder: Path) -> UptakeWording:
    """Units, verbs and offers: `participation_units.csv`, `_verbs.csv` and `_offers.csv`."""
    units = read_table(folder, "participation_units", ("printed", "unit", "status"))
    verbs = read_table(folder, "participation_verbs", ("phrase", "form", "status", "side"))
    offers = read_table(folder, "participation_offers", ("phrase",))
    return UptakeWording(
        units=tuple(UnitWord(row["printed"], row["unit"], row["status"] or None) for row in units),
        verbs=tuple(
            UptakeVerb(row["phrase"], row["form"] == "done", row["status"], row["side"])
            for row in verbs
        ),
        offers=tuple(row["phrase"] for row in offers),
    )


def load_challenge_types(folder: Path) -> ChallengeTypes:
    """Read the register of types of peer challenge: `challenge_types.csv`.

    Raises:
        RegisterError: A pattern is not a regular expression.
    """
    path = folder / "challenge_types.csv"
    rows = read_table(folder, "challenge_types", ("printed", "challenge_type"))
    return ChallengeTypes(
        tuple(
            ChallengeWord(_beginning(path, row["printed"]), row["challenge_type"]) for row in rows
        )
    )


def any_of(phrases: Iterable[str]) -> str:
    r"""A regular expression for any of the phrases, the longest first, white space free.

    Those with one first letter are grouped: a search asks for few letters at each place.
    Without phrases it matches nothing.

    >>> any_of(["took", "went", "took part"])
    't(?:ook\\s+part|ook)|w(?:ent)'
    """
    ordered = sorted(set(phrases), key=lambda phrase: (phrase[0], -len(phrase), phrase))
    return (
        "|".join(
            f"{re.escape(first)}(?:{'|'.join(_spaced(phrase[1:]) for phrase in same)})"
            for first, same in groupby(ordered, key=lambda phrase: phrase[0])
        )
        or NOTHING
    )


def singular(plural: str) -> str:
    """The word for one of them.

    >>> singular("authorities")
    'authority'
    """
    if plural == "people":
        return "person"
    return f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")


def _counted(units: Iterable[str]) -> re.Pattern[str]:
    between = rf"(?P<between>(?:[^\W\d][\w'’()/&-]*+,?\s++){{0,{MOST_BETWEEN}}}?)"
    return re.compile(rf"(?<!\s)\s++{between}(?P<unit>{any_of(units)})\b", re.IGNORECASE)


def _beginning(path: Path, printed: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"\b{printed}", re.IGNORECASE)
    except re.error as error:
        raise RegisterError(path, f"{printed!r} is no regular expression: {error}") from error


def _spaced(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split(" ")))
