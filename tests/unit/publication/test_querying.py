"""A query takes no more than it may, and a warehouse says what it holds, whatever made it."""

from pathlib import Path

import duckdb
import pytest

from pipelines.publication.published_status import read_status
from pipelines.publication.querying import QueryLimits, QueryResult, run_query
from pipelines.runtime.errors import QueryFailed
from pipelines.runtime.limits import MEBIBYTE
from pipelines.schema.tables import TABLES

ENDLESS = "select count(*) from range(10000000000) a, range(10000000000) b"
LITTLE = QueryLimits(memory_bytes=100 * MEBIBYTE)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    path = tmp_path / "w.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table ponds as select 'reed' as name union all select 'mill'")
    return path


def why(warehouse: Path, sql: str, limits: QueryLimits) -> str:
    with pytest.raises(QueryFailed) as raised:
        run_query(warehouse, sql, limits)
    return raised.value.reason


@pytest.mark.parametrize("sql", [ENDLESS, "select * from range(100000000000)"])
def test_a_query_ends_when_its_time_is_over(warehouse: Path, sql: str) -> None:
    assert why(warehouse, sql, QueryLimits(seconds=0.05, memory_bytes=1 << 40)) == (
        "It took more than 0.05 s. Ask for less, or raise the limit with --max-seconds."
    )


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("select list(x) from range(1000000000) t(x)", id="in DuckDB"),
        pytest.param("select * from range(100000000000)", id="in the answer"),
    ],
)
def test_a_query_ends_when_its_memory_is_used_up(warehouse: Path, sql: str) -> None:
    assert why(warehouse, sql, LITTLE) == (
        "It needs more than 100 MiB of memory. Ask for less, or raise the limit with --max-memory."
    )


def test_no_statement_raises_the_limit(warehouse: Path) -> None:
    assert "the configuration has been locked" in why(
        warehouse, "set memory_limit = '100GB'", LITTLE
    )


def test_a_query_that_would_end_the_process_is_refused(warehouse: Path, tmp_path: Path) -> None:
    log = f"Enable_Logging(level='trace', storage='file', storage_path='{tmp_path}/log')"
    for sql in (f"call {log}", f"from {log}"):
        assert why(warehouse, sql, LITTLE) == ("A query writes no log: leave enable_logging out.")


def test_a_pivot_is_one_statement(warehouse: Path) -> None:
    sql = "pivot ponds on name using count(*)"
    assert run_query(warehouse, sql) == QueryResult(("mill", "reed"), ((1, 1),))
    assert why(warehouse, f"{sql}; {sql}", LITTLE) == "It holds 2 statements; give one."


def test_a_file_of_older_code_lacks_a_table(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    with duckdb.connect(str(path)) as connection:
        for name in ("builds", "papers", "quality_findings", "rejected_papers"):
            columns = ", ".join(f"{each.name} {each.sql_type}" for each in TABLES[name].columns)
            connection.execute(f"create table {name} ({columns})")
        connection.execute("insert into builds by name select 'b1' as build_id, 0 as papers")
    assert read_status(path).rows == {
        "papers": 0,
        "quality_findings": 0,
        "rejected_papers": 0,
        "builds": 1,
    }


@pytest.mark.parametrize(
    ("column", "name"),
    [
        pytest.param("count(*)", "count(*)", id="a count"),
        pytest.param("cast(1  as\nvarchar)", "cast(1 as varchar)", id="small letters"),
        pytest.param("1 as One", "One", id="a name of its own"),
        pytest.param("round(2.5,1)", "round(2.5,1)", id="blanks"),
        pytest.param("'x'  || name", "('x' || \"name\")", id="spelt otherwise"),
    ],
)
def test_a_computed_column_is_called_as_it_is_written(
    warehouse: Path, column: str, name: str
) -> None:
    assert run_query(warehouse, f"select {column} from ponds limit 1").columns == (name,)
