"""Keeps Python's collector of cycles from running while a paper is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Put off the search for cycles.

    A paper makes hundreds of thousands of small objects that hold none, and walking over them
    takes up to a fifth of the time. What a paper may take of memory is bounded elsewhere.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
