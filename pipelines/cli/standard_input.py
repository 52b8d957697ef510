"""Standard input, where a command reads it."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.cli.group import BadInput


@contextmanager
def readable_input() -> Iterator[None]:
    """Say plainly that standard input is no text, where it is none."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise BadInput(
            f"Standard input is not text in {error.encoding.upper()}. Save it so, and try again."
        ) from error
