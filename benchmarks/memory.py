"""The most memory that a process has held, for the benchmarks that report it."""

from pathlib import Path

KIB_PER_MIB = 1024


def most_memory() -> int:
    """The most memory that this process has held so far, in MiB.

    `getrusage` would count what the process that started this one held at that moment, too.
    """
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) // KIB_PER_MIB
