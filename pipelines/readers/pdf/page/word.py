"""One word of a PDF page with its place."""

from dataclasses import dataclass


@dataclass(slots=True)
class Word:
    """Characters without white space between them; `start` is the first one's place in print.

    `is_unspaced` if the page prints no space before it; `is_apart` if there is a gap all the same.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    start: int
    is_apart: bool = False
    is_unspaced: bool = True

    @property
    def height(self) -> float:
        """From the top of its letters to their bottom, in points."""
        return self.bottom - self.top

    def moved(self, by: float) -> "Word":
        """The same word further right."""
        return Word(
            self.text,
            self.left + by,
            self.right + by,
            self.top,
            self.bottom,
            self.start,
            self.is_apart,
            self.is_unspaced,
        )
