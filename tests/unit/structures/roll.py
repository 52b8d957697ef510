"""The roll of invented minutes, as short rows."""

from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.structures.attendance.rolls import find_roll


def roll(text: str) -> list[tuple[str, str, str]]:
    """Name, status and capacity of each entry; `officer` for the capacity of an officer."""
    blocks = list(read_document(text.encode(), "paper.txt").blocks)
    return [
        (
            entry.named.person.name,
            entry.status,
            "officer" if entry.is_officer else entry.capacity,
        )
        for entry in find_roll(blocks, load_registers(REFERENCE))
    ]
