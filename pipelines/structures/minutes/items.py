"""The items of a note, as they are collected from its lines."""

from dataclasses import dataclass, field

from pipelines.documents import Passage


@dataclass(slots=True)
class NoteAction:
    """One action and its owners."""

    passages: list[Passage]
    owners: list[str] = field(default_factory=list)
    row: int = 0


@dataclass(slots=True)
class NoteItem:
    """One item of a note, as collected line by line.

    `decisions` and `spoken` hold runs of passages that make one decision; `spoken` are sentences
    of the discussion that state a decision, for items without a heading for it.
    """

    item_no: str | None
    title: Passage | None
    decisions: list[list[Passage]] = field(default_factory=list)
    spoken: list[list[Passage]] = field(default_factory=list)
    actions: list[NoteAction] = field(default_factory=list)

    @property
    def decided(self) -> list[list[Passage]]:
        """Decisions under a heading; if the item has none, those in its sentences."""
        return self.decisions or self.spoken
