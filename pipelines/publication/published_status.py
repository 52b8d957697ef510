"""What the published warehouse holds, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import duckdb

from pipelines.publication.querying import open_warehouse
from pipelines.runtime.errors import WarehouseUnusable
from pipelines.schema.tables import FACTS, TABLES


@dataclass(frozen=True, slots=True)
class WarehouseStatus:
    """What a published warehouse holds.

    Attributes:
        builds: Publications since the first.
        rejected: Path and reason of each paper that is not in it.
        proofs: How many rows of the fact tables have each proof.
    """

    warehouse: Path
    build_id: str
    built_at: datetime
    builds: int
    papers: int
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    rejected: tuple[tuple[str, str], ...]
    proofs: Mapping[str, int] = field(default_factory=dict)


def read_status(warehouse: Path) -> WarehouseStatus:
    """Read a summary of a published warehouse.

    A file of older code may lack newer tables: they are left out.

    Raises:
        WarehouseUnusable: It is not a warehouse.
    """
    with open_warehouse(warehouse) as connection:
        try:
            found = connection.execute(
                "select table_name from duckdb_tables() where schema_name = 'main'"
            )
            there = {name for (name,) in found.fetchall()}
            counts = " union all ".join(
                f"select {place} as place, '{name}' as name, count(*) as rows from {name}"
                for place, name in enumerate(TABLES)
                if name in there
            )
            last = connection.execute(
                "select build_id, built_at, papers, count(*) over () from builds "
                "order by build_no desc limit 1"
            ).fetchone()
            rows = connection.execute(f"select name, rows from ({counts}) order by place")
            row_counts = dict(rows.fetchall())
            findings = connection.execute(
                "select severity, count(*) from quality_findings group by all order by severity"
            )
            finding_counts = dict(findings.fetchall())
            rejected = connection.execute(
                "select source_path, reason from rejected_papers order by source_path"
            ).fetchall()
            proofs = _proofs(connection)
        except duckdb.Error as error:
            raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error
    if last is None:
        raise WarehouseUnusable(warehouse, "its table builds is empty")
    build_id, built_at, papers, builds = last
    return WarehouseStatus(
        warehouse,
        build_id,
        built_at,
        builds,
        papers,
        row_counts,
        finding_counts,
        tuple(rejected),
        proofs,
    )


def _proofs(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many facts have each proof, most first; a table of older code may lack the column."""
    found = connection.execute(
        "select table_name from duckdb_columns() where schema_name = 'main' and "
        "column_name = 'proof' and list_contains($facts, table_name) order by table_name",
        {"facts": list(FACTS)},
    )
    facts = " union all ".join(f"select proof from {name}" for (name,) in found.fetchall())
    if not facts:
        return {}
    counted = f"select proof, count(*) from ({facts}) group by proof order by count(*) desc, proof"
    return dict(connection.execute(counted).fetchall())
