"""The command line in a process of its own, as a user starts it."""

import os
import subprocess
import sys
from pathlib import Path


def boardpapers(
    *arguments: str | Path, cwd: Path, given: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own.

    Args:
        arguments: What follows `boardpapers`.
        cwd: Where it is run.
        given: Its standard input. Bytes that are not UTF-8 are surrogates in it and in the output.
        variables: What its environment has besides ours.
    """
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("BOARDPAPERS_")
    }
    return subprocess.run(
        [Path(sys.executable).with_name("boardpapers"), *map(str, arguments)],
        input=given,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        cwd=cwd,
        env={**environment, **variables},
    )
