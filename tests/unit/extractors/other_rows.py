"""Rows that invented papers of other bodies give."""

from pipelines.extraction.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import Record
from tests.unit.extractors.papers import PAPER


def records_of(text: str) -> dict[str, list[Record]]:
    return read_subjects(read_document(text.encode(), "paper"), load_registers(REFERENCE), PAPER)


def rows(text: str, table: str, *fields: str) -> list[tuple[object, ...]]:
    found = records_of(text)[table]
    return [tuple(getattr(record, field) for field in fields) for record in found]
