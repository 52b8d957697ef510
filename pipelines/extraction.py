"""From the bytes of one paper to the frames of all its records.

Pure: the same bytes and registers give the same frames, in any process on any machine.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.extractors.subjects import read_subjects
from pipelines.identity import paper_id
from pipelines.limits import DEFAULT_LIMITS, Limits
from pipelines.privacy.contacts import without_contacts
from pipelines.readers.collection import without_collection
from pipelines.readers.reading import read_document
from pipelines.records import extract_frame
from pipelines.reference.registers import load_registers
from pipelines.settings import REFERENCE


@dataclass(frozen=True, slots=True)
class PaperExtract:
    """All that was read from one paper: a frame for each table of `records.EXTRACTS`."""

    paper_id: str
    frames: Mapping[str, pl.DataFrame]


@without_collection()
def extract_paper(
    data: bytes,
    source_path: str,
    reference: Path = REFERENCE,
    limits: Limits = DEFAULT_LIMITS,
) -> PaperExtract:
    """Read every table from the bytes of one paper, without e-mail addresses and telephone numbers.

    Args:
        data: The whole file.
        source_path: Its path below the raw folder; used in messages, and as a hint at the format
            where the bytes leave a doubt.
        reference: Folder of the registers; all of them are read there.
        limits: How much the paper may hold.

    Raises:
        PaperError: The paper cannot be read; the message says why and what to do.
    """
    registers = load_registers(reference)
    paper = paper_id(hashlib.sha256(data).hexdigest())
    records = read_subjects(read_document(data, source_path, limits), registers, paper)
    frames = {
        table: extract_frame(table, paper, filter(None, map(without_contacts, found)))
        for table, found in records.items()
    }
    return PaperExtract(paper, frames)
