"""Errors in a paper or a request, one type for each case that a caller can handle.

Any other exception is a bug. The messages are made only here.
"""

from collections.abc import Iterable
from math import inf
from pathlib import Path
from typing import ClassVar


class BoardpapersError(Exception):
    """An error that a user can fix; the message says how."""


class PaperError(BoardpapersError):
    """A paper that cannot be read; the other papers are not affected.

    Attributes:
        path: The paper, as a path below the raw folder.
        reason: What is wrong, as a clause about the paper: "holds no words".
        advice: What to do about it.
        may_pass: Whether the next refresh tries again, though the paper stays as it is.
    """

    may_pass: ClassVar[bool] = False
    advice: ClassVar[str] = "Look at the paper, mend or remove it, and refresh again"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    @property
    def explanation(self) -> str:
        """What is wrong and what to do, without the path."""
        return f"The paper {self.reason}. {self.advice}."

    def __str__(self) -> str:
        return f"{self.path}: {self.explanation} The other papers are not affected."


class KnownRejection(PaperError):
    """A member of an archive that was rejected before; the archive was not reopened.

    Attributes:
        reason: The full explanation given then.
    """

    @property
    def explanation(self) -> str:
        """What is wrong and what to do, as first reported."""
        return self.reason


class EmptyPaper(PaperError):
    """A file without content."""

    advice = "Fetch it again, or remove it"


class PaperTooLarge(PaperError):
    """A file above the size limit."""

    advice = "Split it, or raise the limit with --max-megabytes"


class PaperBeyondLimit(PaperError):
    """A paper that holds more than a limit allows; the reason names the limit."""

    advice = "Split it, or raise the limit and refresh with --retry-rejected"


class UnknownMediaType(PaperError):
    """A file in a format that no reader supports."""

    advice = "Save it as PDF, .docx, HTML or text, or take it out of the folder"


class UnreadablePaper(PaperError):
    """A file of a known format that its reader cannot read; the reader gives the reason."""

    advice = "Open it to see whether it is whole; save it again, or only the part that is the paper"


class ScannedPaper(PaperError):
    """A paper of pictures, when no OCR program is installed."""

    advice = (
        "To read it, install the system package tesseract-ocr and boardpapers[ocr], and refresh "
        "with --retry-rejected"
    )


class LockedPaper(PaperError):
    """A paper that needs a password."""

    advice = "Save a copy without a password in its place"


class UnusableFile(PaperError):
    """An entry of the raw folder that is not a plain readable file inside it."""

    may_pass = True
    advice = "Put a copy of the file itself into the folder, and let its owner read it"


class CannotBeOpened(PaperError):
    """A file that the system does not let us open now, but may later."""

    may_pass = True
    advice = "Let the user who refreshes read it, or mount its folder; the next refresh tries again"


class PaperChangedMeanwhile(PaperError):
    """A file that changed between being found and being read."""

    may_pass = True
    advice = "Refresh again when it is written"


class NotThePaper(PaperError):
    """A web page in the place of a paper of another format."""

    advice = (
        "Fetch the paper itself again; if the page is the paper, name it .html and refresh with "
        "--retry-rejected"
    )


class PaperTookTooLong(PaperError):
    """A paper that could not be read within the time limit."""

    advice = "Raise the limit with --max-seconds and add --retry-rejected, or split the paper"


class PaperNeedsTooMuchMemory(PaperError):
    """A paper that needed more than the memory limit."""

    advice = "Raise the limit with --max-memory and add --retry-rejected, or split the paper"


class ReaderDied(PaperError):
    """A paper that crashed the process that read it."""

    advice = "Report it with the paper; after a fix it is read by the next refresh"


class FaultInCode(PaperError):
    """A paper on which a bug in boardpapers showed."""

    advice = "This is a fault of boardpapers: report it with the paper"


class InputMissing(BoardpapersError):
    """A requested folder or file that does not exist."""

    def __init__(self, path: Path, what: str, advice: str) -> None:
        super().__init__(path, what, advice)
        self.path = path
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what} {self.path} is not there. {self.advice}."


class FolderUnreadable(BoardpapersError):
    """The folder of papers exists, but the system does not let us open it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"The folder of papers {self.path} cannot be opened ({self.reason}). Nothing was "
            "changed. Mount it, or let the user who refreshes read it."
        )


class BadSetting(BoardpapersError):
    """A setting with an invalid value."""

    def __init__(self, variable: str, value: str, most: float = inf) -> None:
        super().__init__(variable, value, most)
        self.variable = variable
        self.value = value
        self.most = most

    def __str__(self) -> str:
        bound = "" if self.most == inf else f" and up to {self.most:g}"
        return (
            f"The environment variable {self.variable} is {self.value!r}, which is not a number "
            f"above zero{bound}. Nothing was changed; set it right, or unset it for the default."
        )


class UnknownChoice(BoardpapersError):
    """A setting with a value that is not one of those there are."""

    def __init__(self, variable: str, value: str, known: Iterable[str]) -> None:
        super().__init__(variable, value, tuple(known))
        self.variable = variable
        self.value = value
        self.known = tuple(known)

    def __str__(self) -> str:
        return (
            f"The environment variable {self.variable} is {self.value!r}, which is not one of "
            f"{', '.join(self.known)}. Nothing was changed; set it right, or unset it for the "
            "default."
        )


class WarehouseUnusable(BoardpapersError):
    """A warehouse file that cannot be opened or written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"The warehouse {self.path} cannot be used: {self.reason}. "
            "Name another file with --warehouse, or mend this."
        )


class FolderNotOurs(BoardpapersError):
    """The folder for the site has a page that boardpapers did not write.

    Attributes:
        folder: The folder.
        page: The page in it.
    """

    def __init__(self, folder: Path, page: str) -> None:
        super().__init__(folder, page)
        self.folder = folder
        self.page = page

    def __str__(self) -> str:
        return (
            f"{self.folder} has a page {self.page} that boardpapers did not write. "
            "Nothing was written. Name another folder, or empty this one."
        )


class RefreshRunning(BoardpapersError):
    """Another refresh of the same warehouse, which did not end in the waiting time."""

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(path, seconds)
        self.path = path
        self.seconds = seconds

    def __str__(self) -> str:
        return (
            f"Another refresh of {self.path} is still running after {self.seconds:.0f} s. "
            "Nothing was changed. Let it end and refresh again, or wait longer with --wait."
        )


class QueryFailed(BoardpapersError):
    """A query that DuckDB does not accept."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"The query cannot be run. {self.reason}"


class NotAName(BoardpapersError):
    """A text that should be a person's name but is not."""

    def __init__(self, printed: str) -> None:
        super().__init__(printed)
        self.printed = printed

    def __str__(self) -> str:
        return (
            f"{self.printed!r} is no name of a person. Nothing was changed; give a given name and "
            "a surname, as papers print them."
        )


class NotYetForgotten(BoardpapersError):
    """A person on the list of forgotten people is not left out by any refresh yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return (
            "Somebody was put on the list of forgotten people, and the builds of "
            f"{self.path} may still hold them. Nothing was written; run boardpapers refresh first."
        )
