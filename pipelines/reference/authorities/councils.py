"""Finds the local authority that a printed name meant at a date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipelines.reference.authorities import council_lists, council_names
from pipelines.reference.authorities.council_index import Alias, Council, CouncilIndex
from pipelines.reference.phrases import Hit, PhraseFinder
from pipelines.reference.remembering import remembered
from pipelines.reference.slugs import fold, name_key

# "Weir City Council (Labour)", "Lea CC [Chair]": brackets after a name
AFTER_NAME = re.compile(r"(?:(?<!\s)\s++)?[(\[][^()\[\]]*+[)\]]?\s*+$")
MARKUP = re.compile(r"\*+")
# The stops of "Lea B.C." and "L.B. Weir"
STOPPED = re.compile(r"\b(?:[A-Z]\.){2,}|\b(?:[A-Z]\.)+[A-Z]\b")
# Joins the places of one name: "Weirshire, Leashire and Mill Combined Authority"
JOINT = re.compile(r"(?:,|(?<!\s))\s++(?:and|&)\s++(?:the\s+)?|,\s+", re.IGNORECASE)
EDGES = " \t\n,;:.-–—|"
# Two type words name an authority in lower case as well: "Weirshire county council"
LOWER_CASE_ENDINGS = (" county council", " district council", " borough council", " city council")
# How the short name of a fire authority ends
FIRE = " fire"


@dataclass(frozen=True, slots=True)
class CouncilMatch:
    """What a printed name resolved to.

    Attributes:
        council_id: None if no authority is meant, or if several are possible.
        name: The official name; without an authority, the printed text with white space folded.
        is_inferred: Whether the register's own alias was not enough.
        rule: `exact_alias`, `alias_of_other_date`, `fuzzy_alias`, `unknown` or `ambiguous`.
    """

    council_id: str | None
    name: str
    is_inferred: bool
    rule: str


# Start and end in a text, and the authority named there
Named = tuple[int, int, CouncilMatch]


@dataclass(frozen=True)
class Councils:
    """The register of local authorities of England and Wales, past and present."""

    index: CouncilIndex

    def get(self, council_id: str) -> Council:
        """The body of an id.

        Raises:
            KeyError: No body has this id.
        """
        return self.index.councils[council_id]

    @property
    def all(self) -> tuple[Council, ...]:
        """Every body, in the order of the ids."""
        return tuple(self.index.councils.values())

    @remembered
    def resolve(self, printed: str, on: date | None = None) -> CouncilMatch:
        """Say which authority a printed name meant.

        Args:
            printed: A name as printed in a cell or sentence.
            on: Day of the paper; None asks for today's bodies first, then for past ones.

        Returns:
            The match and the rule that made it. The name of a body other than a local
            authority is `unknown`, never the nearest authority.
        """
        text = fold(MARKUP.sub("", printed))
        for reading in dict.fromkeys((text, _trimmed(text))):
            match = self._of_key(name_key(reading), text, on)
            if match.rule != "unknown":
                return match
        return self._damaged(_trimmed(text), text, on)

    def find_exact(self, printed: str) -> tuple[str, str] | None:
        """The id and official name of the body with this name, now or in the past."""
        match = self.resolve(printed)
        if match.council_id is None or match.is_inferred:
            return None
        return match.council_id, match.name

    def bearers(self, printed: str, on: date | None = None) -> tuple[str, ...]:
        """Official names of all bodies that a printed name may mean on a day, in their order."""
        for reading in dict.fromkeys((printed, _trimmed(printed))):
            readings = self.index.aliases.get(name_key(reading), [])
            bodies = {alias.council_id for alias in readings if self._exists(alias, on)}
            if readings:
                found = bodies or self._at_date({alias.council_id for alias in readings}, on)
                return tuple(sorted(self.index.councils[body].name for body in found))
        return ()

    @remembered
    def is_known(self, printed: str, on: date | None = None) -> bool:
        """Whether a name is an alias of a body that exists on a day, if one is given."""
        readings = self.index.aliases.get(name_key(_trimmed(printed)), [])
        return any(on is None or self._exists(alias, on) for alias in readings)

    def split(self, text: str, count: int, on: date | None = None) -> list[str] | None:
        """Cut a run of names into its parts, see `council_lists.split_run`."""
        return council_lists.split_run(text, count, lambda part: self._worth(part, on))

    def find(self, text: str, on: date | None = None) -> tuple[Named, ...]:
        """Authorities named in running text by a full form, never by a bare place name.

        Returns:
            Start, end and match, in the order of the text.
        """
        return self._matches(text, self._full.find(text, self._reads_as_name), on)

    @remembered
    def find_bare(self, text: str, on: date | None = None) -> tuple[Named, ...]:
        """Like `find`, with bare place names too: only for text that is known to list authorities.

        Places in the name of another body ("Weir and Lea Combined Authority") are left out.
        """
        hits = self._bare.find(text, self._reads_as_name)
        return self._matches(text, self._without_other_bodies(text, hits), on)

    def find_fire(self, text: str, on: date | None = None) -> list[Named]:
        """Fire authorities named by their place alone: only for text about fire services."""
        return [
            (hit.start, hit.end, match)
            for hit in self._fire.find(text, self._reads_as_name)
            if (
                match := self._of_key(f"{hit.key}{FIRE}", fold(text[hit.start : hit.end]), on)
            ).council_id
        ]

    @cached_property
    def _full(self) -> PhraseFinder:
        """Finds the names that say what kind of body is meant."""
        return PhraseFinder(
            key for key, found in self.index.aliases.items() if any(a.is_full for a in found)
        )

    @cached_property
    def _bare(self) -> PhraseFinder:
        return PhraseFinder(self.index.aliases)

    @cached_property
    def _fire(self) -> PhraseFinder:
        places = (key.removesuffix(FIRE) for key in self.index.aliases if key.endswith(FIRE))
        return PhraseFinder(places)

    def _without_other_bodies(self, text: str, hits: list[Hit]) -> list[Hit]:
        kept: list[Hit] = []
        begins: int | None = None  # where the name of another body begins
        for hit in reversed(hits):
            is_place = not any(alias.is_full for alias in self.index.aliases[hit.key])
            is_joined = begins is not None and JOINT.fullmatch(text, hit.end, begins)
            if is_place and (is_joined or self.index.other_body.match(text, hit.end)):
                begins = hit.start
            else:
                kept.append(hit)
        return kept[::-1]

    def _matches(self, text: str, hits: Iterable[Hit], on: date | None) -> tuple[Named, ...]:
        return tuple(
            (hit.start, hit.end, self._of_key(hit.key, fold(text[hit.start : hit.end]), on))
            for hit in hits
        )

    def _reads_as_name(self, hit: Hit) -> bool:
        if not hit.words[0].text[0].isupper():
            return False
        if not hit.words[-1].text[0].isupper() and not hit.key.endswith(LOWER_CASE_ENDINGS):
            return False
        return all(word.text.isupper() for word in hit.words if word.key in self.index.short_forms)

    def _of_key(self, key: str, text: str, on: date | None) -> CouncilMatch:
        readings = self.index.aliases.get(key, [])
        if not readings:
            return _no_council(text, "unknown")
        present = [alias for alias in readings if self._exists(alias, on)]
        if present:
            firmest = min(alias.strength for alias in present)
            bodies = {alias.council_id for alias in present if alias.strength == firmest}
            return self._one_of(bodies, text, "exact_alias")
        return self._of_other_date({alias.council_id for alias in readings}, text, on)

    def _of_other_date(self, bodies: set[str], text: str, on: date | None) -> CouncilMatch:
        rule = "exact_alias" if on is None else "alias_of_other_date"
        return self._one_of(self._at_date(bodies, on), text, rule)

    def _at_date(self, bodies: set[str], on: date | None) -> set[str]:
        """The bodies that represent, on a day, bodies that do not exist then.

        Their predecessors or successors that exist. A body without a successor, or a future body
        that several will form, represents itself.
        """
        if on is None:
            return bodies
        standing = {
            other
            for council_id in bodies
            for other in self.index.related[council_id]
            if self.index.councils[other].exists_on(on)
        }
        is_past = all(self.index.councils[council_id].is_past_on(on) for council_id in bodies)
        return standing if len(standing) == 1 or (standing and is_past) else bodies

    def _damaged(self, reading: str, text: str, on: date | None) -> CouncilMatch:
        repaired = council_names.repaired(name_key(reading))
        if repaired in self.index.aliases:
            match = self._of_key(repaired, text, on)
            if match.council_id is not None:
                return CouncilMatch(match.council_id, match.name, True, "fuzzy_alias")
        damaged = council_names.take_apart(reading, self.index.forms)
        if damaged is None or damaged.base in self.index.aliases:
            # A correct place with another type is a different body, not damage: a city's parish
            return _no_council(text, "unknown")
        candidates = {
            base: alive
            for base, bodies in self.index.forms[damaged.form].items()
            if (alive := frozenset(b for b in bodies if self.index.councils[b].exists_on(on)))
        }
        bodies = council_names.nearest(damaged.base, candidates)
        return self._one_of(set(bodies), text, "fuzzy_alias")

    def _one_of(self, bodies: set[str], text: str, rule: str) -> CouncilMatch:
        if len(bodies) == 1:
            council = self.index.councils[next(iter(bodies))]
            return CouncilMatch(council.council_id, council.name, rule != "exact_alias", rule)
        return _no_council(text, "ambiguous" if bodies else "unknown")

    def _exists(self, alias: Alias, on: date | None) -> bool:
        return self.index.councils[alias.council_id].exists_on(on)

    def _worth(self, part: str, on: date | None) -> council_lists.Worth:
        readings = self.index.aliases.get(name_key(part), [])
        if readings:
            if any(alias.is_full for alias in readings):
                return council_lists.Worth.FULL_NAME
            return council_lists.Worth.BARE_NAME
        if council_names.take_apart(part, self.index.forms) is not None:
            match = self.resolve(part, on)
            return (
                council_lists.Worth.DAMAGED_NAME
                if match.council_id
                else council_lists.Worth.UNKNOWN_COUNCIL
            )
        return council_lists.Worth.OTHER


def _no_council(text: str, rule: str) -> CouncilMatch:
    return CouncilMatch(None, text, False, rule)


def _trimmed(text: str) -> str:
    name = AFTER_NAME.sub("", fold(MARKUP.sub("", text))).strip(EDGES)
    return STOPPED.sub(lambda initials: initials[0].replace(".", ""), name)
