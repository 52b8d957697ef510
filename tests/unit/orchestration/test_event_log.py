"""The event log of the settings writes what Dagster's own reads, and reads what that wrote."""

import shutil
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.storage.event_log import EventLogStorage, SqliteEventLogStorage

from pipelines.orchestration.event_log import FOLDER, KeptEventLog
from pipelines.runtime.places import REPOSITORY


@dg.asset(check_specs=[dg.AssetCheckSpec("is_one", asset="one")])
def one():  # Dagster takes an annotation for the type of its two outputs.
    check = dg.AssetCheckResult(check_name="is_one", passed=True)
    return dg.MaterializeResult(data_version=dg.DataVersion("1"), check_results=[check])


def events(log: EventLogStorage, run: str) -> list[tuple[str, str | None]]:
    return [(event.message, event.step_key) for event in log.get_logs_for_run(run)]


def test_either_log_reads_what_the_other_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    settings = tmp_path / "dagster.yaml"
    shutil.copy(REPOSITORY / "deploy" / "dagster.yaml", settings)
    with dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        run = dg.materialize([one], instance=instance)
        kept = instance.event_log_storage
        assert isinstance(kept, KeptEventLog)
        # A Dagster that connects by another method than `_connect` would leave these unused.
        assert set(kept._engines) == {"index", run.run_id}
        written = events(kept, run.run_id)
        latest = instance.get_latest_data_version_record(one.key)
    own = SqliteEventLogStorage(str(tmp_path / FOLDER))
    assert (events(own, run.run_id), len(written) > 5) == (written, True)

    settings.unlink()  # Dagster's own log, at the same place
    with dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        assert instance.get_latest_data_version_record(one.key) == latest
        later = dg.materialize([one], instance=instance).run_id
        told = events(instance.event_log_storage, later)
    assert events(KeptEventLog(str(tmp_path / FOLDER)), later) == told
