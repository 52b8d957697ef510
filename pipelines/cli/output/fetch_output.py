"""Shows how a fetch ended: a line a source, and what failed below it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console

from pipelines.runtime.limits import MEBIBYTE
from pipelines.runtime.terminal_text import one_line
from pipelines.sources.fetch import SourceReport


def show_fetch(console: Console, reports: Sequence[SourceReport]) -> None:
    """Print a summary line for each source, and below it each problem with its id."""
    for report in reports:
        _print(console, f"{report.source_id}: {report.outcome}: {_summary(report)}")
        if report.message:
            _print(console, f"  {report.message}")
        for problem in report.problems:
            place = f" ({problem.url})" if problem.url else ""
            _print(console, f"  {problem.subject}: {problem.reason}{place}")
    if not reports:
        _print(console, "The sources file lists no source; nothing was fetched.")


def fetch_values(reports: Sequence[SourceReport]) -> dict[str, Any]:
    """The same as values for JSON."""
    return {
        "is_complete": all(report.is_complete for report in reports),
        "sources": [
            {
                "source_id": report.source_id,
                "outcome": report.outcome,
                "message": report.message,
                "is_dry_run": report.is_dry,
                **asdict(report.counts),
                "requests": report.requests,
                "bytes": report.taken_bytes,
                "seconds": report.seconds,
                "problems": [asdict(problem) for problem in report.problems],
            }
            for report in reports
        ],
    }


def _summary(report: SourceReport) -> str:
    counts = report.counts
    taken = f"{report.requests} requests, {report.taken_bytes / MEBIBYTE:.1f} MiB"
    if report.is_dry:
        return (
            f"{counts.meetings_listed} meetings listed, {counts.meetings_due} would be asked for; "
            f"nothing was written ({taken})"
        )
    return (
        f"{counts.meetings_listed} meetings listed, {counts.meetings_asked} asked for, "
        f"{counts.meetings_changed} new or changed, {counts.documents_fetched} documents fetched "
        f"({taken}, {report.seconds:.0f} s)"
    )


def _print(console: Console, line: str) -> None:
    console.print(one_line(line), markup=False, highlight=False, soft_wrap=True)
