"""Papers are parted into chunks, and a chunk that ends workers is taken apart."""

from pathlib import Path

from pipelines.ingestion.engines.chunks import Piece, Pieces
from pipelines.ingestion.engines.tasks import PaperTask
from pipelines.runtime.places import REFERENCE


def tasks(count: int) -> list[PaperTask]:
    return [PaperTask(Path(f"raw/{n}"), str(n), f"{n:064}", REFERENCE) for n in range(count)]


def sizes(pieces: Pieces, threads: int) -> list[int]:
    found = []
    while piece := pieces.take(threads, is_free=True):
        found.append(len(piece.tasks))
    return found


def test_chunks_grow_smaller_towards_the_end() -> None:
    assert sizes(Pieces(tasks(700)), 2) == [
        87,
        76,
        67,
        58,
        51,
        50,
        50,
        50,
        50,
        50,
        50,
        31,
        15,
        8,
        7,
    ]


def test_no_paper_is_left_out_or_read_twice() -> None:
    pieces = Pieces(tasks(333))
    taken: list[PaperTask] = []
    while piece := pieces.take(5, is_free=True):
        taken += piece.tasks
    assert (taken, bool(pieces)) == (tasks(333), False)


def test_a_chunk_that_ended_two_workers_is_read_once_more_as_a_whole() -> None:
    pieces = Pieces(tasks(3))
    for _ in range(2):
        whole = pieces.take(1, is_free=False)
        assert whole is not None
        assert pieces.put_back_lost(whole) is None
    assert pieces.take(1, is_free=False) == Piece(tuple(tasks(3)), deaths=2)


def test_a_chunk_that_ended_three_workers_is_taken_apart_and_its_paper_rejected() -> None:
    pieces = Pieces([])
    pieces.put_back_lost(Piece(tuple(tasks(3)), deaths=2))
    # Nobody reads a paper of it beside others, lest these are to blame.
    assert pieces.take(4, is_free=False) is None
    first, second, third = tasks(3)
    assert pieces.take(4, is_free=True) == Piece((first,), is_alone=True)
    for deaths in range(2):
        assert pieces.put_back_lost(Piece((first,), deaths, is_alone=True)) is None
    assert pieces.put_back_lost(Piece((first,), 2, is_alone=True)) == first
    left = [pieces.take(4, is_free=True) for _ in range(4)]
    assert left[:2] == [Piece((paper,), is_alone=True) for paper in (second, third)]


def test_a_chunk_of_a_worker_that_was_refused_is_not_to_blame() -> None:
    pieces = Pieces([])
    pieces.put_back(Piece(tuple(tasks(2)), deaths=1))
    assert pieces.take(1, is_free=True) == Piece(tuple(tasks(2)), deaths=1)
