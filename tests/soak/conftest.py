"""The report that a run of the suites ends with, the same as `make soak` prints."""

from collections.abc import Iterator

import pytest

from tests.soak.tally import TALLY, Tally, total_line


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print a line about each suite, and what they add up to."""
    tallies = list(_tallies(terminalreporter))
    if not tallies:
        return
    terminalreporter.section("soak suites with few tries")
    for tally in tallies:
        terminalreporter.line(tally.line)
    terminalreporter.line(total_line(tallies))


def _tallies(reporter: pytest.TerminalReporter) -> Iterator[Tally]:
    """What the tests took note of, in whatever process they ran."""
    for outcome in ("passed", "failed"):
        for report in reporter.getreports(outcome):
            for name, value in report.user_properties:
                if name == TALLY:
                    yield Tally(value["suite"], value["tried"], tuple(value["faults"]))
