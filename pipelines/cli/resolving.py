"""Finds the authority that a printed name meant, for the command line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipelines.reference.registers import load_registers
from pipelines.runtime.terminal_text import one_line

# What the parts of `Resolution.parts` are
HEADS = ("printed", "council_id", "gss_code", "name", "rule")


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one printed name meant; the ids are None if the authority is not known."""

    printed: str
    council_id: str | None
    gss_code: str | None
    name: str
    is_inferred: bool
    rule: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The answer for people; control characters within a name are escaped."""
        known = self.council_id or "unknown"
        parts = (self.printed, known, self.gss_code or "", self.name, self.rule)
        return tuple(map(one_line, parts))


def resolve_councils(
    printed: Iterable[str], on: date | None, reference: Path
) -> Iterator[Resolution]:
    """Resolve names one by one.

    Args:
        printed: The names.
        on: Day on which they were printed; None for any day.
        reference: Folder of the registers.
    """
    councils = load_registers(reference).councils
    for text in printed:
        match = councils.resolve(text, on)
        council = councils.get(match.council_id) if match.council_id else None
        yield Resolution(
            printed=text,
            council_id=match.council_id,
            gss_code=council.gss_code if council else None,
            name=match.name,
            is_inferred=match.is_inferred,
            rule=match.rule,
        )
