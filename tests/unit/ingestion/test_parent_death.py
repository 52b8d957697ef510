"""A worker ends with the process that started it, though that one cannot say good-bye."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

PARENT = Path(__file__).parent / "engines" / "orphaned_pool.py"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_a_worker_ends_with_a_killed_parent() -> None:
    with subprocess.Popen([sys.executable, PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert not has_ended(worker)
        parent.kill()
    for _ in range(600):
        if has_ended(worker):
            return
        time.sleep(0.1)
    os.kill(worker, 9)
    raise AssertionError(f"worker {worker} outlived its parent by a minute")


def has_ended(pid: int) -> bool:
    """Whether a process is gone, or has ended and waits for somebody to note it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
