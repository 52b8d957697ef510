"""Finds the party and LGA group that a printed name means at a date."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipelines.reference.csv_tables import is_valid_on, read_date, read_table
from pipelines.reference.remembering import remembered
from pipelines.reference.slugs import APOSTROPHES, fold

# "Teal ( 7)", "Teal (12 seats)": the count of a group after its name
COUNT = re.compile(r"(?:(?<!\s)\s++)?[(\[]\s*+\d[^()\[\]]*+[)\]]?")
EDGES = " *:;,.-–—()[]"


@dataclass(frozen=True, slots=True)
class PartyMatch:
    """A party and the LGA group that it counts in; the group is None if it is in none."""

    party: str
    political_group: str | None


@dataclass(frozen=True, slots=True)
class PartyAlias:
    """One line of the register."""

    match: PartyMatch
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class Parties:
    """The register of parties and groups."""

    aliases: dict[str, list[PartyAlias]]

    @remembered
    def resolve(self, printed: str, on: date | None = None) -> PartyMatch | None:
        """The party of a printed name; None if it is not a party.

        Args:
            printed: Such as a column heading, a cell, or the inside of a bracket.
            on: Day of the paper; None takes the latest line of the register.
        """
        lines = self.aliases.get(_key(printed), [])
        valid = [line for line in lines if is_valid_on(on, line.valid_from, line.valid_to)]
        if not valid:
            return None
        return max(valid, key=lambda line: line.valid_from or date.min).match


def load_parties(folder: Path) -> Parties:
    """Read the register of parties."""
    path = folder / "parties.csv"
    aliases: dict[str, list[PartyAlias]] = defaultdict(list)
    for row in read_table(folder, "parties", ("alias", "political_group", "party", "valid_from")):
        aliases[_key(row["alias"])].append(
            PartyAlias(
                PartyMatch(row["party"], row["political_group"] or None),
                read_date(path, row["valid_from"]),
                read_date(path, row["valid_to"]),
            )
        )
    return Parties(dict(aliases))


def _key(printed: str) -> str:
    text = COUNT.sub(" ", fold(printed)).translate(APOSTROPHES).replace("&", "and")
    return fold(text.strip(EDGES)).casefold()
