"""What runs on a worker of a cluster: it reads a chunk of papers in a confined child process.

A worker reads one chunk a thread. The process that reads is kept for the next chunk, because to
start one costs as much as some papers do.
"""

import multiprocessing
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from pipelines.ingestion.engines.batches import ReadBatch, batch_of
from pipelines.ingestion.engines.pool import ReaderPool
from pipelines.ingestion.engines.tasks import PaperTask, Work
from pipelines.readers.pdf.page.scans import recogniser_is_there
from pipelines.runtime.limits import Limits
from pipelines.runtime.places import REFERENCE
from pipelines.runtime.versions import code_version

# What a paper is read by, besides our own code.
LIBRARIES = ("lxml", "phonenumbers", "polars", "pypdfium2", "rapidfuzz")

_idle: list[tuple[Limits, Work, ReaderPool]] = []


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some papers to read on a worker.

    Attributes:
        tasks: The papers.
        raw: The folder that they lie in.
        reference: Folder of the registers; None for that of the worker's installation.
        versions: What they must be read by.
        limits: The limits for each paper.
        work: What the child process does with each.
    """

    tasks: tuple[PaperTask, ...]
    raw: Path
    reference: Path | None
    versions: Mapping[str, str]
    limits: Limits
    work: Work


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a worker cannot read a chunk, as a clause about the worker."""

    why: str


def versions_here(reference: Path) -> dict[str, str]:
    """What decides how this machine reads a paper: our code and registers, and the libraries."""
    return {
        "code and registers": code_version(reference),
        "Python": python_version().rpartition(".")[0],
        **{library: version(library) for library in LIBRARIES},
        "OCR": "installed" if recogniser_is_there() else "not installed",
    }


def read_chunk(chunk: Chunk) -> ReadBatch | Refusal:
    """Read papers, each within its limits, if this worker reads as the others do."""
    reference = chunk.reference or REFERENCE
    if why := _why_not(chunk, reference):
        return Refusal(why)
    # A worker that a nanny started is a daemon, which may have no children. Ours end with it.
    multiprocessing.current_process().daemon = False
    pool = _take_pool(chunk.limits, chunk.work)
    try:
        outcomes = list(pool.read(replace(task, reference=reference) for task in chunk.tasks))
    except BaseException:
        pool.end()
        raise
    _idle.append((chunk.limits, chunk.work, pool))
    return batch_of(outcomes)


def end_readers() -> None:
    """End the processes that wait for another chunk."""
    while waiting := _pop_idle():
        waiting[-1].end()


def _why_not(chunk: Chunk, reference: Path) -> str:
    if not chunk.raw.is_dir() or not any(chunk.raw.iterdir()):
        return f"does not see the papers: {chunk.raw} is not there or is empty"
    if not reference.is_dir():
        return f"does not see the registers: {reference} is not there"
    ours = versions_here(reference)
    differences = [
        f"{name} {ours.get(name)} in place of {wanted}"
        for name, wanted in chunk.versions.items()
        if ours.get(name) != wanted
    ]
    return f"differs: {', '.join(differences)}" if differences else ""


def _take_pool(limits: Limits, work: Work) -> ReaderPool:
    """A process that waits, or a new one; those of other limits or other work are ended."""
    while waiting := _pop_idle():
        *held, pool = waiting
        if held == [limits, work]:
            return pool
        pool.end()
    return ReaderPool(limits, 1, work)


def _pop_idle() -> tuple[Limits, Work, ReaderPool] | None:
    # Another thread may take the last one at any moment.
    try:
        return _idle.pop()
    except IndexError:
        return None
