"""Keeps what an audit found in the warehouse that it is about, and reads it again.

The table is `check_results`.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl

from pipelines.audit.audit_report import AuditReport, CheckResult, FailingRow
from pipelines.ingestion.manifest import Manifest
from pipelines.notation.addresses import mask_path
from pipelines.runtime.limits import Room
from pipelines.schema.columns import COLUMNS
from pipelines.schema.tables import TABLES
from pipelines.warehouse.bounded import bounded

TABLE = "check_results"
LOST, LOST_TABLE = "files_found_are_read_or_rejected", "rejected_papers"
SHOWN_FILES = 20


def keep_results(
    candidate: Path,
    build_id: str,
    report: AuditReport,
    manifest: Manifest,
    room: Room | None = None,
) -> AuditReport:
    """Write every result into the candidate, which must be closed, and close it again.

    Args:
        candidate: The file that was audited.
        build_id: The build that it holds.
        report: What the audit found.
        manifest: What the raw folder holds: each file of it must be a paper of the candidate or
            one of its rejected papers.
        room: How much memory and disk it may take.

    Returns:
        The report and the check that no file was lost.

    Raises:
        WarehouseError: There is not enough memory or disk.
    """
    with bounded(candidate, room or Room()) as connection:
        whole = AuditReport((*report.results, _lost_files(connection, manifest)))
        frame = _frame(build_id, whole)
        connection.register("results", frame.to_arrow())
        connection.execute(
            f"delete from {TABLE}; insert into {TABLE} by name select * from results; checkpoint"
        )
    return whole


def read_results(connection: duckdb.DuckDBPyConnection) -> AuditReport:
    """Read what the audit of a warehouse found, in the order of tables and their checks.

    Args:
        connection: A connection to the warehouse.

    Returns:
        Every result without its failing rows, which are not kept: `observed` says how many.
    """
    rows = connection.execute(
        "select suite, expectation, column_name, severity, success, observed, exception "
        f"from {TABLE} order by suite, check_no"
    ).fetchall()
    return AuditReport(
        tuple(
            CheckResult(table, expectation, column, severity, success, True, observed, exception)
            for table, expectation, column, severity, success, observed, exception in rows
        )
    )


def _lost_files(connection: duckdb.DuckDBPyConnection, manifest: Manifest) -> CheckResult:
    """The files that are neither read nor rejected, and the rejected ones that were not found."""
    read = {sha256 for (sha256,) in connection.execute("select sha256 from papers").fetchall()}
    refused = connection.execute("select source_path from rejected_papers").fetchall()
    rejected = {path for (path,) in refused}
    found = {mask_path(path): file.sha256 for path, file in manifest.files.items()}
    found |= {mask_path(path): "" for path in manifest.refused}
    lost = sorted(
        path for path, sha256 in found.items() if path not in rejected and sha256 not in read
    )
    faults = [f"{path} is neither read nor rejected" for path in lost]
    faults += [f"{path} is rejected and not there" for path in sorted(rejected - found.keys())]
    faults += [f"{sha256} is read and not there" for sha256 in sorted(read - set(found.values()))]
    return CheckResult(
        table=LOST_TABLE,
        expectation=LOST,
        column=None,
        severity="error",
        success=not faults,
        evaluated=True,
        observed=f"{len(faults)} of {len(found)} files fail",
        failing_rows=tuple(FailingRow(None, None, fault) for fault in faults[:SHOWN_FILES]),
    )


def _frame(build_id: str, report: AuditReport) -> pl.DataFrame:
    schema = {name: COLUMNS[name].polars_type for name in TABLES[TABLE].column_names}
    return pl.DataFrame(list(_rows(build_id, report)), schema=schema, orient="row")


def _rows(build_id: str, report: AuditReport) -> Iterator[tuple[object, ...]]:
    """Rows in the order of the columns; checks are counted within their suite."""
    numbers: Counter[str] = Counter()
    for result in report.results:
        numbers[result.table] += 1
        yield (
            build_id,
            result.table,
            numbers[result.table],
            result.expectation,
            result.column,
            result.severity,
            result.success,
            result.observed,
            result.exception,
        )
