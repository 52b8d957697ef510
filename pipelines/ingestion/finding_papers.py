"""Finds one paper that somebody names: by file, by path below the raw folder, by paper_id."""

import hashlib
import re
from pathlib import Path

from pipelines.ingestion.raw_folder import find_entries
from pipelines.runtime.errors import InputMissing
from pipelines.runtime.limits import DEFAULT_LIMITS
from pipelines.schema.identity import paper_id

PAPER_ID = re.compile(r"[0-9a-f]{16}")


def find_paper(named: str, raw: Path) -> tuple[bytes, str]:
    """The bytes of a paper and its name for messages.

    Args:
        named: A file, a path below the raw folder, or a paper_id. Papers within archives are
            not found: unpack them first.
        raw: The raw folder.

    Raises:
        InputMissing: It is none of these.
        OSError: The file cannot be read.
    """
    for path in (Path(named), raw / named):
        if path.is_file():
            return path.read_bytes(), named
    if PAPER_ID.fullmatch(named) and raw.is_dir():
        for entry in find_entries(raw, DEFAULT_LIMITS):
            if entry.error is not None:
                continue
            data = (raw / entry.source_path).read_bytes()
            if paper_id(hashlib.sha256(data).hexdigest()) == named:
                return data, entry.source_path
    advice = f"Name a file, a path below {raw}, or a paper_id of the warehouse"
    raise InputMissing(Path(named), "The paper", advice)
