"""Dagster's log of events in SQLite, with connections and statements that are kept.

A run of ours writes some 1,800 events. Dagster's own class opens three connections for each, and
compiles each statement again, which takes longer than to read, build and check a few papers. The
files are the same, so that either class reads what the other wrote.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as db
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.event_log.sqlite.sqlite_event_log import INDEX_SHARD_NAME
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._serdes import ConfigurableClassData
from sqlalchemy.pool import NullPool, StaticPool

# Below DAGSTER_HOME, where Dagster keeps it by default
FOLDER = Path("history") / "runs"


class KeptEventLog(SqliteEventLogStorage):
    """The event log of `deploy/dagster.yaml`."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines: dict[str, db.Engine] = {}
        super().__init__(base_dir, inst_data)

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: Any
    ) -> "KeptEventLog":
        """Make the log of a DAGSTER_HOME, which is the `base_dir` of the settings."""
        return cls(str(Path(config_value["base_dir"]) / FOLDER), inst_data)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[db.Connection]:
        with self._db_lock:
            engine = self._engines.get(shard)
            if engine is None:
                engine = self._engines[shard] = self._engine(shard)
            with engine.connect() as connection, connection.begin():
                yield connection

    def _engine(self, shard: str) -> db.Engine:
        # SQLite writes a file when its last connection is closed. The page of a run watches the
        # file of that run, so that connection must close each time. Nothing watches the index,
        # which has two connections of three, so its one connection stays open. The lock lets one
        # thread at a time use it.
        engine = db.create_engine(
            self.conn_string_for_shard(shard),
            poolclass=StaticPool if shard == INDEX_SHARD_NAME else NullPool,
            connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS, "check_same_thread": False},
        )
        self._initdb(engine)
        return engine

    def dispose(self) -> None:
        """Close the connections."""
        for engine in self._engines.values():
            engine.dispose()
        self._engines.clear()
        super().dispose()
