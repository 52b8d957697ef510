"""Reads damaged names of authorities: high threshold, clear margin, same type word.

Only full names are tried ("Weir and Lea District Council"). Without the type word, a damaged name
is not enough to distinguish an authority from other bodies.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from pipelines.reference.authorities.council_index import Form
from pipelines.reference.slugs import name_key

# Per cent of characters that two short names share. One wrong letter in ten costs 10; in a short
# name one wrong letter makes another place, so it is not forgiven there.
LEAST_SCORE = 90.0
# Points by which the best must beat the next: Herefordshire and Hertfordshire are 92 alike
LEAST_MARGIN = 5.0
# The first word carries the name; at least this many per cent of it must agree
LEAST_FIRST_WORD = 80.0
# Words that distinguish neighbours: none of them may ever differ
DIRECTIONS = frozenset({"north", "south", "east", "west", "mid", "central", "upper", "greater"})
# Type words that recognition of characters may damage by one letter ("Councll", "Dlstrict")
REPAIRABLE = (
    "council",
    "county",
    "district",
    "borough",
    "metropolitan",
    "london",
    "authority",
    "unitary",
)
# Too short a word to be repaired anywhere but before "council": "Oity Council"
CITY = "city"
WORDS_KEPT = 2_000  # a run of names is tried with each of its words in many stretches
# Letters that character recognition confuses: "Weirdaie" is "Weirdale"
LOOKALIKES = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o"})


@dataclass(frozen=True, slots=True)
class DamagedName:
    """A printed name taken apart: the type phrase and what is distinctive."""

    form: Form
    base: str


def repaired(key: str) -> str:
    """Correct type words with one wrong letter.

    >>> repaired("weir and lea borongh councll")
    'weir and lea borough council'
    """
    words = [_repaired_word(word) for word in key.split(" ")]
    for place, (word, following) in enumerate(pairwise(words)):
        if following == "council" and len(word) == len(CITY) and _is_one_off(word, CITY):
            words[place] = CITY
    return " ".join(words)


@lru_cache(maxsize=WORDS_KEPT)
def _repaired_word(word: str) -> str:
    if word in REPAIRABLE or len(word) < 5:
        return word
    for whole in REPAIRABLE:
        if _is_one_off(word, whole):
            return whole
    return word


def _is_one_off(word: str, whole: str) -> bool:
    return Levenshtein.distance(word, whole, score_cutoff=1) <= 1


def take_apart(printed: str, forms: dict[Form, dict[str, frozenset[str]]]) -> DamagedName | None:
    """Split a printed name into its longest known type phrase and the rest; None without one."""
    words = tuple(repaired(name_key(printed)).split(" "))
    found: DamagedName | None = None
    for form in forms:
        if form.after and form.after[-1] != words[-1]:  # as most
            continue
        first, last = len(form.before), len(words) - len(form.after)
        if (
            first < last
            and words[last:] == form.after
            and words[:first] == form.before
            and form.length > (found.form.length if found else 0)
        ):
            found = DamagedName(form, " ".join(words[first:last]))
    return found


def nearest(base: str, candidates: dict[str, frozenset[str]]) -> frozenset[str]:
    """The bodies that the damaged short name must mean; empty if none is close enough.

    Args:
        base: The distinctive part as printed, as a key.
        candidates: Short names used with the same type phrase, and their bodies.
    """
    folded = {short: short.translate(LOOKALIKES) for short in candidates}
    ranked = process.extract(
        base.translate(LOOKALIKES), folded, scorer=fuzz.ratio, score_cutoff=LEAST_SCORE, limit=None
    )
    if not ranked:
        return frozenset()
    _, best_score, best = ranked[0]
    bodies = candidates[best]
    for _, score, short in ranked[1:]:
        if candidates[short] != bodies and best_score - score < LEAST_MARGIN:
            return frozenset()
    return bodies if _agree(base, best) else frozenset()


def _agree(printed: str, registered: str) -> bool:
    ours, theirs = printed.split(" "), registered.split(" ")
    same_side = [w for w in ours if w in DIRECTIONS] == [w for w in theirs if w in DIRECTIONS]
    same_start = printed[0].translate(LOOKALIKES) == registered[0].translate(LOOKALIKES)
    first = fuzz.ratio(ours[0].translate(LOOKALIKES), theirs[0].translate(LOOKALIKES))
    return same_side and same_start and first >= LEAST_FIRST_WORD
