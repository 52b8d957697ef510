"""Registers of words by what they say, as one pattern for each thing."""

import re
from collections.abc import Sequence
from pathlib import Path

from pipelines.reference.csv_tables import read_table


def read_alternatives(folder: Path, table: str, kinds: Sequence[str]) -> dict[str, str]:
    """For each kind the words of a register that say it, as alternatives of a pattern.

    The longest come first; any blank is one blank.

    Raises:
        RegisterError: The file is missing or a line cannot be read.
    """
    rows = read_table(folder, table, ("words", "says"))
    return {
        kind: _alternatives([row["words"] for row in rows if row["says"] == kind]) for kind in kinds
    }


def _alternatives(words: Sequence[str]) -> str:
    forms = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in forms)
