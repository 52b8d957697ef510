"""The status of a warehouse: what is published, since when, what failed, what is to be done."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from pipelines.ingestion.ingest import papers_to_read
from pipelines.ingestion.intake import Intake
from pipelines.ingestion.manifest import read_manifest
from pipelines.monitoring.lateness import late_refresh
from pipelines.publication.published_status import WarehouseStatus, read_status
from pipelines.publication.publishing import candidate_path
from pipelines.publication.querying import open_warehouse
from pipelines.refresh.plan import make_plan
from pipelines.runtime.errors import InputMissing, WarehouseUnusable
from pipelines.runtime.settings import Settings


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """One check of a build that failed or crashed."""

    table: str
    column: str | None
    check: str
    severity: str
    observed: str
    exception: str | None


@dataclass(frozen=True, slots=True)
class Next:
    """What the next refresh would do.

    Attributes:
        waiting: How the raw folder differs from the last refresh.
        papers_to_read: How many papers it would read.
        is_current: Whether it would find nothing to do.
    """

    waiting: Intake
    papers_to_read: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a warehouse.

    Attributes:
        held: A summary of the published file.
        age_hours: Since it was built.
        refreshed_at: When a refresh last succeeded; None if that is not known.
        is_late: Whether another successful refresh is overdue.
        failing_checks: Failed checks of the published build; none has severity error.
        refused: The same for the last refused candidate; None if there is none.
        next: None if there is no raw folder to compare with.
    """

    held: WarehouseStatus
    age_hours: float
    refreshed_at: datetime | None
    is_late: bool
    failing_checks: tuple[FailedCheck, ...]
    refused: tuple[FailedCheck, ...] | None
    next: Next | None


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A warehouse that does not exist yet, because its first candidate was refused.

    Attributes:
        refused: The checks that refused the candidate.
    """

    warehouse: Path
    candidate: Path
    refused: tuple[FailedCheck, ...]


def read_standing(settings: Settings, now: datetime) -> Standing | Unpublished:
    """Read the status of a warehouse; nothing is written.

    Raises:
        InputMissing: The warehouse does not exist.
        WarehouseUnusable: It lacks the tables of the contract.
    """
    refused = _refused(settings.warehouse)
    if refused and not settings.warehouse.exists():
        return Unpublished(settings.warehouse, candidate_path(settings.warehouse), refused)
    held = read_status(settings.warehouse)
    return Standing(
        held,
        round((now - held.built_at.replace(tzinfo=UTC)).total_seconds() / 3600, 1),
        read_manifest(settings.state).refreshed_at,
        late_refresh(settings, now) is not None,
        _failed_checks(settings.warehouse),
        refused,
        _next(settings) if settings.raw.is_dir() else None,
    )


def _failed_checks(warehouse: Path) -> tuple[FailedCheck, ...]:
    with open_warehouse(warehouse) as connection:
        try:
            rows = connection.execute(
                "select suite, column_name, expectation, severity, observed, exception "
                "from check_results where not success or exception is not null "
                "order by severity, suite, check_no"
            ).fetchall()
        except duckdb.Error as error:
            raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error
    return tuple(FailedCheck(*row) for row in rows)


def _refused(warehouse: Path) -> tuple[FailedCheck, ...] | None:
    """The checks that refused the candidate; None if there is none, or none was refused."""
    try:
        found = _failed_checks(candidate_path(warehouse))
    except (InputMissing, WarehouseUnusable):
        # There is no candidate, or a refresh is writing it now.
        return None
    # A killed refresh leaves a candidate that no check refused.
    return tuple(check for check in found if check.severity == "error" or check.exception) or None


def _next(settings: Settings) -> Next:
    plan = make_plan(settings)
    unread = papers_to_read(settings, plan.manifest, plan.basis.version)
    return Next(plan.intake, unread, plan.is_current)
