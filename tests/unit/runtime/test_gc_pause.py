"""The collector of cycles rests while a paper is read, and is as before afterwards."""

import gc

import pytest

from pipelines.runtime.gc_pause import without_collection


@without_collection()
def read_badly() -> None:
    raise ValueError(f"read with the collector {'on' if gc.isenabled() else 'off'}")


@pytest.mark.parametrize("was_on", [pytest.param(True, id="on"), pytest.param(False, id="off")])
def test_the_collector_is_left_as_it_was(was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="with the collector off"):
            read_badly()
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
