"""Reads a person's printed name: title, name, post-nominals, seat, party, authority."""

import re
from dataclasses import dataclass

from pipelines.reference.authorities.councils import Councils
from pipelines.reference.people.parties import Parties
from pipelines.reference.people.person_names import PARTICLES, SUFFIX, NameWords
from pipelines.reference.people.roles import Roles
from pipelines.reference.people.surname_first import given_first
from pipelines.reference.remembering import remembered
from pipelines.reference.slugs import fold, slug

# "(Teal Group)", "[Chair]", and at the end of a cell "(Vice-" whose rest is lost
BRACKET = re.compile(r"[(\[]([^()\[\]]*)(?:[)\]]|$)")
# "Cllr Ann Bee, Mr Cee Dee and Eff Gee"; "Cllr Ann Bee; Cllr Cee Dee"
SEPARATOR = re.compile(r"(?:(?<!\s)\s++)?[,;]\s*|(?<!\s)\s++(?:&|and)\s+")
# "Cllr Ann Bee, Chair", "Cllr Ann Bee – Weir CC"
REMARK = re.compile(r",|\s[–—-]\s")
# "CllrAnn Bee", "J.Bee": a title or an initial that lost the space after it
GLUED = re.compile(r"\b(?:Cllr|Clir|CIIr|[A-Z])(?:\.(?=[A-Z][a-z])|(?<=r)(?=[A-Z][a-z]))")
MARKUP = re.compile(r"\*+|_{2,}")
# "0'Bee": the O that recognition of characters took for a nought
NOUGHT = re.compile(r"\b0(?=['’][A-Z])")
EDGES = " \t,;:.–—-|/"
# Given name and surname at least; more than five words is a sentence or two people
FEWEST_WORDS, MOST_WORDS = 2, 5
FEWEST_SHOUTED = 4  # letters of a surname in capitals; fewer may be initials or post-nominals


@dataclass(frozen=True, slots=True)
class Person:
    """A person as printed, taken apart.

    Attributes:
        name: Given names and surname.
        title: Such as `Cllr Mrs`, in canonical spelling.
        honours: Post-nominals, one space between them.
        role: Seat given in a bracket or after a comma (`capacity` of the contract).
        party: Party or group given in a bracket, canonical.
        council: Official name of the authority given in a bracket or after a comma.
    """

    name: str
    title: str | None = None
    honours: str | None = None
    role: str | None = None
    party: str | None = None
    council: str | None = None


@dataclass(slots=True)
class _Told:
    """Facts about a person from brackets and remarks after commas."""

    role: str | None = None
    party: str | None = None
    council: str | None = None


@dataclass(frozen=True)
class People:
    """Reads names of people with the help of the registers."""

    words: NameWords
    roles: Roles
    parties: Parties
    councils: Councils

    @remembered
    def parse(self, printed: str) -> Person | None:
        """Take a printed name apart; None if the text does not look like one person.

        A bracket that was cut off ("(Vice-") leaves the name readable and the role unknown.
        """
        text = given_first(_spaced(printed).strip(EDGES))
        told = _Told()
        for match in BRACKET.finditer(text):
            self._read_remark(match[1], told)
        plain = self._without_council(fold(BRACKET.sub(" ", text)).strip(EDGES), told)
        head, *remarks = (part.strip(EDGES) for part in REMARK.split(plain))
        titles, rest = self._without_titles(head.split())
        honours, rest = self._without_suffixes(rest)
        for remark in remarks:
            if not self._take_remark(remark, told, honours) and not titles:
                return None
        if titles and titles[-1] in self.words.peerages and (len(rest) == 1 or "of" in rest):
            name = self._peer(titles.pop(), rest)
        else:
            name = self._name(rest, bool(titles))
        if name is None:
            return None
        return Person(
            name=name,
            title=" ".join(titles) or None,
            honours=" ".join(honours) or None,
            role=told.role,
            party=told.party,
            council=told.council,
        )

    def looks_like_person(self, printed: str) -> bool:
        """Whether `parse` would read a person."""
        return self.parse(printed) is not None

    def split(self, text: str) -> list[str]:
        """Cut a run of names at their titles; lists with commas and "and" are cut as well.

        Consecutive titles belong together ("Cllr Mrs Cee Dee"), a title that is a surname stays
        one ("Cllr Ann Lord JP"), and nobody begins in a bracket ("(for Cllr Cee Dee)").
        """
        words = _spaced(text).split()
        parts: list[list[str]] = [[]]
        index = 0
        while index < len(words):
            found = self.words.title_at(words, index)
            if found is None:
                parts[-1].append(words[index])
                index += 1
                continue
            if self._starts_person(parts[-1], words, index, found):
                parts.append([])
            parts[-1].extend(words[index : index + found[1]])
            index += found[1]
        return [name for part in parts for name in self._listed(" ".join(part))]

    def same_given_name(self, one: str, other: str) -> bool:
        """Whether the first words of two names may be the same given name (Sue, Susan)."""
        if not one.strip() or not other.strip():
            return False
        return self.words.same_given_name(one.split()[0], other.split()[0])

    def councillor_id(self, name: str) -> str:
        """The id of a person: a slug of the name without title and post-nominals."""
        return slug(name)

    def _listed(self, text: str) -> list[str]:
        """The names of a list with commas; the whole text if not every part is a name."""
        whole = _without_and(text)
        parts = [part for part in SEPARATOR.split(whole) if part]
        if len(parts) > 1 and all(self.looks_like_person(part) for part in parts):
            return parts
        return [whole] if whole else []

    def _starts_person(
        self, before: list[str], words: list[str], index: int, found: tuple[str, int]
    ) -> bool:
        title, size = found
        if _is_in_bracket(" ".join(before), " ".join(words[index:])):
            return False
        names = [word for word in before if self.words.honour(word) is None]
        _, names = self._without_titles(names)
        if title == "Cllr":
            return bool(names)
        following = words[index + size : index + size + 1]
        is_last = not following or self.words.honour(following[0]) is not None
        if is_last or following[0][0] in "([" or not following[0][0].isupper():
            return False
        return len(names) >= FEWEST_WORDS

    def _without_titles(self, words: list[str]) -> tuple[list[str], list[str]]:
        titles: list[str] = []
        index = 0
        while (found := self.words.title_at(words, index)) is not None:
            if len(words) - index - found[1] < 1:
                break
            titles.append(found[0])
            index += found[1]
        return titles, words[index:]

    def _without_suffixes(self, words: list[str]) -> tuple[list[str], list[str]]:
        """Post-nominals at the end, other capitals there dropped."""
        honours: list[str] = []
        rest = list(words)
        shouted = all(word.isupper() for word in words)
        while len(rest) > FEWEST_WORDS or (rest and self.words.honour(rest[-1])):
            honour = self.words.honour(rest[-1])
            if honour is not None:
                honours.insert(0, honour)
            elif shouted or not SUFFIX.match(rest[-1]):
                break
            rest.pop()
        return honours, rest

    def _without_council(self, text: str, told: _Told) -> str:
        """A name without an authority that ran over from the next cell."""
        matches = self.councils.find(text) if len(text.split()) > FEWEST_WORDS else []
        if not matches:
            return text
        start, end, match = matches[-1]
        before = text[:start].strip(EDGES)
        if end != len(text) or match.council_id is None or len(before.split()) <= FEWEST_WORDS:
            return text
        told.council = told.council or match.name
        return before

    def _peer(self, title: str, words: list[str]) -> str | None:
        """A peer is called by the title: "Lady Bee", "Lord Bee of Dee"."""
        surnames = [word for word in words if word != "of"]
        if not 1 <= len(surnames) <= MOST_WORDS or words[0] == "of" or words[-1] == "of":
            return None
        if not all(self.words.may_be_name([word], 0, True) for word in surnames):
            return None
        return " ".join((title, *words))

    def _name(self, words: list[str], is_titled: bool) -> str | None:
        if not FEWEST_WORDS <= len(words) <= MOST_WORDS or words[-1].lower() in PARTICLES:
            return None
        if not all(self.words.may_be_name(words, i, is_titled) for i in range(len(words))):
            return None
        if not words[0][0].isupper() or len(words[-1].strip(".")) < 2:
            return None
        name = " ".join(_lowered(words)).strip(EDGES)
        if self.parties.resolve(name) or self.roles.resolve(name):
            return None
        if self.councils.is_known(name):
            return None
        return name

    def _take_remark(self, remark: str, told: _Told, honours: list[str]) -> bool:
        """Read one part after a comma; False if it has no known meaning."""
        found = [self.words.honour(word) for word in remark.split()]
        if remark and all(found):
            honours.extend(honour for honour in found if honour)
            return True
        return self._read_remark(remark, told)

    def _read_remark(self, remark: str, told: _Told) -> bool:
        role = self.roles.resolve(remark)
        party = self.parties.resolve(remark)
        if role is not None:
            told.role = told.role or role.role
        elif party is not None:
            told.party = told.party or party.party
        else:
            match = self.councils.resolve(remark)
            if match.council_id is None:
                return False
            told.council = told.council or match.name
        return True


def _spaced(text: str) -> str:
    """A printed name without markup, with its lost spaces restored."""
    return fold(GLUED.sub(r"\g<0> ", NOUGHT.sub("O", MARKUP.sub(" ", text))))


def _is_in_bracket(before: str, after: str) -> bool:
    """Whether an open bracket is closed again; a bracket that was cut off holds nobody else."""
    closing = next((mark for mark in after if mark in "()"), None)
    return before.count("(") > before.count(")") and closing == ")"


def _without_and(text: str) -> str:
    """A name without the "and", comma or dash that joins it to its neighbours."""
    words = text.strip(EDGES).split()
    while words and words[-1].lower() in ("and", "&"):
        words.pop()
    while words and words[0].lower() in ("and", "&"):
        words.pop(0)
    return " ".join(words).strip(" ,;:")


def _lowered(words: list[str]) -> list[str]:
    """The words of a name without the capitals of the whole of it, or of the surname."""
    if _is_shouted(words):
        return [word.title() for word in words]
    *given, surname = words
    is_shouted = surname.isupper() and len(surname) >= FEWEST_SHOUTED
    return [*given, surname.title()] if is_shouted else words


def _is_shouted(words: list[str]) -> bool:
    return all(word.isupper() for word in words) and all(len(word) > 1 for word in words)
