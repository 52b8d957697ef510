"""A warehouse may hold NULL where the audit allows it; the site then says that it is not known."""

import re
from datetime import date, datetime, time
from pathlib import Path

import duckdb
import pytest

from pipelines.audit.suites import NOT_NULL, load_suites
from pipelines.schema.declarations import Column, Table
from pipelines.schema.tables import TABLES
from pipelines.site.site import write_site
from tests.unit.site.html_page import read_page

# One value of each type; text that has a form of its own has it by the name of its column.
VALUES = {
    "BOOLEAN": True,
    "DATE": date(2031, 2, 3),
    "TIME": time(11, 0),
    "TIMESTAMP": datetime(2031, 2, 3),  # noqa: DTZ001 (the warehouse keeps UTC without a zone)
    "VARCHAR": "weir",
}
FORMS = {
    "cells": '["weir", "1"]',
    "locator": "l9",
    "meeting_id": "weir:2031-02-03",
    "meeting_year": "2030/31",
    "paper_id": "00aa00aa00aa00aa",
    "severity": "warning",
}
# Columns that a table has by the way it is made, though no check says so.
ALWAYS_GIVEN = {
    "peer_challenges_by_council": {"council_id", "council_name"},
}


def value_of(column: Column) -> object:
    return FORMS.get(column.name, VALUES.get(column.sql_type.partition("(")[0], 1))


def rows_of(table: Table, needed: set[str]) -> list[object]:
    return [value_of(column) if column.name in needed else None for column in table.columns]


@pytest.mark.parametrize("is_full", [False, True], ids=["as little as may be", "all values"])
def test_a_value_that_is_not_known_stops_no_page(
    empty_warehouse: Path, tmp_path: Path, is_full: bool
) -> None:
    suites = load_suites()
    with duckdb.connect(str(empty_warehouse)) as connection:
        for table in TABLES.values():
            needed = {
                column
                for expectation in suites[table.name].expectations
                if expectation.kind == NOT_NULL
                for column in expectation.columns
            }
            needed |= ALWAYS_GIVEN.get(table.name, set())
            row = rows_of(table, set(table.column_names) if is_full else needed)
            marks = ", ".join("?" for _ in row)
            connection.execute(f"insert into {table.name} values ({marks})", row)
    written = write_site(empty_warehouse, tmp_path / "out")
    assert written.pages > 20
    for path in (tmp_path / "out").rglob("*.html"):
        page = read_page(path.read_text(encoding="utf-8"))
        (body,) = page.all("body")
        # A list without an entry says "None."
        assert (page.faults, re.findall(r".{,20}\bNone\b(?!\.)", body.words)) == ([], []), path
