"""Reads standard input for commands."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.cli.group import BadInput


@contextmanager
def readable_input() -> Iterator[None]:
    """Report standard input that is not text with a clear message."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise BadInput(
            f"Standard input is not text in {error.encoding.upper()}. Save it so, and try again."
        ) from error
