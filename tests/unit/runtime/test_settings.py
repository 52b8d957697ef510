from dataclasses import fields
from pathlib import Path

import pytest

from pipelines.runtime.errors import BadSetting
from pipelines.runtime.limits import MEBIBYTE, ROOM_VARIABLES, VARIABLES, Limits, Room
from pipelines.runtime.places import REFERENCE
from pipelines.runtime.settings import Settings, settings_from


def test_environment_names_the_folders_and_the_warehouse() -> None:
    environment = {
        "BOARDPAPERS_RAW": "in",
        "BOARDPAPERS_WAREHOUSE": "out/w.duckdb",
        "BOARDPAPERS_REPORTS": "pages",
        "BOARDPAPERS_SITE": "site-of-pages",
    }
    assert settings_from(environment) == Settings(
        Path("in"),
        Path("out/w.duckdb"),
        REFERENCE,
        Limits(),
        reports=Path("pages"),
        site=Path("site-of-pages"),
    )


def test_empty_environment_gives_the_defaults() -> None:
    assert settings_from({"BOARDPAPERS_RAW": ""}) == Settings(
        Path("data/raw"), Path("data/warehouse/boardpapers.duckdb"), REFERENCE, Limits()
    )


def test_each_warehouse_has_a_state_of_its_own() -> None:
    states = [Settings(warehouse=Path("w") / name).state for name in ("a.duckdb", "b.duckdb")]
    assert states == [Path("w/.boardpapers/a.duckdb"), Path("w/.boardpapers/b.duckdb")]


def test_every_limit_can_be_set() -> None:
    environment = {
        "BOARDPAPERS_MAX_MEGABYTES": "1",
        "BOARDPAPERS_MAX_MEMORY": "2",
        "BOARDPAPERS_MAX_SECONDS": "0.5",
        "BOARDPAPERS_MAX_PAGES": "4",
        "BOARDPAPERS_MAX_UNPACKED": "5",
        "BOARDPAPERS_MAX_RATIO": "6",
        "BOARDPAPERS_MAX_NESTING": "7",
        "BOARDPAPERS_WORKERS": "8",
    }
    assert settings_from(environment).limits == Limits(
        MEBIBYTE, 2 * MEBIBYTE, 0.5, 4, 5 * MEBIBYTE, 6, 7, 8
    )
    assert [each.name for each in fields(Limits)] == list(VARIABLES)
    assert [known.variable for known in VARIABLES.values()] == list(environment)


def test_the_room_of_a_build_can_be_set_and_lies_beside_its_warehouse() -> None:
    environment = {"BOARDPAPERS_BUILD_MEMORY": "300", "BOARDPAPERS_BUILD_DISK": "0.5"}
    settings = settings_from({**environment, "BOARDPAPERS_WAREHOUSE": "out/w.duckdb"})
    folder = Path("out/.boardpapers/w.duckdb/spill")
    assert settings.room == Room(300 * MEBIBYTE, MEBIBYTE // 2, folder)
    assert Settings().build == Room()
    assert [known.variable for known in ROOM_VARIABLES.values()] == list(environment)


@pytest.mark.parametrize("value", ["many", "0", "-3", "nan", "inf"])
def test_a_limit_that_is_no_number_above_zero_is_refused(value: str) -> None:
    with pytest.raises(BadSetting) as caught:
        settings_from({"BOARDPAPERS_MAX_PAGES": value})
    assert str(caught.value) == (
        f"The environment variable BOARDPAPERS_MAX_PAGES is '{value}', which is not a number above "
        "zero. Nothing was changed; set it right, or unset it for the default."
    )


def test_whom_to_tell_and_when_is_set_in_one_place() -> None:
    settings = settings_from(
        {"BOARDPAPERS_ON_FAILURE": "mail -s late", "BOARDPAPERS_LATE_HOURS": "4.5"}
    )
    assert (settings.on_failure, settings.late_hours) == ("mail -s late", 4.5)
