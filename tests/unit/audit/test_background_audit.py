"""What an audit in a process of its own cannot do is said as if it had been done here."""

from pathlib import Path

import duckdb
import pytest

from pipelines.audit.audit import audit
from pipelines.audit.background_audit import prepared_audit
from pipelines.runtime.limits import MEBIBYTE, Room
from pipelines.runtime.warehouse_errors import BuildTooLargeError

LITTLE = Room(memory_bytes=MEBIBYTE)


@pytest.fixture
def candidate(tmp_path: Path) -> Path:
    """A warehouse of more boards than a mebibyte holds."""
    path = tmp_path / "w.candidate.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table boards as select md5(range::varchar) as board_id, md5(board_id) as name, "
            "name as body_name, name as body_council_id, name as successor_board_id "
            "from range(50_000); create table councils as select name as council_id from boards"
        )
    return path


def test_a_check_that_runs_out_of_memory_is_no_check_that_failed(candidate: Path) -> None:
    with pytest.raises(BuildTooLargeError, match="BOARDPAPERS_BUILD_MEMORY"):
        audit(candidate, ["boards"], room=LITTLE)


def test_the_error_comes_out_of_the_other_process_as_it_is(candidate: Path) -> None:
    with (
        prepared_audit(LITTLE) as prepared,
        pytest.raises(BuildTooLargeError, match="BOARDPAPERS_BUILD_MEMORY") as caught,
    ):
        prepared.audit(candidate)
    assert caught.value.warehouse == candidate.parent / "w.duckdb"
