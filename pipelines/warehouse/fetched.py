"""What the stores of sources know, as frames for the models. Nothing is fetched here."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from pipelines.privacy.contacts import mask_contacts
from pipelines.schema.columns import COLUMNS
from pipelines.sources.store import ENDING, Store, copied_store, store_paths

# The tables that models read in the schema `extracts`, with the entry of `columns.py` that gives
# the type of each column.
FETCHED: Mapping[str, Mapping[str, str]] = {
    "sources": {
        "source_id": "source_id",
        "kind": "source_kind",
        "base_url": "base_url",
        "council_id": "source_council_id",
        "last_fetched_at": "last_fetched_at",
        "last_outcome": "last_outcome",
        "message": "source_message",
        "meetings_seen": "meetings_seen",
        "documents_kept": "documents_kept",
    },
    "fetched_files": {
        "source_path": "source_path",
        "source_id": "source_id",
        "source_url": "source_url",
        "published_on": "published_on",
        "fetched_at": "fetched_at",
    },
    "fetched_meetings": {
        "source_id": "source_id",
        "source_path": "source_path",
        "has_agenda": "has_agenda",
        "has_minutes": "has_minutes",
    },
    "source_problems": {
        "source_id": "source_id",
        "rule": "rule",
        "subject": "subject",
        "observed": "observed",
    },
}

Rows = dict[str, list[tuple[object, ...]]]


def fetched_frames(raw: Path) -> dict[str, pl.DataFrame]:
    """A frame for each table of `FETCHED`; all empty if nothing was ever fetched into a folder."""
    rows: Rows = {name: [] for name in FETCHED}
    for path in store_paths(raw):
        source_id = path.name.removesuffix(ENDING)
        try:
            with copied_store(path) as store:
                _add(rows, source_id, store)
        except sqlite3.Error as error:
            told = f"What is known of it cannot be read ({path.name}: {error}): fetch it anew"
            rows["sources"].append((source_id, "moderngov", "", None, None, "failed", told, 0, 0))
    return {name: _frame(name, found) for name, found in rows.items()}


def _add(rows: Rows, source_id: str, store: Store) -> None:
    facts = dict(store.facts)
    if "last_outcome" not in facts:  # the first fetch was killed
        facts = {"last_outcome": "failed", "message": "The first fetch did not end", **facts}
    meetings, documents = store.meetings(), store.documents()
    ended = facts.get("last_fetched_at")
    rows["sources"].append(
        (
            source_id,
            facts.get("kind", "moderngov"),
            facts.get("base_url", ""),
            facts.get("council_id") or None,
            _utc(datetime.fromisoformat(ended)) if ended else None,
            facts["last_outcome"],
            mask_contacts(facts["message"]) or None,
            len(meetings),
            len({document.path for document in documents}),
        )
    )
    kept = [meeting for meeting in meetings if meeting.path]
    rows["fetched_files"] += [
        (meeting.path, source_id, meeting.url, None, _utc(meeting.fetched_at)) for meeting in kept
    ]
    first = {document.path: document for document in reversed(documents)}
    rows["fetched_files"] += [
        (path, source_id, each.url, each.published_on, _utc(each.fetched_at))
        for path, each in sorted(first.items())
    ]
    rows["fetched_meetings"] += [
        (source_id, meeting.path, meeting.has_agenda, meeting.has_minutes) for meeting in kept
    ]
    rows["source_problems"] += [
        (source_id, problem.rule, problem.subject, mask_contacts(problem.reason))
        for problem in store.problems()
    ]


def _frame(name: str, rows: Sequence[tuple[object, ...]]) -> pl.DataFrame:
    schema = {column: COLUMNS[entry].polars_type for column, entry in FETCHED[name].items()}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _utc(moment: datetime | None) -> datetime | None:
    """A column of type TIMESTAMP holds UTC without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment else None
