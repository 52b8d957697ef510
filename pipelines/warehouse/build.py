"""Build a candidate warehouse: extracts and registers in, the contract's tables out.

What is published is decided by the models under `models/`; names, types and comments come from
the contract. Auditing and publishing are other modules' work.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl

from pipelines.privacy.forgetting import forget_people
from pipelines.publication.builds import content_hash, describe_publication, record_publication
from pipelines.publication.publishing import log_path, published_path
from pipelines.runtime.limits import Room
from pipelines.runtime.places import MODELS
from pipelines.runtime.warehouse_errors import ModelError, UnknownRuleError
from pipelines.schema.tables import TABLES, Table
from pipelines.schema.withheld import Withheld
from pipelines.warehouse.bounded import LACKS, bounded, execute_modestly, give_all_memory
from pipelines.warehouse.inputs import Extracts, load_sources
from pipelines.warehouse.models import Model, last_reads, load_models
from pipelines.warehouse.proofs import add_proof_functions

# DuckDB 1.4, 1.5 and 2.0 all read this format.
STORAGE_VERSION = "v1.0.0"
# All findings of papers and of SQL rules, before the catalogue gives them severity and message.
GATHERED_FINDINGS = "int_findings_gathered"
# A build of fewer papers has one thread. More would wait for each other longer than they work, and
# the other cores have an import to do for the audit meanwhile.
FEW_PAPERS = 20_000


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made.

    Attributes:
        rows: Rows of each published table, in contract order.
        findings: Findings by severity; a severity without findings is left out.
    """

    candidate: Path
    build_id: str
    content_hash: str
    rows: Mapping[str, int]
    findings: Mapping[str, int]


def build_candidate(
    candidate: Path,
    extracts: Extracts,
    files: pl.DataFrame,
    rejected: pl.DataFrame,
    *,
    reference: Path,
    code_version: str,
    built_at: datetime,
    models: Path = MODELS,
    forgotten: Sequence[str] = (),
    withheld: Withheld | None = None,
    room: Room | None = None,
    fetched: Mapping[str, pl.DataFrame] | None = None,
) -> BuildReport:
    """Build a warehouse file from extracts, and close it.

    Same extracts, files and registers give the same rows, whatever the order in which they come.
    Extracts of papers that are not in `files` are left out.

    Args:
        candidate: The file to write; one that is there is replaced. The publications of the
            warehouse beside it are kept in `builds`.
        extracts: Frames, or Parquet batches, for each table of `records.EXTRACTS`.
        files: One row a file found: source_path, paper_id, sha256, byte_size, ingested_at.
        rejected: One row a paper that could not be read, columns of rejected_papers.
        reference: Folder of the registers.
        code_version: Version of code and registers, as recorded in `builds`.
        built_at: Time of the build.
        models: Folder of the SQL models.
        forgotten: Names of people to leave out.
        withheld: Rows to leave out, each as soon as its table is filled, so that no table made of
            that one sees them; they go to `set_aside`.
        room: How much memory and disk it may take.
        fetched: What is known of sources: frames of `fetched.FETCHED`.

    Raises:
        WarehouseError: A register is missing, a model fails, a finding has an unknown rule, or
            there is not enough memory or disk.
    """
    left_out = withheld or Withheld()
    _remove(candidate)
    candidate.parent.mkdir(parents=True, exist_ok=True)
    with bounded(candidate, room or Room(), ":memory:") as connection:
        _attach(connection, candidate)
        load_sources(connection, extracts, files, rejected, reference, left_out.rows, fetched)
        forget_people(connection, forgotten, reference)
        _create_tables(connection, TABLES.values())
        if files.height < FEW_PAPERS:
            connection.execute("set threads = 1")
        steps = load_models(models)
        finished = last_reads(steps)
        for model in steps:
            _run_model(connection, model)
            for step in finished.get(model.name, ()):
                connection.execute(f"drop table memory.staging.{step}")
            if model.name in left_out.keys:
                _leave_out(connection, model.name, left_out.keys[model.name])
            if model.name == GATHERED_FINDINGS:
                _require_known_rules(connection)
        give_all_memory(connection)
        content = content_hash(connection, "candidate")
        publication = describe_publication(built_at, code_version, content)
        record_publication(connection, publication, published_path(candidate))
        report = BuildReport(
            candidate,
            publication.build_id,
            content,
            _row_counts(connection),
            _severities(connection),
        )
        connection.execute("use memory.main; checkpoint candidate; detach candidate")
    return report


def _remove(candidate: Path) -> None:
    candidate.unlink(missing_ok=True)
    log_path(candidate).unlink(missing_ok=True)


def _attach(connection: duckdb.DuckDBPyConnection, candidate: Path) -> None:
    escaped = str(candidate).replace("'", "''")
    connection.execute(f"attach '{escaped}' as candidate (storage_version '{STORAGE_VERSION}')")
    connection.execute("create schema memory.staging")
    connection.execute("set search_path = 'candidate.main,memory.staging'")
    add_proof_functions(connection, "staging")


def _create_tables(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]) -> None:
    # In one transaction, since each that ends is written to disk, and every column has a comment.
    statements = ["begin", *(line for table in tables for line in _declared(table)), "commit"]
    connection.execute(";\n".join(statements))


def _declared(table: Table) -> Iterator[str]:
    columns = ", ".join(f'"{column.name}" {column.sql_type}' for column in table.columns)
    place = f"candidate.main.{table.name}"
    yield f"create table {place} ({columns})"
    yield f"comment on table {place} is {_text(f'One row: {table.row}.')}"
    for column in table.columns:
        yield f'comment on column {place}."{column.name}" is {_text(column.meaning)}'


def _text(value: str) -> str:
    escaped = value.replace("'", "''")
    return f"'{escaped}'"


def _run_model(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    if model.is_published:
        statement = f"insert into candidate.main.{model.name} by name\n{model.sql}"
    elif model.floor == "staging":
        statement = f"create view memory.staging.{model.name} as\n{model.sql}"
    else:
        statement = f"create table memory.staging.{model.name} as\n{model.sql}"
    try:
        execute_modestly(connection, statement)
    except LACKS:
        raise
    except duckdb.Error as error:
        raise ModelError(model.path, f"The model cannot be run: {error}") from error


def _leave_out(connection: duckdb.DuckDBPyConnection, table: str, keys: pl.DataFrame) -> None:
    same = " and ".join(
        f'here."{name}" is not distinct from keys."{name}"' for name in keys.columns
    )
    connection.register("keys", keys.to_arrow())
    execute_modestly(
        connection, f"delete from candidate.main.{table} as here using keys where {same}"
    )
    connection.unregister("keys")


def _require_known_rules(connection: duckdb.DuckDBPyConnection) -> None:
    unknown = connection.execute(
        f"select distinct rule from {GATHERED_FINDINGS} anti join stg_rules using (rule) "
        "order by rule"
    ).fetchall()
    if unknown:
        known = connection.execute("select rule from stg_rules order by rule").fetchall()
        raise UnknownRuleError(tuple(rule for (rule,) in unknown), tuple(rule for (rule,) in known))


def _row_counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    counts = " union all ".join(
        f"select {place} as place, '{name}' as name, count(*) as rows from candidate.main.{name}"
        for place, name in enumerate(TABLES)
    )
    found = connection.execute(f"select name, rows from ({counts}) order by place").fetchall()
    return dict(found)


def _severities(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    found = connection.execute(
        "select severity, count(*) from quality_findings group by all order by severity"
    ).fetchall()
    return dict(found)
