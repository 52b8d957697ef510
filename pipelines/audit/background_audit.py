"""Audits in a process of its own, which imports Great Expectations while the warehouse is built.

The import takes many seconds and runs on another core that way; our own process stays small, and
no half-imported pandas is ever seen by another thread.
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

# How long the process may take to end by itself; most of that is Great Expectations' own.
END_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class BackgroundAudit:
    """An audit that has been prepared and waits for a candidate, and after it for the next."""

    connection: Connection

    def audit(self, candidate: Path) -> "AuditReport":
        """Audit one candidate.

        Raises:
            BoardpapersError: There is not enough memory or disk.
            RuntimeError: The audit failed itself; nothing is known of the candidate.
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
    """Start to prepare audits in so much room; their process ends with the block."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, os.getpid(), room), daemon=True)
    start_out_of_reach(process)
    theirs.close()
    try:
        yield BackgroundAudit(ours)
        # It ends by itself when nobody can ask it anything more, and cleans up what it took.
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
        # The parent is gone, and with it whoever wanted an answer.
        return
    except BoardpapersError as error:
        connection.send(error)
    except Exception:
        connection.send(traceback.format_exc())
