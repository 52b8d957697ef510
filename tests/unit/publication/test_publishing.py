import os
import stat
from pathlib import Path

import pytest

from pipelines.publication.publishing import (
    _give_access,
    candidate_path,
    log_path,
    publish,
    published_path,
)
from pipelines.runtime.warehouse_errors import UnfinishedCandidateError

# Root can give a file to any group, others to those that they are in.
ANY_GROUP = 4711
OTHER_GROUPS = [
    group
    for group in ([ANY_GROUP] if os.geteuid() == 0 else os.getgroups())
    if group != os.getegid()
]


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


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664])
@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_the_mode_of_the_published_file_stays(tmp_path: Path, mode: int, umask: int) -> None:
    warehouse = tmp_path / "ports.duckdb"
    warehouse.write_text("old")
    warehouse.chmod(mode)
    before = os.umask(umask)
    try:
        candidate_path(warehouse).write_text("new")
        publish(candidate_path(warehouse), warehouse)
    finally:
        os.umask(before)

    assert (warehouse.read_text(), stat.S_IMODE(warehouse.stat().st_mode)) == ("new", mode)


def test_the_mode_of_the_first_warehouse_is_that_of_the_umask(tmp_path: Path) -> None:
    warehouse = tmp_path / "ports.duckdb"
    before = os.umask(0o027)
    try:
        candidate_path(warehouse).write_text("new")
        publish(candidate_path(warehouse), warehouse)
    finally:
        os.umask(before)

    assert stat.S_IMODE(warehouse.stat().st_mode) == 0o640


@pytest.mark.skipif(not OTHER_GROUPS, reason="needs a second group")
def test_the_group_of_the_published_file_stays(tmp_path: Path) -> None:
    warehouse = tmp_path / "ports.duckdb"
    warehouse.write_text("old")
    os.chown(warehouse, -1, OTHER_GROUPS[0])
    warehouse.chmod(0o640)
    candidate_path(warehouse).write_text("new")

    publish(candidate_path(warehouse), warehouse)

    status = warehouse.stat()
    assert (status.st_gid, stat.S_IMODE(status.st_mode)) == (OTHER_GROUPS[0], 0o640)


def test_no_other_group_gets_the_rights_of_a_group_that_cannot_be_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = tmp_path / "ports.duckdb"
    warehouse.write_text("old")
    warehouse.chmod(0o664)
    candidate_path(warehouse).write_text("new")
    old = warehouse.stat()
    group = old.st_gid + 1
    of_another = os.stat_result((*old[:5], group, *old[6:10]))

    def refuse(path: Path, owner: int, wanted: int) -> None:
        assert (path, owner, wanted) == (candidate_path(warehouse), -1, group)
        raise PermissionError

    monkeypatch.setattr("os.chown", refuse)
    _give_access(candidate_path(warehouse), of_another)

    assert stat.S_IMODE(candidate_path(warehouse).stat().st_mode) == 0o604


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
