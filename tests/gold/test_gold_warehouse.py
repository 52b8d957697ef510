"""Papers that are not there: skipped with a reason, a failure where somebody named their folder."""

from pathlib import Path

import pytest

from tests.gold import gold_warehouse
from tests.gold.gold_warehouse import PAPERS_VARIABLE, find_papers


def test_papers_that_nobody_named_are_skipped_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PAPERS_VARIABLE, raising=False)
    monkeypatch.setattr(gold_warehouse, "DEFAULT_PAPERS", tmp_path)
    with pytest.raises(pytest.skip.Exception) as skipped:
        find_papers()
    assert skipped.value.msg == (
        f"no papers in {tmp_path}: set BOARDPAPERS_PAPERS to the folder that holds them"
    )


def test_a_named_folder_without_papers_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PAPERS_VARIABLE, str(tmp_path))
    with pytest.raises(pytest.fail.Exception) as failed:
        find_papers()
    assert failed.value.msg == (
        f"no papers in {tmp_path}: set BOARDPAPERS_PAPERS to the folder that holds them"
    )


def test_papers_come_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PAPERS_VARIABLE, str(tmp_path))
    for name in ("b.txt", "a.txt", "notes.md"):
        (tmp_path / name).write_text("Harbour Board", encoding="utf-8")
    assert find_papers() == [tmp_path / "a.txt", tmp_path / "b.txt"]
