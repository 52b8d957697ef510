"""What can go wrong with a paper or with a request, each as a type that a caller can act on.

Anything else that is raised is a fault of ours. The messages are made here and nowhere else.
"""

from math import inf
from pathlib import Path
from typing import ClassVar


class BoardpapersError(Exception):
    """Something that a person can put right; the message says how."""


class PaperError(BoardpapersError):
    """A paper that cannot be read; the other papers are.

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
    """A member of an archive that was rejected before; the archive was not opened again.

    Attributes:
        reason: The whole explanation of that time.
    """

    @property
    def explanation(self) -> str:
        """What is wrong and what to do, as it was said before."""
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
    """A file whose bytes are of no format that has a reader."""

    advice = "Save it as PDF, .docx, HTML or text, or take it out of the folder"


class UnreadablePaper(PaperError):
    """A file of a known format that its reader gives up on, for the reason that it says."""

    advice = "Open it to see whether it is whole; save it again, or only the part that is the paper"


class ScannedPaper(PaperError):
    """A paper of pictures that no OCR program is there to read."""

    advice = (
        "To read it, install the system package tesseract-ocr and boardpapers[ocr], and refresh "
        "with --retry-rejected"
    )


class LockedPaper(PaperError):
    """A paper that needs a password."""

    advice = "Save a copy without a password in its place"


class UnusableFile(PaperError):
    """An entry of the raw folder that is no plain readable file within it."""

    may_pass = True
    advice = "Put a copy of the file itself into the folder, and let its owner read it"


class CannotBeOpened(PaperError):
    """A file that the system does not let us open now; it may again later."""

    may_pass = True
    advice = "Let the user who refreshes read it, or mount its folder; the next refresh tries again"


class PaperChangedMeanwhile(PaperError):
    """A file that was written to between being found and being read."""

    may_pass = True
    advice = "Refresh again when it is written"


class NotThePaper(PaperError):
    """A web page that stands where a paper of another format should be."""

    advice = (
        "Fetch the paper itself again; if the page is the paper, name it .html and refresh with "
        "--retry-rejected"
    )


class PaperTookTooLong(PaperError):
    """A paper whose reading did not end within the time limit."""

    advice = "Raise the limit with --max-seconds and add --retry-rejected, or split the paper"


class PaperNeedsTooMuchMemory(PaperError):
    """A paper whose reading went over the memory limit."""

    advice = "Raise the limit with --max-memory and add --retry-rejected, or split the paper"


class ReaderDied(PaperError):
    """A paper whose reading ended the process that read it."""

    advice = "Report it with the paper; after a fix it is read by the next refresh"


class FaultInCode(PaperError):
    """A paper on which our own code failed."""

    advice = "This is a fault of boardpapers: report it with the paper"


class InputMissing(BoardpapersError):
    """A folder or file that was asked for and is not there."""

    def __init__(self, path: Path, what: str, advice: str) -> None:
        super().__init__(path, what, advice)
        self.path = path
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what} {self.path} is not there. {self.advice}."


class FolderUnreadable(BoardpapersError):
    """The folder of papers is there, and the system does not let us look into it."""

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
    """A setting that cannot be what it says."""

    def __init__(self, variable: str, value: str, most: float = inf) -> None:
        super().__init__(variable, value, most)
        self.variable = variable
        self.value = value
        self.most = most

    def __str__(self) -> str:
        bound = "" if self.most == inf else f" and up to {self.most:g}"
        return (
            f"The environment variable {self.variable} is {self.value!r}, which is no number above "
            f"zero{bound}. Nothing was changed; set it right, or unset it for the default."
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


class RefreshRunning(BoardpapersError):
    """Another refresh of the same warehouse that did not end in the time we waited."""

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
    """A text that should name a person and does not."""

    def __init__(self, printed: str) -> None:
        super().__init__(printed)
        self.printed = printed

    def __str__(self) -> str:
        return (
            f"{self.printed!r} is no name of a person. Nothing was changed; give a given name and "
            "a surname, as papers print them."
        )


class NotYetForgotten(BoardpapersError):
    """A person is on the list of forgotten people, and no refresh has left them out yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return (
            "Somebody was put on the list of forgotten people, and the builds of "
            f"{self.path} may still hold them. Nothing was written; run boardpapers refresh first."
        )
