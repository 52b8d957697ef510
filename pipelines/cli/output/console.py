"""What a command shows at its end: tables, findings, failed checks."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from pipelines.cli.streams import WIDTH_WITHOUT_TERMINAL
from pipelines.ingestion.rejections import Rejection
from pipelines.publication.publishing import candidate_path
from pipelines.refresh.refresh import Outcome, RefreshReport
from pipelines.runtime.terminal_text import one_line

if TYPE_CHECKING:
    from pipelines.audit.audit import AuditReport, CheckResult
    from pipelines.monitoring.warehouse_status import FailedCheck, Next, Standing, Unpublished

# Rows shown for a failed check; `boardpapers check --json` shows all that were kept.
SHOWN_ROWS = 5
# Rows set aside that a refresh lists; the table set_aside has all of them.
SHOWN_SET_ASIDE = 20
SEVERITIES = ("error", "warning", "info")


def open_console(*, to_stderr: bool = False) -> Console:
    """A console as wide as the terminal, or wide enough for a log."""
    console = Console(stderr=to_stderr, highlight=False)
    if not console.is_terminal:
        console.width = WIDTH_WITHOUT_TERMINAL
    return console


def show_refresh(console: Console, report: RefreshReport, news: str | None) -> None:
    """Print what a refresh did: news, papers, findings, failed checks, where the file is."""
    if report.outcome is Outcome.UNCHANGED:
        console.print(f"Nothing changed since build {report.build_id}; no paper was read.")
    if report.outcome is Outcome.REFUSED and report.candidate is None:
        _print_line(console, report.what_is_wrong)
        return
    if news:
        console.print(news, markup=False, soft_wrap=True)
    duplicates = report.files_found - report.papers_read - len(report.rejected)
    console.print(
        f"Papers: {report.files_found} files found, {report.papers_read} papers read "
        f"({report.papers_extracted} of them now), {duplicates} files with the content of "
        f"another, {len(report.rejected)} rejected."
    )
    counted = ", ".join(f"{report.findings.get(each, 0):,} {each}" for each in SEVERITIES)
    console.print(f"Findings: {counted}. boardpapers status has the rows of each table.")
    show_rejected(console, report.rejected)
    _show_set_aside(console, report)
    if report.what_is_wrong:
        _print_line(console, report.what_is_wrong)
    if report.outcome is Outcome.REFUSED:
        _show_checks(console, report.audit.failures if report.audit else ())
    else:
        console.print(f"Warehouse: {report.warehouse}", soft_wrap=True)


def show_counts(console: Console, rows: Mapping[str, int], findings: Mapping[str, int]) -> None:
    """Print the rows of each table and the findings of each severity."""
    console.print(_table(("table", "rows"), [(name, f"{count:,}") for name, count in rows.items()]))
    shown = [(severity, f"{findings.get(severity, 0):,}") for severity in SEVERITIES]
    console.print(_table(("findings", "number"), shown))


def show_rejected(console: Console, rejected: Sequence[Rejection]) -> None:
    """Print each rejected paper and the reason; print nothing if there are none."""
    for rejection in rejected:
        _print_line(console, f"Rejected: {rejection.source_path}: {rejection.reason}")


def _show_set_aside(console: Console, report: RefreshReport) -> None:
    """Print the rows that were set aside, or only their number if nothing was built."""
    if not report.set_aside and report.rows.get("set_aside"):
        console.print(f"Set aside: {report.rows['set_aside']} rows; see the table set_aside.")
    for row in report.set_aside[:SHOWN_SET_ASIDE]:
        place = f" [{row.paper_id} {row.locator}]" if row.locator else ""
        _print_line(console, f"Set aside: {row.table_name}: {row.subject}: {row.reason}{place}")
    if (left := len(report.set_aside) - SHOWN_SET_ASIDE) > 0:
        console.print(f"Set aside: {left} more rows; see the table set_aside.")


def show_audit(console: Console, audit: "AuditReport") -> None:
    """Print the failures of an audit, errors first, and the number of checks."""
    _show_checks(console, audit.failures)
    if audit.warnings:
        console.print("Warnings:")
        _show_checks(console, audit.warnings)
    console.print(
        f"{len(audit.results)} checks: {len(audit.failures)} failed, "
        f"{len(audit.warnings)} warnings."
    )


def show_status(console: Console, standing: "Standing") -> None:
    """Print what is published and since when, what failed, and what a refresh would do."""
    held = standing.held
    console.print(f"Warehouse: {held.warehouse}", soft_wrap=True)
    console.print(
        f"Build {held.build_id} of {held.built_at:%Y-%m-%d %H:%M} UTC, {standing.age_hours:,} "
        f"hours old, {held.papers} papers; {held.builds} builds so far."
    )
    if standing.refreshed_at:
        console.print(
            f"Last refreshed at {standing.refreshed_at:%Y-%m-%d %H:%M} UTC"
            + (": the next is late." if standing.is_late else ".")
        )
    show_counts(console, held.rows, held.findings)
    proofs = [(proof, f"{count:,}") for proof, count in held.proofs.items()]
    console.print(_table(("facts by proof", "number"), proofs))
    console.print(f"Failing checks: {len(standing.failing_checks)}")
    _show_failed(console, standing.failing_checks)
    if standing.refused is not None:
        console.print(
            f"The last candidate was refused and stays for inspection at "
            f"{candidate_path(held.warehouse)}: {len(standing.refused)} checks failed.",
            soft_wrap=True,
        )
        _show_failed(console, standing.refused)
    for path, reason in held.rejected:
        _print_line(console, f"Rejected: {path}: {reason}")
    _show_next(console, standing.next)


def show_unpublished(console: Console, unpublished: "Unpublished") -> None:
    """Print that nothing is published yet, which checks failed, and what to do."""
    console.print(
        f"Nothing is published yet at {unpublished.warehouse}. The candidate was refused: "
        f"{len(unpublished.refused)} checks failed.",
        soft_wrap=True,
    )
    _show_failed(console, unpublished.refused)
    console.print(
        "Look at the rows at fault: boardpapers check --warehouse "
        f"{unpublished.candidate}. Take the paper that brought them out of the folder, and "
        "refresh again.",
        soft_wrap=True,
    )


def _show_next(console: Console, following: "Next | None") -> None:
    if following is None:
        console.print("There is no raw folder here to compare with; name it with --raw.")
        return
    waiting = following.waiting
    console.print(
        f"Since the last refresh: {len(waiting.new)} files new, {len(waiting.changed)} changed, "
        f"{len(waiting.gone)} gone."
    )
    if following.is_current:
        console.print("The next refresh would find nothing to do.")
    else:
        console.print(
            f"The next refresh would read {following.papers_to_read} papers and build the "
            "warehouse anew."
        )


def _show_failed(console: Console, checks: "Sequence[FailedCheck]") -> None:
    for check in checks:
        about = f"{check.table}.{check.column}" if check.column else check.table
        _print_line(console, f"  {check.severity}: {about}: {check.check}: {check.observed}")


def _show_checks(console: Console, results: "Sequence[CheckResult]") -> None:
    for result in results:
        _print_line(console, f"  {result.message}")
        for row in result.failing_rows[:SHOWN_ROWS]:
            place = f" [{row.paper_id} {row.locator}]" if row.paper_id else ""
            _print_line(console, f"    {row.values}{place}")


def _print_line(console: Console, text: str) -> None:
    """Print text of papers on one line, never as markup."""
    console.print(one_line(text), markup=False, soft_wrap=True)


def _table(header: tuple[str, str], rows: Sequence[tuple[str, str]]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(header[0])
    table.add_column(header[1], justify="right")
    for row in rows:
        table.add_row(*row)
    return table
