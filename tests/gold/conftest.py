"""The papers and the warehouse made of them, once a session, and what a run ends with."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import duckdb
import pytest

from tests.gold.counts import COUNTS, Counts
from tests.gold.gold_warehouse import build_warehouse, find_papers
from tests.gold.planting import Fault
from tests.gold.scoring import COMPARISONS, Score

SCORES = pytest.StashKey[dict[str, Score]]()
FAULTS = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def papers() -> list[Path]:
    return find_papers()


@pytest.fixture(scope="session")
def warehouse(
    papers: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    candidate = tmp_path_factory.mktemp("gold") / "boardpapers.candidate.duckdb"
    build_warehouse(papers, candidate)
    with duckdb.connect(str(candidate), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def scores(request: pytest.FixtureRequest) -> dict[str, Score]:
    """What has been scored in this session, printed at its end."""
    return request.config.stash.setdefault(SCORES, {})


@pytest.fixture(scope="session")
def report_faults(
    request: pytest.FixtureRequest,
) -> Callable[[str, Iterable[tuple[Fault, bool]]], float]:
    """Take note of what planted faults were found, to be printed at the end; the share found."""

    def report(papers: str, outcomes: Iterable[tuple[Fault, bool]]) -> float:
        tried, found, lines = (
            Counter[str](),
            Counter[str](),
            request.config.stash.setdefault(FAULTS, []),
        )
        missed = []
        for fault, is_found in outcomes:
            tried[fault.kind] += 1
            found[fault.kind] += is_found
            if not is_found:
                missed.append(f"    missed: {fault.paper[:24]} l{fault.line}: {fault.planted[:60]}")
        lines += [f"{papers:<22}{kind:<24}{tried[kind]:>6}{found[kind]:>7}" for kind in tried]
        lines += missed
        return sum(found.values()) / sum(tried.values())

    return report


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    faults = config.stash.get(FAULTS, [])
    if faults:
        terminalreporter.section("planted faults")
        terminalreporter.line(f"{'papers':<22}{'fault':<24}{'tried':>6}{'found':>7}")
        for line in faults:
            terminalreporter.line(line)
    _print_other_bodies(terminalreporter, config.stash.get(COUNTS, {}))
    scores = config.stash.get(SCORES, {})
    if not scores:
        return
    terminalreporter.section("rows read by eye against the warehouse")
    terminalreporter.line(
        f"{'table':<24}{'gold':>6}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
        "   right of the matched"
    )
    for table in COMPARISONS:
        if table in scores:
            terminalreporter.line(_line(scores[table]))


def _print_other_bodies(
    terminalreporter: pytest.TerminalReporter, formats: dict[str, dict[str, Counts]]
) -> None:
    if formats:
        terminalreporter.section("papers of other bodies: F1")
    for form, counts in formats.items():
        shares = "  ".join(
            f"{what} {count.f1:.3f} ({count.right} of {count.wanted})"
            for what, count in counts.items()
        )
        terminalreporter.line(f"{form:<12}{shares}")


def _line(score: Score) -> str:
    right = len(score.pairs)
    fields = ", ".join(f"{name} {share:.2f}" for name, share in score.fields.items())
    return (
        f"{score.table:<24}{right + len(score.missed):>6}{right + len(score.invented):>7}"
        f"{right:>7}{score.precision:>11.3f}{score.recall:>8.3f}{score.f1:>7.3f}   {fields}"
    )
