"""Audits in a separate process, which imports Great Expectations while the warehouse is built.

The import takes many seconds and so runs on another core. The main process stays small, and no
other thread ever sees a half-imported pandas.
"""

import multiprocessing
import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.ingestion.parent_death import end_with_parent, start_out_of_reach
from pipelines.runtime.errors import BoardpapersError
from pipelines.runtime.limits import Room

if TYPE_CHECKING:
    from pipelines.audit.audit import AuditReport

# How long the process may take to end by itself; most of it is Great Expectations' cleanup.
END_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class BackgroundAudit:
    """A prepared audit that waits for one candidate after another."""

    connection: Connection

    def audit(self, candidate: Path) -> "AuditReport":
        """Audit one candidate.

        Raises:
def prepared_audit(room: Room) -> Iterator[BackgroundAudit]:
    """Start preparing audits with this much room; their process ends with the block."""
        """
        try:
            self.connection.send(candidate)
            answer = self.connection.recv()
        except (EOFError, ConnectionError):
            raise RuntimeError("The process that audits ended without an answer.") from None
        if isinstance(answer, BoardpapersError):
            raise answer
        if isinstance(answer, str):
            raise RuntimeError(f"The audit failed itself.\n{answer}")
        report: AuditReport = answer
        return report


@contextmanager
def prepared_audit(room: Room) -> Iterator[BackgroundAudit]:
    """Start preparing audits with this much room; their process ends with the block."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, os.getpid(), room), daemon=True)
    start_out_of_reach(process)
    theirs.close()
    try:
        yield BackgroundAudit(ours)
        # The process ends by itself, with a cleanup, when its pipe is closed.
        ours.close()
        process.join(END_SECONDS)
    finally:
        process.kill()
        process.join()
        ours.close()


def _serve(connection: Connection, parent: int, room: Room) -> None:
    end_with_parent(parent)
    from pipelines.audit import audit

    try:
        audit.preload()
        while True:
            candidate: Path = connection.recv()
            connection.send(audit.audit(candidate, room=room))
    except (EOFError, ConnectionError):
        # The parent is gone, so nobody waits for an answer.
        return
    except BoardpapersError as error:
        connection.send(error)
    except Exception:
        connection.send(traceback.format_exc())
