"""`pip install .` gives a command that works outside of the repository."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from pipelines.runtime.places import REPOSITORY
from tests.system.tiny_papers import NOTE

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def run(*words: str | Path, cwd: Path) -> str:
    """Run a program that knows nothing of this environment, and return what it prints."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(words, cwd=cwd, env=kept, capture_output=True, text=True)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment with our wheel in it.

    The libraries are those of this environment: a path leads to them, so that nothing is
    downloaded; that path does not lead to this clone.
    """
    folder = tmp_path_factory.mktemp("wheel")
    build = ("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    run(*PIP, *build, str(REPOSITORY), cwd=folder)
    (wheel,) = folder.glob("boardpapers-*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", "new", cwd=folder)
    (site,) = (folder / "new").glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    run(*PIP, "install", "--no-deps", "--target", str(site), str(wheel), cwd=folder)
    return folder / "new" / "bin"


def test_the_installed_command_reads_and_publishes_where_it_is_called(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "note.txt").write_text(NOTE)
    program = (installed / "python", "-m", "pipelines")
    origin = run(
        installed / "python", "-c", "import pipelines; print(pipelines.__file__)", cwd=tmp_path
    )
    assert Path(origin.strip()).is_relative_to(installed.parent)

    said = json.loads(run(*program, "refresh", "--json", cwd=tmp_path))
    assert said["outcome"] == "published"
    query = "select councillor_name from attendance order by all"
    rows = json.loads(run(*program, "query", query, "--json", cwd=tmp_path))
    assert [row["councillor_name"] for row in rows] == ["Ada Quill", "Ben Marsh"]
    run(*program, "report", "--out", "reports", cwd=tmp_path)
    assert (tmp_path / "reports" / "uptake.html").is_file()
    assert (tmp_path / "data" / "warehouse" / "boardpapers.duckdb").is_file()
