"""Reads the names of forgotten people, and finds them in the text of papers."""

import re
from collections.abc import Iterable

from pipelines.reference.people.people import People
from pipelines.reference.people.person_names import NameWords
from pipelines.reference.slugs import ascii_lower
from pipelines.runtime.errors import NotAName

# Spoken titles, in addition to those of the register
SPOKEN_TITLES = ("Councillors?", "Cllrs?")


def read_name(printed: str, people: People) -> str:
    """Given name and surname of a printed name, without title and honours.

    Args:
        printed: The name as somebody wrote it.
        people: The register that reads names.

    Raises:
        NotAName: The text is not a given name and surname.
    """
    person = people.parse(printed)
    if person is None:
        raise NotAName(printed)
    return person.name


def names_pattern(names: Iterable[str], words: NameWords) -> str:
    """A pattern, for Python and DuckDB alike, that finds these people in words.

    It finds the given name, its other forms and its initial before the surname, the surname before
    the given name, and the surname after a title; letters of the surname may be doubled or not.

    Args:
        names: Given name and surname of each.
        words: The registers of titles and of the forms of given names.
    """
    return "(?i)" + "|".join(_person_pattern(name, words) for name in sorted(names))


def _person_pattern(name: str, words: NameWords) -> str:
    given, *_, surname = name.split()
    plain = ascii_lower(given).strip(" .")
    forms = sorted({plain, given.lower(), *words.variants.get(plain, ())}, key=len, reverse=True)
    alternatives = "|".join([*(re.escape(form) for form in forms), rf"{plain[0]}\.?"])
    titles = "|".join([*SPOKEN_TITLES, *sorted({re.escape(t) for t in words.titles.values()})])
    last = _surname_pattern(surname)
    before = rf"(?:(?:{titles})\.?\s+)*"
    return (
        rf"\b{before}(?:{alternatives})\s+(?:[^\W\d_][\w'’.-]*\s+){{0,2}}?{last}\b"
        rf"|\b(?:(?:{titles})\.?\s+)+{last}\b"
        rf"|\b{last},\s*{before}(?:{alternatives})\b"
    )


def _surname_pattern(surname: str) -> str:
    squeezed = re.sub(r"(.)\1", r"\1", surname.lower())
    return "".join(_letter_pattern(character) for character in squeezed)


def _letter_pattern(character: str) -> str:
    if character in "'’`":
        return r"['’`]?\s?"
    if character == "-":
        return r"[-\s]"
    return re.escape(character) + "{1,2}"
