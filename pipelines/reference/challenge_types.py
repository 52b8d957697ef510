"""The types of peer challenge, read from `data/reference/challenge_types.csv`."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.reference.csv_tables import RegisterError, read_table
from pipelines.reference.remembering import remembered


@dataclass(frozen=True)
class ChallengeTypes:
    """The register of types of peer challenge; the first line that a text holds decides."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]

    @remembered
    def first_in(self, text: str) -> str | None:
        """The type that a text gives; None if it gives none."""
        return next((kind for pattern, kind in self.patterns if pattern.search(text)), None)

    @remembered
    def match(self, text: str) -> str | None:
        """The type that the first words of a text give."""
        return next((kind for pattern, kind in self.patterns if pattern.match(text)), None)


def load_challenge_types(folder: Path) -> ChallengeTypes:
    """Read the register of types of peer challenge: `challenge_types.csv`.

    Raises:
        RegisterError: A pattern is not a regular expression.
    """
    path = folder / "challenge_types.csv"
    found = []
    for row in read_table(folder, "challenge_types", ("printed", "challenge_type")):
        try:
            pattern = re.compile(rf"\b{row['printed']}", re.IGNORECASE)
        except re.error as error:
            reason = f"{row['printed']!r} is no regular expression: {error}"
            raise RegisterError(path, reason) from error
        found.append((pattern, row["challenge_type"]))
    return ChallengeTypes(tuple(found))
