"""Papers that are not there: skipped with a reason on a desk, a failure in CI."""

from pathlib import Path

import pytest

from tests.gold.gold_warehouse import find_papers


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOARDPAPERS_PAPERS", str(tmp_path))
    return tmp_path


def test_missing_papers_are_skipped_with_a_reason(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception) as skipped:
        find_papers()
    assert skipped.value.msg == (
        f"no papers in {empty_folder}: set BOARDPAPERS_PAPERS to the folder that holds them"
    )


def test_missing_papers_fail_in_ci(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception) as failed:
        find_papers()
    assert failed.value.msg == (
        f"no papers in {empty_folder}: set BOARDPAPERS_PAPERS to the folder that holds them"
    )


def test_papers_come_by_name(empty_folder: Path) -> None:
    for name in ("b.txt", "a.txt", "notes.md"):
        (empty_folder / name).write_text("Harbour Board", encoding="utf-8")
    assert find_papers() == [empty_folder / "a.txt", empty_folder / "b.txt"]
