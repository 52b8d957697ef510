"""One asset a SQL model, made from the files under `models/`; dependencies come from the SQL."""

from collections.abc import Iterable, Iterator, Sequence

import dagster as dg
import duckdb
import sqlglot
from sqlglot import exp

from pipelines.audit.suites import SEVERITIES
from pipelines.orchestration.owners import OWNERS
from pipelines.orchestration.papers import PAPER_EXTRACTS, REGISTERS
from pipelines.orchestration.steps import POOL, RETRIES, step
from pipelines.publication.builds import recorded_hash, table_hash
from pipelines.publication.published_status import WarehouseStatus, read_status
from pipelines.publication.publishing import candidate_path
from pipelines.publication.querying import open_warehouse
from pipelines.refresh.refresh import build_step
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line
from pipelines.schema.tables import TABLES, Table
from pipelines.warehouse.models import Model

BUILD_STEP = "build_warehouse"
FINDINGS = "quality_findings"
# The schemas from which staging reads, and the asset that each comes from.
SOURCE_ASSETS = {"extracts": PAPER_EXTRACTS, "reference": REGISTERS}
PREVIEW_ROWS = 5
# Longest cell of a preview, in characters.
PREVIEW_CELL = 60


def tables_asset(settings: Settings, models: Sequence[Model]) -> dg.AssetsDefinition:
    """The step that builds the candidate: every table at once, so that none can be selected alone.

    A step a table would have to hand the open candidate from process to process.
    """

    @dg.multi_asset(name=BUILD_STEP, specs=model_specs(models), pool=POOL, retry_policy=RETRIES)
    def build_warehouse(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
        with step(settings, context.log) as progress:
            path = settings.warehouse
            if build_step(settings, progress):
                path = candidate_path(path)
            else:
                context.log.info("Nothing waits to be built: these are the published tables.")
            held = read_status(path)
            with open_warehouse(path) as connection:
                yield from model_results(models, held, connection)

    return build_warehouse


def model_specs(models: Iterable[Model]) -> list[dg.AssetSpec]:
    """One asset each model, and one for each table of the contract that no model fills."""
    specs = [_model_spec(model) for model in models]
    filled = {spec.key.to_user_string() for spec in specs}
    return [*specs, *(_table_spec(table) for name, table in TABLES.items() if name not in filled)]


def build_version(connection: duckdb.DuckDBPyConnection) -> dg.DataVersion:
    """The data version of what is published as a whole: the content hash of the build."""
    return dg.DataVersion(recorded_hash(connection))


def model_results(
    models: Iterable[Model], held: WarehouseStatus, connection: duckdb.DuckDBPyConnection
) -> Iterator[dg.MaterializeResult[None]]:
    """What a build holds of each table, in the order in which models run.

    A table of the contract has its rows and the first few of them, and a data version that is the
    hash of its rows. A step between has no rows that stay, and the data version of the build.

    Args:
        models: Every model.
        held: What the file says of itself.
        connection: A connection to the file.
    """
    build = build_version(connection)
    for name in dict.fromkeys([*(model.name for model in models), *held.rows]):
        metadata: dict[str, int | str | dg.TableMetadataValue] = {"build_id": held.build_id}
        version = build
        if name in held.rows:
            metadata["dagster/row_count"] = held.rows[name]
            metadata["preview"] = _preview(connection, name)
            version = dg.DataVersion(table_hash(connection, name))
        if name == FINDINGS:
            metadata |= findings_by_severity(held)
        yield dg.MaterializeResult(asset_key=name, metadata=metadata, data_version=version)


def findings_by_severity(held: WarehouseStatus) -> dict[str, int]:
    """How many findings there are of each severity, as numbers for Dagster to plot."""
    return {f"findings_{severity}": held.findings.get(severity, 0) for severity in SEVERITIES}


def _model_spec(model: Model) -> dg.AssetSpec:
    table = TABLES.get(model.name)
    return dg.AssetSpec(
        model.name,
        deps=[*_sources_of(model), *model.reads],
        description=_header(model.sql),
        owners=OWNERS,
        kinds={"duckdb", "sql"},
        group_name=model.floor,
        metadata={"sql": dg.MetadataValue.md(f"```sql\n{model.sql}\n```"), **_columns(table)},
    )


def _table_spec(table: Table) -> dg.AssetSpec:
    return dg.AssetSpec(
        table.name,
        description=f"One row: {table.row}.",
        owners=OWNERS,
        kinds={"duckdb"},
        group_name=table.floor,
        metadata=_columns(table),
    )


def _sources_of(model: Model) -> list[str]:
    tree = sqlglot.parse_one(model.sql, dialect="duckdb")
    schemas = {table.db for table in tree.find_all(exp.Table)}
    return sorted(SOURCE_ASSETS[schema] for schema in schemas & SOURCE_ASSETS.keys())


def _header(sql: str) -> str:
    """The comment that a model begins with: what one row is, its key, the rule that decides."""
    start, end = sql.find("/*"), sql.find("*/")
    return sql[start + 2 : end].strip() if 0 <= start < end else ""


def _columns(table: Table | None) -> dict[str, dg.TableSchema]:
    if table is None:
        return {}
    columns = [
        dg.TableColumn(column.name, type=column.sql_type, description=column.meaning)
        for column in table.columns
    ]
    return {"dagster/column_schema": dg.TableSchema(columns=columns)}


def _preview(connection: duckdb.DuckDBPyConnection, table: str) -> dg.TableMetadataValue:
    """The first rows as a table, which Dagster shows as text: Markdown would fetch its images."""
    relation = connection.execute(f'select * from "{table}" limit {PREVIEW_ROWS}')
    columns = [
        dg.TableColumn(name, type=str(kind)) for name, kind, *_ in relation.description or ()
    ]
    records = [
        dg.TableRecord(
            {column.name: _cell(value) for column, value in zip(columns, row, strict=True)}
        )
        for row in relation.fetchall()
    ]
    return dg.MetadataValue.table(records, dg.TableSchema(columns=columns))


def _cell(value: object) -> str | None:
    if value is None:
        return None
    text = str(value)
    return one_line(text if len(text) <= PREVIEW_CELL else f"{text[: PREVIEW_CELL - 1]}…")
