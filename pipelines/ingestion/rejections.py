"""The files that are in no warehouse, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pipelines.ingestion.manifest import Manifest
from pipelines.schema.identity import paper_id

# The reason for a paper whose own row broke a check
NOT_TRUSTED = (
    "The paper was read, and what it is said to be broke a check ({checks}), so that nothing of it "
    "was published. Look at its date and title; if they are right, this is a fault of boardpapers: "
    "report it with the paper."
)


@dataclass(frozen=True, slots=True)
class Rejection:
    """One file that is not in the warehouse, and why.

    Attributes:
        sha256: None if the bytes could not be read.
        reason: What is wrong and what to do, in sentences.
    """

    source_path: str
    sha256: str | None
    reason: str
    rejected_at: datetime


def rejections(manifest: Manifest, not_trusted: Mapping[str, str]) -> tuple[Rejection, ...]:
    """Every file in a manifest that is not in its warehouse, sorted by path.

    Args:
        manifest: The files and what was read.
        not_trusted: The checks broken by each paper (id) that the audit left out as a whole.
    """
    refused = [
        Rejection(path, None, refused.reason, refused.since)
        for path, refused in manifest.refused.items()
    ]
    unread: list[Rejection] = []
    for path, file in manifest.files.items():
        known = manifest.papers.get(file.sha256)
        checks = not_trusted.get(paper_id(file.sha256))
        reason = known and (known.reason or (checks and NOT_TRUSTED.format(checks=checks)))
        if known and reason:
            unread.append(Rejection(path, file.sha256, reason, known.ingested_at))
    return tuple(sorted([*refused, *unread], key=lambda rejection: rejection.source_path))
