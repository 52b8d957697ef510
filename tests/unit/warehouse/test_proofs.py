"""The order of proofs, and what several of them come to."""

from collections.abc import Iterator

import duckdb
import pytest

from pipelines.audit.suites import load_suites
from pipelines.warehouse.proofs import PROOFS, add_proof_functions


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as opened:
        add_proof_functions(opened)
        yield opened


def test_several_rows_are_as_sure_as_the_weakest_or_the_strongest(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    # By the alphabet agreed would be the least of these, and single more than register.
    rows = "(values ('sums_hold'), ('agreed'), ('register'), ('single'), (null)) as rows (proof)"

    found = connection.execute(f"select weakest(proof), strongest(proof) from {rows}").fetchall()

    assert found == [("single", "register")]


@pytest.mark.parametrize(
    ("call", "proof"),
    [
        pytest.param("confirmed('single', 'a l1', 'a l1')", "single", id="one place"),
        pytest.param("confirmed('single', 'a l1', 'b l1')", "agreed", id="two places"),
        pytest.param("confirmed('sums_hold', 'a l1', 'b l1')", "sums_hold", id="a stronger proof"),
        pytest.param("surer('agreed', 'register')", "register", id="the surer of two"),
        pytest.param("less_sure('sums_hold', 'single')", "single", id="the less sure of two"),
        pytest.param("less_sure(null, 'sums_hold')", "sums_hold", id="of one alone"),
        pytest.param("less_sure(null, null)", None, id="of none"),
        pytest.param("surer('agreed', 'no proof')", "agreed", id="of what is none"),
    ],
)
def test_proofs_compared(
    connection: duckdb.DuckDBPyConnection, call: str, proof: str | None
) -> None:
    assert connection.execute(f"select {call}").fetchall() == [(proof,)]


def test_each_table_with_proofs_takes_these_and_no_others() -> None:
    taken = {
        table: tuple(reversed(expectation.arguments["value_set"]))
        for table, suite in load_suites().items()
        for expectation in suite.expectations
        if expectation.columns == ("proof",) and "value_set" in expectation.arguments
    }

    assert set(taken.values()) == {PROOFS}
    assert {"leadership_stats", "uptake_by_region", "peer_challenge_coverage"} <= set(taken)
