from pathlib import Path

from pipelines.settings import REFERENCE, Limits, Settings, settings_from


def test_environment_names_folder_and_warehouse() -> None:
    environment = {"BOARDPAPERS_RAW": "in", "BOARDPAPERS_WAREHOUSE": "out/w.duckdb"}
    assert settings_from(environment) == Settings(
        Path("in"), Path("out/w.duckdb"), REFERENCE, Limits()
    )


def test_empty_environment_gives_the_defaults() -> None:
    assert settings_from({"BOARDPAPERS_RAW": ""}) == Settings(
        Path("data/raw"), Path("data/warehouse/boardpapers.duckdb"), REFERENCE, Limits()
    )


def test_each_warehouse_has_a_state_of_its_own() -> None:
    states = [Settings(warehouse=Path("w") / name).state for name in ("a.duckdb", "b.duckdb")]
    assert states == [Path("w/.boardpapers/a.duckdb"), Path("w/.boardpapers/b.duckdb")]
