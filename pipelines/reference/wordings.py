"""Words by which papers speak of uptake and of peer challenges, read from `data/reference`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from pipelines.reference.tables import read_table

FOLDER = Path(__file__).resolve().parents[2] / "data" / "reference"


@dataclass(frozen=True, slots=True)
class UnitWord:
    """Who or what is counted: the word printed, the unit it means, a status the word implies."""

    printed: str
    unit: str
    status: str | None


@dataclass(frozen=True, slots=True)
class UptakeVerb:
    """A phrase that says how somebody stands to a programme.

    Attributes:
        phrase: The words, in lower case.
        is_done: False for a bare form, which tells nothing until `will` stands before it.
        status: took_part, signed_up, planned or dropped_out.
        side: Where the counted stand: `before` the verb, `after` it or `either`.
    """

    phrase: str
    is_done: bool
    status: str
    side: str


@dataclass(frozen=True, slots=True)
class UptakeWording:
    """All that is needed to read a sentence about uptake."""

    units: tuple[UnitWord, ...]
    verbs: tuple[UptakeVerb, ...]
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChallengeWord:
    """The beginning of a word that tells the type of a peer challenge."""

    printed: str
    challenge_type: str


@cache
def load_uptake_wording(folder: Path = FOLDER) -> UptakeWording:
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


@cache
def load_challenge_words(folder: Path = FOLDER) -> tuple[ChallengeWord, ...]:
    """The types of peer challenge, the one that decides first: `challenge_types.csv`."""
    rows = read_table(folder, "challenge_types", ("printed", "challenge_type"))
    return tuple(ChallengeWord(row["printed"], row["challenge_type"]) for row in rows)


def any_of(phrases: Iterable[str]) -> str:
    r"""A regular expression for any of the phrases, the longest first, white space free.

    Those with one first letter stand together: a search asks for few letters at each place.

    >>> any_of(["took", "went", "took part"])
    't(?:ook\\s+part|ook)|w(?:ent)'
    """
    ordered = sorted(set(phrases), key=lambda phrase: (phrase[0], -len(phrase), phrase))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(_spaced(phrase[1:]) for phrase in same)})"
        for first, same in groupby(ordered, key=lambda phrase: phrase[0])
    )


def _spaced(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split(" ")))
