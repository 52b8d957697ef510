"""The expectations for each published table, read from `expectations/`.

A suite is a YAML file named after its table. Its expectations are Great Expectations' own, by
their names; `columns.yml` holds those that follow a column into every table. Its rules are
selects under `expectations/rules/`, each of which returns the rows that break it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from pipelines.audit.conditions import faulty_rows, is_known, known_kinds
from pipelines.runtime.errors import BoardpapersError
from pipelines.runtime.places import EXPECTATIONS
from pipelines.schema.tables import TABLES, Table

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
# Consequences of a failed check of severity error: the faulty rows are set aside and the rest is
# published, or nothing is published.
OnFailure = Literal["set_aside", "refuse"]
ON_FAILURE: tuple[OnFailure, ...] = get_args(OnFailure)

# Expectations for every table that has the column; no table has this name.
EVERY_TABLE = "columns"
NOT_NULL = "expect_column_values_to_not_be_null"
# Argument names for an expectation about two columns.
PAIR = ("column_A", "column_B")
PAIR_PREFIX = "expect_column_pair_"


class SuiteError(BoardpapersError):
    """A file under `expectations/` that does not say what to check."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"{self.path.name}: {self.reason}. "
            "Nothing was checked; correct the file under expectations/."
        )


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation about the rows of a table.

    Attributes:
        kind: Great Expectations' name for it.
        columns: The columns it checks.
        arguments: The other arguments of Great Expectations, such as `value_set`.
        on_failure: What follows if it fails; None for a warning, which stops nothing.
    """

    kind: str
    columns: tuple[str, ...]
    severity: Severity = "error"
    arguments: Mapping[str, Any] = field(default_factory=dict)
    on_failure: OnFailure | None = None

    @property
    def condition(self) -> str:
        """The SQL condition for rows that break it."""
        return faulty_rows(self.kind, self.columns, self.arguments)

    @property
    def keywords(self) -> dict[str, Any]:
        """All arguments for Great Expectations, including the columns under its names."""
        names = PAIR if self.kind.startswith(PAIR_PREFIX) else ("column",)
        return {**dict(zip(names, self.columns, strict=True)), **self.arguments}


@dataclass(frozen=True, slots=True)
class Rule:
    """One expectation about several rows or tables.

    Attributes:
        select: SQL that returns the rows that break the rule; no rows if it holds.
        on_failure: What follows if it fails; None for a warning, which stops nothing. Rows can be
            set aside only if the select returns the key of its table.
    """

    name: str
    select: str
    severity: Severity = "error"
    column: str | None = None
    on_failure: OnFailure | None = None


@dataclass(frozen=True, slots=True)
class Suite:
    """All expectations for one table.

    Attributes:
        on_failure: The consequence if a row breaks an expectation or the contract.
    """

    table: str
    expectations: tuple[Expectation, ...]
    rules: tuple[Rule, ...]
    on_failure: OnFailure = "refuse"


def load_suite(table: Table, folder: Path = EXPECTATIONS) -> Suite:
    """Read the expectations for a table: its own suite and those of its columns.

    Args:
        table: A table of the contract.
        folder: Where the suites are.

    Returns:
        The suite. A key column may hold NULL only where the suite lists it in `nullable_key`.

    Raises:
        SuiteError: A file lacks what a check needs, or has keys that no check uses.
    """
    return _suite(table, folder, _of_every_table(folder))


def load_suites(
    folder: Path = EXPECTATIONS, tables: Collection[str] = tuple(TABLES)
) -> dict[str, Suite]:
    """Read the suites of published tables, in the order of `tables`; see `load_suite`."""
    shared = _of_every_table(folder)
    return {name: _suite(TABLES[name], folder, shared) for name in tables}


def _of_every_table(folder: Path) -> list[Expectation]:
    path = folder / f"{EVERY_TABLE}.yml"
    return _expectations(path, _read(path, {"expectations"}).get("expectations", []))


def _suite(table: Table, folder: Path, shared: Sequence[Expectation]) -> Suite:
    path = folder / f"{table.name}.yml"
    suite = _read(path, {"on_failure", "rows", "nullable_key", "expectations", "rules"})
    nullable = suite.get("nullable_key", [])
    if strangers := set(nullable) - set(table.key):
        raise SuiteError(path, f"nullable_key names {sorted(strangers)}, which are not in the key")
    listed = [
        *(Expectation(NOT_NULL, (column,)) for column in table.key if column not in nullable),
        *_expectations(path, suite.get("expectations", [])),
        *_shared_expectations(table, shared),
    ]
    on_failure = _on_failure(path, suite, "the suite")
    return Suite(
        table=table.name,
        on_failure=on_failure,
        expectations=tuple(
            replace(each, on_failure=on_failure if each.severity == "error" else None)
            for each in listed
        ),
        rules=(
            *_row_count_rules(table.name, suite.get("rows")),
            *(_rule(path, folder, entry) for entry in suite.get("rules", [])),
        ),
    )


def _read(path: Path, known: set[str]) -> dict[str, Any]:
    if not path.is_file():
        raise SuiteError(path, "there is no such suite")
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        raise SuiteError(path, f"it is not YAML: {error}") from error
    if not isinstance(read, dict):
        raise SuiteError(path, f"it is a {type(read).__name__}, not keys with values")
    if strangers := set(read) - known:
        raise SuiteError(path, f"{sorted(strangers)} is none of {sorted(known)}")
    return read


def _expectations(path: Path, entries: list[dict[str, Any]]) -> list[Expectation]:
    """One expectation for each column of an entry, or one for both columns of a pair."""
    read: list[Expectation] = []
    for entry in entries:
        arguments = dict(entry)
        try:
            kind, columns = arguments.pop("type"), tuple(arguments.pop("columns"))
        except KeyError as error:
            raise SuiteError(path, f"an expectation has no {error}: {entry}") from error
        if not is_known(kind):
            raise SuiteError(path, f"{kind} is none of {', '.join(known_kinds())}")
        severity = _severity(path, arguments.pop("severity", "error"))
        each = [columns] if kind.startswith(PAIR_PREFIX) else [(column,) for column in columns]
        read += [Expectation(kind, names, severity, arguments) for names in each]
    return read


def _shared_expectations(table: Table, shared: Sequence[Expectation]) -> list[Expectation]:
    """The expectations that a column brings to a table, by meaning if a name has several."""
    names = {table.meanings.get(name, name): name for name in table.column_names}
    return [
        replace(expectation, columns=tuple(names[column] for column in expectation.columns))
        for expectation in shared
        if set(expectation.columns) <= names.keys()
    ]


def _rule(path: Path, folder: Path, entry: dict[str, Any]) -> Rule:
    sql = folder / "rules" / f"{entry.get('name')}.sql"
    if not sql.is_file():
        raise SuiteError(path, f"there is no rule {entry.get('name')} under rules/")
    severity = _severity(path, entry.get("severity", "error"))
    on_failure = _on_failure(path, entry, entry["name"]) if severity == "error" else None
    select = sql.read_text(encoding="utf-8")
    return Rule(entry["name"], select, severity, on_failure=on_failure)


def _on_failure(path: Path, entry: dict[str, Any], name: str) -> OnFailure:
    for known in ON_FAILURE:
        if known == entry.get("on_failure"):
            return known
    raise SuiteError(path, f"{name} has to say on_failure: {' or '.join(ON_FAILURE)}")


def _severity(path: Path, printed: str) -> Severity:
    for severity in SEVERITIES:
        if severity == printed:
            return severity
    raise SuiteError(path, f"{printed} is no severity: {', '.join(SEVERITIES)}")


def _row_count_rules(table: str, limits: dict[str, int] | None) -> list[Rule]:
    if limits is None:
        return []
    return [
        Rule(
            "row_count",
            f"select count(*) as rows from {table} having count(*) < {limits['min']}",
            on_failure="refuse",
        )
    ]
