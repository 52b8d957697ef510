"""Facts wanted, found and right, kind by kind."""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True, slots=True)
class Counts:
    """How many facts of a kind papers tell, how many were found, and how many of those right."""

    wanted: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.wanted + other.wanted, self.found + other.found, self.right + other.right
        )

    @property
    def f1(self) -> float:
        total = self.wanted + self.found
        return 2 * self.right / total if total else 1.0


# For each format of the papers, and in it for each kind of fact
COUNTS = pytest.StashKey[dict[str, dict[str, Counts]]]()
