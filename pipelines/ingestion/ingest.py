"""Extracts and keeps papers that have no extract yet, so that no paper is read twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from pipelines.ingestion.engines.batches import ReadBatch
from pipelines.ingestion.engines.choosing import engine_of
from pipelines.ingestion.engines.tasks import PaperTask
from pipelines.ingestion.extracts import BATCH_PAPERS, Change, ExtractStore
from pipelines.ingestion.intake import PaperFile
from pipelines.ingestion.manifest import (
    UNSETTLED,
    Manifest,
    continue_manifest,
    write_manifest,
)
from pipelines.ingestion.outcomes import Known
from pipelines.privacy.forgetting import without_people
from pipelines.privacy.forgotten_people import name_digests, read_forgotten
from pipelines.runtime.errors import PaperError
from pipelines.runtime.progress import Progress
from pipelines.runtime.settings import Settings
from pipelines.schema.identity import paper_id

EXTRACTS_NAME = "extracts"
# Used as a version: the extract lacks a person who is no longer on the list.
HOLDS_MORE = "holds more than its extract"


def extract_store(settings: Settings) -> ExtractStore:
    """The extracts that belong to a warehouse."""
    return ExtractStore(settings.state / EXTRACTS_NAME)


@dataclass(frozen=True, slots=True)
class Ingested:
    """The outcome for the papers.

    Attributes:
        manifest: Has the outcome of each paper, and still the papers that are gone: `tidy` drops
            those, once a publication is made without them.
        papers_read: How many papers were read this time.
        unsettled: Why papers that were read before could not be opened now. The manifest keeps
            their files unchanged.
        chunks: How many chunks the engine read them in.
        workers_lost: How many workers of other machines were lost meanwhile.
    """

    manifest: Manifest
    papers_read: int
    unsettled: tuple[PaperError, ...]
    chunks: int = 0
    workers_lost: int = 0


def ingest(
    settings: Settings,
    manifest: Manifest,
    formerly: Mapping[str, PaperFile],
    version: str,
    progress: Progress,
) -> Ingested:
    """Read every paper of the manifest that was not read by this version of the code.

    What is read is kept batch by batch, so that a kill loses one batch at most. People who are on
    the list of forgotten ones are not kept; what was kept of them before is written without them.

    Args:
        settings: Folders and limits.
        manifest: Its `files` are the papers present now.
        formerly: The files of the refresh before, by path.
        version: The version of the extraction code and registers.
        progress: Advanced once per paper.
    """
    store = extract_store(settings)
    names = [person.name for person in read_forgotten(settings.warehouse)]
    leave_out = partial(without_people, names=names, reference=settings.reference)
    left_out = name_digests(names)
    if manifest.left_out != left_out:
        manifest = _obeying(manifest, store, left_out, leave_out)
        write_manifest(settings.state, replace(manifest, files=formerly))
    log = continue_manifest(settings.state)
    tasks = _tasks(settings, manifest, version, store)
    read: list[ReadBatch] = []
    became: dict[str, Known] = {}
    unwritten: dict[str, Known] = {}
    unsettled: list[PaperError] = []
    files = dict(manifest.files)
    chunks = workers_lost = 0
    for batch in engine_of(settings).read(tasks, progress):
        for task, fault in batch.faults:
            kept = _as_they_were(task.sha256, fault, files, formerly, manifest, store)
            files |= kept
            if kept:
                unsettled.append(fault)
                continue
            tried_by = UNSETTLED if fault.may_pass else version
            reason = fault.explanation
            unwritten[task.sha256] = _known(manifest, task.sha256, tried_by, reason=reason)
        read.append(batch)
        chunks, workers_lost = chunks + 1, workers_lost + batch.workers_lost
        if sum(len(each.papers) for each in read) >= BATCH_PAPERS:
            unwritten |= _keep(store, manifest, read, version, leave_out)
            log.add(unwritten)
            became |= unwritten
            read, unwritten = [], {}
    became |= unwritten | _keep(store, manifest, read, version, leave_out)
    manifest = manifest.with_papers(became)
    there = replace(manifest, files=files)
    manifest = _moved(manifest, store.part(_members(there), version))
    # Until the next publication, new and gone are relative to what is published.
    write_manifest(settings.state, replace(manifest, files=formerly))
    manifest = replace(manifest, files=files)
    return Ingested(manifest, len(tasks), tuple(unsettled), chunks, workers_lost)


def _obeying(
    manifest: Manifest, store: ExtractStore, left_out: Sequence[str], leave_out: Change
) -> Manifest:
    """The manifest with batches that hold none of these people, and everybody else.

    If a person is no longer on the list, the papers they were removed from are read again. A
    batch of an older version is left as it is: its papers are read again or are gone, so it will
    be dropped.
    """
    before, now = set(manifest.left_out), set(left_out)
    is_longer, is_shorter = not now <= before, not before <= now
    written: dict[str, str] = {}
    if is_longer:
        written = {
            batch: store.rewrite(batch, leave_out, "\n".join(left_out))
            for batch in sorted(_batches(manifest))
            if store.fits(batch)
        }
    papers = {
        sha256: replace(
            known,
            batch=known.batch and written.get(known.batch, known.batch),
            code_version=HOLDS_MORE if is_shorter and known.batch else known.code_version,
        )
        for sha256, known in manifest.papers.items()
    }
    return replace(manifest, papers=papers, left_out=tuple(left_out))


def tidy(settings: Settings, manifest: Manifest, version: str) -> Manifest:
    """Drop the extracts of papers that are gone, and make many small batches few.

    Args:
        settings: Folders.
        manifest: What has just been published.
        version: The version of the extraction code and registers.

    Returns:
        The manifest without papers that are gone. It is written before anything is removed.
    """
    store = extract_store(settings)
    tidied = _tidied(manifest, store, version)
    write_manifest(settings.state, tidied)
    store.drop_others(_batches(tidied))
    return tidied


def _as_they_were(
    sha256: str,
    error: PaperError,
    files: Mapping[str, PaperFile],
    formerly: Mapping[str, PaperFile],
    manifest: Manifest,
    store: ExtractStore,
) -> dict[str, PaperFile]:
    """The files of a content as they were before, if it cannot be opened now and they were read."""
    if not error.may_pass:
        return {}
    before = {path: formerly.get(path) for path, file in files.items() if file.sha256 == sha256}
    kept = {
        path: file
        for path, file in before.items()
        if file is not None
        and (known := manifest.papers.get(file.sha256)) is not None
        and known.batch is not None
        and store.fits(known.batch)
    }
    # The same content at a new path was not there before.
    return kept if len(kept) == len(before) else {}


def papers_to_read(settings: Settings, manifest: Manifest, version: str) -> int:
    """How many papers of the manifest `ingest` would read."""
    return len(_tasks(settings, manifest, version, extract_store(settings)))


def _tasks(
    settings: Settings, manifest: Manifest, version: str, store: ExtractStore
) -> list[PaperTask]:
    """One task for each content to read, in the order of the first path that holds it."""
    held = {batch for batch in _batches(manifest) if store.holds(batch)}
    first_paths: dict[str, str] = {}
    for path, file in sorted(manifest.files.items()):
        first_paths.setdefault(file.sha256, path)
    return [
        PaperTask(settings.raw / path, path, sha256, settings.reference, settings.limits)
        for sha256, path in first_paths.items()
        if not _is_settled(manifest.papers.get(sha256), version, held)
    ]


def _is_settled(known: Known | None, version: str, held: set[str]) -> bool:
    if known is None or known.code_version != version:
        return False
    return known.reason is not None or known.batch in held


def _known(
    manifest: Manifest,
    sha256: str,
    version: str,
    batch: str | None = None,
    reason: str | None = None,
) -> Known:
    """The outcome for a paper; the time of its first reading is kept."""
    before = manifest.papers.get(sha256)
    first = before.ingested_at if before else datetime.now(UTC)
    return Known(first, version, batch, reason)


def _keep(
    store: ExtractStore,
    manifest: Manifest,
    read: Sequence[ReadBatch],
    version: str,
    leave_out: Change,
) -> dict[str, Known]:
    papers = [sha256 for batch in read for sha256 in batch.papers]
    if not papers:
        return {}
    written = store.write(read, version, leave_out)
    return {sha256: _known(manifest, sha256, version, batch=written) for sha256 in papers}


def _batches(manifest: Manifest) -> set[str]:
    return {known.batch for known in manifest.papers.values() if known.batch}


def _tidied(manifest: Manifest, store: ExtractStore, version: str) -> Manifest:
    """Without papers that are gone, and with many small batches made few."""
    there = {file.sha256 for file in manifest.files.values()}
    papers = {sha256: known for sha256, known in manifest.papers.items() if sha256 in there}
    kept = replace(manifest, papers=papers)
    return _moved(kept, store.merge(_members(kept), version))


def _members(manifest: Manifest) -> dict[str, list[str]]:
    """The papers (ids) of each batch, among those that are present."""
    members: dict[str, list[str]] = {}
    for sha256 in sorted({file.sha256 for file in manifest.files.values()}):
        known = manifest.papers.get(sha256)
        if known and known.batch:
            members.setdefault(known.batch, []).append(paper_id(sha256))
    return members


def _moved(manifest: Manifest, moved: Mapping[str, str]) -> Manifest:
    """The manifest with the new batch of each paper (id) that moved."""
    papers = {
        sha256: replace(known, batch=moved.get(paper_id(sha256), known.batch))
        for sha256, known in manifest.papers.items()
    }
    return replace(manifest, papers=papers)
