"""What is known of a source between runs: one SQLite file beside the folder of its papers.

Everything is written in small transactions, so that a kill at any moment loses the last step at
most.
"""

import json
import sqlite3
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = ".sources"
ENDING = ".sqlite3"
SCHEMA = """
create table if not exists facts (name text primary key, value text not null);
create table if not exists meetings (
    meeting_id text primary key, committee_id text, committee_title text, meeting_date text,
    is_listed integer, asked_on text, answer_hash text, path text, url text, is_cancelled integer,
    has_agenda integer, has_minutes integer, is_register_open integer, kinds text, fetched_at text
);
create table if not exists documents (
    key text, version_no integer, meeting_id text, what text, url text, title text, path text,
    sha256 text, byte_size integer, published_on text, fetched_at text, etag text,
    primary key (key, version_no)
);
create table if not exists wanted (
    key text primary key, meeting_id text, what text, url text, title text, published_on text,
    is_guess integer
);
create table if not exists withheld (key text primary key);
create table if not exists problems (
    rule text, subject text, url text, reason text, is_failure integer
);
"""


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """One meeting as it was last seen.

    Attributes:
        is_listed: Whether the site still lists it.
        asked_on: The day on which it was last asked for in full; None if never.
        answer_hash: Of what is kept; None if its papers are still to be looked for.
        path: The kept file, below the folder of papers; None if nothing of it may be kept.
        is_register_open: Whether its register says "Expected" of anybody, or nothing.
        kinds: The kinds of documents that were asked for.
    """

    meeting_id: str
    committee_id: str
    committee_title: str
    meeting_date: date
    is_listed: bool = True
    asked_on: date | None = None
    answer_hash: str | None = None
    path: str | None = None
    url: str | None = None
    is_cancelled: bool = False
    has_agenda: bool = False
    has_minutes: bool = False
    is_register_open: bool = True
    kinds: str = ""
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One version of a document that is kept."""

    key: str
    version_no: int
    meeting_id: str
    what: str
    url: str
    title: str
    path: str
    sha256: str
    byte_size: int
    published_on: date | None
    fetched_at: datetime
    etag: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document that is still to be fetched; `is_guess` if nothing says that it is there."""

    key: str
    meeting_id: str
    what: str
    url: str
    title: str
    published_on: date | None
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong or looks wrong.

    Attributes:
        rule: The rule of `quality_findings`.
        subject: What it is about: "meeting 501", "document 901".
        is_failure: Whether the run is not complete because of it.
    """

    rule: str
    subject: str
    url: str
    reason: str
    is_failure: bool = True


class Facts(MutableMapping[str, str]):
    """Single values of a store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getitem__(self, name: str) -> str:
        found = self._connection.execute("select value from facts where name = ?", [name])
        row = found.fetchone()
        if row is None:
            raise KeyError(name)
        return str(row[0])

    def __setitem__(self, name: str, value: str) -> None:
        with self._connection:
            self._connection.execute("insert or replace into facts values (?, ?)", [name, value])

    def __delitem__(self, name: str) -> None:
        with self._connection:
            self._connection.execute("delete from facts where name = ?", [name])

    def __iter__(self) -> Iterator[str]:
        return iter([row[0] for row in self._connection.execute("select name from facts")])

    def __len__(self) -> int:
        return len(list(iter(self)))


class Store:
    """An open store.

    Attributes:
        facts: Single values: times, outcomes, robots.txt.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.facts = Facts(connection)

    def meetings(self) -> list[StoredMeeting]:
        """All meetings."""
        return self._rows("meetings", StoredMeeting)

    def meetings_of(self, committee_id: str) -> list[StoredMeeting]:
        """All meetings of a committee."""
        return self._rows("meetings", StoredMeeting, "where committee_id = ?", committee_id)

    def meeting(self, meeting_id: str) -> StoredMeeting | None:
        """One meeting; None if it was never listed."""
        found = self._rows("meetings", StoredMeeting, "where meeting_id = ?", meeting_id)
        return found[0] if found else None

    def keep_meeting(self, meeting: StoredMeeting, wanted: Sequence[Wanted] = ()) -> None:
        """Keep a meeting, and what is to be fetched of it, in one step."""
        with self._connection:
            self._insert("meetings", meeting)
            for each in wanted:
                self._insert("wanted", each)

    def documents(self) -> list[StoredDocument]:
        """All kept versions of documents."""
        return self._rows("documents", StoredDocument)

    def latest(self, key: str) -> StoredDocument | None:
        """The last version of a document; None if there is none."""
        found = self._rows(
            "documents", StoredDocument, "where key = ? order by version_no desc limit 1", key
        )
        return found[0] if found else None

    def of_content(self, sha256: str) -> StoredDocument | None:
        """A document with these bytes; None if there is none."""
        found = self._rows("documents", StoredDocument, "where sha256 = ? limit 1", sha256)
        return found[0] if found else None

    def wanted(self) -> list[Wanted]:
        """What is still to be fetched, those that were asked for before last."""
        return self._rows("wanted", Wanted, "order by rowid")

    def put_last(self, wanted: Wanted) -> None:
        """Move a document to the end of the list, so that a dead one keeps back no other."""
        with self._connection:
            self._insert("wanted", wanted)

    def settle(self, key: str, document: StoredDocument | None = None) -> None:
        """Take a document off the list, and keep its new version if there is one, in one step."""
        with self._connection:
            if document:
                self._insert("documents", document)
            self._connection.execute("delete from wanted where key = ?", [key])

    def withhold(self, key: str) -> None:
        """Note that a document is restricted, and take it off the list."""
        with self._connection:
            self._connection.execute("insert or ignore into withheld values (?)", [key])
            self._connection.execute("delete from wanted where key = ?", [key])

    def withheld(self) -> set[str]:
        """The documents that are restricted."""
        return {row[0] for row in self._connection.execute("select key from withheld")}

    def problems(self) -> list[Problem]:
        """What went wrong in the last run."""
        return self._rows("problems", Problem)

    def end_run(self, problems: Sequence[Problem], facts: dict[str, str]) -> None:
        """Keep how a run ended, in one step."""
        with self._connection:
            self._connection.execute("delete from problems")
            for problem in problems:
                self._insert("problems", problem)
            self._connection.executemany(
                "insert or replace into facts values (?, ?)", list(facts.items())
            )

    def _insert(self, table: str, row: Any) -> None:
        values = [each.isoformat() if isinstance(each, date) else each for each in astuple(row)]
        marks = ", ".join("?" for _ in values)
        self._connection.execute(f"insert or replace into {table} values ({marks})", values)

    def _rows(self, table: str, kind: type[Any], condition: str = "", *values: str) -> list[Any]:
        found = self._connection.execute(f"select * from {table} {condition}", values).fetchall()
        return [kind(*map(_value, fields(kind), row)) for row in found]


def _value(field: Any, value: Any) -> Any:
    if value is None:
        return None
    if field.type in (date, date | None):
        return date.fromisoformat(value)
    if field.type in (datetime, datetime | None):
        return datetime.fromisoformat(value)
    return bool(value) if field.type is bool else value


def store_path(raw: Path, source_id: str) -> Path:
    """The file of a source's store; hidden, so that it is no paper."""
    return raw / FOLDER / f"{source_id}{ENDING}"


def store_paths(raw: Path) -> list[Path]:
    """The stores of all sources that were ever fetched into a folder."""
    return sorted((raw / FOLDER).glob(f"*{ENDING}"))


def stores_state(raw: Path) -> str:
    """A hash that changes when any store of a folder does."""
    stores = [
        (path.name, status.st_size, status.st_mtime_ns)
        for path in store_paths(raw)
        for status in (path.stat(),)
    ]
    return sha256(json.dumps(stores).encode()).hexdigest()


@contextmanager
def opened_store(path: Path) -> Iterator[Store]:
    """The store of a source; it is made if it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA)
        yield Store(connection)


@contextmanager
def copied_store(path: Path) -> Iterator[Store]:
    """A copy in memory of a store that may not be there; what is written to it is lost."""
    with closing(sqlite3.connect(":memory:")) as connection:
        if path.is_file():
            # Not read-only: what a kill left half-written is first taken back.
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as kept:
                kept.backup(connection)
        connection.executescript(SCHEMA)
        yield Store(connection)
