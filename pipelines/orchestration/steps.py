"""What every step of a refresh has in common: the lock, the log, and what is tried again."""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from pipelines.ingestion.engines.errors import NoWorker, SchedulerAway
from pipelines.refresh.refresh import at_work
from pipelines.runtime.errors import BoardpapersError, RefreshRunning
from pipelines.runtime.progress import Progress
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line
from pipelines.runtime.warehouse_errors import WriteFailedError

# Runs with steps of this pool write the warehouse; deploy/dagster.yaml lets one of them run at a
# time.
POOL = "warehouse"
# Somebody else's refresh, a disk that is full or away, or a cluster that starts may be over in
# some minutes.
CAN_PASS = (RefreshRunning, WriteFailedError, SchedulerAway, NoWorker, OSError)
# After about 1, 3, 7 and 15 minutes, each up to one more or less, so that two do not meet again.
RETRIES = dg.RetryPolicy(
    max_retries=4, delay=60, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS
)


@contextmanager
def step(settings: Settings, log: dg.DagsterLogManager) -> Iterator[Progress]:
    """Do a step of a refresh in the lock of a refresh, with its progress in the log."""
    progress = LoggedProgress(log)
    with plain_failures(), at_work(settings, progress):
        yield progress


@contextmanager
def plain_failures() -> Iterator[None]:
    """Let only a fault that can pass be tried again, and say any other plainly.

    Raises:
        dg.Failure: The fault stays until somebody puts it right.
    """
    try:
        yield
    except (dg.Failure, *CAN_PASS):
        raise
    except BoardpapersError as error:
        raise refusal(str(error)) from error
    except Exception as error:
        raise refusal(f"A fault of boardpapers: {type(error).__name__}: {error}") from error


def refusal(why: str) -> dg.Failure:
    """The failure of a step that is not to be tried again."""
    return dg.Failure(why, allow_retries=False)


class LoggedProgress:
    """Says in the log of a step how far it is."""

    def __init__(self, log: dg.DagsterLogManager) -> None:
        self.log = log

    def start(self, stage: str, total: int | None = None) -> None:
        """Log the stage."""
        self.log.info(stage if total is None else f"{stage}: {total}")

    def advance(self) -> None:
        """Say nothing: a log is no place for a line a paper."""

    def note(self, message: str) -> None:
        """Log the message as a warning."""
        self.log.warning(one_line(message))
