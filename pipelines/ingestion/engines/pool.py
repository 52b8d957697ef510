"""Reads papers in separate processes, so that one paper cannot stop the others.

Even a single paper gets its own process. Starting one costs about a second, but in this process a
runaway paper could neither be stopped nor kept from taking all memory.
"""

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait

from pipelines.ingestion.engines.reader import Reader
from pipelines.ingestion.engines.tasks import Outcome, PaperTask, Work, extract_file
from pipelines.runtime.errors import ReaderDied
from pipelines.runtime.limits import Limits

# With fewer papers per worker than this, one more worker costs more to start than it saves.
PAPERS_PER_WORKER = 8


def extract_papers(
    tasks: Iterable[PaperTask], limits: Limits, work: Work = extract_file
) -> Iterator[tuple[PaperTask, Outcome]]:
    """Read papers in parallel, each within its limits.

    Args:
        tasks: What to read.
        limits: Time and memory for one paper, and the number of workers.
        work: What a worker does with a task. It must be a function of a module, because workers
            import it.

    Yields:
        Each task with what came of it, as it is done. A paper that takes too long, takes too much
        memory or ends two workers comes with the error that says so, and the rest goes on.
    """
    waiting = deque(tasks)
    if not waiting:
        return
    most = limits.workers or os.cpu_count() or 1
    pool = ReaderPool(limits, max(1, min(most, -(-len(waiting) // PAPERS_PER_WORKER))), work)
    try:
        yield from pool.read(waiting)
    finally:
        pool.end()


class ReaderPool:
    """Some processes that read papers until they are ended."""

    def __init__(self, limits: Limits, count: int, work: Work = extract_file) -> None:
        self._readers = [Reader(limits, work) for _ in range(count)]

    def read(self, tasks: Iterable[PaperTask]) -> Iterator[tuple[PaperTask, Outcome]]:
        """Read papers as `extract_papers` does; if this is not done to its end, end the pool."""
        waiting = deque(tasks)
        tried: set[PaperTask] = set()
        for reader in self._readers:
            if waiting and reader.is_ready:
                reader.give(waiting.popleft())
        while waiting or any(reader.task for reader in self._readers):
            for reader in _spoken(self._readers):
                task, outcome = reader.hear()
                if task is not None and isinstance(outcome, ReaderDied) and task not in tried:
                    # The system may have ended the worker for want of memory elsewhere.
                    tried.add(task)
                    waiting.append(task)
                    outcome = None
                if waiting and reader.is_ready and reader.task is None:
                    reader.give(waiting.popleft())
                if task is not None and outcome is not None:
                    yield task, outcome

    def end(self) -> None:
        """End the processes, whatever they are doing."""
        for reader in self._readers:
            reader.end()


def _spoken(readers: list[Reader]) -> list[Reader]:
    """The processes that have sent a message, have died, or are out of time."""
    until = min(reader.deadline for reader in readers)
    heard = wait(
        [reader.connection for reader in readers],
        None if until == float("inf") else max(0.0, until - time.monotonic()),
    )
    now = time.monotonic()
    return [reader for reader in readers if reader.connection in heard or reader.deadline <= now]
