import re
from pathlib import Path

import duckdb
import yaml

from pipelines.audit.audit import audit
from pipelines.audit.structure import structure_rules
from pipelines.audit.suites import EVERY_TABLE, load_suites
from pipelines.runtime.places import EXPECTATIONS
from pipelines.schema.tables import TABLES

RULE = re.compile(r"^- name: (\w+)$", re.MULTILINE)


def test_each_table_has_a_suite_and_each_suite_a_table() -> None:
    files = {path.stem for path in EXPECTATIONS.glob("*.yml")}
    assert files == {*TABLES, EVERY_TABLE}


def test_suites_name_only_declared_columns() -> None:
    strangers = [
        (name, expectation.kind, column)
        for name, suite in load_suites().items()
        for expectation in suite.expectations
        for column in expectation.columns
        if column not in TABLES[name].column_names
    ]
    assert strangers == []


def test_shared_expectations_name_only_columns_that_a_table_has() -> None:
    shared = yaml.safe_load((EXPECTATIONS / f"{EVERY_TABLE}.yml").read_text(encoding="utf-8"))
    named = {column for entry in shared["expectations"] for column in entry["columns"]}
    had = {
        table.meanings.get(column, column)
        for table in TABLES.values()
        for column in table.column_names
    }
    assert named - had == set()


def test_each_rule_belongs_to_a_suite() -> None:
    used = {
        name
        for path in EXPECTATIONS.glob("*.yml")
        for name in RULE.findall(path.read_text(encoding="utf-8"))
    }
    assert {path.stem for path in (EXPECTATIONS / "rules").glob("*.sql")} == used


def test_a_rule_whose_rows_are_set_aside_returns_the_key_of_its_table(
    sound_warehouse: Path,
) -> None:
    with duckdb.connect(str(sound_warehouse), read_only=True) as connection:
        silent = [
            (name, rule.name)
            for name, suite in load_suites().items()
            for rule in (*structure_rules(TABLES[name], suite.on_failure), *suite.rules)
            if rule.on_failure == "set_aside"
            and not set(TABLES[name].key) <= set(connection.sql(rule.select).columns)
        ]
    assert silent == []


def test_a_sound_warehouse_passes_and_every_check_was_evaluated(sound_warehouse: Path) -> None:
    report = audit(sound_warehouse)
    assert [result.message for result in report.results if not result.success] == []
    assert [result.message for result in report.results if not result.evaluated] == []
    assert report.ok
    checks = sum(
        len(structure_rules(TABLES[name])) + len(suite.rules) + len(suite.expectations)
        for name, suite in load_suites().items()
    )
    assert len(report.results) == checks
