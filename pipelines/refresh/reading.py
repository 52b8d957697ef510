"""The first step of a refresh: read the papers that have to be read."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.ingestion.manifest import Manifest
from pipelines.ingestion.rejections import Rejection, rejections
from pipelines.refresh.plan import Basis, Plan
from pipelines.runtime.errors import PaperError
from pipelines.runtime.progress import Progress
from pipelines.runtime.settings import Settings


@dataclass(frozen=True, slots=True)
class PapersRead:
    """What was read, so that a warehouse can be built of it.

    Attributes:
        manifest: The files that are there, what became of each, and the publication before.
        basis: What the papers were read by, and what they are to be built by.
        fingerprint: Hash of everything that decides what is to be published.
        files_found: Files in the raw folder, rejected ones among them.
        papers_extracted: Papers that had to be read this time.
        unsettled: Papers that were read before and cannot be opened now.
        is_whole: Whether every paper that had to be read could be opened.
        chunks: How many chunks the engine read them in.
        workers_lost: How many workers of other machines were lost meanwhile.
    """

    manifest: Manifest
    basis: Basis
    fingerprint: str
    files_found: int
    papers_extracted: int
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    unsettled: tuple[PaperError, ...]
    is_whole: bool
    chunks: int = 0
    workers_lost: int = 0

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """The files that could not be read, and why."""
        return rejections(self.manifest, {})

    @property
    def papers_read(self) -> int:
        """Different papers that have been read, now or before."""
        return len(_extracted(self.manifest))


def read_papers(settings: Settings, plan: Plan, progress: Progress) -> PapersRead:
    """Read the papers of a plan that have no extract yet, and keep their extracts."""
    from pipelines.ingestion.ingest import ingest

    read = ingest(settings, plan.manifest, plan.formerly, plan.basis.version, progress)
    return PapersRead(
        manifest=read.manifest,
        basis=plan.basis,
        fingerprint=plan.fingerprint,
        files_found=plan.files_found,
        papers_extracted=read.papers_read,
        new=plan.intake.new,
        changed=plan.intake.changed,
        gone=plan.intake.gone,
        unsettled=(*plan.intake.unsettled, *read.unsettled),
        is_whole=not read.unsettled,
        chunks=read.chunks,
        workers_lost=read.workers_lost,
    )


def extracts_version(manifest: Manifest) -> str:
    """A hash of which papers the extracts hold, what extracted them, and who is left out."""
    content = [sorted(_extracted(manifest).items()), list(manifest.left_out)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _extracted(manifest: Manifest) -> dict[str, str]:
    """The version that extracted each paper that is there and was read."""
    there = {file.sha256: manifest.papers.get(file.sha256) for file in manifest.files.values()}
    return {sha256: known.code_version for sha256, known in there.items() if known and known.batch}


def why_not_begin(settings: Settings, plan: Plan, held: Mapping[str, int]) -> str:
    """Why the folder cannot be what is meant to be published, before a paper is read.

    Args:
        settings: Folders and limits.
        plan: What the folder holds.
        held: Rows of the guarded tables that are published.
    """
    from pipelines.publication.shrinkage import PAPERS, describe_losses, find_losses

    intake = plan.intake
    if not held and not intake.files and not intake.rejected:
        return (
            f"There is no paper under {settings.raw}. Put papers there, or name another folder "
            "with --raw."
        )
    contents = len({file.sha256 for file in intake.files})
    losses = find_losses(held, {PAPERS: contents}, settings.most_lost)
    return describe_losses(losses, intake.gone, settings.most_lost) if losses else ""
