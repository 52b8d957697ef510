"""Finds the LGA programme of a code or a phrase."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pipelines.reference.csv_tables import read_table
from pipelines.reference.phrases import Hit, PhraseFinder
from pipelines.reference.remembering import remembered
from pipelines.reference.slugs import letters_of, name_key

# Names of so few letters are short forms, which count only if printed as registered
LONGEST_SHORT_FORM = 5
PROGRAMME_COLUMNS = ("programme_id", "name", "acronym", "theme", "is_everyday_phrase")
# Two letters head a column, but mean other things in prose: "LA" is a local authority there
SHORTEST_IN_PROSE = 3


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme; the acronym is the short form that papers print."""

    programme_id: str
    name: str
    acronym: str | None
    theme: str


@dataclass(frozen=True)
class Programmes:
    """The register of programmes."""

    all: tuple[Programme, ...]
    codes: dict[str, Programme]
    names: dict[str, Programme]
    short_forms: dict[str, frozenset[str]]
    everyday_phrases: frozenset[str]
    by_letters: dict[str, Programme] = field(default_factory=dict, repr=False)

    def by_code(self, code: str) -> Programme | None:
        """The programme of a column code such as `LEdge`; None if no programme has it."""
        text = code.strip(" *:.")
        return self.codes.get(text) or self.codes.get(text.lower())

    def by_name(self, text: str) -> Programme | None:
        """The programme whose whole name a text is, even if the page cut or glued its words."""
        key = name_key(text)
        return self.names.get(key) or self.by_letters.get(letters_of(key))

    @remembered
    def find(self, text: str) -> tuple[tuple[int, int, Programme], ...]:
        """Programmes named in running text: longest match, short forms as registered only.

        Returns:
            Start, end and programme, in the order of the text.
        """
        hits = self._finder.find(text, self._reads_as_name)
        return tuple([(hit.start, hit.end, self.names[hit.key]) for hit in hits])

    @cached_property
    def _finder(self) -> PhraseFinder:
        return PhraseFinder(self.names)

    def _reads_as_name(self, hit: Hit) -> bool:
        printed = self.short_forms.get(hit.key)
        if hit.key in self.everyday_phrases:
            return hit.words[0].text[0].isupper() and hit.words[-1].text[0].isupper()
        if printed is None:
            return True
        return len(hit.key) >= SHORTEST_IN_PROSE and hit.words[0].text in printed


def load_programmes(folder: Path) -> Programmes:
    """Read the register of programmes."""
    rows = read_table(folder, "programmes", PROGRAMME_COLUMNS)
    known = {
        row["programme_id"]: Programme(
            row["programme_id"], row["name"], row["acronym"] or None, row["theme"]
        )
        for row in rows
    }
    printed = [(programme.name, programme) for programme in known.values()]
    printed += [(p.acronym, p) for p in known.values() if p.acronym]
    printed += [
        (row["alias"], known[row["programme_id"]])
        for row in read_table(folder, "programme_aliases", ("programme_id", "alias"))
    ]
    names: dict[str, Programme] = {}
    short: dict[str, set[str]] = {}
    for text, programme in printed:
        key = name_key(text)
        names.setdefault(key, programme)
        if " " not in text and len(text) <= LONGEST_SHORT_FORM:
            short.setdefault(key, set()).add(text)
    codes: dict[str, Programme] = {}
    for programme in known.values():
        if programme.acronym:
            codes[programme.acronym] = programme
            codes.setdefault(programme.acronym.lower(), programme)
    return Programmes(
        all=tuple(known.values()),
        codes=codes,
        names=names,
        short_forms={key: frozenset(forms) for key, forms in short.items()},
        everyday_phrases=frozenset(
            name_key(row["name"]) for row in rows if row["is_everyday_phrase"] == "true"
        ),
        by_letters={letters_of(key): programme for key, programme in reversed(names.items())},
    )
