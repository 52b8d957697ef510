"""What a refresh would do: which papers there are, and whether they are what is published."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pipelines.ingestion.intake import Intake, PaperFile, take_in
from pipelines.ingestion.manifest import Manifest, Refused, read_manifest
from pipelines.privacy.forgotten_people import name_digests, read_forgotten
from pipelines.publication.publishing import log_path
from pipelines.runtime.settings import Settings
from pipelines.runtime.versions import code_version, warehouse_version
from pipelines.sources.store import stores_state


@dataclass(frozen=True, slots=True)
class Basis:
    """What decides beside the papers what is published.

    Attributes:
        version: The version of all that turns a paper into records.
        rules: The version of all that turns papers into a warehouse.
        left_out: The digests of the names that are to be left out.
    """

    version: str
    rules: str
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a refresh starts from.

    Attributes:
        manifest: What is known, with the files that are there now.
        intake: What the raw folder holds.
        formerly: The files of the refresh before, by path.
        fingerprint: Hash of everything that decides what is published.
        is_current: Whether that is published already, so that nothing is to be done.
    """

    manifest: Manifest
    intake: Intake
    formerly: Mapping[str, PaperFile]
    basis: Basis
    fingerprint: str
    is_current: bool

    @property
    def files_found(self) -> int:
        """Files in the raw folder, rejected ones among them."""
        return len(self.intake.files) + len(self.intake.rejected)


def read_basis(settings: Settings) -> Basis:
    """Read code, models, registers and the list of forgotten people as they are now."""
    return Basis(
        code_version(settings.reference),
        warehouse_version(settings.reference),
        name_digests(person.name for person in read_forgotten(settings.warehouse)),
    )


def make_plan(settings: Settings, *, retry_rejected: bool = False) -> Plan:
    """Look at the raw folder and at what is published; nothing is written.

    Args:
        settings: Folders and limits.
        retry_rejected: Whether papers are to be read again that were rejected before.
    """
    known = read_manifest(settings.state).of_folder(settings.raw)
    basis = read_basis(settings)
    opened = {} if retry_rejected else known.archives
    opened_by = _digest([basis.rules, str(settings.limits)])
    intake = take_in(settings.raw, known.files, settings.limits, opened, opened_by)
    fingerprint = _digest(
        [
            astuple(basis),
            [(file.source_path, file.sha256) for file in intake.files],
            [(error.path, error.explanation) for error in intake.rejected],
            stores_state(settings.raw),
        ]
    )
    manifest = _with_intake(known, intake, retry_rejected)
    is_current = not retry_rejected and _is_published(settings.warehouse, manifest, fingerprint)
    return Plan(manifest, intake, known.files, basis, fingerprint, is_current)


def _digest(content: list[object]) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _with_intake(manifest: Manifest, intake: Intake, retry_rejected: bool) -> Manifest:
    now = datetime.now(UTC)
    refused: dict[str, Refused] = {}
    for error in intake.rejected:
        before = manifest.refused.get(error.path)
        is_same = before is not None and before.reason == error.explanation
        refused[error.path] = before if before and is_same else Refused(error.explanation, now)
    papers = {
        sha256: known
        for sha256, known in manifest.papers.items()
        if not (retry_rejected and known.reason)
    }
    files = {file.source_path: file for file in intake.files}
    archives = {archive.source_path: archive for archive in intake.archives}
    return replace(manifest, files=files, refused=refused, papers=papers, archives=archives)


def _is_published(warehouse: Path, manifest: Manifest, fingerprint: str) -> bool:
    published = manifest.published
    if published is None or published.fingerprint != fingerprint or not warehouse.is_file():
        return False
    if manifest.has_unsettled or log_path(warehouse).exists():
        # A paper may be readable by now; a log is of somebody who wrote to the file.
        return False
    status = warehouse.stat()
    return (status.st_size, status.st_mtime_ns) == (published.byte_size, published.mtime_ns)
