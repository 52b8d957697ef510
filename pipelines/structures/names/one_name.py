"""One name of a row: with its titles, with a surname alone, before a job or a seat."""

from dataclasses import replace

from pipelines.reference.people.people import Person
from pipelines.reference.people.person_names import PARTICLES
from pipelines.reference.registers import Registers
from pipelines.structures.names.patterns import (
    ACRONYM,
    BEFORE_JOB,
    BEFORE_TITLE,
    BRACKET,
    FEWEST_LETTERS,
    IN_THE_CHAIR,
    JOB,
    LONGEST_NAME,
    MEMBER_TITLE,
    SEAT_FIRST,
    SITS_ELSEWHERE,
)

# Stops, and signs that a legend explains: +Ann Bee, * Cy Dee
SIGNS = " .:*+#^~†‡"


def read_person(words: str, title: str, registers: Registers) -> Person | None:
    """The person that the words name, with a title that the row shares; None if they name none."""
    people = registers.people
    words = IN_THE_CHAIR.sub(" (Chair)", words.strip(SIGNS))
    seat = SEAT_FIRST.match(words)
    words = words if seat else BEFORE_TITLE.sub("", words)
    words = MEMBER_TITLE.sub("", words) if not JOB.search(words) else words
    words = SITS_ELSEWHERE.sub("", words)
    if not words or words[0] in "([":
        return None
    if seat:
        behind = BEFORE_TITLE.sub("", words[seat.end() :])
        person = read_person(
            behind if has_title(behind, registers) else f"Mr {behind}", "", registers
        )
        role = registers.roles.resolve(seat["seat"])
        return replace(person, role=role.role) if person and role else None
    is_titled = has_title(words, registers)
    job = JOB.search(BRACKET.sub("", words))
    if job and not is_titled:
        return None
    person = people.parse(words)
    if job and (person is None or _is_job(person, registers)):
        return _before_job(words, registers)
    if person is not None and (title or has_title(words, registers) or _is_name(person)):
        return person
    if title and not has_title(words, registers):
        words = f"{title} {words}"
    if has_title(words, registers):
        return (
            people.parse(words) or surname_alone(words, registers) or _before_seat(words, registers)
        )
    return _before_seat(BRACKET.sub("", words), registers)


def _is_job(person: Person, registers: Registers) -> bool:
    """Whether a name holds a job; the name of a job may be a surname, as in Ann Clerk."""
    *given, surname = person.name.split()
    is_surname = registers.people.words.is_surname(surname) and len(given) == 1
    return bool(JOB.search(" ".join(given) if is_surname else person.name))


def _before_seat(words: str, registers: Registers) -> Person | None:
    """The name that a seat or a body follows without a comma: `Ann Bee Co-opted Member`."""
    printed = words.split()
    for start in range(2, len(printed)):
        role = registers.roles.resolve(" ".join(printed[start:]))
        is_body = start + 1 < len(printed) and ACRONYM.match(printed[start])
        person = registers.people.parse(" ".join(printed[:start])) if role or is_body else None
        if person:
            return replace(person, role=role.role) if role else person
    return None


def _before_job(words: str, registers: Registers) -> Person | None:
    """The name that a job follows without a comma: `Mr A Bee Deputy Clerk`."""
    printed = words.split()
    job = next(n for n, word in enumerate(printed) if JOB.search(word))
    for end in range(min(job, LONGEST_NAME), 1, -1):
        person = registers.people.parse(" ".join(printed[:end]))
        if person is not None and not BEFORE_JOB.search(person.name):
            return person
    return None


def job_behind(person: Person, words: str) -> str | None:
    """The job after a name without a comma; None if there is none."""
    behind = words.rpartition(person.name.split()[-1])[2]
    return behind.strip() if JOB.search(BRACKET.sub("", behind)) else None


def _is_name(person: Person) -> bool:
    """Whether an untitled reading holds a given name or an initial and a surname; no HBWT West."""
    given, *others = person.name.split()
    is_body = bool(ACRONYM.match(given)) and not "".join(others).isupper()
    return bool(others) and not is_body


def surname_alone(words: str, registers: Registers) -> Person | None:
    """A person named by title and surname alone; the bracket may give the seat and the party."""
    plain = BRACKET.sub(" ", words).split()
    rest = list(plain)
    while (found := registers.people.words.title_at(rest, 0)) and found[1] < len(rest):
        rest = rest[1:]  # a title that is last is a surname, as in Cllr Mayor
    while len(rest) > 1 and registers.people.words.honour(rest[-1]):
        rest = rest[:-1]
    particles = [word for word in rest[:-1] if word in PARTICLES]
    if len(rest) != 1 + len(particles) or len(rest) == len(plain):
        return None
    surname = rest[-1].strip(".,;:*")
    may_be = registers.people.words.may_be_name(["A", surname], 1, True) if surname else False
    if not may_be or len(surname) <= FEWEST_LETTERS or not surname[0].isupper():
        return None
    # The bracket is read as it is for a person with a given name.
    whole = registers.people.parse(f"Ann {surname} {' '.join(BRACKET.findall(words))}")
    name = " ".join([*particles, surname.title() if surname.isupper() else surname])
    return replace(whole, name=name) if whole else Person(name)


def has_title(words: str, registers: Registers) -> bool:
    """Whether words begin with a title."""
    return registers.people.words.title_at(words.split(), 0) is not None
