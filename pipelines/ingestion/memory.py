"""Keeps a process from taking more memory than it was given."""

import sys
from pathlib import Path

# First fields of this file: address space of the process and what of it is in memory, in pages.
STATM = Path("/proc/self/statm")


def limit_added_memory(added_bytes: int) -> None:
    """Let this process take at most so much address space beyond what it has now.

    An allocation above that fails, in Python with `MemoryError`. Only on Linux: elsewhere the
    system does not tell or does not hold such a limit, and nothing is limited.
    """
    if sys.platform != "linux":
        return
    import resource

    base = int(STATM.read_text().split()[0]) * resource.getpagesize()
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = base + added_bytes
    limit = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def resident_bytes() -> int:
    """How much memory this process holds now; 0 where the system is not Linux."""
    if sys.platform != "linux":
        return 0
    import resource

    return int(STATM.read_text().split()[1]) * resource.getpagesize()
