"""One asset check a property: the key, each reference, the columns, each rule, each kind of value.

Dagster writes down three events a check, so that the expectations of one kind about a table (no
value missing, every value in a set) are one check, which names the columns at fault. The audit of
the build has answered them. Dagster publishes nothing if one of severity error fails.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import dagster as dg

from pipelines.audit.audit import MISSING_TABLE
from pipelines.audit.audit_report import AuditReport, CheckResult
from pipelines.audit.check_results import LOST, LOST_TABLE, read_results
from pipelines.audit.structure import COLUMN_TYPES, FOREIGN_KEY, UNIQUE_KEY, structure_rules
from pipelines.audit.suites import Severity, Suite, load_suites
from pipelines.orchestration.steps import RETRIES, refusal, step
from pipelines.publication.querying import open_warehouse
from pipelines.refresh.refresh import check_step
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line
from pipelines.schema.tables import TABLES, Table

CHECKS_STEP = "check_warehouse"
# Names of checks that are not named after a rule
NAMES = {
    UNIQUE_KEY: "key",
    FOREIGN_KEY: "reference",
    COLUMN_TYPES: "columns",
    MISSING_TABLE: "columns",
}
# Of these a table has one, which looks at the columns that it is declared to look at.
WITHOUT_COLUMN = frozenset({UNIQUE_KEY})
PREFIX = "expect_"
NO_NAME = re.compile(r"\W+", re.ASCII)
ROW_COLUMNS = ("check", "values", "paper_id", "locator")
# A table, since Dagster would fetch an image that a row names in Markdown
ROWS = dg.TableSchema(columns=[dg.TableColumn(name) for name in ROW_COLUMNS])
NOT_CHECKED = "The audit of this build did not look at it."


@dataclass(frozen=True, slots=True)
class Property:
    """What one check is about, under the name that Dagster knows it by."""

    table: str
    name: str
    severity: Severity
    what: str

    @property
    def key(self) -> dg.AssetCheckKey:
        """The check of Dagster's."""
        return dg.AssetCheckKey(dg.AssetKey(self.table), self.name)


def checks_asset(settings: Settings) -> dg.AssetChecksDefinition:
    """The step that says what the audit found, and fails where a check refuses the candidate."""
    properties = list(read_properties())

    @dg.multi_asset_check(
        name=CHECKS_STEP,
        specs=[check_spec(each) for each in properties],
        can_subset=True,
        retry_policy=RETRIES,
    )
    def check_warehouse(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        selected = context.selected_asset_check_keys
        with step(settings, context.log):
            audit, wrong = _audit(settings, context.log)
            refusing = False
            for result in check_results(
                audit, [each for each in properties if each.key in selected]
            ):
                refusing |= not result.passed and result.severity is dg.AssetCheckSeverity.ERROR
                yield result
            if refusing and wrong:
                raise refusal(wrong)

    return check_warehouse


def read_properties() -> Iterator[Property]:
    """Every property that an audit looks at, table by table."""
    for name, suite in load_suites().items():
        yield from _properties(TABLES[name], suite)


def check_spec(each: Property) -> dg.AssetCheckSpec:
    """The check of a property; a warning stops nothing."""
    return dg.AssetCheckSpec(
        each.name, asset=each.table, description=each.what, blocking=each.severity == "error"
    )


def check_results(
    audit: AuditReport, properties: Iterable[Property]
) -> Iterator[dg.AssetCheckResult]:
    """What an audit found of each property, with the rows at fault and their places."""
    stopping = set(audit.failures)
    found = _by_key(audit)
    for each in properties:
        results = found.get((each.table, each.name), [])
        failed = [result for result in results if not result.success or result in stopping]
        is_error = any(result in stopping for result in failed)
        shown = "\n".join(one_line(result.message) for result in failed or results)
        yield dg.AssetCheckResult(
            asset_key=each.table,
            check_name=each.name,
            passed=bool(results) and not failed,
            severity=dg.AssetCheckSeverity.ERROR if is_error else dg.AssetCheckSeverity.WARN,
            metadata={
                "observed": dg.MetadataValue.text(shown or NOT_CHECKED),
                **({"rows": _rows(failed)} if any(each.failing_rows for each in failed) else {}),
            },
        )


def _audit(settings: Settings, log: dg.DagsterLogManager) -> tuple[AuditReport, str]:
    """What was found of the candidate that waits and why it is refused, or of what is published."""
    waiting = check_step(settings)
    if waiting is not None:
        built, wrong = waiting
        return built.audit, wrong
    log.info("Nothing waits to be published: these are the results of what is published.")
    with open_warehouse(settings.warehouse) as connection:
        return read_results(connection), ""


def _properties(table: Table, suite: Suite) -> Iterator[Property]:
    rules = [*structure_rules(table, suite.on_failure), *suite.rules]
    checks: list[tuple[str, str | None, Severity]] = [
        *((rule.name, rule.column, rule.severity) for rule in rules),
        *((each.kind, ", ".join(each.columns), each.severity) for each in suite.expectations),
    ]
    if table.name == LOST_TABLE:
        checks.append((LOST, None, "error"))
    columns_of: dict[str, list[str]] = defaultdict(list)
    severity_of: dict[str, Severity] = {}
    for check, columns, severity in checks:
        name = _name(check, columns)
        # A check that holds errors and warnings blocks; a warning that fails in it does not.
        severity_of[name] = "error" if severity_of.get(name) == "error" else severity
        columns_of[name] += [columns] if columns else []
    for name, severity in severity_of.items():
        about = "; ".join(columns_of[name])
        yield Property(table.name, name, severity, f"{name}: {about}" if about else name)


def _by_key(audit: AuditReport) -> dict[tuple[str, str], list[CheckResult]]:
    found: dict[tuple[str, str], list[CheckResult]] = defaultdict(list)
    for table in TABLES:
        for result in audit.of_table(table):
            found[table, _name(result.expectation, result.column)].append(result)
    return found


def _name(check: str, columns: str | None) -> str:
    """The name of the property that a check of a table is about.

    >>> _name("unique_key", "a, b"), _name("foreign_key", "a"), _name("expect_odd", "a")
    ('key', 'reference_a', 'odd')
    """
    words = [NAMES.get(check, check.removeprefix(PREFIX))]
    if columns and check not in WITHOUT_COLUMN and not check.startswith(PREFIX):
        words.append(columns)
    return NO_NAME.sub("_", "_".join(words))


def _rows(failed: Iterable[CheckResult]) -> dg.TableMetadataValue:
    records = []
    for result in failed:
        for row in result.failing_rows:
            cells = (result.name, row.values, row.paper_id or "", row.locator or "")
            records.append(
                dg.TableRecord(dict(zip(ROW_COLUMNS, map(one_line, cells), strict=True)))
            )
    return dg.MetadataValue.table(records, ROWS)
