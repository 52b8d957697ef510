"""Divides papers into chunks, and decides what happens to a chunk whose worker died."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.ingestion.engines.tasks import PaperTask

# A smaller chunk costs more to send and to keep than it saves; a larger one loses more with its
# worker, and lets other workers wait for it at the end.
FEWEST, MOST = 50, 500
# Towards the end, when each thread has less than that, a chunk still has this many.
FEWEST_AT_THE_END = 8
# Chunks that a thread is meant to read one after another, so that fast workers read more of them.
CHUNKS_A_THREAD = 4
# A chunk that has ended this many workers is not read as a whole again.
MOST_DEATHS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Papers that one worker reads in one go.

    Attributes:
        deaths: How many workers ended while they read it.
        is_alone: Whether the worker must read nothing else meanwhile, because this paper was in a
            chunk that ended workers: nothing else can then be to blame.
    """

    tasks: tuple[PaperTask, ...]
    deaths: int = 0
    is_alone: bool = False


class Pieces:
    """The papers that no worker reads at present."""

    def __init__(self, tasks: Sequence[PaperTask]) -> None:
        self._tasks = deque(tasks)
        self._again: deque[Piece] = deque()

    def __bool__(self) -> bool:
        return bool(self._tasks or self._again)

    def take(self, threads: int, *, is_free: bool) -> Piece | None:
        """The next piece for a worker; None if there is none for it.

        Args:
            threads: Those of all workers.
            is_free: Whether the worker reads nothing at present.
        """
        for piece in self._again:
            if is_free or not piece.is_alone:
                self._again.remove(piece)
                return piece
        if not self._tasks:
            return None
        count = min(chunk_papers(len(self._tasks), threads), len(self._tasks))
        return Piece(tuple(self._tasks.popleft() for _ in range(count)))

    def put_back(self, piece: Piece) -> None:
        """Have a piece read by another worker, because the one that had it cannot be used."""
        self._again.append(piece)

    def put_back_lost(self, piece: Piece) -> PaperTask | None:
        """Have a piece read again whose worker ended.

        Returns:
            The paper, if it is one that ended MOST_DEATHS workers by itself: it is not read again.
        """
        deaths = piece.deaths + 1
        if deaths < MOST_DEATHS:
            self._again.append(Piece(piece.tasks, deaths, piece.is_alone))
        elif piece.is_alone:
            return piece.tasks[0]
        else:
            self._again.extend(Piece((task,), is_alone=True) for task in piece.tasks)
        return None


def chunk_papers(papers: int, threads: int) -> int:
    """How many papers the next chunk has.

    >>> [chunk_papers(papers, 8) for papers in (1_000_000, 3_200, 400, 80, 5)]
    [500, 100, 50, 10, 8]

    Args:
        papers: Those that are left.
        threads: Those of all workers.
    """
    share = min(max(FEWEST, papers // (threads * CHUNKS_A_THREAD)), MOST)
    return max(FEWEST_AT_THE_END, min(share, -(-papers // threads)))
