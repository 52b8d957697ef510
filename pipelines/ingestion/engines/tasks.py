"""One paper to read, and how it is read from its file."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pipelines.ingestion.archives import read_file
from pipelines.runtime.errors import CannotBeOpened, PaperChangedMeanwhile, PaperError
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from pipelines.extraction.paper_extract import PaperExtract


@dataclass(frozen=True, slots=True)
class PaperTask:
    """One paper to read.

    Attributes:
        path: Where it is.
        source_path: Its path below the raw folder.
        sha256: The content expected.
        reference: Folder of the registers.
        limits: The limits for the paper.
    """

    path: Path
    source_path: str
    sha256: str
    reference: Path
    limits: Limits = DEFAULT_LIMITS


Outcome: TypeAlias = "PaperExtract | PaperError"
Work: TypeAlias = Callable[[PaperTask], "PaperExtract"]


def extract_file(task: PaperTask) -> "PaperExtract":
    """Read one paper from its file. Runs in a worker.

    Raises:
        PaperError: The file has changed since it was found, or cannot be read.
    """
    from pipelines.extraction.extract import extract_paper

    try:
        data = read_file(task.path, task.limits)
    except OSError as error:
        raise CannotBeOpened(task.source_path, f"cannot be opened ({error.strerror})") from error
    if sha256(data).hexdigest() != task.sha256:
        raise PaperChangedMeanwhile(task.source_path, "was written to while it was being read")
    return extract_paper(data, task.source_path, task.reference, task.limits)
