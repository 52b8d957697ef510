"""What a reader says of bytes that it cannot turn into a document; it knows no file names."""


class UnreadableBytes(Exception):
    """Bytes that no document can be made from.

    Attributes:
        reason: What is wrong, as a clause about the paper: "has tables of a million cells".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class OversizedBytes(UnreadableBytes):
    """Bytes beyond a limit that somebody can raise; the reason names it."""


class ScannedBytes(UnreadableBytes):
    """Pictures of words, which cannot be read without an OCR program."""


class LockedBytes(UnreadableBytes):
    """Bytes that a password locks."""
