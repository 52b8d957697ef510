"""The command that is told of a failure: what it gets, and that its own failure harms nothing."""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from pipelines.monitoring.failure_hook import Incident, tell
from pipelines.runtime.settings import Settings

INCIDENT = Incident("refresh_failed", "Two\nchecks failed.", Path("/srv/w.duckdb"), "a1b2")


def program(folder: Path, code: str) -> str:
    """A command that runs some Python."""
    path = folder / "a hook.py"
    path.write_text(code)
    return f"{sys.executable} '{path}' '; touch {folder}/shell'"


def test_the_command_gets_one_json_object_and_no_shell(tmp_path: Path) -> None:
    code = f"import sys; open({str(tmp_path / 'got')!r}, 'w').write(sys.stdin.read())"
    said: list[str] = []
    assert tell(INCIDENT, Settings(on_failure=program(tmp_path, code)), said.append)
    (line,) = (tmp_path / "got").read_text().splitlines()
    message = json.loads(line)
    assert message.pop("time").endswith("+00:00")
    assert message == {
        "event": "refresh_failed",
        "message": "Two\nchecks failed.",
        "warehouse": "/srv/w.duckdb",
        "run_id": "a1b2",
    }
    assert (said, (tmp_path / "shell").exists()) == ([], False)


def test_nobody_is_told_where_no_command_is_named() -> None:
    said: list[str] = []
    assert not tell(INCIDENT, Settings(), said.append)
    assert said == []


@pytest.mark.parametrize(
    ("command", "why"),
    [
        pytest.param("/nowhere/hook", "No such file or directory", id="not there"),
        pytest.param("mail 'unclosed", "No closing quotation", id="no command line"),
    ],
)
def test_a_command_that_cannot_be_run_is_logged(command: str, why: str) -> None:
    said: list[str] = []
    assert not tell(INCIDENT, Settings(on_failure=command), said.append)
    (line,) = said
    assert line.startswith(f"Nobody was told of refresh_failed: {command}: ")
    assert why in line


def test_a_command_that_fails_is_logged_in_one_line(tmp_path: Path) -> None:
    command = program(tmp_path, "import sys; print('no\\nmail'); sys.exit(3)")
    said: list[str] = []
    assert not tell(INCIDENT, Settings(on_failure=command), said.append)
    assert said == [f"Nobody was told of refresh_failed: {command}: exit code 3: no\\nmail\\n"]


def test_a_command_that_hangs_is_ended_with_what_it_started(tmp_path: Path) -> None:
    code = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(child.pid))\n"
        f"os.rename({str(tmp_path / 'pid')!r}, {str(tmp_path / 'child')!r})\n"
        "time.sleep(600)\n"
    )
    said: list[str] = []
    command = program(tmp_path, code)
    # Long enough on a busy machine to have started the child, short enough to wait for.
    assert not tell(INCIDENT, Settings(on_failure=command), said.append, most_seconds=5)
    assert said == [f"Nobody was told of refresh_failed: {command}: it did not end in 5 s"]
    child = int((tmp_path / "child").read_text())
    assert has_ended(child)


def has_ended(pid: int) -> bool:
    """Whether a process ends within a minute; one that nobody has reaped yet has ended."""
    for _ in range(600):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False
