"""Ends a command at once on Ctrl-C, whatever it is doing.

Python may raise KeyboardInterrupt in an import, whose lock is then never released, or in a DuckDB
query, which may swallow it and go on. Killing the process is always safe, so an interrupt does just
that: the published file stays whole, and the system releases the lock and ends the workers.
"""

import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from pipelines.cli.logs import event_line, is_json

# What a shell gives for a command that SIGINT ended.
INTERRUPTED = 128 + signal.SIGINT
MESSAGE = "Interrupted."
# One folder per thread, listing the processes that it started.
THREADS = Path("/proc/self/task")
# A bar of progress hides the cursor of its terminal.
SHOW_CURSOR = "\x1b[?25h"
TERMINALS_WITHOUT_CURSOR = ("", "dumb", "unknown")


@contextmanager
def ended_by_interrupt() -> Iterator[None]:
    """End the process with exit code 130 on an interrupt, within the block.

    Nothing changes if interrupts are ignored (`nohup`, a background job) or already handled
    by other code.
    """
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_ours or threading.current_thread() is not threading.main_thread():
        yield
        return
    # Python runs a handler in the main thread, only after its current call returns; ours does
    # nothing. The number of the signal is in the pipe at once, and a thread waits for it there.
    heard, written = os.pipe()
    os.set_blocking(written, False)
    listener = threading.Thread(target=_listen, args=(heard,), daemon=True)
    listener.start()
    before = signal.set_wakeup_fd(written, warn_on_full_buffer=False)
    signal.signal(signal.SIGINT, _leave_to_listener)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.set_wakeup_fd(before)
        os.close(written)
        listener.join()
        os.close(heard)


def _listen(heard: int) -> None:
    while number := os.read(heard, 1):
        if number[0] == signal.SIGINT:
            _end()


def _leave_to_listener(_: int, __: FrameType | None) -> None:
    pass


def _end() -> NoReturn:
    """Print the message and end, without a lock, an import or a stream that may block."""
    with suppress(OSError, ValueError):
        error = sys.__stderr__.fileno() if sys.__stderr__ else -1
        if select.select([], [error], [], 0)[1]:
            os.write(error, _last_words(error).encode())
    # No wait in between, so that no other thread notices that a worker has ended.
    for child in _children():
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    os._exit(INTERRUPTED)


def _children() -> list[int]:
    """The child processes, on Linux; elsewhere a worker ends when it finds its pipe closed.

    A worker that has just started would otherwise complain that its parent is gone.
    """
    try:
        told = [(thread / "children").read_text() for thread in THREADS.iterdir()]
    except OSError:
        return []
    return [int(child) for children in told for child in children.split()]


def _last_words(error: int) -> str:
    if is_json():
        return f"{event_line('interrupted', exit_code=INTERRUPTED)}\n"
    has_cursor = os.isatty(error) and os.environ.get("TERM", "") not in TERMINALS_WITHOUT_CURSOR
    return f"{SHOW_CURSOR if has_cursor else ''}\n{MESSAGE}\n"
