"""The last step of a refresh: put the candidate in the place of what is published, or refuse."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pipelines.ingestion.manifest import Manifest, Published
from pipelines.refresh.building import Built
from pipelines.refresh.reading import PapersRead
from pipelines.runtime.errors import PaperError
from pipelines.runtime.settings import Settings


def why_not_publish(
    settings: Settings, read: PapersRead, built: Built, held: Mapping[str, int]
) -> str:
    """Why a candidate may not be published; empty if it may.

    Args:
        settings: How much may go.
        read: What it was built from.
        built: The candidate.
        held: Rows of the guarded tables that are published.
    """
    from pipelines.publication.shrinkage import describe_losses, find_losses

    if failed := len(built.audit.failures):
        return f"{failed} {'check' if failed == 1 else 'checks'} failed."
    losses = find_losses(held, built.rows, settings.most_lost)
    return describe_losses(losses, read.gone, settings.most_lost) if losses else ""


def publish_built(settings: Settings, read: PapersRead, built: Built) -> None:
    """Move the candidate over what is published, keep it as a build, and write down that it is."""
    from pipelines.ingestion.ingest import tidy
    from pipelines.publication.kept_builds import keep_build
    from pipelines.publication.publishing import candidate_path, publish

    publish(candidate_path(settings.warehouse), settings.warehouse)
    keep_build(settings, built.build_id, read.basis.left_out)
    status = settings.warehouse.stat()
    published = Published(
        # Papers that could not be opened are published as they were: the next refresh tries again.
        read.fingerprint if read.is_whole else "",
        status.st_size,
        status.st_mtime_ns,
        built.build_id,
        built.rows,
        built.findings,
        built.not_trusted,
        read.basis.left_out,
    )
    manifest = ended(replace(read.manifest, published=published), read.unsettled)
    tidy(settings, manifest, read.basis.version)


def ended(manifest: Manifest, unsettled: Sequence[PaperError]) -> Manifest:
    """With the time of a refresh that ended well, if it did."""
    return manifest if unsettled else replace(manifest, refreshed_at=datetime.now(UTC))
