"""One asset check a property: the key, each reference, the columns, each rule and expectation.

The audit of the build has answered them; this step says so to Dagster, which publishes nothing
where one of severity error fails.
"""

import re
from collections import Counter
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
# What a check is called that does not bear the name of a rule.
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
ROW_COLUMNS = ("values", "paper_id", "locator")
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
    found = dict(_by_key(audit))
    for each in properties:
        result = found.get((each.table, each.name))
        is_error = result in stopping
        yield dg.AssetCheckResult(
            asset_key=each.table,
            check_name=each.name,
            passed=result is not None and result.success and not is_error,
            severity=dg.AssetCheckSeverity.ERROR if is_error else dg.AssetCheckSeverity.WARN,
            metadata={
                "observed": dg.MetadataValue.text(
                    one_line(result.observed) if result else NOT_CHECKED
                ),
                **({"rows": _rows(result)} if result and result.failing_rows else {}),
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
    names = _names((check, columns) for check, columns, _ in checks)
    for name, (check, columns, severity) in zip(names, checks, strict=True):
        yield Property(table.name, name, severity, f"{check}: {columns}" if columns else check)


def _by_key(audit: AuditReport) -> Iterator[tuple[tuple[str, str], CheckResult]]:
    for table in TABLES:
        results = audit.of_table(table)
        names = _names((result.expectation, result.column) for result in results)
        for name, result in zip(names, results, strict=True):
            yield (table, name), result


def _names(checks: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """A name for each check of one table, given in the order of an audit.

    >>> list(_names([("unique_key", "a, b"), ("foreign_key", "a"), ("expect_odd", "a, b")]))
    ['key', 'reference_a', 'odd_a_b']
    """
    times: Counter[str] = Counter()
    for check, columns in checks:
        words = [NAMES.get(check, check.removeprefix(PREFIX))]
        if columns and check not in WITHOUT_COLUMN:
            words.append(columns)
        name = NO_NAME.sub("_", "_".join(words))
        times[name] += 1
        yield name if times[name] == 1 else f"{name}_{times[name]}"


def _rows(result: CheckResult) -> dg.TableMetadataValue:
    records = []
    for row in result.failing_rows:
        cells = (row.values, row.paper_id or "", row.locator or "")
        records.append(dg.TableRecord(dict(zip(ROW_COLUMNS, map(one_line, cells), strict=True))))
    return dg.MetadataValue.table(records, ROWS)
