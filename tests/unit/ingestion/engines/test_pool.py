"""A paper can fail, hang, hoard or kill its worker: it is rejected, and the others are read."""

import multiprocessing
from hashlib import sha256
from pathlib import Path

import pytest

from pipelines.ingestion.engines.pool import extract_papers
from pipelines.ingestion.engines.tasks import PaperTask, extract_file
from pipelines.runtime.errors import PaperError
from pipelines.runtime.limits import Limits
from pipelines.runtime.places import REFERENCE
from tests.unit.ingestion.engines.worker_tasks import misbehave

LIMITS = Limits(seconds=3, memory_bytes=1 << 28, workers=2)


def task(name: str, folder: Path = Path("raw")) -> PaperTask:
    return PaperTask(folder / name, name, "0" * 64, REFERENCE)


def outcomes(tasks: list[PaperTask]) -> dict[str, str]:
    return {
        task.source_path: outcome.explanation if isinstance(outcome, PaperError) else "read"
        for task, outcome in extract_papers(tasks, LIMITS, misbehave)
    }


def test_bad_papers_are_rejected_and_good_ones_read(tmp_path: Path) -> None:
    good = [f"good-{number}" for number in range(12)]
    bad = ["abort-1", "leave-1", "sleep-1", "hoard-1", "empty-1", "fail-1"]
    names = [*good[:6], *bad, *good[6:]]
    report = "Report it with the paper; after a fix it is read by the next refresh."
    assert outcomes([task(name) for name in names]) == {
        **dict.fromkeys(good, "read"),
        "abort-1": f"The paper ended the process that read it (SIGABRT). {report}",
        "leave-1": f"The paper ended the process that read it (exit code 3). {report}",
        "sleep-1": (
            "The paper could not be read in 3 s. Raise the limit with --max-seconds and add "
            "--retry-rejected, or split the paper."
        ),
        "hoard-1": (
            "The paper needs more than 256 MiB to read. Raise the limit with --max-memory and add "
            "--retry-rejected, or split the paper."
        ),
        "empty-1": "The paper holds no words. Fetch it again, or remove it.",
        "fail-1": (
            "The paper could not be read: ValueError: not a number: x (worker_tasks.py line 27). "
            "This is a fault of boardpapers: report it with the paper."
        ),
    }
    assert multiprocessing.active_children() == []


def test_a_worker_that_the_system_ended_is_given_a_second_try(tmp_path: Path) -> None:
    assert outcomes([task("once-1", tmp_path)]) == {"once-1": "read"}


def test_no_papers_start_no_worker() -> None:
    assert list(extract_papers([], LIMITS, misbehave)) == []


def test_a_caller_that_stops_early_leaves_no_worker() -> None:
    papers = extract_papers([task("good-1"), task("sleep-1")], LIMITS, misbehave)
    next(papers)
    papers.close()
    assert multiprocessing.active_children() == []


def test_a_paper_that_is_written_to_meanwhile_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("second words")
    expected = sha256(b"first words").hexdigest()
    with pytest.raises(PaperError) as caught:
        extract_file(PaperTask(tmp_path / "a.txt", "a.txt", expected, REFERENCE))
    assert str(caught.value) == (
        "a.txt: The paper was written to while it was being read. Refresh again when it is "
        "written. The other papers are not affected."
    )
