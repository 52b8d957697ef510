"""Stops Python's garbage collector of cycles while a paper is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Put off the search for cycles.

    A paper makes hundreds of thousands of small objects without cycles, and scanning them takes
    up to a fifth of the time. Other code limits the memory of a paper.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
