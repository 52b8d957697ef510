"""What becomes of the pieces of workers that are refused, fail or are gone, without a cluster."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipelines.ingestion.engines import cluster_run
from pipelines.ingestion.engines.batches import ReadBatch
from pipelines.ingestion.engines.chunks import Piece, Pieces
from pipelines.ingestion.engines.cluster_run import ClusterRun
from pipelines.ingestion.engines.errors import NoWorker
from pipelines.ingestion.engines.on_worker import Refusal
from pipelines.ingestion.engines.tasks import PaperTask
from pipelines.runtime.places import REFERENCE
from pipelines.runtime.progress import Silent

PAPERS = 40
TASKS = [PaperTask(Path(f"raw/{n}"), f"{n}.txt", f"{n:064}", REFERENCE) for n in range(PAPERS)]
OLD = Refusal("differs: polars 1 in place of 2")


class Future:
    """Something that a worker does, or never does."""

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def add_done_callback(self, call: Callable[["Future"], None]) -> None:
        if self.answer is not None:
            call(self)

    def result(self, timeout: float) -> object:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def cancel(self) -> None:
        self.answer = None


class Cluster:
    """A client of workers that answer as is written down; None for one that never does."""

    scheduler = None

    def __init__(self, answers: Mapping[str, list[object]], there: list[Mapping[str, int]]) -> None:
        self.answers, self.there = answers, there

    def nthreads(self) -> Mapping[str, int]:
        return self.there.pop(0) if len(self.there) > 1 else self.there[0]

    def submit(self, _: object, piece: Piece, workers: list[str], **__: object) -> Future:
        answers = self.answers[workers[0]]
        answer = answers.pop(0) if answers else "reads"
        read = ReadBatch(tuple(task.sha256 for task in piece.tasks), {})
        return Future(read if answer == "reads" else answer)

    def cancel(self, futures: list[Future], force: bool) -> None:
        assert (futures, force) == ([], True)


class Notes(Silent):
    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, message: str) -> None:
        self.notes.append(message)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_run, "LOOK_SECONDS", 0.0)


def read(cluster: Cluster) -> tuple[list[str], int, list[str]]:
    """The papers that were read, the workers that were lost, and the notes."""
    notes = Notes()
    run = ClusterRun(cluster, Pieces(TASKS), lambda piece: piece, notes)
    batches = list(run.batches())
    papers = sorted(paper for batch in batches for paper in batch.papers)
    return papers, sum(batch.workers_lost for batch in batches), notes.notes


ALL = sorted(task.sha256 for task in TASKS)


def test_a_worker_that_differs_or_fails_gets_nothing_more() -> None:
    cluster = Cluster(
        {"old": [OLD], "odd": [ValueError("no module")], "good": []},
        [{"old": 1, "odd": 1, "good": 1}],
    )
    assert read(cluster) == (
        ALL,
        0,
        [
            "Worker old is not used: it differs: polars 1 in place of 2",
            "Worker odd is not used: it failed: ValueError: no module",
        ],
    )


def test_what_a_worker_had_that_is_gone_is_read_elsewhere() -> None:
    cluster = Cluster({"lost": [None], "good": []}, [{"lost": 1, "good": 1}, {"good": 1}])
    assert read(cluster) == (ALL, 1, ["Worker lost is gone; what it had is read elsewhere."])


def test_a_refused_worker_that_is_gone_keeps_nothing_back() -> None:
    cluster = Cluster({"old": [OLD, None], "good": []}, [{"old": 2, "good": 1}, {"good": 1}])
    papers, lost, _ = read(cluster)
    assert (papers, lost) == (ALL, 1)


def test_without_a_worker_that_fits_the_reading_ends() -> None:
    cluster = Cluster({"old": [OLD]}, [{"old": 1}])
    with pytest.raises(NoWorker) as caught:
        read(cluster)
    assert caught.value.refused == {"old": OLD.why}
