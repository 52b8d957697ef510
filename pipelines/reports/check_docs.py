"""Data Docs: every check of an audit and every finding about the papers, as one HTML page.

The page needs no other file and runs no script. Great Expectations' own docs would write
thousands of files for the same results and load styles from elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.audit.audit_report import AuditReport, CheckResult
from pipelines.runtime.html_templates import html_environment

TEMPLATES = Path(__file__).parent / "templates"
PAGE = "checks.html.j2"
FILE_NAME = "index.html"


@dataclass(frozen=True, slots=True)
class SuiteDocs:
    """The checks of one table."""

    table: str
    results: Sequence[CheckResult]

    @property
    def failed(self) -> int:
        """How many of them did not hold."""
        return sum(1 for result in self.results if not result.success)


def write_check_docs(warehouse: Path, report: AuditReport, folder: Path) -> Path:
    """Write the page into a folder, which is created if needed.

    Args:
        warehouse: The warehouse that was checked.
        report: What the audit found.
        folder: The folder for `index.html`.

    Returns:
        The written file.
    """
    path = folder / FILE_NAME
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(render_check_docs(warehouse, report), encoding="utf-8")
    return path


def render_check_docs(warehouse: Path, report: AuditReport) -> str:
    """The page as HTML; all text of papers is escaped."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        builds = connection.execute(
            "select build_id, built_at, papers from builds order by built_at desc limit 1"
        ).fetchall()
        findings = connection.execute(
            "select findings.severity, findings.rule, findings.message, papers.source_path, "
            "findings.locator, findings.quote from quality_findings as findings "
            "left join papers on findings.paper_id = papers.paper_id order by all"
        ).fetchall()
    tables = dict.fromkeys(result.table for result in report.results)
    environment = html_environment(TEMPLATES)
    return environment.get_template(PAGE).render(
        build=builds[0] if builds else None,
        findings=findings,
        report=report,
        suites=[SuiteDocs(table, report.of_table(table)) for table in tables],
    )
