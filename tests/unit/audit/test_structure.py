from collections.abc import Iterator

import duckdb
import pytest

from pipelines.audit.structure import structure_rules
from pipelines.schema.tables import Table

# `party` and `paper_id` are columns of the contract; the table is not.
SEATS = Table(
    name="seats",
    row="one seat",
    key=("seq", "party"),
    column_names=("paper_id", "locator", "seq", "party"),
    references=(("party", "parties", "party"),),
)


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("create table parties as select 'Green' as party")
        yield connection


def faults(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    found = {rule.name: connection.sql(rule.select).fetchall() for rule in structure_rules(SEATS)}
    return {name: rows for name, rows in found.items() if rows}


def test_rules_are_named_with_their_columns() -> None:
    named = [(rule.name, rule.column, rule.severity) for rule in structure_rules(SEATS)]
    assert named == [
        ("column_types", None, "error"),
        ("unique_key", "seq, party", "error"),
        ("foreign_key", "party", "error"),
        ("contact_details", None, "error"),
    ]


def test_rows_at_fault_are_returned_with_their_places(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute(
        """
        create table seats (paper_id varchar, locator varchar, seq integer, party varchar);
        insert into seats values
            ('a', 'l1', 1, 'Green'),
            -- NULL refers to nothing, and equals NULL in a key
            ('a', 'l2', 2, null),
            ('b', 'l3', 2, null),
            -- no such party
            ('b', 'l4', 3, 'Purple');
        """
    )
    assert faults(connection) == {
        "unique_key": [("a", "l2", 2, None), ("b", "l3", 2, None)],
        "foreign_key": [("b", "l4", 3, "Purple")],
    }


def test_more_columns_are_welcome_and_fewer_or_other_ones_are_not(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute(
        "create table seats (more date, paper_id varchar, seq bigint, party varchar)"
    )
    (types,) = (rule for rule in structure_rules(SEATS) if rule.name == "column_types")
    assert connection.sql(types.select).order("column_name").fetchall() == [
        ("locator", "VARCHAR", None),
        ("seq", "INTEGER", "BIGINT"),
    ]


def test_rows_that_hold_an_address_or_a_number_are_at_fault(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute(
        """
        create table seats (paper_id varchar, locator varchar, seq integer, party varchar);
        insert into parties values ('ann@weir.example'), ('tel 01000 000000'), ('0 1 2 3 4 5 6 7');
        insert into seats values
            ('a', 'l1', 1, 'ann@weir.example'),
            ('a', 'l2', 2, 'tel 01000 000000'),
            -- an id may hold any digits, and a table's row is no number
            ('01000000000', 'l3', 3, '0 1 2 3 4 5 6 7');
        """
    )

    assert faults(connection) == {
        "contact_details": [
            (1, "ann@weir.example", "a", "l1"),
            (2, "tel 01000 000000", "a", "l2"),
        ]
    }


def test_versions_and_file_names_hold_no_telephone_numbers(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    versions = Table(
        name="versions",
        row="one version",
        key=("build_id",),
        column_names=("build_id", "code_version", "paper_label", "title"),
    )
    connection.execute(
        """
        create table versions as
        select 'one' as build_id, 'f01000000000f' as code_version,
            'Minutes: f 01000 000000.pdf' as paper_label, null as title
        union all
        select 'two', 'f', 'Minutes: Ferry Board', 'Ring 01000 000000'
        """
    )
    (contacts,) = (rule for rule in structure_rules(versions) if rule.name == "contact_details")

    assert connection.sql(contacts.select).fetchall() == [
        ("two", "f", "Minutes: Ferry Board", "Ring 01000 000000")
    ]
