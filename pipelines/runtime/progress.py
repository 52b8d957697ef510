"""How long work reports progress, independent of any listener."""

from typing import Protocol


class Progress(Protocol):
    """A listener to the progress of a refresh."""

    def start(self, stage: str, total: int | None = None) -> None:
        """A stage begins; `total` is its number of steps, if known."""

    def advance(self) -> None:
        """One more step of the stage is done."""

    def note(self, message: str) -> None:
        """A message that a user should see at once."""


class Silent:
    """Listens to nothing."""

    def start(self, stage: str, total: int | None = None) -> None:
        """Ignore it."""

    def advance(self) -> None:
        """Ignore it."""

    def note(self, message: str) -> None:
        """Ignore it."""
