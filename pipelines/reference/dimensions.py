"""Canonical values of the three dimensions in the tables of the LGA."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from pipelines.reference.csv_tables import read_table
from pipelines.reference.phrases import PhraseFinder
from pipelines.reference.slugs import letters_of, name_key

DimensionKind = Literal["political_group", "region", "council_type"]
# "**Fens ( 12):**": marks around a value
NOISE = re.compile(r"\*+|[(\[]\s*\d+\s*[)\]]")
# Fens (including the Wash): what a value takes in; one that leaves something out is another value
GLOSS = re.compile(
    r"(?<!\s)\s*+[(\[](?!\s*(?:exc|not\b|other than|without|less\b|minus))"
    r"[^()\[\]]{1,150}[)\]]?\s*$",
    re.IGNORECASE,
)


TOTAL = "total"


@dataclass(slots=True)
class Dimensions:
    """The register of dimension values and of headings that name a dimension."""

    values: dict[tuple[DimensionKind, str], str]
    headers: dict[str, DimensionKind]
    by_letters: dict[tuple[DimensionKind, str], str]
    _finder: PhraseFinder | None = field(default=None, repr=False)
    _kinds: dict[str, DimensionKind] = field(default_factory=dict, repr=False)

    def resolve(self, printed: str, kind: DimensionKind) -> str | None:
        """The canonical value (`total` for a total row); None if it is not a value."""
        for key in _keys(printed):
            found = self.values.get((kind, key)) or self.by_letters.get((kind, letters_of(key)))
            if found:
                return found
        return None

    def kinds_with(self, printed: str) -> list[DimensionKind]:
        """The dimensions that a printed value is one of."""
        return [kind for kind in get_args(DimensionKind) if self.resolve(printed, kind)]

    def find(self, text: str) -> list[tuple[int, int, DimensionKind, str]]:
        """Values named in running text: start, end, dimension, value."""
        if self._finder is None:
            named = (key for (_, key), value in self.values.items() if value != TOTAL)
            self._finder = PhraseFinder(named)
            self._kinds = {key: kind for kind, key in reversed(self.values)}
        return [
            (hit.start, hit.end, kind, self.values[kind, hit.key])
            for hit in self._finder.find(text)
            if (kind := self._kinds[hit.key])
        ]

    def kind_of(self, header: str) -> DimensionKind | None:
        """The dimension that a column heading names; None if it names none."""
        return self.headers.get(letters_of(_key(header)))


def load_dimensions(folder: Path) -> Dimensions:
    """Read the register of dimension values."""
    values: dict[tuple[DimensionKind, str], str] = {}
    headers: dict[str, DimensionKind] = {}
    kinds: dict[str, DimensionKind] = {kind: kind for kind in get_args(DimensionKind)}
    for row in read_table(folder, "dimensions", ("kind", "printed", "value")):
        if row["kind"] == "header":
            headers[letters_of(_key(row["printed"]))] = kinds[row["value"]]
        else:
            values[(kinds[row["kind"]], _key(row["printed"]))] = row["value"]
    by_letters = {(kind, letters_of(key)): value for (kind, key), value in reversed(values.items())}
    return Dimensions(values, headers, by_letters)


def _keys(printed: str) -> tuple[str, ...]:
    """The key of a value as printed, and of the value without what is said of it in brackets."""
    bare = GLOSS.sub("", printed)
    return (_key(printed),) if bare in ("", printed) else (_key(printed), _key(bare))


def _key(printed: str) -> str:
    return name_key(NOISE.sub(" ", printed))
