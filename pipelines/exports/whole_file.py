"""The published file itself, under a name of its own, and a pointer to it that readers follow."""

import json
import shutil
from pathlib import Path

from pipelines.publication.builds import recorded_hash
from pipelines.publication.published_status import read_status
from pipelines.publication.querying import open_warehouse
from pipelines.runtime.durable_files import replace_text

POINTER_NAME = "latest.json"


def write_whole_file(warehouse: Path, out: Path) -> list[Path]:
    """Copy a published file as that of its build, and then say that it is the latest.

    Somebody who reads the pointer, and then the file that it names, never reads half of a file:
    the files of earlier builds stay as they are.

    Args:
        warehouse: A published file.
        out: An existing folder.

    Returns:
        The file and the pointer, in the order in which they are to be seen.
    """
    unfinished = out / f".{warehouse.name}.unfinished"
    # One open file, so that a publication meanwhile does not matter.
    shutil.copyfile(warehouse, unfinished)
    build_id = read_status(unfinished).build_id
    with open_warehouse(unfinished) as connection:
        content = recorded_hash(connection)
    file, pointer = out / f"boardpapers-{build_id}.duckdb", out / POINTER_NAME
    latest = {
        "file": file.name,
        "build_id": build_id,
        "content_hash": content,
        "byte_size": unfinished.stat().st_size,
    }
    unfinished.replace(file)
    replace_text(pointer, json.dumps(latest, indent=2) + "\n")
    return [file, pointer]
