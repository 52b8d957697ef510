"""What the workers of `test_many_machines.py` do: a module of its own, because they import it."""

import os
import time

from pipelines.extraction.paper_extract import PaperExtract
from pipelines.ingestion.engines.tasks import PaperTask, extract_file

# Beside the folder of papers: the process that hands papers to the one at the paper that hangs.
HANGING = "hanging.pid"


def read_or_misbehave(task: PaperTask) -> PaperExtract:
    """Read a paper, unless its name says otherwise."""
    if task.source_path.startswith("abort"):
        os.abort()
    if task.source_path.startswith("hang"):
        (task.path.parents[1] / HANGING).write_text(str(os.getppid()))
        time.sleep(600)
    return extract_file(task)
