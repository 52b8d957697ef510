"""Registers of words by what they say."""

from collections.abc import Sequence
from pathlib import Path

from pipelines.reference.csv_tables import read_table


def read_phrases(folder: Path, table: str, kinds: Sequence[str]) -> dict[str, list[str]]:
    """For each kind the words of a register that say it.

    Raises:
        RegisterError: The file is missing or a line cannot be read.
    """
    rows = read_table(folder, table, ("words", "says"))
    return {kind: [row["words"] for row in rows if row["says"] == kind] for kind in kinds}
