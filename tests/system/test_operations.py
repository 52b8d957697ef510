"""What docs/operations.md shows is run here: cron lines, systemd units, the hook, the commands."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from dagster._utils.schedules import is_valid_cron_schedule

from pipelines.runtime.places import REPOSITORY
from tests.system.tiny_papers import LETTER, NOTE

TEXT = (REPOSITORY / "docs" / "operations.md").read_text(encoding="utf-8")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
INSTALLED = "/srv/boardpapers"
# `boardpapers-late.timer`:  ```ini ... ```
UNIT = re.compile(
    r"`(?P<name>[\w-]+\.(?:service|timer))`:\n\n```ini\n(?P<text>.*?)^```$", re.M | re.S
)
SETTING = re.compile(r"^(?P<name>[A-Z_]+)=(?P<value>.*)$")
# 30 6 * * 1-5  cd /srv/...
ENTRY = re.compile(r"^(?P<when>(?:[\d*/,-]+\s+){5})(?P<command>.+)$")
SECONDS_TO_START = 600


def fences(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that stands for `/srv/boardpapers`, with this environment and two papers."""
    folder = tmp_path_factory.mktemp("srv") / "boardpapers"
    (folder / "data" / "raw").mkdir(parents=True)
    (folder / "data" / "raw" / "note.txt").write_text(NOTE)
    (folder / "data" / "raw" / "letter.txt").write_text(LETTER.format(year=2030))
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.prefix) / "bin")
    for name in ("deploy", "workspace.yaml"):
        (folder / name).symlink_to(REPOSITORY / name)
    return folder


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOARDPAPERS")}
    return {**kept, **more}


def crontab(text: str, folder: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The settings of a crontab, and when it runs which command."""
    settings, entries = {}, []
    for line in text.replace(INSTALLED, str(folder)).splitlines():
        if setting := SETTING.match(line):
            settings[setting["name"]] = setting["value"]
        else:
            entry = ENTRY.match(line)
            assert entry, line
            entries.append((entry["when"].strip(), entry["command"]))
    return settings, entries


def test_the_lines_for_cron_refresh_and_look_for_lateness(installed: Path) -> None:
    (block,) = fences(TEXT, "crontab")
    settings, entries = crontab(block, installed)
    assert [when for when, _ in entries] == ["30 6 * * 1-5", "0 9 * * 1-5"]
    for when, command in entries:
        assert is_valid_cron_schedule(when)
        assert "%" not in command, "cron takes it for the end of a line"
        run = subprocess.run(
            ["/bin/sh", "-c", command], cwd="/", env=environment(**settings), check=False
        )
        assert run.returncode == 0, (installed / "refresh.log").read_text()
    log = [json.loads(line) for line in (installed / "refresh.log").read_text().splitlines()]
    ended = [line["command"] for line in log if line["event"] == "command_ended"]
    assert ended == ["refresh", "late"]
    assert (installed / "data" / "warehouse" / "boardpapers.duckdb").is_file()


def test_the_line_for_cron_of_the_readme_does_the_same_with_a_log_for_people() -> None:
    (block,) = fences(README, "crontab")
    _, (shown,) = crontab(block, Path(INSTALLED))
    when, command = crontab(fences(TEXT, "crontab")[0], Path(INSTALLED))[1][0]
    assert shown == (when, command.replace("> /dev/null 2>> refresh.log", ">> refresh.log 2>&1"))


@pytest.fixture(scope="module")
def units(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The units as files, by name, with this installation's paths and user."""
    folder = tmp_path_factory.mktemp("units")
    shown = {unit["name"]: unit["text"] for unit in UNIT.finditer(TEXT)}
    daemon = [text for text in fences(TEXT, "ini") if "dagster-daemon" in text]
    written = {}
    for name, text in {**shown, "boardpapers-daemon.service": daemon[0]}.items():
        written[name] = folder / name
        written[name].write_text(text.replace(INSTALLED, str(installed)))
    return written


def parsed(unit: Path) -> dict[str, dict[str, list[str]]]:
    """Sections of a unit; a name may stand several times."""
    seen: dict[str, dict[str, list[str]]] = {}
    for line in filter(None, unit.read_text().splitlines()):
        if line.startswith("["):
            section = seen.setdefault(line.strip("[]"), {})
        else:
            name, _, value = line.partition("=")
            section.setdefault(name, []).append(value)
    return seen


def run_unit(unit: Path) -> subprocess.CompletedProcess[str]:
    service = parsed(unit)["Service"]
    settings = dict(setting.split("=", 1) for setting in service["Environment"])
    return subprocess.run(
        shlex.split(service["ExecStart"][0]),
        cwd=service["WorkingDirectory"][0],
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
    )


def test_systemd_accepts_the_units(units: dict[str, Path]) -> None:
    assert sorted(units) == [
        "boardpapers-daemon.service",
        "boardpapers-late.service",
        "boardpapers-late.timer",
        "boardpapers-refresh.service",
        "boardpapers-refresh.timer",
    ]
    for name, unit in units.items():
        found = parsed(unit)
        assert ("Timer" in found) == name.endswith(".timer")
        assert (
            "Service" not in found
            or Path(shlex.split(found["Service"]["ExecStart"][0])[0]).exists()
        )
    if shutil.which("systemd-analyze"):
        run = subprocess.run(
            ["systemd-analyze", "verify", *map(str, units.values())],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        said = [line for line in run.stderr.splitlines() if "boardpapers" in line]
        assert (run.returncode, said) == (0, []), run.stderr


def test_the_services_refresh_and_look_for_lateness(units: dict[str, Path]) -> None:
    for name, command in (("refresh", "refresh"), ("late", "late")):
        run = run_unit(units[f"boardpapers-{name}.service"])
        last = json.loads(run.stderr.splitlines()[-1])
        assert (run.returncode, last["event"], last["command"]) == (0, "command_ended", command)


def test_the_daemon_of_dagster_comes_alive(units: dict[str, Path], installed: Path) -> None:
    service = parsed(units["boardpapers-daemon.service"])["Service"]
    settings = dict(setting.split("=", 1) for setting in service["Environment"])
    # Its sensors look at a folder that is not there, so that no run is started.
    env = environment(**settings, BOARDPAPERS_RAW=str(installed / "nowhere"))
    for command in service["ExecStartPre"]:
        subprocess.run(shlex.split(command), cwd=installed, env=env, check=True)
    # Of two processes that make Dagster's storage at one time one fails: it is made before.
    assert not is_heard(installed, env)
    log = installed / "daemon.log"
    with log.open("w") as said:
        daemon = subprocess.Popen(
            shlex.split(service["ExecStart"][0]),
            cwd=installed,
            env=env,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        assert is_alive(daemon, installed, env), log.read_text()
    finally:
        os.killpg(daemon.pid, signal.SIGTERM)
        try:
            daemon.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(daemon.pid, signal.SIGKILL)
            daemon.wait()


def is_alive(daemon: "subprocess.Popen[bytes]", installed: Path, env: dict[str, str]) -> bool:
    """Whether a daemon is heard before it ends or the time is up."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and daemon.poll() is None:
        if is_heard(installed, env):
            return True
        time.sleep(1)
    return False


def is_heard(installed: Path, env: dict[str, str]) -> bool:
    """Whether Dagster finds heartbeats of all parts of its daemon."""
    check = [installed / ".venv" / "bin" / "dagster-daemon", "liveness-check"]
    return subprocess.run(check, env=env, capture_output=True, check=False).returncode == 0


def test_the_hook_of_the_example_mails_what_it_is_told(tmp_path: Path) -> None:
    (script,) = [text for text in fences(TEXT, "sh") if text.startswith("#!")]
    (tmp_path / "notify").write_text(script)
    mail = tmp_path / "bin" / "mail"
    mail.parent.mkdir()
    mail.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/got\ncat >> {tmp_path}/got\n')
    for path in (tmp_path / "notify", mail):
        path.chmod(0o755)
    run = subprocess.run(
        [tmp_path / "notify"],
        input='{"event": "refresh_late"}\n',
        env={"PATH": f"{mail.parent}:{os.environ['PATH']}"},
        text=True,
        check=False,
    )
    assert (run.returncode, (tmp_path / "got").read_text().splitlines()) == (
        0,
        ["-s", "boardpapers", "analysts@example.org", '{"event": "refresh_late"}'],
    )


def test_every_variable_of_the_page_is_one_of_ours() -> None:
    from pipelines.cli.logs import LOG_FORMAT_VARIABLE
    from pipelines.runtime import settings
    from pipelines.runtime.limits import ROOM_VARIABLES, VARIABLES

    known = {value for name, value in vars(settings).items() if name.endswith("_VARIABLE")}
    known |= {
        LOG_FORMAT_VARIABLE,
        *(limit.variable for limit in (*VARIABLES.values(), *ROOM_VARIABLES.values())),
    }
    named = set(re.findall(r"BOARDPAPERS_[A-Z_]+", TEXT))
    assert known - named == {settings.WAREHOUSE_VARIABLE}
    assert named - known == set()


def test_every_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!http|#)([^)#]+)\)", TEXT)
    assert [name for name in targets if not (REPOSITORY / "docs" / name).exists()] == []
