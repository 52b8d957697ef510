"""Limits the memory of a process, and says how much there is."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

# The first fields of this file are the process's address space and its resident part, in pages.
STATM = Path("/proc/self/statm")
# The control groups that this process is in, one a line, and where the system shows all of them.
OWN_GROUPS, GROUPS = Path("/proc/self/cgroup"), Path("/sys/fs/cgroup")
# What a group may take, a number of bytes or a word: in version 2 of control groups, and in 1.
GROUP_LIMITS = ("memory.max", "memory.limit_in_bytes")


def limit_added_memory(added_bytes: int) -> None:
    """Let this process take at most this much address space beyond what it has now.

    An allocation above the limit fails, in Python with `MemoryError`. This works only on Linux:
    other systems do not report address space or do not enforce such a limit.
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
    """The memory that this process holds now; 0 if the system is not Linux."""
    if sys.platform != "linux":
        return 0
    import resource

    return int(STATM.read_text().split()[1]) * resource.getpagesize()


def memory_there_is(own_groups: Path = OWN_GROUPS, groups: Path = GROUPS) -> int:
    """The memory of the machine, or of the control group that this process is in, in bytes."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return min([machine, *_group_limits(own_groups, groups)])


def _group_limits(own_groups: Path, groups: Path) -> Iterator[int]:
    """The limits of the groups of this process and of those that they are in."""
    lines = own_groups.read_text().splitlines() if own_groups.is_file() else []
    for line in lines:
        # 0::/a/b in version 2, 7:memory:/a/b in version 1
        _, kind, name = line.split(":", 2)
        if kind not in ("", "memory"):
            continue
        root = groups / kind
        group = root / name.lstrip("/")
        for folder in (group, *group.parents):
            for path in (folder / limit for limit in GROUP_LIMITS):
                if path.is_file() and (text := path.read_text().strip()).isdigit():
                    yield int(text)
            if folder == root:
                break
