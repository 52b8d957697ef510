"""A refresh that fails, or is late, tells the command that the environment names."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.audit.audit_report import AuditReport, CheckResult
from pipelines.cli.main import main
from pipelines.ingestion.manifest import Manifest, write_manifest
from pipelines.refresh.refresh import Outcome, RefreshReport
from pipelines.runtime.settings import Settings

RECORD = "import sys; open(sys.argv[1], 'a').write(sys.stdin.read())"
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the hook was told, one JSON object a line."""
    (tmp_path / "hook.py").write_text(RECORD)
    path = tmp_path / "told"
    monkeypatch.setenv("BOARDPAPERS_ON_FAILURE", f"{sys.executable} {tmp_path}/hook.py {path}")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def messages(told: Path) -> list[tuple[str, str]]:
    lines = told.read_text().splitlines() if told.exists() else []
    return [(line["event"], line["message"]) for line in map(json.loads, lines)]


def test_a_refresh_without_papers_is_told(tmp_path: Path, told: Path) -> None:
    gone, warehouse = tmp_path / "raw", tmp_path / "w.duckdb"
    found = run("refresh", "--raw", gone, "--warehouse", warehouse)
    why = f"The folder of papers {gone} is not there. Make it, or name another: --raw."
    assert (found.exit_code, found.stderr) == (2, f"Error: {why}\n")
    assert messages(told) == [("refresh_failed", f"The refresh of {warehouse} failed: {why}")]


def test_a_fault_of_ours_is_told(
    tmp_path: Path, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr("pipelines.refresh.refresh.refresh", fail)
    found = run("refresh", "--warehouse", "w.duckdb")
    assert isinstance(found.exception, ZeroDivisionError)
    assert messages(told) == [
        ("refresh_failed", "The refresh of w.duckdb failed: ZeroDivisionError: of ours")
    ]


def test_a_refused_candidate_is_told(
    tmp_path: Path, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = CheckResult("papers", "unique_key", "paper_id", "error", False, True, "2 rows fail")
    report = RefreshReport(
        Outcome.REFUSED, Path("w.duckdb"), "b1", {}, {}, 1, 1, 1, (),
        why="1 check failed.", candidate=Path("w.candidate.duckdb"), audit=AuditReport((failed,)),
    )  # fmt: skip
    monkeypatch.setattr("pipelines.refresh.refresh.refresh", lambda *_, **__: report)
    assert run("refresh", "--warehouse", "w.duckdb").exit_code == 1
    assert messages(told) == [
        (
            "refresh_failed",
            "The refresh of w.duckdb failed: Nothing was published. 1 check failed. w.duckdb does "
            "not exist yet. The candidate stays for inspection at w.candidate.duckdb. Failed: "
            "papers.paper_id: unique_key: 2 rows fail.",
        )
    ]


def test_a_refresh_that_ends_well_tells_nobody(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = RefreshReport(Outcome.UNCHANGED, Path("w.duckdb"), "b1", {}, {}, 0, 0, 0, ())
    monkeypatch.setattr("pipelines.refresh.refresh.refresh", lambda *_, **__: report)
    assert run("refresh", "--warehouse", "w.duckdb").exit_code == 0
    assert messages(told) == []


def test_a_hook_that_fails_changes_neither_message_nor_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDPAPERS_ON_FAILURE", "/nowhere/hook")
    found = run("refresh", "--raw", tmp_path / "raw", "--warehouse", tmp_path / "w.duckdb")
    hook, error = found.stderr.splitlines()
    assert hook.startswith("Error: Nobody was told of refresh_failed: /nowhere/hook: ")
    assert (found.exit_code, error.startswith("Error: The folder of papers")) == (2, True)


def test_a_late_refresh_is_told(
    tmp_path: Path, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whatever day it is today: a Saturday is no working day.
    monkeypatch.setattr("pipelines.monitoring.lateness.SATURDAY", 7)
    settings = Settings(warehouse=tmp_path / "w.duckdb")
    write_manifest(settings.state, Manifest(refreshed_at=LONG_AGO))
    found = run("late", "--warehouse", settings.warehouse)
    ((event, message),) = messages(told)
    assert (found.exit_code, event, found.stdout) == (1, "refresh_late", f"{message}\n")
    assert message.startswith(
        f"The warehouse {settings.warehouse} was last refreshed at 2001-01-01 00:00 UTC, "
    )


@pytest.mark.parametrize("given", ["nan", "inf"])
@pytest.mark.parametrize(
    ("command", "option", "variable"),
    [
        ("late", "--hours", " (env var: 'BOARDPAPERS_LATE_HOURS')"),
        ("refresh", "--max-seconds", " (env var: 'BOARDPAPERS_MAX_SECONDS')"),
        ("refresh", "--wait", ""),
    ],
)
def test_hours_and_seconds_are_numbers(
    command: str, option: str, variable: str, given: str
) -> None:
    found = run(command, option, given)
    assert (found.exit_code, found.stderr.splitlines()[-1]) == (
        2,
        f"Error: Invalid value for '{option}'{variable}: '{given}' is not a number.",
    )


def test_a_refresh_in_time_is_no_news(tmp_path: Path, told: Path) -> None:
    settings = Settings(warehouse=tmp_path / "w.duckdb")
    write_manifest(settings.state, Manifest(refreshed_at=datetime.now(UTC)))
    found = run("late", "--warehouse", settings.warehouse)
    assert (found.exit_code, found.stdout) == (0, "The refresh is not late.\n")
    assert messages(told) == []
