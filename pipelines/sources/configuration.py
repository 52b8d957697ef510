"""Reads `sources.toml`: who asks, which sites, and how much of them."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipelines.runtime.errors import BoardpapersError, InputMissing

DOCUMENT_KINDS = ("minutes", "pack", "items", "agenda", "decisions")
DEFAULT_DOCUMENTS = ("minutes", "pack")
KINDS = ("moderngov",)
# lga, weir-council: the id names a folder
SOURCE_ID = re.compile(r"^[a-z0-9][a-z0-9-]{0,63}$")
# An address for people in a header: printable, without the brackets that end it
CONTACT = re.compile(r"^(?:https?://|mailto:)?[!-'*-~]{3,200}$")
KEYS = {
    "id": str,
    "kind": str,
    "base_url": str,
    "council_id": str,
    "body": str,
    "committees": list,
    "since": date,
    "documents": list,
    "allow_private": bool,
    "budget": dict,
}
REQUIRED = ("id", "kind", "base_url", "body")


class BadSources(BoardpapersError):
    """A sources file with an invalid entry.

    Attributes:
        path: The file.
        where: The entry: "contact", "source lga: since".
        reason: What is wrong with it, as a clause.
    """

    def __init__(self, path: Path, where: str, reason: str) -> None:
        super().__init__(path, where, reason)
        self.path = path
        self.where = where
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"{self.path}, {self.where}: {self.reason}. Nothing was fetched; correct the file. "
            "docs/sources.md explains each entry."
        )


@dataclass(frozen=True, slots=True)
class Budget:
    """How much one run may take from one source."""

    requests: int = 2000
    megabytes: int = 2000
    minutes: int = 240


@dataclass(frozen=True, slots=True)
class Source:
    """One site.

    Attributes:
        source_id: Names the folder of its papers.
        base_url: The folder of the web service, without a slash at the end.
        body: The name of the body whose boards these are.
        council_id: The site's own council; None for a body of many councils.
        committees: Titles or ids; empty for all that are neither deleted nor expired.
        since: The earliest day of a meeting that is asked for; None for the last 400 days.
        documents: Which of `DOCUMENT_KINDS` are fetched.
        allow_private: Whether this origin may be http or a private address.
    """

    source_id: str
    kind: str
    base_url: str
    body: str
    council_id: str | None = None
    committees: tuple[str, ...] = ()
    since: date | None = None
    documents: tuple[str, ...] = DEFAULT_DOCUMENTS
    allow_private: bool = False
    budget: Budget = Budget()

    @property
    def host(self) -> str:
        """The host name, in lower case."""
        return (urlsplit(self.base_url).hostname or "").lower()


@dataclass(frozen=True, slots=True)
class Sources:
    """The whole file: an address at which the operator can be reached, and the sites."""

    contact: str
    sources: tuple[Source, ...]

    def chosen(self, ids: Sequence[str], path: Path) -> tuple[Source, ...]:
        """The sources of these ids, or all.

        Raises:
            BadSources: No source has one of the ids.
        """
        known = {source.source_id: source for source in self.sources}
        for source_id in ids:
            if source_id not in known:
                names = ", ".join(known) or "none"
                raise BadSources(path, f"source {source_id}", f"is not there; it lists: {names}")
        return tuple(known[source_id] for source_id in dict.fromkeys(ids)) or self.sources


def read_sources(path: Path) -> Sources:
    """Read a sources file.

    Raises:
        InputMissing: The file is not there.
        BadSources: It is not TOML, or an entry is missing, unknown or invalid.
    """
    if not path.is_file():
        advice = "Copy sources.example.toml to it and fill it in, or name another: --sources"
        raise InputMissing(path, "The sources file", advice)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSources(path, "the file", f"is not valid TOML ({error})") from error
    _require_known(path, "the file", content, ("contact", "source"))
    contact = content.get("contact")
    if not isinstance(contact, str) or not CONTACT.fullmatch(contact):
        reason = "must be a web or e-mail address at which sites can reach you"
        raise BadSources(path, "contact", reason)
    entries = content.get("source", [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise BadSources(path, "source", "must be written as [[source]]")
    sources = tuple(_source(path, number, each) for number, each in enumerate(entries, start=1))
    for number, source in enumerate(sources):
        if source.source_id in {other.source_id for other in sources[:number]}:
            raise BadSources(path, f"source {source.source_id}", "has the id of another source")
    return Sources(contact, sources)


def _source(path: Path, number: int, entry: Mapping[str, Any]) -> Source:
    where = f"source {entry.get('id') or number}"
    _require_known(path, where, entry, tuple(KEYS))
    for name in REQUIRED:
        if not entry.get(name):
            raise BadSources(path, where, f"has no {name}")
    for name, value in entry.items():
        is_moment = isinstance(value, datetime) and KEYS[name] is date
        if not isinstance(value, KEYS[name]) or is_moment:
            expected = "a day such as 2013-09-01" if KEYS[name] is date else KEYS[name].__name__
            raise BadSources(path, f"{where}: {name}", f"{value!r} is not {expected}")
    if not SOURCE_ID.fullmatch(entry["id"]):
        reason = "may have small letters, digits and hyphens, since it names a folder"
        raise BadSources(path, f"{where}: id", reason)
    if entry["kind"] not in KINDS:
        raise BadSources(path, f"{where}: kind", f"is not one of: {', '.join(KINDS)}")
    return Source(
        source_id=entry["id"],
        kind=entry["kind"],
        base_url=_base_url(path, where, entry["base_url"], bool(entry.get("allow_private"))),
        body=entry["body"],
        council_id=entry.get("council_id") or None,
        committees=tuple(_texts(path, f"{where}: committees", entry.get("committees", []))),
        since=entry.get("since"),
        documents=_documents(path, where, entry),
        allow_private=bool(entry.get("allow_private")),
        budget=_budget(path, f"{where}: budget", entry.get("budget", {})),
    )


def _require_known(path: Path, where: str, entry: Mapping[str, Any], known: Sequence[str]) -> None:
    for name in entry:
        if name not in known:
            reason = f"{name!r} is unknown; known are {', '.join(known)}"
            raise BadSources(path, where, reason)


def _base_url(path: Path, where: str, text: str, allow_private: bool) -> str:
    text = text.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        is_whole = bool(parts.hostname) and not (parts.query or parts.fragment or parts.username)
        is_numbered = parts.port is None or parts.port > 0
    except ValueError:
        is_whole = is_numbered = False
    schemes = ("https", "http") if allow_private else ("https",)
    if not (is_whole and is_numbered and parts.scheme in schemes and text.isascii()):
        reason = f"{text!r} is not an address such as https://democracy.weir.gov.uk/moderngov"
        raise BadSources(path, f"{where}: base_url", reason)
    return text


def _documents(path: Path, where: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    kinds = tuple(_texts(path, f"{where}: documents", entry.get("documents", DEFAULT_DOCUMENTS)))
    for kind in kinds:
        if kind not in DOCUMENT_KINDS:
            reason = f"{kind!r} is unknown; known are {', '.join(DOCUMENT_KINDS)}"
            raise BadSources(path, f"{where}: documents", reason)
    return kinds


def _texts(path: Path, where: str, values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
            raise BadSources(path, where, f"{value!r} is neither a name nor a number")
        yield str(value).strip()


def _budget(path: Path, where: str, entry: Mapping[str, Any]) -> Budget:
    _require_known(path, where, entry, ("requests", "megabytes", "minutes"))
    for name, value in entry.items():
        if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
            raise BadSources(path, f"{where}: {name}", f"{value!r} is not a whole number above 0")
    return Budget(**entry)
