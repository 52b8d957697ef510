"""Finds the seat or status of a printed heading or bracket."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.csv_tables import read_table
from pipelines.reference.remembering import remembered
from pipelines.reference.slugs import name_key

# "Members (4)", "**Lead Peers:**": marks around a role
# Substitutes/Observers, Observers and guests: the first of them stands for all
JOINT = re.compile(r"/|&|\band\b")
NOISE = re.compile(r"\*+|[(\[]\s*\d+\s*[)\]]")


@dataclass(frozen=True, slots=True)
class Role:
    """A seat at a meeting (`capacity` of the contract) and, if the word gives it, a status."""

    role: str
    status: str | None


@dataclass(frozen=True)
class Roles:
    """The register of printed roles."""

    printed: dict[str, Role]

    @remembered
    def resolve(self, printed: str) -> Role | None:
        """The role of a printed word; None if it is not a role, or only half of one."""
        text = NOISE.sub(" ", printed).strip()
        if text.endswith(("-", "–")) or text.count("(") != text.count(")"):
            return None
        role = self.printed.get(name_key(text))
        if role is not None or not JOINT.search(text):
            return role
        parts = [self.printed.get(name_key(part)) for part in JOINT.split(text)]
        return parts[0] if all(parts) else None


def load_roles(folder: Path) -> Roles:
    """Read the register of roles."""
    return Roles(
        {
            name_key(row["printed"]): Role(row["role"], row["status"] or None)
            for row in read_table(folder, "roles", ("printed", "role", "status"))
        }
    )
