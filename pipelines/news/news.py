"""What is new in a build: papers, figures, contradictions, and papers that could not be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import duckdb

from pipelines.publication.differences import Edition, both_builds, find_editions
from pipelines.publication.querying import open_warehouse
from pipelines.runtime.errors import InputMissing, WarehouseUnusable
from pipelines.runtime.settings import Settings

# What is read from a paper, counted by the paper. A table that an older build lacks is empty.
COUNTS: Mapping[str, str] = {
    "present": "select paper_id, councillor_id from {build}.attendance_evidence "
    "where status = 'present' group by all",
    "decisions": "select paper_id from {build}.decisions",
    "actions": "select paper_id from {build}.actions",
    "agenda_items": "select paper_id from {build}.agenda_items",
    "figures": "select paper_id from {build}.leadership_stats "
    "union all select paper_id from {build}.programme_participation "
    "union all select paper_id from {build}.peer_challenges "
    "union all select paper_id from {build}.budget_lines",
    "findings": "select paper_id from {build}.quality_findings",
    "set_aside": "select paper_id from {build}.set_aside",
}
PAPERS = """
    select paper_id, label, source_path, boards.name as board_name, meeting_date, papers.kind,
        numbers_unread, ingested_at
    from {build}.papers
    left join {build}.boards using (board_id)
"""
# One row a number that people know by its programme, part and year. The latest day decides.
FIGURES = """
    select 'by region' as how, programme_name as about, region as part, period,
        'councillors' as unit, max_by(councillors, as_of) as number
    from {build}.uptake_by_region
    where programme_id <> 'all'
    group by all
    union all
    select 'by political group', programme_name, political_group, period, 'councillors',
        max_by(councillors, as_of)
    from {build}.uptake_by_party
    where programme_id <> 'all'
    group by all
    union all
    select 'by type of council', programme_name, council_type, period, 'councillors',
        max_by(councillors, as_of)
    from {build}.uptake_by_council_type
    where programme_id <> 'all'
    group by all
    union all
    select 'in all', coalesce(programme_name, 'A programme without a name'), null, period,
        concat_ws(', ', unit, status), max_by(participants, as_of)
    from {build}.participation_statements
    group by all
    union all
    select 'in all', concat_ws(' ', replace(challenge_type, '_', ' '), 'peer challenges'), null,
        period, status, challenges
    from {build}.peer_challenge_summary
    where challenges is not null
"""
FINDINGS = """
    select severity, rule, message, label, findings.paper_id, locator
    from {build}.quality_findings as findings
    left join {build}.papers on findings.paper_id = papers.paper_id
"""


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A paper that the earlier build lacks, and how much was read from it.

    Attributes:
        present: People that it says were present, at any meeting.
        figures: Numbers of programmes, peer challenges and budgets.
        numbers_unread: Numbers beside words about programmes that gave no row.
    """

    paper_id: str
    label: str
    source_path: str
    board_name: str | None
    meeting_date: date | None
    kind: str
    numbers_unread: int
    ingested_at: datetime
    present: int = 0
    decisions: int = 0
    actions: int = 0
    agenda_items: int = 0
    figures: int = 0
    findings: int = 0
    set_aside: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is new, or has another value; `before` is None if it is new."""

    how: str
    about: str
    part: str | None
    period: str | None
    unit: str
    number: int
    before: int | None


@dataclass(frozen=True, slots=True)
class NewFinding:
    """Something odd in the papers that the earlier build did not know."""

    severity: str
    rule: str
    message: str
    label: str | None
    paper_id: str | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class News:
    """What a build brought.

    Attributes:
        since: The earlier build; None if there is none to compare with.
        is_first: Whether there was no publication before.
        gone: Labels of papers that are not published any more.
        rejected: Path and reason of each paper that could not be read.
    """

    build_id: str
    built_at: datetime
    since: str | None
    is_first: bool
    papers: tuple[NewPaper, ...] = ()
    gone: tuple[str, ...] = ()
    rejected: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[NewFinding, ...] = ()

    @property
    def is_compared(self) -> bool:
        """Whether an earlier build is kept, or none could be."""
        return self.is_first or self.since is not None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.papers or self.gone or self.rejected or self.figures or self.findings)


def collect_news(settings: Settings, since: str | None = None) -> News:
    """Compare the published build with an earlier one.

    Args:
        settings: Which warehouse.
        since: A build that is kept, or a file; None for the build before the published one.

    Returns:
        The news. All is new in the first publication. If no earlier build is kept, there is
        nothing to compare with, and no news.

    Raises:
        InputMissing: There is no warehouse, or no such build.
        NotYetForgotten: A kept build may hold a person on the list of forgotten people.
        WarehouseUnusable: A file is not a warehouse.
    """
    with open_warehouse(settings.warehouse) as connection:
        build_id, built_at, number = _last_build(connection, settings)
    try:
        earlier, later = find_editions(settings, since)
    except InputMissing:
        if since is not None:
            raise
        here = Edition(build_id, settings.warehouse)
        if number > 1:
            return News(build_id, built_at, None, is_first=False)
        earlier, later = here, here
    is_first = earlier.path == later.path and since is None
    with both_builds(earlier, later) as connection:
        return News(
            build_id,
            built_at,
            None if is_first else earlier.build_id,
            is_first,
            *_compared(connection, is_first=is_first),
        )


def _last_build(
    connection: duckdb.DuckDBPyConnection, settings: Settings
) -> tuple[str, datetime, int]:
    try:
        last = connection.execute(
            "select build_id, built_at, count(*) over () from builds order by build_no desc limit 1"
        ).fetchone()
    except duckdb.Error as error:
        raise WarehouseUnusable(settings.warehouse, str(error).splitlines()[0]) from error
    if last is None:
        raise WarehouseUnusable(settings.warehouse, "its table builds is empty")
    return last


def _compared(connection: duckdb.DuckDBPyConnection, *, is_first: bool) -> tuple[Any, ...]:
    """Papers, gone papers, rejected papers, figures and findings of `News`, in this order."""

    def rows(query: str, build: str) -> list[dict[str, Any]]:
        if is_first and build == "earlier":
            return []
        try:
            found = connection.execute(query.format(build=f"{build}.main"))
        except (duckdb.CatalogException, duckdb.BinderException):  # an older build lacks it
            return []
        names = [name for name, *_ in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    papers = _by_id(rows(PAPERS, "later"))
    former = _by_id(rows("select paper_id, label from {build}.papers", "earlier"))
    new = papers.keys() - former.keys()
    for name, query in COUNTS.items():
        for each, number in _counted(connection, query, new).items():
            papers[each][name] = number
    rejected, known = (
        {(row["source_path"], row["reason"]) for row in rows("from {build}.rejected_papers", build)}
        for build in ("later", "earlier")
    )
    return (
        tuple(
            NewPaper(**papers[each])
            for each in sorted(new, key=lambda each: (papers[each]["label"], each))
        ),
        tuple(sorted(former[each]["label"] for each in former.keys() - papers.keys())),
        tuple(sorted(rejected - known)),
        tuple(_figures(rows(FIGURES, "later"), rows(FIGURES, "earlier"))),
        tuple(_findings(rows(FINDINGS, "later"), rows(FINDINGS, "earlier"))),
    )


def _by_id(rows: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["paper_id"]: row for row in rows}


def _counted(
    connection: duckdb.DuckDBPyConnection, query: str, papers: Iterable[str]
) -> dict[str, int]:
    found = connection.execute(
        f"select paper_id, count(*) from ({query.format(build='later.main')}) "
        "where list_contains($papers, paper_id) group by paper_id",
        {"papers": list(papers)},
    )
    return dict(found.fetchall())


def _figures(rows: Iterable[dict[str, Any]], former: Iterable[dict[str, Any]]) -> Iterable[Figure]:
    known = {_subject(row): row["number"] for row in former}
    for row in sorted(rows, key=lambda row: tuple(map(str, _subject(row)))):
        before = known.get(_subject(row))
        if before != row["number"]:
            yield Figure(**row, before=before)


def _subject(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(value for name, value in row.items() if name != "number")


def _findings(
    rows: Iterable[dict[str, Any]], former: Iterable[dict[str, Any]]
) -> Iterable[NewFinding]:
    known = {tuple(row.values()) for row in former}
    new = {tuple(row.values()): row for row in rows if tuple(row.values()) not in known}
    order = ("error", "warning", "info")
    for row in sorted(
        new.values(), key=lambda row: (order.index(row["severity"]), str(row["message"]))
    ):
        yield NewFinding(**row)
