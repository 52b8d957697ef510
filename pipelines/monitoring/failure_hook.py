"""Reports a failed or late refresh by running a command from the settings.

Without a command, nothing is reported and nothing leaves the machine.
"""

import json
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pipelines.notation.addresses import mask_addresses
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line

# How long the command may take; sending a mail or a message takes a few seconds.
MOST_SECONDS = 30.0
# Characters of the command's output that are copied to the log.
SHOWN_OUTPUT = 300


@dataclass(frozen=True, slots=True)
class Incident:
    """A failure to report.

    Attributes:
        event: The kind of incident.
        message: What is wrong, what is still valid, what to do.
        warehouse: The published file.
        run_id: The run of Dagster; None for the command line.
    """

    event: Literal["refresh_failed", "refresh_late"]
    message: str
    warehouse: Path
    run_id: str | None = None


def tell(
    incident: Incident,
    settings: Settings,
    log: Callable[[str], object],
    most_seconds: float = MOST_SECONDS,
) -> bool:
    """Run the command from the settings with the incident as one JSON object on standard input.

    The command is run without a shell. If it fails or takes too long, that is only logged.

    Args:
        incident: What to report.
        settings: `on_failure` is the command, split into arguments as a shell would.
        log: Takes a line on why the report failed.
        most_seconds: After this time the command is ended, with all processes that it started.

    Returns:
        Whether the command succeeded; False if there is no command.
    """
    return run_hook(settings.on_failure, incident.event, _message(incident), log, most_seconds)


def run_hook(
    command: str | None,
    event: str,
    message: str,
    log: Callable[[str], object],
    most_seconds: float = MOST_SECONDS,
) -> bool:
    """Run a command of the settings with a message on standard input, as `tell` does.

    Args:
        command: Split into arguments as a shell would; None for no command.
        event: What the message is about, for the log.
        message: What the command reads.
        log: Takes a line on why the command failed.
        most_seconds: After this time the command is ended, with all processes that it started.

    Returns:
        Whether the command succeeded; False if there is no command.
    """
    if not command:
        return False
    try:
        fault = _run(shlex.split(command), message, most_seconds)
    except (OSError, ValueError) as error:
        fault = str(error)
    if fault:
        log(one_line(f"Nobody was told of {event}: {command}: {fault}"))
    return not fault


def _message(incident: Incident) -> str:
    values = {
        "event": incident.event,
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "message": mask_addresses(incident.message),
        "warehouse": str(incident.warehouse.absolute()),
        "run_id": incident.run_id,
    }
    return json.dumps(values) + "\n"


def _run(command: list[str], message: str, most_seconds: float) -> str:
    """Why the command failed; empty if it succeeded."""
    # Files, not pipes: a pipe stays open as long as any process that the command started.
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as told:
        told.write(message)
        told.seek(0)
        with subprocess.Popen(
            command, stdin=told, stdout=said, stderr=said, start_new_session=True
        ) as process:
            try:
                exit_code = process.wait(most_seconds)
            except subprocess.TimeoutExpired:
                _end(process)
                return f"it did not end in {most_seconds:g} s"
        said.seek(0)
        return f"exit code {exit_code}: {said.read(SHOWN_OUTPUT)}" if exit_code else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the command and its whole session, or only the command if the system has no sessions."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
