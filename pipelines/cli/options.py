"""Options that several commands share."""

from math import isfinite
from pathlib import Path
from typing import Any

import click

from pipelines.runtime.objects.object_path import SCHEME, path_from
from pipelines.runtime.places import REFERENCE
from pipelines.runtime.settings import (
    DEFAULT_RAW,
    DEFAULT_WAREHOUSE,
    RAW_VARIABLE,
    WAREHOUSE_VARIABLE,
)


class NumberRange(click.FloatRange):
    """A range of numbers that, unlike Click's own, excludes `nan` and `inf`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number.

        Raises:
            BadParameter: The value is not a number, or is out of the range.
        """
        number = super().convert(value, param, ctx)
        if not isfinite(number):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return number


class FolderOrStore(click.Path):
    """A folder, or an address in an object store."""

    def __init__(self, *, file_okay: bool = True) -> None:
        super().__init__(path_type=Path, file_okay=file_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path."""
        if isinstance(value, str) and value.startswith(SCHEME):
            return path_from(value)
        return super().convert(value, param, ctx)


raw_option = click.option(
    "--raw",
    type=FolderOrStore(),
    default=DEFAULT_RAW,
    envvar=RAW_VARIABLE,
    show_default=True,
    show_envvar=True,
    help="Folder of papers, including all its subfolders, or s3://BUCKET/FOLDER.",
)
warehouse_option = click.option(
    "--warehouse",
    type=click.Path(path_type=Path),
    default=DEFAULT_WAREHOUSE,
    envvar=WAREHOUSE_VARIABLE,
    show_default=True,
    show_envvar=True,
    help="The published DuckDB file.",
)
reference_option = click.option(
    "--reference",
    type=click.Path(path_type=Path),
    default=REFERENCE,
    help="Folder of the registers.  [default: data/reference of the installation]",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
