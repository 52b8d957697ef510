"""Hands the builder what a manifest knows: extracts, files and rejected papers as frames."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import polars as pl

from pipelines.ingestion.ingest import extract_store
from pipelines.ingestion.manifest import Manifest
from pipelines.ingestion.rejections import Rejection, rejections
from pipelines.notation.addresses import mask_path
from pipelines.privacy.contacts import mask_contacts
from pipelines.privacy.forgotten_people import read_forgotten
from pipelines.publication.publishing import candidate_path
from pipelines.runtime.settings import Settings
from pipelines.schema.columns import COLUMNS
from pipelines.schema.identity import paper_id
from pipelines.schema.tables import TABLES
from pipelines.schema.withheld import Withheld
from pipelines.warehouse.build import BuildReport, build_candidate
from pipelines.warehouse.fetched import fetched_frames
from pipelines.warehouse.inputs import FILE_COLUMNS


def build_from(
    settings: Settings, manifest: Manifest, version: str, withheld: Withheld
) -> tuple[BuildReport, tuple[Rejection, ...]]:
    """Build the candidate of a warehouse from the papers that a manifest lists.

    Args:
        settings: Folders and limits.
        manifest: What is there and what was read.
        version: The version of code and registers.
        withheld: Rows and papers to leave out.

    Returns:
        What was built, and every file that is not in it.

    Raises:
        WarehouseError: It cannot be built.
    """
    # A batch of papers that are gone may hold older extracts of papers that are there.
    there = (manifest.papers.get(file.sha256) for file in manifest.files.values())
    batches = {known.batch for known in there if known is not None and known.batch}
    rejected = rejections(manifest, withheld.papers)
    build = build_candidate(
        candidate_path(settings.warehouse),
        extract_store(settings).frames(batches),
        files_frame(manifest, withheld.papers),
        rejected_frame(rejected),
        reference=settings.reference,
        code_version=version,
        built_at=datetime.now(UTC),
        forgotten=[each.name for each in read_forgotten(settings.warehouse)],
        withheld=withheld,
        room=settings.room,
        fetched=fetched_frames(settings.raw),
    )
    return build, rejected


def files_frame(manifest: Manifest, left_out: Mapping[str, str] | None = None) -> pl.DataFrame:
    """One row a file that was read; the same paper twice is two rows with one `paper_id`.

    Args:
        manifest: What is there and what was read.
        left_out: Papers (ids) to leave out.
    """
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
        and paper_id(file.sha256) not in (left_out or {})
    ]
    return _frame(rows, FILE_COLUMNS)


def rejected_frame(rejected: Iterable[Rejection]) -> pl.DataFrame:
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
