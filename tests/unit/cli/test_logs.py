"""Each command logs lines for people or one JSON object a line, whatever words papers hold."""

import json
import logging
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from pipelines.cli.group import Commands, log_format_option
from pipelines.cli.logs import log_event, use_format
from pipelines.cli.main import main
from pipelines.cli.output.progress_display import shown_progress

HOSTILE = "two\nlines\x1b[31m \u2028\u202e end"


def events(text: str) -> list[dict[str, object]]:
    """The lines of a log without what a clock says."""
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        del line["time"]
        line.pop("seconds", None)
    return lines


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, arguments, env=environment)


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(["--log-format", "json", "status"], {}, id="option of the group"),
        pytest.param(["status", "--log-format", "json"], {}, id="option of the command"),
        pytest.param(["status"], {"BOARDPAPERS_LOG_FORMAT": "json"}, id="environment"),
    ],
)
def test_a_failed_command_is_told_as_events(
    tmp_path: Path, arguments: list[str], environment: dict[str, str]
) -> None:
    gone = tmp_path / "w.duckdb"
    found = run(*arguments, "--warehouse", str(gone), **environment)
    message = (
        f"The warehouse {gone} is not there. Make it with boardpapers refresh, or name another."
    )
    assert (found.exit_code, found.stdout, events(found.stderr)) == (
        2,
        "",
        [
            {"level": "error", "event": "command_failed", "message": message},
            {"level": "info", "event": "command_ended", "command": "status", "exit_code": 2},
        ],
    )


def test_the_same_as_text_is_one_line(tmp_path: Path) -> None:
    gone = tmp_path / "w.duckdb"
    assert run("status", "--warehouse", str(gone)).stderr == (
        f"Error: The warehouse {gone} is not there. Make it with boardpapers refresh, or name "
        "another.\n"
    )


def test_bad_usage_is_told_as_events() -> None:
    found = run("--log-format", "json", "refresh", "--workers", "none")
    assert (found.exit_code, [event["event"] for event in events(found.stderr)]) == (
        2,
        ["command_failed", "command_ended"],
    )


def test_a_fault_of_ours_is_one_event_with_its_traceback() -> None:
    @click.group(cls=Commands)
    def group() -> None:
        """Hold a command that fails."""

    @group.command()
    def fail() -> None:
        raise ZeroDivisionError("of ours")

    group.params.append(log_format_option())
    found = CliRunner().invoke(group, ["--log-format", "json", "fail"])
    fault, end = events(found.stderr)
    assert (found.exit_code, fault["event"], end["exit_code"]) == (1, "fault_in_code", 1)
    assert str(fault["exception"]).endswith("ZeroDivisionError: of ours")


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_event_with_words_of_a_paper_is_one_line_of_plain_text(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    use_format(form)
    log_event("paper", logging.WARNING, words=HOSTILE)
    written = capsys.readouterr().err
    assert written.endswith("\n")
    assert written[:-1].isprintable()
    assert len(written.splitlines()) == 1


def test_progress_is_told_as_events(capsys: pytest.CaptureFixture[str]) -> None:
    use_format("json")
    from pipelines.cli.output.console import open_console

    with shown_progress(open_console(to_stderr=True)) as progress:
        progress.start("Looking for papers")
        progress.start("Reading papers", 2)
        progress.advance()
        progress.note(HOSTILE)
    assert events(capsys.readouterr().err) == [
        {"level": "info", "event": "stage_started", "stage": "Looking for papers"},
        {"level": "info", "event": "stage_started", "stage": "Reading papers", "total": 2},
        {"level": "warning", "event": "note", "message": HOSTILE},
    ]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_says_how_it_logs(name: str) -> None:
    assert "log_format" in [option.name for option in main.commands[name].params]
