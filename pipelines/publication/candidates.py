"""Hands the builder what a manifest knows: extracts, files and rejected papers as frames."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import polars as pl

from pipelines.columns import COLUMNS
from pipelines.contract import TABLES
from pipelines.identity import paper_id
from pipelines.ingestion.ingest import extract_store
from pipelines.ingestion.manifest import Manifest
from pipelines.privacy.contacts import mask_contacts, mask_path
from pipelines.privacy.forgotten_people import read_forgotten
from pipelines.publication.publishing import candidate_path
from pipelines.settings import Settings
from pipelines.sources import FILE_COLUMNS
from pipelines.warehouse import BuildReport, build_candidate

if TYPE_CHECKING:
    from pipelines.refresh import Rejection


def build_from(
    settings: Settings, manifest: Manifest, rejected: "Iterable[Rejection]", version: str
) -> BuildReport:
    """Build the candidate of a warehouse from the papers that a manifest lists.

    Raises:
        WarehouseError: It cannot be built.
    """
    batches = {known.batch for known in manifest.papers.values() if known.batch}
    return build_candidate(
        candidate_path(settings.warehouse),
        extract_store(settings).frames(batches),
        files_frame(manifest),
        rejected_frame(rejected),
        reference=settings.reference,
        code_version=version,
        built_at=datetime.now(UTC),
        forgotten=[each.name for each in read_forgotten(settings.warehouse)],
    )


def files_frame(manifest: Manifest) -> pl.DataFrame:
    """One row a file that was read; the same paper twice is two rows with one `paper_id`."""
    rows = [
        (
            mask_path(path),
            paper_id(file.sha256),
            file.sha256,
            file.byte_size,
            _utc(known.ingested_at),
        )
        for path, file in sorted(manifest.files.items())
        if not (known := manifest.papers[file.sha256]).reason
    ]
    return _frame(rows, FILE_COLUMNS)


def rejected_frame(rejected: "Iterable[Rejection]") -> pl.DataFrame:
    """One row a file that was not read, with the columns of `rejected_papers`."""
    rows = [
        (
            mask_path(entry.source_path),
            entry.sha256,
            mask_contacts(entry.reason),
            _utc(entry.rejected_at),
        )
        for entry in rejected
    ]
    return _frame(rows, TABLES["rejected_papers"].column_names)


def _frame(rows: Sequence[tuple[object, ...]], columns: Iterable[str]) -> pl.DataFrame:
    schema = {name: COLUMNS[name].polars_type for name in columns}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _utc(moment: datetime) -> datetime:
    """A column of type TIMESTAMP holds UTC without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None)
