"""What DuckDB raises where the disk does not take what it writes, said in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipelines.runtime.warehouse_errors import WriteFailedError

# A disk that is full in the middle of a checkpoint is a fatal error of the whole database.
DISK_FAULTS = (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException)


@contextmanager
def writing(warehouse: Path) -> Iterator[None]:
    """Say of a warehouse that nothing was published where DuckDB cannot write.

    Raises:
        WriteFailedError: The disk is full, or the folder cannot be written.
    """
    try:
        yield
    except DISK_FAULTS as error:
        raise WriteFailedError(warehouse, str(error).splitlines()[0]) from error
