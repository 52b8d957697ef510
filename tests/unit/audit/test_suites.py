from pathlib import Path

import pytest

from pipelines.audit.suites import Expectation, Rule, Suite, SuiteError, load_suite
from pipelines.schema.tables import Table

VISITS = Table(
    name="visits",
    row="one visit",
    key=("visit_id", "visitor"),
    column_names=("visit_id", "visitor", "expected", "started_on", "ended_on"),
    meanings={"expected": "expected_guests"},
)
SHARED = """
expectations:
- type: expect_column_values_to_be_between
  columns: [expected_guests, rooms]
  min_value: 0
"""
OWN = """
on_failure: set_aside
rows: {min: 2}
nullable_key: [visitor]
expectations:
- type: expect_column_values_to_be_in_set
  columns: [visitor]
  severity: warning
  value_set: [Ann, Bo]
- type: expect_column_pair_values_a_to_be_greater_than_b
  columns: [ended_on, started_on]
  or_equal: true
rules:
- name: visit_too_long
  severity: warning
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "visit_too_long.sql").write_text("select * from visits where false")
    (tmp_path / "columns.yml").write_text(SHARED)
    (tmp_path / "visits.yml").write_text(OWN)
    return tmp_path


def test_a_suite_holds_its_own_and_what_its_columns_bring(folder: Path) -> None:
    assert load_suite(VISITS, folder) == Suite(
        table="visits",
        on_failure="set_aside",
        expectations=(
            Expectation(
                "expect_column_values_to_not_be_null", ("visit_id",), on_failure="set_aside"
            ),
            Expectation(
                "expect_column_values_to_be_in_set",
                ("visitor",),
                "warning",
                {"value_set": ["Ann", "Bo"]},
            ),
            Expectation(
                "expect_column_pair_values_a_to_be_greater_than_b",
                ("ended_on", "started_on"),
                "error",
                {"or_equal": True},
                "set_aside",
            ),
            # The column is meant by what it means, and named as the table names it.
            Expectation(
                "expect_column_values_to_be_between",
                ("expected",),
                "error",
                {"min_value": 0},
                "set_aside",
            ),
        ),
        rules=(
            Rule(
                "row_count",
                "select count(*) as rows from visits having count(*) < 2",
                on_failure="refuse",
            ),
            Rule("visit_too_long", "select * from visits where false", "warning"),
        ),
    )


@pytest.mark.parametrize(
    ("columns", "kind", "keywords"),
    [
        pytest.param(
            ("visitor",),
            "expect_column_values_to_be_in_set",
            {"column": "visitor", "value_set": [1]},
            id="one column",
        ),
        pytest.param(
            ("ended_on", "started_on"),
            "expect_column_pair_values_a_to_be_greater_than_b",
            {"column_A": "ended_on", "column_B": "started_on", "value_set": [1]},
            id="a pair",
        ),
    ],
)
def test_keywords_are_those_of_the_library(
    columns: tuple[str, ...], kind: str, keywords: dict[str, object]
) -> None:
    assert Expectation(kind, columns, arguments={"value_set": [1]}).keywords == keywords


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("rules: [", "it is not YAML", id="not YAML"),
        pytest.param("- type: x", "it is a list, not keys with values", id="not keys"),
        pytest.param(
            "rulez: []",
            "['rulez'] is none of ['expectations', 'nullable_key', 'on_failure', 'rows', 'rules']",
            id="an unknown key",
        ),
        pytest.param(
            "nullable_key: [expected]",
            "nullable_key names ['expected'], which are not in the key",
            id="nullable and not in the key",
        ),
        pytest.param(
            "expectations: [{columns: [visitor]}]",
            "an expectation has no 'type': {'columns': ['visitor']}",
            id="an expectation without a type",
        ),
        pytest.param(
            "on_failure: refuse\nrules: [{name: visit_too_short}]",
            "there is no rule visit_too_short under rules/",
            id="a rule that is not there",
        ),
        pytest.param(
            "on_failure: refuse\nrules: [{name: visit_too_long, severity: fatal}]",
            "fatal is no severity: error, warning, info",
            id="an unknown severity",
        ),
        pytest.param(
            "expectations: []",
            "the suite has to say on_failure: set_aside or refuse",
            id="a suite that does not say what a failure leads to",
        ),
        pytest.param(
            "on_failure: refuse\nrules: [{name: visit_too_long}]",
            "visit_too_long has to say on_failure: set_aside or refuse",
            id="a rule that does not say what a failure leads to",
        ),
        pytest.param(
            "on_failure: ignore",
            "the suite has to say on_failure: set_aside or refuse",
            id="a failure that would lead to nothing",
        ),
    ],
)
def test_a_faulty_suite_says_what_is_wrong(folder: Path, text: str, reason: str) -> None:
    (folder / "visits.yml").write_text(text)
    with pytest.raises(SuiteError) as caught:
        load_suite(VISITS, folder)
    assert caught.value.path == folder / "visits.yml"
    assert caught.value.reason.startswith(reason)


def test_a_table_without_a_suite_is_an_error(folder: Path) -> None:
    (folder / "visits.yml").unlink()
    with pytest.raises(SuiteError) as caught:
        load_suite(VISITS, folder)
    assert str(caught.value) == (
        "visits.yml: there is no such suite. "
        "Nothing was checked; correct the file under expectations/."
    )
