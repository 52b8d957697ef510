"""From the bytes of one paper to the frames of all its records.

Pure: the same bytes and registers give the same frames, in any process on any machine.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.extraction.implausible_values import hold_back
from pipelines.extraction.paper_extract import PaperExtract
from pipelines.extraction.subjects import read_subjects
from pipelines.privacy.contacts import without_contacts, without_suspects
from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.gc_pause import without_collection
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits
from pipelines.runtime.places import REFERENCE
from pipelines.schema.identity import paper_id
from pipelines.schema.passage_record import PassageRecord
from pipelines.schema.records import EXTRACTS, Record, WithheldReading, extract_schema

SET_ASIDE, PASSAGES = "set_aside", "passages"


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
        source_path: Its path below the raw folder; used in messages, and as a hint at the format if
            the bytes are not conclusive.
        reference: Folder of the registers.
        limits: The limits for the paper.

    Raises:
        PaperError: The paper cannot be read; the message says why and what to do.
    """
    registers = load_registers(reference)
    paper = paper_id(hashlib.sha256(data).hexdigest())
    records = read_subjects(read_document(data, source_path, limits), registers, paper)
    frames: dict[str, pl.DataFrame] = {}
    held = [each for each in records.pop(SET_ASIDE) if isinstance(each, WithheldReading)]
    passages = [each for each in records.pop(PASSAGES) if isinstance(each, PassageRecord)]
    frames[PASSAGES] = extract_frame(PASSAGES, paper, map(without_suspects, passages))
    for table, found in records.items():
        kept, more = hold_back(table, found)
        held += more
        frames[table] = extract_frame(table, paper, filter(None, map(without_contacts, kept)))
    frames[SET_ASIDE] = extract_frame(SET_ASIDE, paper, filter(None, map(without_contacts, held)))
    return PaperExtract(paper, frames)


def extract_frame(table: str, paper_id: str, records: Iterable[Record]) -> pl.DataFrame:
    """Records of one paper as a frame with the schema of their table."""
    values, schema, empty = _form(table)
    rows = [(paper_id, *values(record)) for record in records]
    # Most tables of most papers have no row.
    return pl.DataFrame(rows, schema=schema, orient="row") if rows else empty


@cache
def _form(table: str) -> tuple[Callable[[Record], tuple[Any, ...]], pl.Schema, pl.DataFrame]:
    """What gives the values of a record of a table, its schema, and its frame without rows."""
    schema = extract_schema(table)
    values = attrgetter(*(field.name for field in fields(EXTRACTS[table])))
    return values, schema, pl.DataFrame(schema=schema)
