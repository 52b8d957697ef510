"""Names in a row, as minutes print them: with titles shared, seats, parties and stand-ins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.documents import Passage
from pipelines.reference.people import Person
from pipelines.reference.registers import Registers

# "; ", ", ", " and ", " & ": what stands between two names outside brackets
BETWEEN = re.compile(r"\s*(?:[;,•·]|\s[–—]\s|\s-\s|\band\b(?!\s+\w+\s*\))|&)\s*")
BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]?")
# Councillors, Cllrs, Messrs: a title that all names after it share
SHARED_TITLE = re.compile(r"^(?:councillors|cllrs|cllr’s|cllr's|members|messrs)\b[.:]?\s*", re.I)
COUNCILLOR = re.compile(r"\b(?:councillors?|cllrs?|alderm[ae]n)\b", re.IGNORECASE)
# Councillor Ann Bee in the Chair: a seat without comma or bracket
IN_THE_CHAIR = re.compile(r"\s+(?:was\s+)?\(?in the chair\)?$", re.IGNORECASE)
# A title that begins the next name where nothing stands between two
TITLE = re.compile(r"^(?:Cllrs?|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?$")
WORD = re.compile(r"\S+")
# "County Councillor Ann Bee", "the Leader, Cllr Ann Bee": words before the title
BEFORE_TITLE = re.compile(
    r"^(?:the\s+)?(?:(?:county|district|borough|city|town|parish|ward|unitary|independent|deputy"
    r"|portfolio|cabinet|vice[- ]chair\w*|chair\w*|leader|mayor|also|both|from|with)\s+)+"
    r"(?=(?:councillors?|cllrs?)\b)",
    re.IGNORECASE,
)
# (substitute for Cllr Ann Bee), in place of Mr Bee, substituting for Councillor Bee
STANDS_IN = re.compile(
    r"\b(?:(?:named\s+)?substitut\w*|subst?\.?|deputi[sz]\w+|stand\w*\s+in|deputy|in\s+place|"
    r"on\s+behalf|replacing|vice)\s*(?:for|of)?\s+(?P<name>(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)"
    r"\b.*)$",
    re.IGNORECASE,
)
VIRTUAL = re.compile(
    r"\b(?:virtual\w*|remote\w*|online|on-line|zoom|(?:ms\s+|via\s+)teams|video\w*|telephone|skype"
    r"|dial\w* in)\b",
    re.IGNORECASE,
)
IN_PERSON = re.compile(r"\bin person\b", re.IGNORECASE)
# Head of Planning, Clerk to the Council: what an officer does; "Tide Office" is where one works
JOB = re.compile(
    r"\b(?:heads?|director|manager|offic(?!es?\b)\w+|clerk|secretary|chief|executive|advis[eo]r|solicitor"
    r"|engineer|accountant|auditor|planner|lawyer|assistant|leader|lead|co-?ordinator|surveyor"
    r"|treasurer|rfo|consultant|administrator|principal|specialist|analyst|partner)\b",
    re.IGNORECASE,
)
# Deputy Clerk, Parish Clerk, Democratic Services Officer: what goes before the word for a job
BEFORE_JOB = re.compile(
    r"\b(?:deputy|parish|town|council|senior|interim|acting|corporate|democratic|services?|planning"
    r"|finance|strategic|assistant|committee|district|borough|county)\b",
    re.IGNORECASE,
)
WORDS_OF_PROSE = re.compile(
    r"\b(?:was|were|had|has|have|is|are|been|that|will|welcomed|noted|reported|declared|asked"
    r"|attended|left|arrived|thanked|explained|said|would|who)\b"
)
LONGEST_NAME = 6  # words of a name with its titles
FEWEST_LETTERS = 2  # of a surname


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One name of a row.

    Attributes:
        is_councillor: Whether the title says so.
        mode: `virtual` or `in_person` where a bracket says so.
        stands_in_for: The name of whom the person stands in for.
        remark: What else is said, such as a job or an organisation.
        passage: The words to quote.
    """

    person: Person
    is_councillor: bool
    mode: str | None
    stands_in_for: str | None
    remark: str | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a stretch of text, and whether it holds little else."""

    people: tuple[NamedPerson, ...]
    is_pure: bool


def read_names(passage: Passage, registers: Registers) -> NameList:
    """Read a row of names such as `Councillors Ann Bee (Chair), Cee and Mrs Dee`.

    A surname alone counts as a name where a title stands before it. What follows a name and is
    none is said of that person. Nothing is read of a sentence.
    """
    people: list[NamedPerson] = []
    title = ""
    strays = 0
    plain = BRACKET.sub(" ", passage.text)
    if WORDS_OF_PROSE.search(plain):
        return NameList((), False)
    for start, end in _parts(passage.text, registers):
        words = passage.text[start:end]
        shared = SHARED_TITLE.match(words)
        if shared:
            title, words = "Cllr", words[shared.end() :]
        if people and not _has_title(words, registers) and _is_seat(words, registers):
            people[-1] = _told(people[-1], words, registers)
            continue
        found = _person(words, title, registers)
        if found:
            is_councillor = bool(COUNCILLOR.search(BRACKET.sub("", words))) or (
                bool(title) and not _has_title(words, registers)
            )
            title = _next_title(words, title)
            people.append(_named(found, words, is_councillor, passage.part(start, end), registers))
        elif people and _is_told(people[-1], words, registers):
            people[-1] = _told(people[-1], words, registers)
        elif words.strip(" ."):
            strays += 1
    return NameList(tuple(people), bool(people) and strays == 0)


def _parts(text: str, registers: Registers) -> Iterator[tuple[int, int]]:
    """Where each name stands: between separators, and from title to title where names run on."""
    for start, end in _separated(text):
        cuts = [start]
        inside = [match.span() for match in BRACKET.finditer(text, start, end)]
        for match in WORD.finditer(text, start, end):
            if any(first <= match.start() < last for first, last in inside):
                continue
            before = text[cuts[-1] : match.start()].split()
            names = [word for word in before if not registers.people.words.title_at([word], 0)]
            if TITLE.match(match[0]) and len(names) > 1 and names[-1][0] != "(":
                cuts.append(match.start())
        yield from zip(cuts, [*cuts[1:], end], strict=True)


def _separated(text: str) -> Iterator[tuple[int, int]]:
    """The parts between separators; a separator in a bracket parts nothing."""
    inside = [match.span() for match in BRACKET.finditer(text)]
    start = 0
    for match in BETWEEN.finditer(text):
        if any(first <= match.start() < last for first, last in inside):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _person(words: str, title: str, registers: Registers) -> Person | None:
    people = registers.people
    words = BEFORE_TITLE.sub("", IN_THE_CHAIR.sub(" (Chair)", words.strip(" .:*")))
    if not words or words[0] in "([":
        return None
    is_titled = _has_title(words, registers)
    job = JOB.search(BRACKET.sub("", words))
    if job and not is_titled:
        return None
    person = people.parse(words)
    if job and (person is None or JOB.search(person.name)):
        return _before_job(words, registers)
    if person is not None and (title or _has_title(words, registers) or _is_name(person)):
        return person
    if title and not _has_title(words, registers):
        words = f"{title} {words}"
    if _has_title(words, registers):
        return people.parse(words) or _surname(words, registers)
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


def _is_name(person: Person) -> bool:
    """Whether an untitled reading holds a given name or an initial and a surname."""
    return len(person.name.split()) > 1


def _surname(words: str, registers: Registers) -> Person | None:
    """A person named by title and surname alone; the bracket may tell the seat and the party."""
    plain = BRACKET.sub(" ", words).split()
    rest = list(plain)
    while rest and registers.people.words.title_at(rest, 0):
        rest = rest[1:]
    while len(rest) > 1 and registers.people.words.honour(rest[-1]):
        rest = rest[:-1]
    if len(rest) != 1 or len(rest) == len(plain):
        return None
    surname = rest[0].strip(".,;:*")
    may_be = registers.people.words.may_be_name(["A", surname], 1, True) if surname else False
    if not may_be or len(surname) <= FEWEST_LETTERS or not surname[0].isupper():
        return None
    # The bracket is read as it is for a person with a given name.
    whole = registers.people.parse(f"Ann {surname} {' '.join(BRACKET.findall(words))}")
    name = surname.title() if surname.isupper() else surname
    return replace(whole, name=name) if whole else Person(name)


def _has_title(words: str, registers: Registers) -> bool:
    first = words.split()
    return bool(first) and registers.people.words.title_at(first, 0) is not None


def _next_title(words: str, title: str) -> str:
    """The title that an untitled name after this one shares, also past a Mrs Bee in the row."""
    return "Cllr" if COUNCILLOR.match(words.strip()) else title


def _named(
    person: Person, words: str, is_councillor: bool, passage: Passage, registers: Registers
) -> NamedPerson:
    named = NamedPerson(person, is_councillor, None, None, None, passage)
    for bracket in BRACKET.findall(words):
        inside = bracket.strip("()[] ")
        for each in [inside] if STANDS_IN.search(inside) else inside.split(","):
            named = _told(named, each, registers)
    return named


def _is_seat(words: str, registers: Registers) -> bool:
    """Whether words after a name are a role, a party or an authority."""
    words = words.strip(" .()[]*")
    return bool(
        registers.roles.resolve(words)
        or registers.parties.resolve(words)
        or registers.councils.resolve(words).council_id
    )


def _is_told(named: NamedPerson, words: str, registers: Registers) -> bool:
    """Whether words after a name are said of that person: a seat, a party, a job, a reason."""
    told = _told(named, words, registers)
    return told.person != named.person or told.remark is not None or told != named


def _told(named: NamedPerson, words: str, registers: Registers) -> NamedPerson:
    words = words.strip(" .()[]*")
    stands_in = STANDS_IN.search(words)
    if stands_in:
        other = _person(stands_in["name"], "", registers)
        return replace(named, stands_in_for=other.name if other else None)
    if VIRTUAL.search(words):
        return replace(named, mode="virtual")
    if IN_PERSON.search(words):
        return replace(named, mode="in_person")
    role, party = registers.roles.resolve(words), registers.parties.resolve(words)
    if role:
        return replace(named, person=replace(named.person, role=named.person.role or role.role))
    if party:
        told = named.person.party or party.party
        return replace(named, person=replace(named.person, party=told))
    council = registers.councils.resolve(words)
    if council.council_id is not None:
        told = named.person.council or council.name
        return replace(named, person=replace(named.person, council=told))
    return replace(named, remark=named.remark or words or None)
