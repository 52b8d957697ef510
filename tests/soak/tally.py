"""How many tries a suite made, and which of them did not hold."""

from collections.abc import Sequence
from dataclasses import dataclass

# Under this name a test takes note of its tally.
TALLY = "soak tally"


class UntriedError(Exception):
    """This machine does not let a suite be tried; the message says why."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of one suite; `faults` says of each try that did not hold what was wrong."""

    suite: str
    tried: int
    faults: tuple[str, ...] = ()

    @property
    def held(self) -> int:
        """Tries that held."""
        return self.tried - len(self.faults)

    @property
    def line(self) -> str:
        """The tally in one line.

        >>> Tally("kills", 3, ("the file is gone",)).line
        'kills                              3 tried    2 held'
        """
        return f"{self.suite:<30} {self.tried:>5} tried {self.held:>4} held"


def total_line(tallies: Sequence[Tally]) -> str:
    """What several tallies add up to, in one line.

    >>> total_line([Tally("kills", 3), Tally("locks", 2, ("it hung",))])
    'all                                5 tried    4 held'
    """
    faults = tuple(fault for tally in tallies for fault in tally.faults)
    return Tally("all", sum(tally.tried for tally in tallies), faults).line
