"""The template engine for pages, set up in one way: all that comes from papers is escaped."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def html_environment(
    *folders: Path, finalize: Callable[[object], object] | None = None
) -> Environment:
    """Templates of some folders; a name that a template does not know is an error.

    Args:
        folders: Where templates are looked for, in this order.
        finalize: What a template shows of each value, before it is escaped.
    """
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalize,
    )
