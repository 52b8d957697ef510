"""The SQLite file: types, keys, search, and what Datasette says of it."""

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from pipelines.exports.export import export
from pipelines.schema.tables import TABLES
from tests.unit.lookup.published import PACK, ROWS, publish

MONEY = [
    {"paper_id": PACK, "table_no": 1, "row_no": number, "column_no": 1, "amount_gbp": amount}
    for number, amount in enumerate([Decimal("1200.50"), Decimal("-2.50")], start=1)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sqlite")
    export(publish(folder, {**ROWS, "budget_lines": MONEY}), folder, "sqlite")
    return folder


@pytest.fixture
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / "boardpapers.sqlite")
    yield connection
    connection.close()


def test_every_table_has_its_keys(database: sqlite3.Connection) -> None:
    for table in TABLES.values():
        described = database.execute(f"pragma table_info('{table.name}')").fetchall()
        key = sorted((place, name) for _, name, *_, place in described if place)
        assert [name for _, name in key] == list(table.key)
        foreign = database.execute(f"pragma foreign_key_list('{table.name}')").fetchall()
        found = {(column, other, there) for _, _, other, column, there, *_ in foreign}
        assert found == set(table.references)


def test_money_can_be_summed(database: sqlite3.Connection) -> None:
    ((total,),) = database.execute("select sum(amount_gbp) from budget_lines")
    assert total == 1198


def test_columns_that_refer_to_others_have_an_index(database: sqlite3.Connection) -> None:
    plan = database.execute("explain query plan select * from passages where meeting_id = 'm'")
    assert "USING INDEX passages_meeting_id" in str(plan.fetchall())


@pytest.mark.parametrize(("words", "found"), [("harbour due", 3), ('"harbour dues"', 1)])
def test_passages_are_searched_by_their_words(
    database: sqlite3.Connection, words: str, found: int
) -> None:
    ((number,),) = database.execute(
        "select count(*) from passages join passages_fts on passages.rowid = passages_fts.rowid "
        "where passages_fts match ? and passages.text not like 'Dues of%'",
        [words],
    )
    assert number == found


def test_datasette_says_what_the_tables_mean(folder: Path) -> None:
    metadata = yaml.safe_load((folder / "metadata.yml").read_text(encoding="utf-8"))
    tables = metadata["databases"]["boardpapers"]["tables"]
    assert tables.keys() == {*TABLES, "data_dictionary"}
    assert tables["papers"]["label_column"] == "label"
    assert tables["passages"]["fts_table"] == "passages_fts"
    assert tables["councils"]["columns"].keys() == set(TABLES["councils"].column_names)
