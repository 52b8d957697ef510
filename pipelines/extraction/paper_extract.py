"""What was read from one paper, apart from the code that reads, which takes long to import."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class PaperExtract:
    """Everything read from one paper: a frame for each table of `records.EXTRACTS`."""

    paper_id: str
    frames: Mapping[str, pl.DataFrame]
