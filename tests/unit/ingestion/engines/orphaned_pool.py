"""A process with a worker that is at a paper for minutes; `test_parent_death.py` kills it."""

import multiprocessing
import sys
import time
from pathlib import Path

from pipelines.ingestion.engines.pool import extract_papers
from pipelines.ingestion.engines.tasks import PaperTask
from pipelines.runtime.limits import Limits
from pipelines.runtime.places import REFERENCE
from tests.unit.ingestion.engines.worker_tasks import misbehave

if __name__ == "__main__":
    tasks = [
        PaperTask(Path("raw") / name, name, "0" * 64, REFERENCE) for name in ("good-1", "sleep-1")
    ]
    papers = extract_papers(tasks, Limits(seconds=600, workers=1), misbehave)
    # When the first paper comes back, the worker has been given the second.
    next(papers)
    sys.stdout.write(f"{multiprocessing.active_children()[0].pid}\n")
    sys.stdout.flush()
    time.sleep(600)
