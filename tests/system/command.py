"""The command line in a process of its own, as a user starts it, or in the one of the test."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from pipelines.cli.main import main


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


def boardpapers_here(*arguments: str | Path, cwd: Path) -> Result:
    """Run the command line in the process of the test, which imports the libraries once for all.

    Args:
        arguments: What follows `boardpapers`.
        cwd: Where it is run.
    """
    ours = {name: None for name in os.environ if name.startswith("BOARDPAPERS_")}
    with contextlib.chdir(cwd):
        return CliRunner().invoke(main, [*map(str, arguments)], env=ours, catch_exceptions=False)
