"""Facts that papers restate in other words, read from `data/reference/restated_subjects.csv`."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.notation.dates import MONTH
from pipelines.reference.csv_tables import RegisterError, read_table

# Placeholders for the figure in a pattern: 1,204 and 3 June.
FIGURES = {"<number>": r"\d[\d,]{0,12}", "<day>": rf"\d{{1,2}}\s+(?:{MONTH})"}


@dataclass(frozen=True, slots=True)
class RestatedSubject:
    """One wording of a figure that papers also state in other words.

    Attributes:
        subject: The meaning of the figure; all figures of one subject in a paper should agree.
        pattern: Finds the words in a sentence; its group `told` is the figure.
    """

    subject: str
    pattern: re.Pattern[str]


def load_restated_subjects(folder: Path) -> tuple[RestatedSubject, ...]:
    """Read the subjects with their wordings, in the order of the file.

    Raises:
        RegisterError: A pattern is not a regular expression, or has no `<number>` and no `<day>`.
    """
    path = folder / "restated_subjects.csv"
    rows = read_table(folder, "restated_subjects", ("subject", "pattern"))
    return tuple(RestatedSubject(row["subject"], _compile(path, row["pattern"])) for row in rows)


def _compile(path: Path, text: str) -> re.Pattern[str]:
    printed = text.replace(" ", r"\s+")
    for mark, figure in FIGURES.items():
        printed = printed.replace(mark, f"(?P<told>{figure})")
    try:
        pattern = re.compile(printed, re.IGNORECASE)
    except re.error as error:
        raise RegisterError(path, f"{text!r} is no regular expression: {error}") from error
    if "told" not in pattern.groupindex:
        raise RegisterError(path, f"{text!r} holds none of {', '.join(FIGURES)}")
    return pattern
