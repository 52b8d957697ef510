"""Lets no worker outlive the process that started it, however that one ends."""

import ctypes
import os
import signal
import sys

# <sys/prctl.h>: send this process a signal when its parent ends.
PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int) -> None:
    """Have the system end this process when its parent ends, by SIGKILL too.

    Only on Linux: elsewhere a worker ends when it finds its pipe closed, which it does between
    two papers.

    Args:
        parent: The process that started this one; where it has ended already, this one ends too.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
