"""What waits between the steps of a refresh, as files beside the manifest.

A step that is run by itself, in a process of its own, takes up here what the step before left.
It is there only while something waits to be published: a publication removes it.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.ingestion.manifest import read_manifest, write_manifest
from pipelines.publication.publishing import candidate_path
from pipelines.refresh.building import Built
from pipelines.refresh.plan import Basis, read_basis
from pipelines.refresh.reading import PapersRead
from pipelines.runtime import errors
from pipelines.runtime.durable_files import replace_text
from pipelines.runtime.errors import PaperError
from pipelines.runtime.settings import Settings
from pipelines.runtime.warehouse_errors import NotAsPlannedError

if TYPE_CHECKING:
    from pipelines.audit.audit_report import CheckResult

FOLDER_NAME = "waiting"
READ_NAME, BUILT_NAME, UNSETTLED_NAME = "read.json", "built.json", "unsettled.json"


def keep_read(settings: Settings, read: PapersRead) -> None:
    """Keep what was read for the step that builds."""
    folder = settings.state / FOLDER_NAME
    # A kill leaves no note of other papers than the manifest has.
    (folder / READ_NAME).unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    write_manifest(folder, read.manifest)
    _write(
        folder / READ_NAME,
        {
            **asdict(read.basis),
            "fingerprint": read.fingerprint,
            "files_found": read.files_found,
            "papers_extracted": read.papers_extracted,
            "new": read.new,
            "changed": read.changed,
            "gone": read.gone,
            "unsettled": _error_values(read.unsettled),
            "is_whole": read.is_whole,
        },
    )


def take_read(settings: Settings) -> PapersRead | None:
    """Take up what was read; None where nothing waits.

    Raises:
        NotAsPlannedError: What decides on the publication has changed since.
    """
    folder = settings.state / FOLDER_NAME
    if not (folder / READ_NAME).is_file():
        return None
    stored = _read(folder / READ_NAME)
    basis = Basis(stored["version"], stored["rules"], tuple(stored["left_out"]))
    if basis != read_basis(settings):
        why = "code, registers or the list of forgotten people changed since the papers were read"
        raise NotAsPlannedError(settings.warehouse, why)
    manifest = read_manifest(folder)
    if manifest.published != read_manifest(settings.state).published:
        why = "another refresh published since the papers were read"
        raise NotAsPlannedError(settings.warehouse, why)
    return PapersRead(
        manifest=manifest,
        basis=basis,
        fingerprint=stored["fingerprint"],
        files_found=stored["files_found"],
        papers_extracted=stored["papers_extracted"],
        new=tuple(stored["new"]),
        changed=tuple(stored["changed"]),
        gone=tuple(stored["gone"]),
        unsettled=tuple(_errors(stored["unsettled"])),
        is_whole=stored["is_whole"],
    )


def keep_built(settings: Settings, built: Built) -> None:
    """Keep what was built for the steps that check and publish it."""
    values = {
        "build_id": built.build_id,
        "fingerprint": built.fingerprint,
        "rows": dict(built.rows),
        "findings": dict(built.findings),
        "not_trusted": dict(built.not_trusted),
        "audit": [_result_values(result) for result in built.audit.results],
    }
    _write(settings.state / FOLDER_NAME / BUILT_NAME, values)


def take_built(settings: Settings, read: PapersRead) -> Built:
    """Take up the candidate that was built of what was read.

    Raises:
        NotAsPlannedError: There is none, or the file is another one.
    """
    from pipelines.audit.audit_report import AuditReport
    from pipelines.publication.published_status import read_status

    path = settings.state / FOLDER_NAME / BUILT_NAME
    candidate = candidate_path(settings.warehouse)
    if not path.is_file() or not candidate.is_file():
        raise NotAsPlannedError(settings.warehouse, "no candidate was built of it yet")
    stored = _read(path)
    if stored["fingerprint"] != read.fingerprint:
        raise NotAsPlannedError(settings.warehouse, "the candidate was built of other papers")
    if stored["build_id"] != read_status(candidate).build_id:
        raise NotAsPlannedError(settings.warehouse, "the candidate is that of another build")
    audit = AuditReport(tuple(_results(stored.pop("audit"))))
    return Built(**stored, audit=audit)


def drop_waiting(settings: Settings, unsettled: Sequence[PaperError]) -> None:
    """Drop what waits, since what the folder holds is published.

    Args:
        settings: Which warehouse.
        unsettled: The papers that are published as they were, since they cannot be opened now.
    """
    folder = settings.state / FOLDER_NAME
    shutil.rmtree(folder, ignore_errors=True)
    if unsettled:
        _write(folder / UNSETTLED_NAME, _error_values(unsettled))


def take_unsettled(settings: Settings) -> tuple[PaperError, ...]:
    """The papers that are published as they were, since they could not be opened."""
    path = settings.state / FOLDER_NAME / UNSETTLED_NAME
    return tuple(_errors(_read(path))) if path.is_file() else ()


def _result_values(result: "CheckResult") -> tuple[Any, ...]:
    rows = [(row.paper_id, row.locator, row.values) for row in result.failing_rows]
    return (
        result.table,
        result.expectation,
        result.column,
        result.severity,
        result.success,
        result.evaluated,
        result.observed,
        result.exception,
        rows,
    )


def _results(stored: list[Any]) -> "Iterator[CheckResult]":
    from pipelines.audit.audit_report import CheckResult, FailingRow

    for *values, rows in stored:
        yield replace(CheckResult(*values), failing_rows=tuple(FailingRow(*row) for row in rows))


def _error_values(unsettled: Sequence[PaperError]) -> list[Any]:
    return [(type(error).__name__, error.path, error.reason) for error in unsettled]


def _errors(stored: list[Any]) -> Iterator[PaperError]:
    for name, path, reason in stored:
        kind: type[PaperError] = getattr(errors, name, PaperError)
        yield kind(path, reason)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _write(path: Path, values: Any) -> None:
    replace_text(path, json.dumps(values))
