"""Errors of readers for bytes that cannot become a document; readers do not know file names."""


class UnreadableBytes(Exception):
    """Bytes that cannot be turned into a document.

    Attributes:
        reason: What is wrong, as a clause about the paper: "has tables of a million cells".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class OversizedBytes(UnreadableBytes):
    """Bytes beyond a limit that a user can raise; the reason names the limit."""


class ScannedBytes(UnreadableBytes):
    """Pictures of words, which cannot be read without an OCR program."""


class LockedBytes(UnreadableBytes):
    """Bytes that a password locks."""
