"""Every query of the cookbook runs, finds something, and prints what the page shows."""

import re
from pathlib import Path

import pytest

from pipelines.runtime.places import REPOSITORY
from pipelines.schema.tables import TABLES
from tests.cookbook.cookbook import PAGE, Recipe, build_sample_warehouse, printed, recipes

TEXT = PAGE.read_text(encoding="utf-8")
RECIPES = list(recipes(TEXT))
FEWEST = 15


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample_warehouse(tmp_path_factory.mktemp("cookbook"))


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.sql.split("\n")[0])
def test_a_query_prints_what_the_page_shows(recipe: Recipe, warehouse: Path) -> None:
    output = printed(warehouse, recipe.sql)
    assert output == recipe.output, "run python -m tests.cookbook, and read the difference"
    assert not output.endswith("\n0 rows\n")


def test_the_page_has_enough_queries_and_shows_what_each_prints() -> None:
    assert len(RECIPES) == TEXT.count("```sql\n") >= FEWEST


def test_the_page_names_every_mart_and_no_table_that_is_not_there() -> None:
    named = {name for name in re.findall(r"`([a-z_]+)`", TEXT) if "_" in name}
    marts = {table.name for table in TABLES.values() if table.floor == "marts"}
    columns = {column for table in TABLES.values() for column in table.column_names}
    assert marts <= named
    assert named <= TABLES.keys() | columns


def test_the_page_for_board_members_has_no_code() -> None:
    text = (REPOSITORY / "docs" / "for-board-members.md").read_text(encoding="utf-8")
    assert "```" not in text
    assert len(text.split()) < 700  # one page
