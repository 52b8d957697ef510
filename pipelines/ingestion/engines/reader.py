"""A process that reads papers, one after another, and ends when a paper ends it.

Each process has its own pipe: if it dies in mid-message, no other pipe is damaged, and its paper
is always known. (A shared queue was tried: if a process died before its task was recorded, nobody
finished it.)
"""

import multiprocessing
import os
import signal
import time
import traceback
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from pipelines.ingestion.engines.tasks import Outcome, PaperTask, Work
from pipelines.ingestion.memory import limit_added_memory
from pipelines.ingestion.parent_death import end_with_parent, start_out_of_reach
from pipelines.runtime.errors import (
    FaultInCode,
    PaperError,
    PaperNeedsTooMuchMemory,
    PaperTookTooLong,
    ReaderDied,
)
from pipelines.runtime.limits import MEBIBYTE, Limits

# How long a worker's imports may take on a very busy machine.
START_SECONDS = 300.0
# A worker's message when it is ready for its first paper.
READY = "ready"


class Reader:
    """One process that reads papers, and its current task."""

    process: BaseProcess
    connection: Connection

    def __init__(self, limits: Limits, work: Work) -> None:
        self.limits = limits
        self.work = work
        self.task: PaperTask | None = None
        self.start()

    def start(self) -> None:
        """Start the process; it says when it is ready."""
        # Spawned, not forked: a fork would copy the threads and locks of polars in a broken state.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(
            target=_serve,
            args=(theirs, self.work, self.limits.memory_bytes, os.getpid()),
            daemon=True,
        )
        start_out_of_reach(self.process)
        theirs.close()
        self.is_ready = False
        self.deadline = time.monotonic() + START_SECONDS

    def give(self, task: PaperTask) -> None:
        """Hand over a paper and start its clock."""
        self.task = task
        self.deadline = time.monotonic() + self.limits.seconds
        # If the worker died between two papers, `hear` notices and starts another.
        with suppress(BrokenPipeError):
            self.connection.send(task)

    def hear(self) -> "tuple[PaperTask | None, Outcome | None]":
        """Take the worker's message; if the worker is gone, start another."""
        task, outcome = self.task, None
        try:
            if self.connection.poll():
                outcome = self.connection.recv()
            elif task is not None:
                outcome = PaperTookTooLong(
                    task.source_path, f"could not be read in {self.limits.seconds:.0f} s"
                )
                self.restart()
            else:
                raise RuntimeError(f"a worker was not ready in {START_SECONDS:.0f} s")
        except (EOFError, ConnectionError):
            self.process.join()
            if not self.is_ready:
                raise RuntimeError("a worker ended before its first paper; see above") from None
            if task is not None:
                outcome = ReaderDied(task.source_path, _how_it_ended(self.process.exitcode))
            self.restart()
        if outcome == READY:
            self.is_ready, outcome = True, None
        if outcome is not None:
            self.task = None
        if self.is_ready and self.task is None:
            self.deadline = float("inf")
        return task, outcome

    def restart(self) -> None:
        """Replace the process."""
        self.end()
        self.task = None
        self.start()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _how_it_ended(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"ended the process that read it ({signal.Signals(-exit_code).name})"
    return f"ended the process that read it (exit code {exit_code})"


def _serve(connection: Connection, work: Work, memory_bytes: int, parent: int) -> None:
    """Run a worker: report ready, then answer tasks until the pipe closes."""
    end_with_parent(parent)
    # One thread each: papers are read in parallel, and threads cost address space.
    os.environ["POLARS_MAX_THREADS"] = "1"
    import_module("pipelines.extraction.extract")
    limit_added_memory(memory_bytes)
    try:
        connection.send(READY)
        while True:
            connection.send(_outcome(work, connection.recv(), memory_bytes))
    except (EOFError, ConnectionError):
        # The parent is gone, so nobody waits for an answer.
        return


def _outcome(work: Work, task: PaperTask, memory_bytes: int) -> Outcome:
    try:
        return work(task)
    except PaperError as error:
        return error
    except MemoryError:
        most = memory_bytes / MEBIBYTE
        return PaperNeedsTooMuchMemory(task.source_path, f"needs more than {most:.0f} MiB to read")
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name} line {last.lineno}"
        return FaultInCode(
            task.source_path, f"could not be read: {type(error).__name__}: {error} ({place})"
        )
