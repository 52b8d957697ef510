"""The rows of a candidate that the audit does not trust, so that a build without them can be made.

A row is known by the key of its table. Rows that refer to it go with it: they would refer to
nothing. A paper whose own row is at fault goes as a whole, as a paper that cannot be read does.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipelines.audit.audit_report import AuditReport
from pipelines.audit.structure import is_made_of_digits
from pipelines.audit.suites import load_suite
from pipelines.privacy.contacts import mask_contacts
from pipelines.runtime.limits import Room
from pipelines.schema.tables import TABLES, Table
from pipelines.schema.withheld import Withheld, WithheldRow
from pipelines.warehouse.bounded import bounded
from pipelines.warehouse.models import load_models

PAPERS, SET_ASIDE = "papers", "set_aside"
# The column in which the names of the broken checks travel; no table of the contract has it.
CHECKS = "broken_checks"
# Where a row was read, under names that no table of the contract has.
PLACE = {"paper_id": "place_paper_id", "locator": "place_locator", "quote": "place_quote"}


def rows_at_fault(
    candidate: Path, report: AuditReport, room: Room | None = None, *, is_last: bool
) -> Withheld:
    """The rows of a closed candidate that break a check, and the rows that refer to them.

    A row that is made of one at fault is likely to be sound without it, under the same key. So a
    table counts only if no table that it is made of has rows at fault; in the last round all count.

    Args:
        candidate: The file that was audited.
        report: What the audit found; only failures that name their rows count.
        room: How much memory and disk it may take.
        is_last: Whether no build follows the next.

    Returns:
        Nothing where no failure names a row.
    """
    faults: dict[str, pl.DataFrame] = {}
    failing = {result.table for result in report.to_set_aside}
    for result in report.to_set_aside:
        assert result.keys is not None
        if is_last or failing.isdisjoint(_made_of(result.table)):
            _add(faults, result.table, result.keys.with_columns(pl.lit(result.name).alias(CHECKS)))
    found: dict[str, pl.DataFrame] = {}
    with bounded(candidate, room or Room(), read_only=True) as connection:
        waiting = list(faults)
        while waiting:
            table = waiting.pop(0)
            found[table] = _whole_rows(connection, TABLES[table], faults[table])
            if table == PAPERS:
                continue
            for other, rows in _referring(connection, table, found[table]):
                if _add(faults, other, rows):
                    waiting.append(other)
    return Withheld(
        keys={name: rows.select(TABLES[name].key).unique() for name, rows in found.items()},
        rows=tuple(row for name, rows in found.items() for row in _withheld_rows(name, rows)),
        papers={row["paper_id"]: row[CHECKS] for row in _dicts(found.get(PAPERS))},
    )


def _made_of(table: str) -> set[str]:
    """The models that a table is made of, itself left out."""
    reads = {model.name: model.reads for model in load_models()}
    found: set[str] = set()
    waiting = list(reads.get(table, ()))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += reads[name]
    return found


def _add(faults: dict[str, pl.DataFrame], table: str, rows: pl.DataFrame) -> bool:
    """Add keys with the checks that they broke; whether any key was not there before."""
    key = list(TABLES[table].key)
    before = faults.get(table)
    together = rows if before is None else pl.concat([before, rows], how="vertical_relaxed")
    faults[table] = together.group_by(key, maintain_order=True).agg(
        pl.col(CHECKS).unique(maintain_order=True).str.join("; ")
    )
    return before is None or faults[table].height > before.height


def _whole_rows(
    connection: duckdb.DuckDBPyConnection, table: Table, faults: pl.DataFrame
) -> pl.DataFrame:
    same = " and ".join(f'here."{name}" is not distinct from faults."{name}"' for name in table.key)
    connection.register("faults", faults.to_arrow())
    rows = connection.sql(
        f"select distinct *, {', '.join(_places(table))} from "
        f"(select here.*, {CHECKS} from {table.name} as here inner join faults on {same}) "
        "order by all"
    ).pl()
    connection.unregister("faults")
    return rows


def _places(table: Table) -> Iterator[str]:
    """Where each row was read; NULL if that is at fault itself, so that set_aside can hold it."""
    expected = load_suite(TABLES[SET_ASIDE]).expectations
    for name, alias in PLACE.items():
        faulty = [each.condition for each in expected if each.columns == (name,)]
        sound = f"not ({' or '.join(faulty)})" if faulty else "true"
        if name in table.column_names:
            yield f'case when {sound} then "{name}" end as {alias}'
        else:
            yield f"cast(null as varchar) as {alias}"


def _referring(
    connection: duckdb.DuckDBPyConnection, name: str, rows: pl.DataFrame
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Keys of the rows of other tables that refer to these rows, a table at a time.

    Marts are left out: they are rebuilt from the rows that are left.
    """
    connection.register("withheld", rows.to_arrow())
    for table in TABLES.values():
        if table.floor == "marts":
            continue
        key = ", ".join(f'here."{column}"' for column in table.key)
        for column, other, column_there in table.references:
            if other != name:
                continue
            keys = connection.sql(
                f"select distinct {key}, '{name} set aside: {column}' as {CHECKS} "
                f"from {table.name} as here "
                f'where here."{column}" in (select "{column_there}" from withheld) order by all'
            ).pl()
            if keys.height:
                yield table.name, keys
    connection.unregister("withheld")


def _withheld_rows(name: str, rows: pl.DataFrame) -> Iterator[WithheldRow]:
    for row in _dicts(rows):
        reason = row.pop(CHECKS)
        paper_id, locator, quote = (row.pop(alias) for alias in PLACE.values())
        clean = {column: _clean(column, value) for column, value in row.items()}
        key = [clean[column] for column in TABLES[name].key if column not in PLACE]
        yield WithheldRow(
            paper_id=paper_id,
            table_name=name,
            reason=reason,
            values=json.dumps(clean, ensure_ascii=False, default=str),
            locator=locator,
            quote=_clean("quote", quote),
            subject=", ".join(str(value) for value in key if value is not None) or name,
        )


def _dicts(rows: pl.DataFrame | None) -> Iterator[dict[str, Any]]:
    return iter(()) if rows is None else rows.iter_rows(named=True)


def _clean(column: str, value: Any) -> Any:
    is_words = isinstance(value, str) and not is_made_of_digits(column)
    return mask_contacts(value) if is_words else value
