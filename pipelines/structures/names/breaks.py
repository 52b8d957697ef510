"""Finds the start of each name in a row, with or without marks between the names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.reference.registers import Registers
from pipelines.reference.slugs import ascii_lower
from pipelines.structures.names.patterns import (
    BETWEEN,
    BRACKET,
    JOB,
    LONGEST_NAME,
    OFFICE_AHEAD,
    SEAT_ELSEWHERE,
    TITLE,
    WORD,
)

# Ann, O'Bee, Mrs, van: the words of a run of names
RUN_WORD = re.compile(
    r"^(?:[A-Z](?:[a-z]*+[-'’][A-Z])?[A-Za-z]*+(?<=[a-z])\.?|van|von|de|der|la|le)$"
)
# AB, ABn: the letters by which minutes name a person later
INITIALS = re.compile(r"^[A-Z]{2,4}[a-z]?$")
# A Bee, A. B. Cee: letters and a surname
NEXT_NAME = re.compile(r"(?:[A-Z]\.?\s+){1,3}(?:Mc|Mac|O['’])?[A-Z][a-z]")
# Bee, O'Bee, (late): the end of a name before the letters of the next
AFTER_NAME = re.compile(r"[a-z)\]]$")
# A, A., AB: given names by their letters alone
GIVEN_LETTER = re.compile(r"^[A-Z]\.?$")
# Bath and North East Somerset, Telford & Wrekin: a join that may be within a name
JOIN = re.compile(r"\b(?:and|a)\b|&", re.IGNORECASE)
NAMES_OF_TWO = 4  # words
GIVEN_LETTERS = re.compile(r"^(?:[A-Z]\.?){1,3}$")


@dataclass(frozen=True, slots=True)
class NamePart:
    """A stretch that may hold a name; `is_told` if it can only be a remark on the name before."""

    start: int
    end: int
    is_told: bool = False


def name_parts(text: str, registers: Registers) -> Iterator[NamePart]:
    """Cut a row at separators; if names run on, cut at titles and initials."""
    for start, end in _separated(text, registers):
        cuts = [start]
        if _is_run(text[start:end]) or _are_two(text[start:end], registers):
            yield from _run_parts(text, start, end, registers)
            continue
        inside = [match.span() for match in BRACKET.finditer(text, start, end)]
        for match in WORD.finditer(text, start, end):
            if any(first <= match.start() < last for first, last in inside):
                continue
            if _begins(text, cuts[-1], match, end, registers):
                cuts.append(match.start())
        for first, last in zip(cuts, [*cuts[1:], end], strict=True):
            yield from _after_initials(text, first, last, registers)


def _is_run(words: str) -> bool:
    """Whether a stretch is names one after the other, with nothing but capitals between them."""
    run = words.split()
    return len(run) > LONGEST_NAME and all(RUN_WORD.match(word) for word in run)


def _are_two(words: str, registers: Registers) -> bool:
    """Whether four words are two names that have lost their comma: Ann Bee Cy Dee."""
    run = words.split()
    if len(run) != NAMES_OF_TWO or not all(RUN_WORD.match(word) for word in run):
        return False
    variants = registers.people.words.variants
    return [ascii_lower(word) in variants for word in run] == [True, False, True, False]


def _run_parts(text: str, start: int, end: int, registers: Registers) -> Iterator[NamePart]:
    """The names of a run: pairs of words, or if that does not work out, up to given names."""
    known = registers.people.words
    words = list(WORD.finditer(text, start, end))
    titles = [known.title_at([word[0]], 0) is not None for word in words]
    plain = [word[0][0].isupper() and not title for word, title in zip(words, titles, strict=True)]
    given = [ascii_lower(word[0]) in known.variants for word in words]
    are_pairs = sum(plain) % 2 == 0
    first, names = start, 0
    for number, word in enumerate(words):
        is_third = not are_pairs and not given[number] and any(given[number + 1 : number + 2])
        if names >= 2 and (titles[number] or (plain[number] and not is_third)):
            yield NamePart(first, word.start())
            first, names = word.start(), 0
        names += plain[number]
    yield NamePart(first, end)


def is_seat(words: str, registers: Registers) -> bool:
    """Whether words after a name are a role, a party or an authority."""
    words = words.strip(" .()[]*")
    return bool(
        registers.roles.resolve(words)
        or registers.parties.resolve(words)
        or registers.councils.resolve(words).council_id
    )


def is_initials(text: str, name: str) -> bool:
    """Whether letters are the initials of a name, which the minutes use for the person later."""
    if not (text.isalpha() and text.isupper()):
        return False
    return text[0] + text[-1] == name[0] + name.split()[-1][0]


def _begins(text: str, start: int, word: re.Match[str], end: int, registers: Registers) -> bool:
    """Whether a word begins the next name, or the seat of this one."""
    office = OFFICE_AHEAD.match(text, start, end)
    before = text[office.end() if office else start : word.start()].split()
    names = [each for each in before if not registers.people.words.is_title(each)]
    fewest = 1 if before and TITLE.match(before[0]) else 2
    is_open = bool(names) and names[-1][0] == "(" and names[-1][-1] != ")"
    elsewhere = SEAT_ELSEWHERE.match(text, word.start(), end)
    if elsewhere and names and text[elsewhere.end() : end].strip():
        return True
    if names and OFFICE_AHEAD.match(text, word.start(), end):
        return True
    if TITLE.match(word[0]) and len(names) >= fewest and not is_open:
        return _is_before_name(text[word.end() : end], registers)
    if len(names) > 1 and GIVEN_LETTER.match(word[0]) and AFTER_NAME.search(names[-1]):
        # A Bee C Dee: letters of the next name, after a surname; the end is not a name
        return len(names[-1]) > 1 and NEXT_NAME.match(text, word.start(), end) is not None
    if not names or names[-1][-1] not in ")]" or len(names) < 3:
        return False
    rest = BRACKET.split(text[word.start() : end])[0].strip()
    if JOB.search(rest):
        return bool(JOB.match(rest))
    is_named = is_initials(names[-1].strip("()[]"), " ".join(names[:-1]))
    return is_seat(rest, registers) or _is_name(rest, is_named, registers)


def _is_before_name(rest: str, registers: Registers) -> bool:
    """Whether a name follows a title.

    In `Cllr Ann Lord MBE (Chair)` it is a surname, in `Ann Bee, County Councillor` a seat.
    """
    word = next(iter(rest.split()), "(")
    return word[0] not in "([" and registers.people.words.honour(word) is None


def _is_name(words: str, is_after_initials: bool, registers: Registers) -> bool:
    """Whether words after a bracket can only be a name, by what begins it or by the bracket."""
    given = words.partition(" ")[0]
    is_given = GIVEN_LETTERS.match(given) or ascii_lower(given) in registers.people.words.variants
    return bool(is_given or is_after_initials) and registers.people.looks_like_person(words)


def _after_initials(text: str, start: int, end: int, registers: Registers) -> Iterator[NamePart]:
    """A stretch without the initials of its name, and cut there where more words follow them."""
    letters = _initials(text, start, end, registers)
    if letters is None:
        yield NamePart(start, end)
        return
    yield NamePart(start, letters.start())
    if not text[letters.end() : end].strip():
        return
    if _initials(text, letters.end(), end, registers) is None:
        yield NamePart(letters.end(), end, is_told=True)
    else:
        yield from _after_initials(text, letters.end(), end, registers)


def _initials(text: str, start: int, end: int, registers: Registers) -> re.Match[str] | None:
    """The initials after the name at the start of a stretch; None if there are none."""
    names: list[str] = []
    for match in WORD.finditer(text, start, end):
        letters = match[0].strip("()[]")
        if INITIALS.match(letters) and len(names) > 1 and letters[0] == names[0][0]:
            follows = text[match.end() : end].strip()
            is_honour = registers.people.words.honour(letters) and follows[:1] in ("", "(", "[")
            return match if names[-1][0] in letters[1:] and not is_honour else None
        if not match[0][0].isupper():
            return None
        if names or registers.people.words.title_at([match[0]], 0) is None:
            names.append(match[0])
    return None


def _separated(text: str, registers: Registers) -> Iterator[tuple[int, int]]:
    """The parts between separators; those in brackets or within a council's name are ignored."""
    inside = [match.span() for match in BRACKET.finditer(text)]
    if JOIN.search(text):
        inside += [(start, end) for start, end, _ in registers.councils.find_bare(text)]
    start = 0
    for match in BETWEEN.finditer(text):
        if any(first <= match.start() < last for first, last in inside):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)
