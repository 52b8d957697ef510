"""The paper that somebody names: as a file, or as a published warehouse calls it."""

from pathlib import Path

import pytest

from pipelines.lookup.papers import read_named
from pipelines.runtime.errors import InputMissing
from pipelines.runtime.lookup_errors import NoSuchPaper
from tests.unit.lookup.published import NOTE, PACK, publish


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / f"{PACK}.txt").write_bytes(b"Harbour Board")
    return tmp_path


@pytest.mark.parametrize("named", [f"{PACK}.txt", PACK, PACK[:6], "agenda harbour board 2017"])
def test_a_paper_has_several_names(raw: Path, named: str) -> None:
    found = read_named(named, raw, publish(raw))
    assert found == (b"Harbour Board", f"{PACK}.txt")


def test_a_name_may_be_nobodys_or_that_of_several(raw: Path) -> None:
    with pytest.raises(NoSuchPaper):
        read_named("agenda", raw, publish(raw))


def test_without_a_warehouse_only_files_have_names(raw: Path) -> None:
    with pytest.raises(InputMissing):
        read_named(NOTE, raw, raw / "none.duckdb")
