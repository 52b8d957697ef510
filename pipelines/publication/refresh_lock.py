"""Lets only one refresh of a warehouse run at a time; a crash releases the lock."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from pipelines.runtime.errors import RefreshRunning, WarehouseUnusable
from pipelines.runtime.progress import Progress
from pipelines.runtime.settings import Settings

LOCK_NAME = "lock"


@contextmanager
def only_refresh(settings: Settings, progress: Progress) -> Iterator[None]:
    """Wait until no other process refreshes this warehouse, and keep others out.

    The system ties the lock to the process, so that it is released however the process ends.

    Raises:
        RefreshRunning: The other one did not end within `wait_seconds`.
        WarehouseUnusable: The folder of the warehouse cannot be written.
    """
    try:
        settings.state.mkdir(parents=True, exist_ok=True)
        lock = FileLock(settings.state / LOCK_NAME)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            progress.note(
                f"Another refresh of {settings.warehouse} is running; this one waits for it, "
                f"at most {settings.wait_seconds:.0f} s."
            )
            lock.acquire(timeout=settings.wait_seconds)
    except Timeout:
        raise RefreshRunning(settings.warehouse, settings.wait_seconds) from None
    except OSError as error:
        raise WarehouseUnusable(settings.warehouse, f"its folder: {error.strerror}") from error
    try:
        yield
    finally:
        lock.release()
