"""The command line in a process of its own, as a user starts it."""

import os
import subprocess
import sys
from pathlib import Path


def boardpapers(
    *arguments: str | Path, cwd: Path, given: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, with `given` on its standard input."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("BOARDPAPERS_")
    }
    return subprocess.run(
        [Path(sys.executable).with_name("boardpapers"), *map(str, arguments)],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=environment,
    )
