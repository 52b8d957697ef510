"""The README as a newcomer would follow it: every command runs, every output is real."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from pipelines.runtime.places import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
# Commands of blocks that are not run as they stand, and what is run in their place.
# `make test` is what runs this test; the Dagster UI never ends by itself.
INSTEAD = {"make test": "make --dry-run test"}
NEVER_ENDING = "make dev"
# Patterns of what is made from the project: with a slash in front, from its top level.
IGNORED = (REPOSITORY / ".gitignore").read_text(encoding="utf-8").splitlines()
MADE = (".git", *(line.rstrip("/") for line in IGNORED if not line.startswith("!")))
SECONDS_TO_START = 120


@dataclass(frozen=True)
class Step:
    """One block of commands, and the output that the README shows below it."""

    commands: str
    output: str | None


def steps() -> list[Step]:
    fences = list(FENCE.finditer(README))
    found = []
    for position, fence in enumerate(fences):
        if fence["language"] == "sh" and NEVER_ENDING not in fence["text"]:
            following = fences[position + 1 : position + 2]
            shown = following[0]["text"] if following and _is_output(fence, following[0]) else None
            found.append(Step(fence["text"], shown))
    return found


def _is_output(fence: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a block stands right below the commands, and so shows what they print."""
    between = README[fence.end() : following.start()]
    return following["language"] == "text" and not between.strip()


def _not_of_the_project(folder: str, names: list[str]) -> set[str]:
    """What git ignores and its own folder; git itself need not be there."""
    place = Path("/") / Path(folder).relative_to(REPOSITORY)
    return {
        name
        for name in names
        if any(fnmatch(name, made) or fnmatch(str(place / name), made) for made in MADE)
    }


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the project, with this environment standing in for the one `make` makes."""
    folder = tmp_path_factory.mktemp("newcomer") / "boardpapers"
    shutil.copytree(REPOSITORY, folder, ignore=_not_of_the_project)
    venv = folder / ".venv"
    venv.mkdir()
    (venv / "bin").symlink_to(Path(sys.prefix) / "bin")
    (venv / ".installed").touch()
    return folder


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return kept | {"PYTHONPATH": ""}


def even(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def test_every_command_runs_and_prints_what_is_shown(clone: Path) -> None:
    for step in steps():
        commands = step.commands
        for command, other in INSTEAD.items():
            commands = re.sub(rf"^{command}$", other, commands, flags=re.M)
        script = f'export PATH="{clone}/.venv/bin:$PATH"\n{commands}'
        run = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=clone,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert run.returncode == 0, f"{commands}\n{run.stdout}\n{run.stderr}"
        if step.output is not None:
            assert even(run.stdout) == even(step.output)


def test_what_the_readme_promises_is_there(clone: Path) -> None:
    assert (clone / "data/warehouse/boardpapers.duckdb").is_file()
    assert not (clone / "data/warehouse/boardpapers.duckdb.wal").exists()
    assert (clone / "reports/uptake.html").is_file()


def test_every_link_of_the_readme_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert [target for target in targets if not (REPOSITORY / target).exists()] == []


@pytest.fixture
def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
    return int(port)


def test_make_dev_opens_the_dagster_page(clone: Path, free_port: int) -> None:
    assert f"```sh\n{NEVER_ENDING}\n```" in README
    process = subprocess.Popen(
        [*NEVER_ENDING.split(), f"PORT={free_port}"],
        cwd=clone,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        assert "dagster_webserver_version" in _answer(free_port, process)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def _answer(port: int, process: subprocess.Popen[str]) -> str:
    """What the page's server says of itself, once it answers."""
    for _ in range(SECONDS_TO_START):
        time.sleep(1)
        assert process.poll() is None, process.communicate()[0]
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/server_info") as answer:
                return str(answer.read().decode())
        except OSError:
            continue
    return ""
