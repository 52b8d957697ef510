"""Messages say what is wrong, in which paper, what happens to the rest and what to do."""

import pickle
from pathlib import Path

import pytest

from pipelines.runtime.errors import InputMissing, PaperTooLarge, RefreshRunning, WarehouseUnusable


def test_paper_error_says_paper_fault_advice_and_rest() -> None:
    error = PaperTooLarge("2031/pack.txt", "has 120.0 MiB; the limit is 100.0 MiB")
    assert str(error) == (
        "2031/pack.txt: The paper has 120.0 MiB; the limit is 100.0 MiB. "
        "Split it, or raise the limit with --max-megabytes. The other papers are not affected."
    )
    assert error.explanation == (
        "The paper has 120.0 MiB; the limit is 100.0 MiB. "
        "Split it, or raise the limit with --max-megabytes."
    )


def test_paper_error_survives_the_way_from_a_worker() -> None:
    error = pickle.loads(pickle.dumps(PaperTooLarge("pack.txt", "has 120.0 MiB")))
    assert (type(error), error.path, error.reason) == (PaperTooLarge, "pack.txt", "has 120.0 MiB")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        pytest.param(
            InputMissing(Path("raw"), "The folder of papers", "Make it"),
            "The folder of papers raw is not there. Make it.",
            id="input missing",
        ),
        pytest.param(
            WarehouseUnusable(Path("w.duckdb"), "it is no file"),
            "The warehouse w.duckdb cannot be used: it is no file. "
            "Name another file with --warehouse, or mend this.",
            id="warehouse unusable",
        ),
        pytest.param(
            RefreshRunning(Path("w.duckdb"), 2.0),
            "Another refresh of w.duckdb is still running after 2 s. Nothing was changed. "
            "Let it end and refresh again, or wait longer with --wait.",
            id="another refresh",
        ),
    ],
)
def test_messages(error: Exception, message: str) -> None:
    assert str(error) == message
