"""The register of authorities: bodies, their aliases, and their successors."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path

from pipelines.reference.csv_tables import is_valid_on, read_date, read_table
from pipelines.reference.slugs import name_key

# "north east weirshire": points of the compass, which papers shorten to their initials
COMPASS = re.compile(r"\b(?:north|south|east|west)\b")
# The space in "n e weirshire"
JOINED_INITIALS = re.compile(r"(?<=\b[ns]) (?=[ew]\b)")
# Forms that name a body other than a local authority: "Weirshire Combined Authority"
OTHER_BODY = "other_body"
# Words that mark an alias without a form as an authority, not a place
TYPE_WORDS = frozenset({"council", "authority", "borough", "corporation", "brigade", "cyngor"})


class Strength(IntEnum):
    """How firmly an alias belongs to its body; if two bodies share it, the firmer one wins."""

    OFFICIAL = 0
    LISTED = 1
    FORMED = 2


@dataclass(frozen=True, slots=True)
class Council:
    """One local authority as a legal body; `valid_to` is its last day."""

    council_id: str
    gss_code: str | None
    name: str
    short_name: str
    region: str
    nation: str
    council_type: str
    valid_from: date | None
    valid_to: date | None

    def exists_on(self, on: date | None) -> bool:
        """Whether the body exists on a day; without a day, whether it has no known end."""
        if on is None:
            return self.valid_to is None
        return is_valid_on(on, self.valid_from, self.valid_to)

    def is_past_on(self, on: date) -> bool:
        """Whether the body was abolished before a day."""
        return self.valid_to is not None and self.valid_to < on


@dataclass(frozen=True, slots=True)
class Form:
    """How to build a name from a short name: words before and after, and whether it is full."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    is_full: bool

    @property
    def length(self) -> int:
        """How many words the form adds."""
        return len(self.before) + len(self.after)


@dataclass(frozen=True, slots=True)
class Alias:
    """One reading of an alias key."""

    council_id: str
    strength: Strength
    is_full: bool


@dataclass(frozen=True, slots=True)
class CouncilIndex:
    """All data about names of authorities, ready for lookup.

    Attributes:
        councils: By id.
        aliases: By alias key: who may be meant.
        forms: For each full form, the short names used with it and the bodies of those names.
        related: For each body, all its predecessors and successors.
        short_forms: Words of forms that are printed in capitals (`cc`, `mbc`).
        other_body: Matches words that turn a place before them into the name of another body.
    """

    councils: dict[str, Council]
    aliases: dict[str, list[Alias]]
    forms: dict[Form, dict[str, frozenset[str]]]
    related: dict[str, frozenset[str]]
    short_forms: frozenset[str]
    other_body: re.Pattern[str]


def load_index(folder: Path) -> CouncilIndex:
    """Read the register of authorities."""
    councils = _read_councils(folder)
    groups, short_forms = _read_forms(folder)
    aliases: dict[str, dict[str, Alias]] = defaultdict(dict)
    formed: dict[Form, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))

    def add(key: str, alias: Alias) -> None:
        known = aliases[key].get(alias.council_id)
        if known is None:
            aliases[key][alias.council_id] = alias
        else:
            aliases[key][alias.council_id] = Alias(
                alias.council_id,
                min(known.strength, alias.strength),
                known.is_full or alias.is_full,
            )

    for council in councils.values():
        add(name_key(council.name), Alias(council.council_id, Strength.OFFICIAL, True))
        add(name_key(council.short_name), Alias(council.council_id, Strength.LISTED, False))
    for council_id, listed in _read_listed(folder):
        is_full = not TYPE_WORDS.isdisjoint(listed.split(" "))
        add(listed, Alias(council_id, Strength.LISTED, is_full))
    for council_id, short_name, group in _read_short_names(folder, councils):
        base = name_key(short_name)
        for form in groups[group]:
            for spelling in (base, *_with_initials(base)):
                key = " ".join((*form.before, spelling, *form.after))
                add(key, Alias(council_id, Strength.FORMED, form.is_full))
            if form.is_full:
                formed[form][base].add(council_id)
    return CouncilIndex(
        councils=councils,
        aliases={key: list(found.values()) for key, found in aliases.items()},
        forms={
            form: {base: frozenset(ids) for base, ids in bases.items()}
            for form, bases in formed.items()
        },
        related=_read_relations(folder, councils),
        short_forms=short_forms,
        other_body=_ending_pattern(groups.get(OTHER_BODY, [])),
    )


def _read_listed(folder: Path) -> list[tuple[str, str]]:
    """Bodies and the keys of aliases that are used as they are."""
    rows = read_table(folder, "council_aliases", ("council_id", "alias", "forms"))
    return [(row["council_id"], name_key(row["alias"])) for row in rows if not row["forms"]]


def _read_short_names(folder: Path, councils: dict[str, Council]) -> list[tuple[str, str, str]]:
    """Bodies, their short names, and the group of forms that papers use with each."""
    rows = read_table(folder, "council_aliases", ("council_id", "alias", "forms"))
    return [
        (council.council_id, council.short_name, council.council_type)
        for council in councils.values()
        if council.council_type not in ("fire", "national_park")
    ] + [(row["council_id"], row["alias"], row["forms"]) for row in rows if row["forms"]]


def _with_initials(base: str) -> tuple[str, ...]:
    """A short name with compass points as initials, joined and apart; usually there is none.

    >>> _with_initials("north east weirshire")
    ('ne weirshire', 'n e weirshire')
    """
    apart = COMPASS.sub(lambda point: point[0][0], base)
    if apart == base:
        return ()
    return tuple(dict.fromkeys((JOINED_INITIALS.sub("", apart), apart)))


def _read_councils(folder: Path) -> dict[str, Council]:
    path = folder / "councils.csv"
    return {
        row["council_id"]: Council(
            council_id=row["council_id"],
            gss_code=row["gss_code"] or None,
            name=row["name"],
            short_name=row["short_name"],
            region=row["region"],
            nation=row["nation"],
            council_type=row["council_type"],
            valid_from=read_date(path, row["valid_from"]),
            valid_to=read_date(path, row["valid_to"]),
        )
        for row in read_table(folder, "councils", ("council_id", "name", "valid_to"))
    }


def _read_forms(folder: Path) -> tuple[dict[str, list[Form]], frozenset[str]]:
    groups: dict[str, list[Form]] = defaultdict(list)
    capitals: set[str] = set()
    for row in read_table(folder, "council_alias_forms", ("forms", "form", "is_full")):
        before, _, after = row["form"].partition("{}")
        form = Form(
            tuple(name_key(before).split()),
            tuple(name_key(after).split()),
            row["is_full"] == "true",
        )
        groups[row["forms"]].append(form)
        capitals.update(word.lower() for word in row["form"].split() if word.isupper())
    return dict(groups), frozenset(capitals)


def _ending_pattern(forms: list[Form]) -> re.Pattern[str]:
    endings = (r"\s++".join(map(re.escape, form.after)) for form in forms)
    return re.compile(rf"(?<!\s)\s++(?:{'|'.join(endings) or '(?!)'})\b", re.IGNORECASE)


def _read_relations(folder: Path, councils: dict[str, Council]) -> dict[str, frozenset[str]]:
    after: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for row in read_table(folder, "council_successions", ("council_id", "successor_council_id")):
        after[row["council_id"]].add(row["successor_council_id"])
        before[row["successor_council_id"]].add(row["council_id"])
    return {
        council_id: frozenset(_reached(council_id, after) | _reached(council_id, before))
        for council_id in councils
    }


def _reached(council_id: str, steps: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [council_id]
    while waiting:
        for other in steps.get(waiting.pop(), set()) - reached:
            reached.add(other)
            waiting.append(other)
    return reached
