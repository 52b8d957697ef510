"""Writes the tables of a warehouse as files, sorted by key, and the data dictionary.

Text stays text: in formats that spreadsheets open, text that begins like a formula gets a
quotation mark in front. Numbers and dates are written as they are.
"""

import errno
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

import duckdb
from xlsxwriter.exceptions import FileCreateError

from pipelines.exports.frames import frames
from pipelines.exports.plain_files import write_csv, write_parquet
from pipelines.exports.sqlite_file import write_sqlite
from pipelines.exports.whole_file import write_whole_file
from pipelines.exports.workbook import write_workbook
from pipelines.publication.querying import open_warehouse
from pipelines.runtime.errors import WarehouseUnusable
from pipelines.runtime.objects.object_path import ObjectPath

Format: TypeAlias = Literal["parquet", "csv", "sqlite", "xlsx", "duckdb"]

# What is written from the file rather than from a connection to it
WHOLE = {"parquet": write_parquet, "duckdb": write_whole_file}
WRITING_FAULTS = (duckdb.IOException, sqlite3.Error)


def export_to(warehouse: Path, out: Path, form: Format) -> list[Path]:
    """Write every published table to a folder, or to an object store.

    Files for a store are written to a temporary folder first, so that each object is replaced as a
    whole.

    Args:
        warehouse: A published file.
        out: A folder or an `ObjectPath`.
        form: As `export` has it.

    Raises:
        InputMissing, WarehouseUnusable, OSError: As `export` does.
    """
    if not isinstance(out, ObjectPath):
        return export(warehouse, out, form)
    written = []
    with TemporaryDirectory() as folder:
        for path in export(warehouse, Path(folder), form):
            target = out / path.name
            target.upload(path)
            written.append(target)
    return list(written)


def export(warehouse: Path, out: Path, form: Format) -> list[Path]:
    """Write every published table, marts first.

    Args:
        warehouse: A published file.
        out: A folder; files of the same names in it are replaced.
        form: One file per table for parquet and csv, one file for xlsx; for sqlite one file, and
            one with what Datasette shows beside it; for duckdb the published file, and a pointer.

    Returns:
        The files written, in order.

    Raises:
        InputMissing: There is no such warehouse.
        WarehouseUnusable: It cannot be opened, or lacks a table.
        OSError: The files cannot be written.
    """
    with open_warehouse(warehouse) as connection:
        out.mkdir(parents=True, exist_ok=True)
        try:
            if form in WHOLE:
                connection.close()
                return WHOLE[form](warehouse, out)
            if form == "xlsx":
                return write_workbook(connection, out)
            write = write_csv if form == "csv" else write_sqlite
            return write(frames(connection), out)
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error
        except FileCreateError as error:
            raise error.args[0] from error
        except WRITING_FAULTS as error:
            # These libraries raise their own exception types if the system does not let them write.
            raise OSError(errno.EIO, str(error).splitlines()[0], str(out)) from error
