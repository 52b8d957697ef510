from pathlib import Path

import pytest

from pipelines.runtime.warehouse_errors import ModelError
from pipelines.schema.tables import TABLES
from pipelines.warehouse.models import last_reads, load_models, tables_read

# Filled by the build itself, after everything else.
NO_MODEL = {"builds", "check_results"}


def test_each_table_of_the_contract_has_a_model_on_its_floor() -> None:
    floors = {model.name: model.floor for model in load_models() if model.is_published}

    assert floors == {name: table.floor for name, table in TABLES.items() if name not in NO_MODEL}


def test_what_is_not_published_says_so_in_its_name() -> None:
    own = [model.name for model in load_models() if not model.is_published]

    assert [name for name in own if not name.startswith(("stg_", "int_", "findings_"))] == []


def test_every_rule_written_in_sql_is_gathered() -> None:
    models = {model.name: model for model in load_models()}
    rules = {name for name in models if name.startswith("findings_")}

    assert set(models["int_findings_gathered"].reads) == {*rules, "stg_findings"}


def test_models_run_after_what_they_read() -> None:
    names = [model.name for model in load_models()]

    late = [
        (model.name, read)
        for model in load_models()
        for read in model.reads
        if names.index(read) > names.index(model.name)
    ]
    assert late == []


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        pytest.param("select a from ports", {"ports"}, id="a table"),
        pytest.param(
            "with ferries as (select a from ports) select a from ferries", {"ports"}, id="CTE"
        ),
        pytest.param("select a from extracts.ports", set(), id="a source"),
        pytest.param("select a from x where b in (select b from y)", {"x", "y"}, id="a subquery"),
    ],
)
def test_tables_are_read_from_the_sql(sql: str, names: set[str]) -> None:
    assert tables_read(sql, Path("ports.sql")) == names


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(
            {"a": "select x from b", "b": "select x from a"},
            "Models read each other in a circle: ",
            id="circle",
        ),
        pytest.param({"a": "select 1; select 2"}, "one select, and this file holds more", id="two"),
        pytest.param({"a": "selekt from"}, "The SQL cannot be read", id="nonsense"),
    ],
)
def test_a_model_that_cannot_be_used_is_named(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    (tmp_path / "core").mkdir()
    for name, sql in files.items():
        (tmp_path / "core" / f"{name}.sql").write_text(sql, encoding="utf-8")

    with pytest.raises(ModelError, match=message):
        load_models(tmp_path)


def test_a_template_makes_one_model_for_each_word(tmp_path: Path) -> None:
    (tmp_path / "core").mkdir()
    template = (
        "/*\nMade for: sea = salt_water; lake.\nOne row: a port.\n*/\nselect each_value from a"
    )
    (tmp_path / "core" / "ports_by_each.sql").write_text(template)
    (tmp_path / "core" / "ports_by_lake.sql").write_text("select x from b")
    (tmp_path / "core" / "ports.sql").write_text("select * from ports_by_each")

    made = {model.name: model for model in load_models(tmp_path)}

    assert made["ports_by_sea"].sql == "/*\nOne row: a port.\n*/\nselect salt_water from a"
    assert made["ports_by_lake"].sql == "select x from b"
    assert made["ports"].reads == ("ports_by_lake", "ports_by_sea")


def test_a_template_without_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "ports_by_each.sql").write_text("select each_value from a")
    with pytest.raises(ModelError, match="no line says what it is made for"):
        load_models(tmp_path)


def test_a_step_is_finished_with_its_last_reader(tmp_path: Path) -> None:
    (tmp_path / "core").mkdir()
    for name, sql in {
        "int_a": "select 1 as x",
        "int_b": "select x from int_a",
        "meetings": "select x from int_a",
        "boards": "select x from int_b, meetings",
    }.items():
        (tmp_path / "core" / f"{name}.sql").write_text(sql, encoding="utf-8")

    models = load_models(tmp_path)

    assert [model.name for model in models] == ["int_a", "int_b", "meetings", "boards"]
    assert last_reads(models) == {"meetings": ["int_a"], "boards": ["int_b"]}
