"""A refresh that is killed or interrupted leaves the warehouse whole, no lock and no worker."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipelines.refresh.refresh import Outcome, refresh
from pipelines.runtime.settings import Settings
from tests.soak.lab import COMMAND
from tests.system.tiny_papers import LETTER

# How long what a killed process started may take to notice, on a busy machine.
NOTICE_SECONDS = 60
# The signal, the exit code and the last words
KILLED = (signal.SIGKILL, -signal.SIGKILL, "")
INTERRUPTED = (signal.SIGINT, 130, "\nInterrupted.\n")


def children_of(process: int) -> set[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text()
    return {int(child) for child in children.split()}


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to find a process's children")
@pytest.mark.usefixtures("quick_audit")
@pytest.mark.parametrize(
    ("stage", "sent", "exit_code", "last_words"),
    [
        pytest.param("Reading papers: 1", *KILLED, id="killed while it reads"),
        pytest.param("Building the warehouse", *KILLED, id="killed while it builds"),
        pytest.param("Checking it", *KILLED, id="killed while it checks"),
        pytest.param("Building the warehouse", *INTERRUPTED, id="interrupted while it builds"),
    ],
)
def test_a_killed_refresh_leaves_what_was_published(
    raw: Path,
    tmp_path: Path,
    stage: str,
    sent: signal.Signals,
    exit_code: int,
    last_words: str,
) -> None:
    settings = Settings(raw=raw, warehouse=tmp_path / "out" / "w.duckdb", wait_seconds=0)
    refresh(settings)
    before = settings.warehouse.read_bytes()
    (raw / "later.txt").write_text(LETTER.format(year=2031))

    command = [sys.executable, "-c", COMMAND]
    arguments = ["refresh", "--raw", raw, "--warehouse", settings.warehouse]
    with subprocess.Popen([*command, *arguments], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.strip() == stage:
                break
        started = children_of(process.pid)
        os.kill(process.pid, sent)
        said = process.stderr.read()

    assert (process.returncode, said[: len(last_words)]) == (exit_code, last_words)
    assert settings.warehouse.read_bytes() == before
    until = time.monotonic() + NOTICE_SECONDS
    while (left := {child for child in started if is_running(child)}) and time.monotonic() < until:
        time.sleep(0.1)
    assert left == set()
    again = refresh(settings)
    assert (again.outcome, again.papers_read) == (Outcome.PUBLISHED, 3)
