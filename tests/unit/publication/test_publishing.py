from pathlib import Path

import pytest

from pipelines.publication.publishing import candidate_path, log_path, publish, published_path
from pipelines.warehouse_errors import UnfinishedCandidateError


def test_a_candidate_takes_the_place_of_the_warehouse_and_a_stale_log_goes(tmp_path: Path) -> None:
    warehouse = tmp_path / "ports.duckdb"
    warehouse.write_text("old")
    log_path(warehouse).write_text("what somebody wrote into the old one")
    candidate_path(warehouse).write_text("new")

    publish(candidate_path(warehouse), warehouse)

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"ports.duckdb": "new"}


def test_the_first_warehouse_is_published_too(tmp_path: Path) -> None:
    warehouse = tmp_path / "ports.duckdb"
    candidate_path(warehouse).write_text("new")

    publish(candidate_path(warehouse), warehouse)

    assert warehouse.read_text() == "new"


@pytest.mark.parametrize(
    ("has_candidate", "reason"),
    [
        pytest.param(False, "There is no such candidate.", id="none"),
        pytest.param(True, "The candidate was not closed.", id="not closed"),
    ],
)
def test_an_unfinished_candidate_leaves_the_warehouse_alone(
    tmp_path: Path, has_candidate: bool, reason: str
) -> None:
    warehouse = tmp_path / "ports.duckdb"
    warehouse.write_text("old")
    candidate = candidate_path(warehouse)
    if has_candidate:
        candidate.write_text("new")
        log_path(candidate).write_text("rest")

    with pytest.raises(UnfinishedCandidateError) as caught:
        publish(candidate, warehouse)

    assert str(caught.value) == (
        f"{candidate}: {reason} It was not published, and the warehouse stays as it was. "
        "Build it again."
    )
    assert warehouse.read_text() == "old"


def test_candidate_and_warehouse_lead_to_each_other(tmp_path: Path) -> None:
    warehouse = tmp_path / "ports.of.call.duckdb"

    assert candidate_path(warehouse).name == "ports.of.call.candidate.duckdb"
    assert published_path(candidate_path(warehouse)) == warehouse
