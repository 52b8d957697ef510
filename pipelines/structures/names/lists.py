"""Names in a row, as minutes print them: with shared titles, seats, parties and substitutes."""

from dataclasses import dataclass, replace

from pipelines.documents import Passage
from pipelines.reference.people.people import Person
from pipelines.reference.people.person_names import SUFFIX
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import ascii_lower
from pipelines.structures.names.breaks import is_initials, is_seat, name_parts
from pipelines.structures.names.one_name import has_title, job_behind, read_person, surname_alone
from pipelines.structures.names.patterns import (
    BRACKET,
    CLERK,
    COUNCILLOR,
    DASH,
    FOLLOWS,
    IN_PERSON,
    JOB,
    JOB_FIRST,
    JOINED,
    LAST_BRACKET,
    OFFICE_FIRST,
    SEAT_ELSEWHERE,
    SHARED_TITLE,
    STANDS_IN,
    VIRTUAL,
    WARD,
    WORDS_OF_PROSE,
)
from pipelines.structures.names.texts import ready_to_cut


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One name of a row.

    Attributes:
        is_councillor: Whether the title is a councillor's.
        mode: `virtual` or `in_person` if a bracket says so.
        stands_in_for: The name of the person who is replaced.
        remark: Any other remark, such as a job or an organisation.
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


def read_names(passage: Passage, registers: Registers, title: str = "") -> NameList:
    """Read a row of names such as `Councillors Ann Bee (Chair), Cee and Mrs Dee`.

    A surname alone counts as a name if it follows a title. Other words after a name are a remark
    on that person. Sentences are not read. A title for the whole row may come before it.
    """
    text = ready_to_cut(passage.text)
    if WORDS_OF_PROSE.search(BRACKET.sub(" ", text)):
        return NameList((), False)
    reader = _RowReader(registers, title, has_marks="," in text or ";" in text)
    for part in name_parts(text, registers):
        start, end = part.start, part.end
        if part.is_told and reader.people:
            reader.tell(text[start:end])
        else:
            reader.read(text[start:end], passage.part(start, end), text[end : end + 3])
    return NameList(tuple(reader.people), bool(reader.people) and reader.strays == 0)


class _RowReader:
    """Reads the parts of a row one by one; a title or a job may come before its names."""

    def __init__(self, registers: Registers, title: str, *, has_marks: bool = False) -> None:
        self.people: list[NamedPerson] = []
        self.strays = 0
        self._registers = registers
        self._title = title
        self._job: str | None = None
        self._given: str | None = None
        self._elsewhere: str | None = None
        self._before = ""
        self._has_marks = has_marks

    def read(self, words: str, passage: Passage, separator: str) -> None:
        """Read one part; `separator` is the text between it and the next."""
        words = self._after_office(words, separator)
        is_behind_dash = self._has_marks and bool(DASH.match(self._before))
        self._before = separator
        shared = SHARED_TITLE.match(words)
        if shared:
            self._title, words = "Cllr", words[shared.end() :]
        if not words.strip(" .()[]") or self._is_honour(BRACKET.sub("", words)):
            for bracket in BRACKET.findall(words) if self.people else ():
                self.tell(bracket)
            return
        is_titled = has_title(words, self._registers)
        is_told = self.people and not is_titled and not self._goes_on_by_surname(words)
        # Commas part the names of such a row, so a dash parts a name from a place or a seat.
        is_behind_dash = is_behind_dash and self._job is None
        is_seated = is_behind_dash or is_seat(words, self._registers)
        if is_told and (is_seated or self._is_body(words)):
            self._given = None
            self.tell(words)
            return
        title = "" if self._job else self._title
        if not title and self._shares_surname(words, separator):
            self._given = words.strip()
            return
        person = read_person(words, title, self._registers)
        if person:
            self._add_partner(person, passage)
            is_councillor = bool(COUNCILLOR.search(BRACKET.sub("", words)))
            shares = bool(title) and not is_titled and not CLERK.search(words)
            is_councillor = is_councillor or shares
            named = told_in_brackets(person, words, is_councillor, passage, self._registers)
            job = self._job or job_behind(person, words) or self._sits_elsewhere(words, is_titled)
            self.people.append(_told(named, job, self._registers) if job else named)
            # Untitled names after this one share its title, also past a Mrs Bee in the row.
            self._title = "Cllr" if COUNCILLOR.match(words.strip()) else self._title
            self._job = None
        elif self.people and _is_told(self.people[-1], words, self._registers):
            self.tell(words)
        else:
            self.strays += 1

    def _sits_elsewhere(self, words: str, is_titled: bool) -> str | None:
        """The seat in another council before a name, or before a whole row."""
        match = SEAT_ELSEWHERE.match(words.strip())
        if match or is_titled:
            self._elsewhere = match[0] if match and match["all"] else None
        return match[0] if match else self._elsewhere

    def _shares_surname(self, words: str, separator: str) -> bool:
        """Whether a given name is alone before another: Ann & Cy Dee."""
        given = words.strip()
        is_name = given.istitle() and " " not in given and not JOB.search(given)
        return bool(JOINED.match(separator)) and is_name and self._may_begin(given)

    def _may_begin(self, given: str) -> bool:
        words = self._registers.people.words
        return words.may_be_name([given, "Dee"], 0, False) and words.title_at([given], 0) is None

    def _add_partner(self, person: Person, passage: Passage) -> None:
        """Add the person who shares the surname, if a lone given name came before."""
        given, self._given = self._given, None
        names = person.name.split()
        if given and len(names) > 1 and person.title is None:
            partner = Person(f"{given} {names[-1]}")
            self.people.append(NamedPerson(partner, False, None, None, None, passage))

    def _after_office(self, words: str, separator: str) -> str:
        """The part without the office before the name; empty if the name is the next part."""
        plain = words.strip()
        if has_title(words, self._registers):
            return words
        job = JOB_FIRST.match(f"{plain} A")
        if job:
            is_bare = job.end() > len(plain)
            is_next = FOLLOWS.match(separator) or JOINED.match(self._before)
            if is_bare and self.people and not is_next:
                return words  # a remark on the name before, as in Ann Bee, the Clerk
            self._job = job["job"]
            return "" if is_bare else plain[job.end() :]
        joined = OFFICE_FIRST.match(plain)
        if joined and self._is_office(joined["office"]):
            self._job = joined["office"]
            return plain[joined.end() :]
        is_told = self.people and DASH.match(self._before)
        if DASH.match(separator) and not is_told and self._is_office(plain):
            self._job = plain
            return ""
        return words

    def _is_office(self, words: str) -> bool:
        role = self._registers.roles.resolve(words)
        return bool((role and role.status is None) or JOB.search(words))

    def _goes_on_by_surname(self, words: str) -> bool:
        """Whether a list of surnames continues: Cllrs Bee, Dee and Stafford, not the borough."""
        plain = BRACKET.sub("", words).split()
        if not self._title or len(plain) != 1 or len(self.people[-1].person.name.split()) != 1:
            return False
        if self._is_body(words):
            return False
        registers = self._registers
        return registers.roles.resolve(plain[0]) is None and not registers.parties.resolve(plain[0])

    def _is_body(self, words: str) -> bool:
        """Whether words are a body's or ward's, not a name: Cllr Dee, DCC; A Dee, Harbour Ward."""
        name = self.people[-1].person.name
        if WARD.match(words.strip()):
            return name.split()[0].replace(".", "").isupper()
        return bool(SUFFIX.match(words.strip())) and name in self.people[-1].passage.text

    def _is_honour(self, words: str) -> bool:
        return bool(self.people) and all(map(self._registers.people.words.honour, words.split()))

    def tell(self, words: str) -> None:
        """Take words as a remark on the person named before them."""
        seats = [
            each
            for each in LAST_BRACKET.findall(words)
            if STANDS_IN.search(each) or is_seat(each, self._registers)
        ]
        words_away = self._registers.roll_words
        for bracket in LAST_BRACKET.findall(words):
            if words_away.apologies.search(bracket) or words_away.absent.search(bracket):
                self.people[-1] = replace(self.people[-1], remark=bracket)
        for told in (words, *seats):
            self.people[-1] = _told(self.people[-1], told, self._registers)


def told_in_brackets(
    person: Person, words: str, is_councillor: bool, passage: Passage, registers: Registers
) -> NamedPerson:
    """Read the brackets after a name: who is replaced, how the person attended, a remark."""
    named = NamedPerson(person, is_councillor, None, None, None, passage)
    for bracket in BRACKET.findall(words):
        inside = bracket.strip("()[] ")
        for each in [inside] if STANDS_IN.search(inside) else inside.split(","):
            is_party = registers.parties.resolve(each) is not None
            if is_party or not is_initials(each.strip(), person.name):
                named = _told(named, each, registers)
    return named


def told_in_cell(named: NamedPerson, words: str, registers: Registers) -> NamedPerson:
    """Read a cell beside a name: a seat, an authority, a group, a remark, and its brackets.

    Of words with commas only an authority counts: the seat in `Chair, Harbour Trust` is of a body.
    """
    for bracket in BRACKET.findall(words):
        named = _told(named, bracket.strip("()[] "), registers)
    plain = " ".join(BRACKET.sub(" ", words).split())
    parts = [part.strip() for part in plain.split(",")]
    for part in parts if len(parts) > 1 else ():
        council = registers.councils.resolve(part)
        if council.council_id is not None:
            told = named.person.council or council.name
            named = replace(named, person=replace(named.person, council=told))
    return _told(named, plain, registers) if plain else named


def _is_ward(name: str, registers: Registers) -> bool:
    """Whether words are a ward, and not a person such as Ann Ward."""
    is_given = ascii_lower(name.split()[0]) in registers.people.words.variants
    return bool(WARD.match(name)) and not (is_given or has_title(name, registers))


def _is_told(named: NamedPerson, words: str, registers: Registers) -> bool:
    """Whether words after a name are a remark on that person: a seat, a party, a job, a reason."""
    told = _told(named, words, registers)
    return told.person != named.person or told.remark is not None or told != named


def _told(named: NamedPerson, words: str, registers: Registers) -> NamedPerson:
    # A seat may have a bracket of its own: Chair (Harbour Trust).
    words = (BRACKET.sub("", words).strip(" .*") or words).strip(" .()[]*")
    stands_in = STANDS_IN.search(words)
    if stands_in and not _is_ward(stands_in["name"], registers):
        name = stands_in["name"]
        other = read_person(name, "", registers)
        if other is None and not has_title(name, registers):
            other = surname_alone(f"Mr {name}", registers)
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
