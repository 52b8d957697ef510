"""Batches of extracts: written whole, merged when small, dropped when nobody needs them."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from pipelines.extraction.extract import extract_frame
from pipelines.ingestion.engines.batches import ReadBatch
from pipelines.ingestion.extracts import SMALL_BATCHES, ExtractStore
from pipelines.schema.records import EXTRACTS, PageRecord, extract_schema


def extract(paper: str, pages: int = 1) -> ReadBatch:
    records = [
        PageRecord(page_no=number, characters=9, method="text", is_empty=False)
        for number in range(1, pages + 1)
    ]
    frames = {name: extract_frame(name, paper, ()) for name in EXTRACTS}
    return ReadBatch((paper,), {**frames, "pages": extract_frame("pages", paper, records)})


def pages(frames: Mapping[str, pl.DataFrame | list[Path]]) -> list[tuple[str, int]]:
    batches = frames["pages"]
    frame = batches if isinstance(batches, pl.DataFrame) else pl.read_parquet(batches)
    return frame.select("paper_id", "page_no").sort(pl.all()).rows()


@pytest.fixture
def store(tmp_path: Path) -> ExtractStore:
    return ExtractStore(tmp_path / "extracts")


def test_a_batch_holds_every_table_in_order_of_the_papers(store: ExtractStore) -> None:
    batch = store.write([extract("bb"), extract("aa", pages=2)], "v1")
    assert store.holds(batch)
    frame = pl.read_parquet(store.folder / batch / "pages.parquet")
    assert frame.select("paper_id", "page_no").rows() == [("aa", 1), ("aa", 2), ("bb", 1)]
    assert sorted(path.stem for path in (store.folder / batch).iterdir()) == sorted(EXTRACTS)


def test_the_same_papers_and_version_make_the_same_batch(store: ExtractStore) -> None:
    names = [
        store.write([extract("aa"), extract("bb")], "v1"),
        store.write([extract("bb"), extract("aa")], "v1"),
        store.write([extract("aa"), extract("bb")], "v2"),
    ]
    assert (names[0] == names[1], names[0] == names[2]) == (True, False)


def test_no_batches_are_empty_frames_with_their_schema(store: ExtractStore) -> None:
    frames = store.frames([])
    assert list(frames) == list(EXTRACTS)
    empty = frames["pages"]
    assert isinstance(empty, pl.DataFrame)
    assert_frame_equal(empty, pl.DataFrame(schema=extract_schema("pages")))


def test_a_batch_that_lacks_a_table_is_not_held(store: ExtractStore) -> None:
    batch = store.write([extract("aa")], "v1")
    (store.folder / batch / "pages.parquet").unlink()
    assert not store.holds(batch)


def test_what_is_not_named_is_dropped_with_what_a_kill_left(store: ExtractStore) -> None:
    kept, other = store.write([extract("aa")], "v1"), store.write([extract("bb")], "v1")
    (store.folder / "cc.unfinished").mkdir()
    store.drop_others([kept])
    assert [path.name for path in store.folder.iterdir()] == [kept]
    assert not store.holds(other)


def test_few_small_batches_stay_as_they_are(store: ExtractStore) -> None:
    batch = store.write([extract("aa")], "v1")
    assert store.merge({batch: ["aa"]}, "v1") == {}


def test_many_small_batches_become_one_without_papers_that_are_gone(store: ExtractStore) -> None:
    papers = [f"{number:02}" for number in range(SMALL_BATCHES + 2)]
    batches = {store.write([extract(paper)], "v1"): [paper] for paper in papers}
    gone = next(batch for batch, held in batches.items() if held == ["00"])
    batches[gone] = []
    moved = store.merge(batches, "v1")
    assert sorted(moved) == papers[1:]
    (merged,) = set(moved.values())
    assert pages(store.frames([merged])) == [(paper, 1) for paper in papers[1:]]
