"""Counts what a reader made of papers: found, right, missing, and wrong apart."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from pipelines.documents import fold
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import PeerChallenge, ProgrammeParticipation
from tests.statements.truth import CHALLENGES, FIELDS, PARTICIPATION, Paper, Row, Value

Record = ProgrammeParticipation | PeerChallenge
# Standings that say the opposite of each other: what was done, what was not.
DONE = {"took_part", "delivered"}
NOT_DONE = {"planned", "dropped_out", "not_had", "offered"}
SAVING_FIELDS = ("savings_gbp", "savings_period")


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the truth with the record that counts the same, if one does."""

    row: Row
    record: Record | None
    wrong: tuple[str, ...] = ()

    @property
    def is_reversed(self) -> bool:
        if self.record is None or "status" not in self.wrong:
            return False
        fair = {str(value) for value in self.row.fair("status")}
        said = self.record.status
        return bool(fair & DONE and said in NOT_DONE) or bool(fair & NOT_DONE and said in DONE)


@dataclass(frozen=True, slots=True)
class Score:
    """One paper as read: the rows of its truth, and the records that no row explains."""

    paper: Paper
    form: str
    matches: tuple[Match, ...]
    invented: tuple[tuple[Record, str, frozenset[str]], ...]


@dataclass(slots=True)
class Tally:
    """The scores of many rows added up.

    Attributes:
        found: Expected rows with the right number, and the right council where one is named.
        whole: Those with all fields right.
        spare: Published rows that need not have been.
        invented: Published rows that the truth has no number for.
        reversed: Published rows that say of a number that it was done when it was not, or not.
    """

    expected: int = 0
    found: int = 0
    whole: int = 0
    published: int = 0
    spare: int = 0
    invented: int = 0
    reversed: int = 0
    fields: dict[str, int] = field(default_factory=dict)

    def add(self, match: Match) -> None:
        is_counted = not match.row.is_optional
        self.expected += is_counted
        if match.record is None:
            return
        self.published += 1
        self.spare += not is_counted
        self.found += is_counted
        self.whole += is_counted and not match.wrong
        self.reversed += match.is_reversed
        for name in match.wrong:
            self.fields[name] = self.fields.get(name, 0) + 1

    def add_invented(self) -> None:
        self.published += 1
        self.invented += 1

    @property
    def missing(self) -> int:
        return self.expected - self.found

    @property
    def share_found(self) -> float:
        return self.found / self.expected if self.expected else 1.0

    @property
    def share_whole(self) -> float:
        return self.whole / self.expected if self.expected else 1.0

    @property
    def share_wrong(self) -> float:
        """Invented or reversed, of the published rows."""
        return (self.invented + self.reversed) / self.published if self.published else 0.0

    @property
    def f1(self) -> float:
        """Of the rows found: the balance of the expected and the published."""
        both = self.expected + self.published - self.spare
        return 2 * self.found / both if both else 1.0


def score(paper: Paper, form: str, records: Sequence[Record]) -> Score:
    """The records of a paper against its truth; each row takes one record that counts the same."""
    pairs = sorted(
        (
            (len(_wrong(row, record)), row.is_optional, at, number)
            for at, row in enumerate(paper.truth)
            for number, record in enumerate(records)
            if _is_same(row, record)
        ),
    )
    taken: dict[int, int] = {}
    for _, _, at, number in pairs:
        if at not in taken and number not in taken.values():
            taken[at] = number
    matches = []
    for at, row in enumerate(paper.truth):
        record = records[taken[at]] if at in taken else None
        matches.append(Match(row, record, _wrong(row, record) if record else ()))
    left = [record for n, record in enumerate(records) if n not in taken.values()]
    invented = tuple((record, *_place_of(paper, record)) for record in left)
    return Score(paper, form, tuple(matches), invented)


def _is_same(row: Row, record: Record) -> bool:
    """Whether a record counts what a row counts: the number, and the council if one is named."""
    if isinstance(record, ProgrammeParticipation):
        return row.table == PARTICIPATION and record.participants in row.fair("participants")
    if row.table != CHALLENGES or record.council_name not in (row.fair("council_name") or (None,)):
        return False
    if any(row.fair("savings_gbp")):
        return _value(record, "savings_gbp") in row.fair("savings_gbp")
    return not row.fair("challenges") or record.challenges in row.fair("challenges")


def _wrong(row: Row, record: Record) -> tuple[str, ...]:
    """The fields of a record that are not fair."""
    found = []
    for name in FIELDS[row.table]:
        fair = row.fair(name)
        if not fair:
            continue
        is_right = (
            _is_programme(fair, record)
            if name == "programme" and isinstance(record, ProgrammeParticipation)
            else _value(record, name) in fair
        )
        if not is_right:
            found.append(name)
    return tuple(found)


def _value(record: Record, name: str) -> Value:
    value = getattr(record, name, None)
    return int(value) if name == "savings_gbp" and value is not None else value


def _is_programme(fair: Iterable[Value], record: ProgrammeParticipation) -> bool:
    """Whether a record names the programme that is printed, by its id or by its words."""
    if record.programme_id is None and record.programme_name is None:
        return None in fair
    for printed in fair:
        if printed is None:
            continue
        ids = _programme_ids().get(_plain(str(printed)))
        if ids and record.programme_id in ids:
            return True
        if not ids and _plain(str(printed)) == _plain(record.programme_name or ""):
            return True
    return False


def _plain(name: str) -> str:
    """A name without case, article, apostrophes and the word programme."""
    words = name.casefold().replace("’", "").replace("'", "").replace("&", "and").split()
    return " ".join(word for word in words if word not in ("the", "programme", "programmes"))


@cache
def _programme_ids() -> Mapping[str, set[str]]:
    """The ids of the names, short forms and other names of programmes in the register."""
    found: dict[str, set[str]] = {}
    for file_name in ("programmes.csv", "programme_aliases.csv"):
        with (REFERENCE / file_name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name in (row.get("name"), row.get("acronym"), row.get("alias")):
                    if name:
                        found.setdefault(_plain(name), set()).add(row["programme_id"])
    return found


def _place_of(paper: Paper, record: Record) -> tuple[str, frozenset[str]]:
    """The kind of the statement that a record was read from, and how that is said."""
    quote = fold(record.quote)
    for statement in paper.statements:
        if quote in fold(statement.text):
            return statement.frame, statement.traits
    words = set(quote.split())
    shared = [
        (len(words & set(each.text.split())) / (len(words) or 1), -at, each)
        for at, each in enumerate(paper.statements)
    ]
    if shared:
        share, _, best = max(shared, key=lambda each: each[:2])
        if share > 0.6:
            return best.frame, best.traits
    return ("written" if paper.text else "head or heading"), frozenset()


def tallies(scores: Sequence[Score]) -> Mapping[str, Mapping[str, Tally]]:
    """The scores added up: by table, by kind of statement, by how it is said."""
    found: dict[str, dict[str, Tally]] = {}
    for each in scores:
        for match in each.matches:
            for group, key in _keys(match.row.table, match.row.frame, match.row.traits, each):
                found.setdefault(group, {}).setdefault(key, Tally()).add(match)
        for record, frame, traits in each.invented:
            table = PARTICIPATION if isinstance(record, ProgrammeParticipation) else CHALLENGES
            for group, key in _keys(table, frame, traits, each):
                found.setdefault(group, {}).setdefault(key, Tally()).add_invented()
    return found


def _keys(table: str, frame: str, traits: Iterable[str], score: Score) -> list[tuple[str, str]]:
    keys = [("table", table), ("kind", frame), ("form", score.form)]
    if frame == "written":
        keys.append(("paper", score.paper.name))
    return keys + [("said", trait) for trait in traits]
