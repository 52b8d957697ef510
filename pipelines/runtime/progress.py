"""How a long piece of work says where it stands, without knowing who listens."""

from typing import Protocol


class Progress(Protocol):
    """What listens to a refresh."""

    def start(self, stage: str, total: int | None = None) -> None:
        """A stage begins; `total` is the number of steps where it is known."""

    def advance(self) -> None:
        """One more step of the stage is done."""

    def note(self, message: str) -> None:
        """Something that a person wants to know at once."""


class Silent:
    """Listens to nothing."""

    def start(self, stage: str, total: int | None = None) -> None:
        """Ignore it."""

    def advance(self) -> None:
        """Ignore it."""

    def note(self, message: str) -> None:
        """Ignore it."""
