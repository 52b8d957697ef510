"""Keeps extracts as Parquet, in batches of hundreds of papers.

A batch is a folder with one file per table; its name is derived from its papers and their version.
It is written beside its final place and moved there when complete.
"""

import hashlib
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import polars as pl

from pipelines.ingestion.engines.batches import ReadBatch, joined
from pipelines.runtime.durable_files import move_folder
from pipelines.schema.identity import paper_id
from pipelines.schema.records import EXTRACTS, extract_schema

# Ten thousand files of one paper each load 7 to 20 times slower than batches of this size.
BATCH_PAPERS = 500
# A batch below this size is merged with others like it when there are more than
# SMALL_BATCHES, as a paper a day leaves behind.
SMALL_BATCH_PAPERS = 100
SMALL_BATCHES = 20
NAME_DIGITS = 16
UNFINISHED_SUFFIX = ".unfinished"
# A change to the tables of a batch before it is written.
Change: TypeAlias = Callable[[Mapping[str, pl.DataFrame]], Mapping[str, pl.DataFrame]]


@dataclass(frozen=True, slots=True)
class ExtractStore:
    """The batches under one folder."""

    folder: Path

    def write(
        self,
        batches: Sequence[ReadBatch],
        code_version: str,
        change: Change = lambda frames: frames,
    ) -> str:
        """Write what was read as one batch and return its name.

        Rows are in the order of the papers' ids. At least one paper was read.
        """
        papers = sorted(paper_id(sha256) for batch in batches for sha256 in batch.papers)
        frames = joined([batch.frames for batch in batches if batch.papers])
        return self._write(change(frames), papers, code_version)

    def rewrite(self, batch: str, change: Change, changed_by: str) -> str:
        """Rewrite a batch with a change.

        Args:
            batch: One that this version of the code can read.
            change: The change to its tables.
            changed_by: An identifier of this change.

        Returns:
            The name of the new batch; the old one stays until `drop_others`.
        """
        folder = self.folder / batch
        frames = {table: pl.read_parquet(folder / f"{table}.parquet") for table in EXTRACTS}
        return self._write(change(frames), [batch], changed_by)

    def holds(self, batch: str) -> bool:
        """Whether the batch exists with all its tables."""
        return all((self.folder / batch / f"{table}.parquet").is_file() for table in EXTRACTS)

    def fits(self, batch: str) -> bool:
        """Whether the batch has the columns that this version of the code reads."""
        return self.holds(batch) and all(
            pl.read_parquet_schema(self.folder / batch / f"{table}.parquet")
            == dict(extract_schema(table))
            for table in EXTRACTS
        )

    def frames(self, batches: Collection[str]) -> Mapping[str, pl.DataFrame | list[Path]]:
        """The files of each table in these batches, as `build_candidate` reads them."""
        if not batches:
            return {table: pl.DataFrame(schema=extract_schema(table)) for table in EXTRACTS}
        return {
            table: [self.folder / batch / f"{table}.parquet" for batch in sorted(batches)]
            for table in EXTRACTS
        }

    def merge(self, batches: Mapping[str, Collection[str]], code_version: str) -> dict[str, str]:
        """Merge the papers of many small batches into a few.

        Args:
            batches: The papers (ids) wanted of each batch; others of it are left out.
            code_version: The version that all of them were made by.

        Returns:
            The new batch of each paper that moved; the old ones stay until `drop_others`.
        """
        small = sorted(
            batch for batch, papers in batches.items() if len(papers) <= SMALL_BATCH_PAPERS
        )
        if len(small) <= SMALL_BATCHES:
            return {}
        wanted = sorted(paper for batch in small for paper in batches[batch])
        moved: dict[str, str] = {}
        for start in range(0, len(wanted), BATCH_PAPERS):
            papers = wanted[start : start + BATCH_PAPERS]
            frames = {table: self._read(table, small, papers) for table in EXTRACTS}
            moved |= dict.fromkeys(papers, self._write(frames, papers, code_version))
        return moved

    def part(self, batches: Mapping[str, Collection[str]], code_version: str) -> dict[str, str]:
        """Rewrite batches that hold a paper which is now in another batch.

        A removed paper stays in its batch. If it comes back, it is read again, and its rows would
        then count twice.

        Args:
            batches: The papers (ids) wanted of each batch.
            code_version: The version that all of them were made by.

        Returns:
            The new batch of each paper that moved; the old ones stay until `drop_others`.
        """
        owners = {paper: batch for batch, papers in batches.items() for paper in papers}
        moved: dict[str, str] = {}
        for batch, papers in batches.items():
            path = self.folder / batch / "papers.parquet"
            held = pl.read_parquet(path, columns=["paper_id"])["paper_id"]
            if any(owners.get(paper, batch) != batch for paper in held):
                wanted = sorted(papers)
                frames = {table: self._read(table, [batch], wanted) for table in EXTRACTS}
                moved |= dict.fromkeys(wanted, self._write(frames, wanted, code_version))
        return moved

    def drop_others(self, batches: Collection[str]) -> None:
        """Remove every batch that is not listed, and what a killed run left unfinished."""
        if not self.folder.is_dir():
            return
        for folder in self.folder.iterdir():
            if folder.name not in batches:
                shutil.rmtree(folder)

    def _read(self, table: str, batches: Sequence[str], papers: Sequence[str]) -> pl.DataFrame:
        paths = [self.folder / batch / f"{table}.parquet" for batch in batches]
        return (
            pl.scan_parquet(paths)
            .filter(pl.col("paper_id").is_in(papers))
            .collect()
            .sort("paper_id", maintain_order=True)
        )

    def _write(
        self, frames: Mapping[str, pl.DataFrame], papers: Sequence[str], code_version: str
    ) -> str:
        content = "\n".join([code_version, *papers])
        name = hashlib.sha256(content.encode()).hexdigest()[:NAME_DIGITS]
        unfinished = self.folder / f"{name}{UNFINISHED_SUFFIX}"
        if unfinished.exists():
            shutil.rmtree(unfinished)
        unfinished.mkdir(parents=True)
        for table, frame in frames.items():
            try:
                frame.write_parquet(unfinished / f"{table}.parquet")
            except pl.exceptions.ComputeError as error:
                # Polars raises this when the disk is full.
                raise OSError(f"{unfinished}: {error}") from error
        move_folder(unfinished, self.folder / name)
        return name
