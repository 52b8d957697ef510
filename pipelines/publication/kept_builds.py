"""The last builds, kept beside a warehouse, so that an earlier one can be published again."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from pipelines.ingestion.manifest import read_manifest, write_manifest
from pipelines.privacy.forgotten_people import read_forgotten
from pipelines.publication.builds import content_hash
from pipelines.publication.left_out import leaves_out, require_obeyed
from pipelines.publication.published_status import read_status
from pipelines.publication.publishing import candidate_path, publish
from pipelines.publication.refresh_lock import only_refresh
from pipelines.runtime.errors import InputMissing, WarehouseUnusable
from pipelines.runtime.progress import Silent
from pipelines.runtime.settings import Settings

FOLDER_NAME = "builds"
MOST_KEPT = 5
NUMBER_DIGITS = 6  # of the number that a file's name begins with, in order of publication


@dataclass(frozen=True, slots=True)
class KeptBuild:
    """One build that was published: its id and its file."""

    build_id: str
    path: Path


def kept_builds(settings: Settings) -> list[KeptBuild]:
    """The builds that are kept, the last publication first."""
    paths = sorted((settings.state / FOLDER_NAME).glob("*.duckdb"), reverse=True)
    return [KeptBuild(path.stem.partition("-")[2], path) for path in paths]


def keep_build(settings: Settings, build_id: str, left_out: Sequence[str] = ()) -> None:
    """Keep the published file under its build's id, and drop the oldest beyond `MOST_KEPT`.

    All earlier builds are removed if this one is the first to leave out a forgotten person.

    The file is linked, not copied, if the disk supports it, and so takes no space until the next
    publication.

    Args:
        settings: Which warehouse. Its manifest is that of the publication before.
        build_id: The build that has just been published.
        left_out: The digests of the names that it leaves out.
    """
    folder = settings.state / FOLDER_NAME
    folder.mkdir(parents=True, exist_ok=True)
    before = kept_builds(settings)
    number = int(before[0].path.stem.partition("-")[0]) + 1 if before else 1
    path = folder / f"{number:0{NUMBER_DIGITS}}-{build_id}.duckdb"
    try:
        os.link(settings.warehouse, path)
    except OSError:
        shutil.copy(settings.warehouse, path)
    for old in kept_builds(settings)[MOST_KEPT if leaves_out(settings, left_out) else 1 :]:
        old.path.unlink()


def rollback(settings: Settings, build_id: str | None = None) -> KeptBuild:
    """Publish a kept build again. The next refresh changes nothing until a paper or the code does.

    Args:
        settings: Which warehouse.
        build_id: The build; None for the one before the last publication.

    Raises:
        InputMissing: No such build is kept.
        NotYetForgotten: It may hold a person on the list of forgotten people.
        WarehouseUnusable: Its rows are not those that were published, or are of older code.
        RefreshRunning: A refresh of the warehouse is running.
    """
    with only_refresh(settings, Silent()):
        require_obeyed(settings)
        kept = kept_builds(settings)
        wanted = [each for each in kept if each.build_id == build_id] if build_id else kept[1:2]
        if not wanted:
            raise build_missing(settings, "A build to go back to in")
        _require_untouched(wanted[0])
        candidate = candidate_path(settings.warehouse)
        shutil.copyfile(wanted[0].path, candidate)
        publish(candidate, settings.warehouse)
        _note_publication(settings, wanted[0].build_id)
    return wanted[0]


def build_missing(settings: Settings, what: str) -> InputMissing:
    """An error that lists the kept builds and says why others may be gone.

    Args:
        settings: Which warehouse.
        what: What was looked for, as `InputMissing` begins.
    """
    advice = "These are kept: " + (
        ", ".join(build.build_id for build in kept_builds(settings)) or "none"
    )
    if read_forgotten(settings.warehouse):
        advice += ". Builds from before a person was forgotten are removed"
    return InputMissing(settings.state / FOLDER_NAME, what, advice)


def _require_untouched(build: KeptBuild) -> None:
    """Check that nobody has written to the file while it was the published one."""
    try:
        with duckdb.connect(str(build.path), read_only=True) as connection:
            recorded = connection.execute(
                "select content_hash from builds where build_id = ?", [build.build_id]
            ).fetchone()
            is_untouched = recorded == (content_hash(connection),)
    except duckdb.Error as error:
        # The file is damaged, or was made by code with other tables.
        raise WarehouseUnusable(build.path, str(error).splitlines()[0]) from error
    if not is_untouched:
        raise WarehouseUnusable(build.path, "its rows are not those that were published")


def _note_publication(settings: Settings, build_id: str) -> None:
    """Record the file as published, so that the next refresh does not undo the rollback."""
    manifest = read_manifest(settings.state)
    if manifest.published is None:
        return
    held = read_status(settings.warehouse)
    status = settings.warehouse.stat()
    published = replace(
        manifest.published,
        build_id=build_id,
        rows=held.rows,
        findings=held.findings,
        byte_size=status.st_size,
        mtime_ns=status.st_mtime_ns,
    )
    write_manifest(settings.state, replace(manifest, published=published))
