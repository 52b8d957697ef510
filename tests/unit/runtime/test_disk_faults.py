"""What a disk that takes no more is said to be."""

from pathlib import Path

import duckdb
import pytest

from pipelines.runtime.disk_faults import writing
from pipelines.runtime.warehouse_errors import WriteFailedError


@pytest.mark.parametrize(
    "fault", [duckdb.IOException, duckdb.TransactionException, duckdb.FatalException]
)
def test_a_fault_of_the_disk_is_said_in_words(fault: type[duckdb.Error]) -> None:
    path = Path("ports") / "w.duckdb"

    with pytest.raises(WriteFailedError) as caught, writing(path):
        raise fault("FATAL Error: No space left on device\nand a trace of DuckDB's own")

    assert str(caught.value) == str(WriteFailedError(path, "FATAL Error: No space left on device"))


def test_another_fault_is_none_of_the_disk() -> None:
    with pytest.raises(duckdb.BinderException, match="no such column"), writing(Path("w.duckdb")):
        raise duckdb.BinderException("no such column")
