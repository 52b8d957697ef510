"""Ties a worker's life to the process that started it, however that process ends."""

import ctypes
import os
import signal
import sys
from multiprocessing import resource_tracker
from multiprocessing.process import BaseProcess

# <sys/prctl.h>: send this process a signal when its parent ends.
PR_SET_PDEATHSIG = 1


def start_out_of_reach(process: BaseProcess) -> None:
    """Start a worker that no interrupt reaches, not even while it imports.

    Ctrl-C goes to every process of a terminal. Only the parent should act on it, and it ends its
    workers.
    """
    # Starting it would let interrupts through again, so do it before the first worker starts.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent(parent: int) -> None:
    """Have the system end this process when its parent ends, even by SIGKILL.

    This works only on Linux. Elsewhere a worker ends when it finds its pipe closed, between two
    papers.

    Args:
        parent: The process that started this one; if it has already ended, this one ends too.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
