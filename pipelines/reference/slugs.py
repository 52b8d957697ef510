"""Readable ids and comparison keys made from printed names."""

import re
import unicodedata
from functools import lru_cache

# "Borough of Mill & Weir", "St. Ann's-on-Lea": words, an ampersand counting as one
WORD = re.compile(r"&|[^\W_]+(?:['’`][^\W_]+)*")
# Papers use the same few thousand words
WORDS_KEPT = 50_000
NAMES_KEPT = 5_000  # a name is looked up among people, seats, parties and authorities in turn
FEWEST_LETTERS = 6  # the letters of a shorter name may be those of other words
NOT_SLUG = re.compile(r"[^a-z0-9]+")
APOSTROPHES = str.maketrans("", "", "'’`")


def fold(text: str) -> str:
    """Make every run of white space one space, and none at the ends."""
    return " ".join(text.split())


def ascii_lower(text: str) -> str:
    """Drop accents and apostrophes, fold case, spell out the ampersand."""
    plain = unicodedata.normalize("NFKD", text.translate(APOSTROPHES))
    return plain.encode("ascii", "ignore").decode().lower().replace("&", " and ")


def slug(text: str) -> str:
    """Make a readable id of a name.

    >>> slug("Mair O'Weir-Jones")
    'mair-oweir-jones'
    >>> slug("Parks & Ponds Board")
    'parks-and-ponds-board'
    """
    return NOT_SLUG.sub("-", ascii_lower(text)).strip("-")


@lru_cache(maxsize=WORDS_KEPT)
def word_key(word: str) -> str:
    """One word as it is compared: `Councils` and `Council's` count as `council`."""
    key = ascii_lower(word).strip()
    return "council" if key == "councils" else key


@lru_cache(maxsize=NAMES_KEPT)
def name_key(text: str) -> str:
    """A name as it is compared: case, accents, hyphens and punctuation folded, no leading "the".

    >>> name_key("The Mill-on-Lea & Weir  Council")
    'mill on lea and weir council'
    """
    words = [word_key(word) for word in WORD.findall(text)]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def letters_of(key: str) -> str:
    """The key of a long name without its spaces, which a page may lose, or add where a cell ends.

    >>> letters_of("harbour skills"), letters_of("har bour skills")
    ('harbourskills', 'harbourskills')
    """
    letters = key.replace(" ", "")
    return letters if len(letters) >= FEWEST_LETTERS else key
