"""What the workers of `test_pool.py` do: a module of its own, because workers import it."""

import os
import time

import polars as pl

from pipelines.extraction.paper_extract import PaperExtract
from pipelines.ingestion.engines.tasks import PaperTask
from pipelines.runtime.errors import EmptyPaper


def misbehave(task: PaperTask) -> PaperExtract:
    """Do what the name of the paper says."""
    match task.source_path.split("-")[0]:
        case "abort":
            os.abort()
        case "leave":
            os._exit(3)
        case "sleep":
            time.sleep(600)
        case "hoard":
            return PaperExtract("hoard", {"x": pl.DataFrame({"x": [str(bytearray(1 << 29))]})})
        case "empty":
            raise EmptyPaper(task.source_path, "holds no words")
        case "fail":
            raise ValueError("not a number: x")
        case "once":
            # Ends its worker the first time alone, as when the system is short of memory.
            if not task.path.exists():
                task.path.touch()
                os.abort()
    return PaperExtract(task.source_path, {})
