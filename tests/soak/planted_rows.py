"""One row at fault, for each check whose rows are set aside: the publication loses that row alone.

A row is planted in a table by a copy of the models, in which the table's own model has it besides
its rows. It is a sound row of the table under a key of its own, with one fault.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipelines.audit.structure import structure_rules
from pipelines.audit.suites import load_suites
from pipelines.refresh import refresh as refreshing
from pipelines.runtime.places import MODELS
from pipelines.runtime.settings import Settings
from pipelines.schema.columns import COLUMNS
from pipelines.schema.tables import TABLES, Table
from pipelines.warehouse import candidates
from pipelines.warehouse.build import build_candidate
from pipelines.warehouse.models import load_models
from tests.expectations.breaking_values import breaking_values
from tests.expectations.sound_warehouse import ROWS
from tests.soak.audit_here import audit_here
from tests.soak.lab import REPOSITORY
from tests.soak.tally import Tally

# What says so itself that a row was set aside, and what is different in each build.
TELLS = frozenset({"set_aside", "quality_findings", "builds", "check_results"})
ADDRESS = "Write to ann@weir.example"
# A key that no other row of a table has, by the type of a column.
OWN_KEY: Mapping[str, Any] = {
    "VARCHAR": "planted",
    "INTEGER": 4711,
    "DATE": date(2049, 4, 7),
    "TIMESTAMP": datetime(2049, 4, 7),  # noqa: DTZ001 - the warehouse keeps UTC without zone
}
# A page more than a paper has is a fault of the paper, which goes as a whole: so a page is planted
# under a paper of its own.
KEY_COLUMN = {"paper_pages": "paper_id"}
# A fault for each rule under expectations/rules whose rows are set aside.
RULE_FAULTS: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "attendance_differs_from_its_meeting": lambda row: {"meeting_date": date(2049, 4, 8)},
    "meeting_id_differs_from_board_and_date": lambda row: {"meeting_date": date(2049, 4, 8)},
    "page_count_differs_from_pages": lambda row: {"page_count": 4711},
    "paper_id_differs_from_sha256": lambda row: {"sha256": "0" * 64},
    "total_row_not_marked": lambda row: {"is_total": not row["is_total"]},
}


@dataclass(frozen=True, slots=True)
class Plant:
    """One fault to plant: the check that it breaks, and the rows."""

    table: Table
    check: str
    rows: tuple[dict[str, Any], ...]


def lose_planted_rows_alone(folder: Path, every: int = 1) -> Tally:
    """Plant the fault of each check, or of every so many, and refresh."""
    settings = Settings(raw=folder / "raw", warehouse=folder / "w.duckdb")
    shutil.copytree(REPOSITORY / "data" / "raw", settings.raw)
    original = (refreshing.prepared_audit, candidates.build_candidate)
    refreshing.prepared_audit = audit_here
    try:
        refreshing.refresh(settings)
        sound = _rows_by_table(settings.warehouse)
        plants = list(_plants(sound))[::every]
        faults = [
            f"{plant.table.name}: {plant.check}: {fault}"
            for plant in plants
            for fault in _faults(folder / "models", settings, plant, sound)
        ]
    finally:
        refreshing.prepared_audit, candidates.build_candidate = original
    return Tally("planted rows", len(plants), tuple(faults))


def _plants(sound: Mapping[str, list[dict[str, Any]]]) -> Iterator[Plant]:
    filled = {model.name for model in load_models()}
    for name, suite in load_suites().items():
        table = TABLES[name]
        if suite.on_failure != "set_aside" or name not in filled:
            continue
        row = {**(sound[name] or ROWS[name])[0]}
        row = {column: row.get(column) for column in table.column_names}
        for expectation in suite.expectations:
            check = f"{expectation.kind}: {', '.join(expectation.columns)}"
            if expectation.severity == "error":
                for values in breaking_values(expectation):
                    yield Plant(table, check, (_under_own_key(table, row, values),))
        for rule in (*structure_rules(table, "set_aside"), *suite.rules):
            check = f"{rule.name}: {rule.column}" if rule.column else rule.name
            values = _rule_fault(table, rule.name, rule.column, row)
            if rule.on_failure == "set_aside" and values is not None:
                planted = _under_own_key(table, row, values)
                yield Plant(table, check, (planted,) * (2 if rule.name == "unique_key" else 1))


def _rule_fault(
    table: Table, rule: str, column: str | None, row: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Values that break a rule; None for one that no row can break."""
    match rule:
        case "unique_key":
            return {}
        case "foreign_key":
            assert column is not None
            return {column: "planted-nobody"}
        case "inference_without_rule":
            return {"is_inferred": True, "inference_rule": None}
        case "contact_details":
            words = [
                each.name
                for each in table.columns
                if each.sql_type == "VARCHAR" and each.name not in table.key
            ]
            return {words[0]: ADDRESS} if words else None
        case _:
            return RULE_FAULTS[rule](row) if rule in RULE_FAULTS else None


def _under_own_key(
    table: Table, row: Mapping[str, Any], values: Mapping[str, Any]
) -> dict[str, Any]:
    """The row with the values, and with a key of its own where they do not make one."""
    free = [name for name in table.key if name not in values]
    # One column makes a key another; one that refers to nothing would be a fault of its own.
    references = {column for column, _, _ in table.references}
    others = [name for name in free if name not in references]
    chosen = KEY_COLUMN.get(table.name) or next(iter([*others, *free]), None)
    own = {chosen: OWN_KEY[COLUMNS[table.meanings.get(chosen, chosen)].sql_type]} if chosen else {}
    return {**row, **own, **values}


def _faults(
    models: Path, settings: Settings, plant: Plant, sound: Mapping[str, list[dict[str, Any]]]
) -> Iterator[str]:
    shutil.rmtree(models, ignore_errors=True)
    shutil.copytree(MODELS, models)
    _plant(models, plant)
    load_models.cache_clear()
    candidates.build_candidate = partial(build_candidate, models=models)
    report = refreshing.refresh(settings, retry_rejected=True, allow_removals=True)
    if report.what_is_wrong:
        failed = [failure.message for failure in report.audit.failures] if report.audit else []
        yield f"{report.what_is_wrong} {failed}"
        return
    held = [row for row in report.set_aside if row.table_name == plant.table.name]
    if not any(plant.check in row.reason.split("; ") for row in held):
        yield f"set aside for {[row.reason for row in held]}"
    now = _rows_by_table(settings.warehouse)
    for name in TABLES:
        if name not in TELLS and now[name] != sound[name]:
            yield f"{name} has {len(now[name])} rows, where it had {len(sound[name])}"


def _plant(models: Path, plant: Plant) -> None:
    """Let the model of a table have the rows besides its own."""
    table = plant.table
    schema = {column.name: column.polars_type for column in table.columns}
    parquet = models.parent / "planted.parquet"
    pl.DataFrame(list(plant.rows), schema=schema, orient="row").write_parquet(parquet)
    (model,) = (model for model in load_models(models) if model.name == table.name)
    # Of a model that is made from a template, this file takes the place.
    model.path.with_name(f"{table.name}.sql").write_text(
        f"select * from (\n{model.sql}\n) as its_own\nunion all by name\n"
        f"select * from read_parquet('{parquet}')\n",
        encoding="utf-8",
    )


def _rows_by_table(warehouse: Path) -> dict[str, list[dict[str, Any]]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return {
            name: connection.sql(f"select * from {name} order by all").pl().to_dicts()
            for name in TABLES
        }
