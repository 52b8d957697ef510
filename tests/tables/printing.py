"""How the figures of one table are printed: marks, nils, thousands, shares. Drawn by chance."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.tables.sheets import Cell

RAISED_MARKS = (("1", "2", "3"), ("a", "b"), ("*", "†"), ("1",))
TRAILING_MARKS = (("*", "**"), ("(a)", "(b)"), (" [1]", " [2]"), ("†",), (" (1)", " (2)"))
NILS = ("-", "–", "nil", "n/a", "")
NOTES = (
    "Figures for this line are provisional.",
    "Includes those who joined late.",
    "As reported by the regions.",
)


class Printing:
    """Chooses once how a table prints its figures, and remembers what it used of that."""

    def __init__(self, rng: Random, *, has_shares: bool = False) -> None:
        self.rng = rng
        self.used: set[str] = set()
        self.nil = rng.choice(NILS)
        self.thousands = rng.choices((",", " ", "\xa0", ""), (6, 1, 1, 1))[0]
        self.has_shares = has_shares and rng.random() < 0.12
        self.style = rng.choices(("", "raised", "trailing"), (5, 2, 2))[0]
        marks = {"raised": RAISED_MARKS, "trailing": TRAILING_MARKS}.get(self.style)
        self.marks: Sequence[str] = rng.choice(marks) if marks else ()
        self.noted: dict[str, str] = {}
        self.blanks = rng.random() < 0.25

    def is_left_out(self) -> bool:
        """Whether a figure is nil, which gives no row."""
        return self.blanks and self.rng.random() < 0.12

    def nil_cell(self) -> Cell:
        self.used.add(f"nil {self.nil or 'blank'}")
        return Cell(self.nil)

    def count(self, value: int, whole: int | None = None) -> Cell:
        """A number of people, with its share where the table has shares."""
        text = self.grouped(value)
        if self.has_shares and whole:
            self.used.add("share in brackets")
            return Cell(f"{text} ({round(100 * value / whole)}%)")
        return self.marked(Cell(text), 0.08)

    def grouped(self, value: int) -> str:
        if value >= 1000 and self.thousands != ",":
            self.used.add("thousands by spaces" if self.thousands else "thousands run on")
        return f"{value:,}".replace(",", self.thousands)

    def marked(self, cell: Cell, chance: float) -> Cell:
        """The cell, by chance with a mark of a note."""
        if not self.marks or self.rng.random() >= chance:
            return cell
        mark = self.rng.choice(self.marks)
        self.used.add(f"{self.style} marks")
        self.noted.setdefault(mark, NOTES[len(self.noted) % len(NOTES)])
        if self.style == "raised":
            return replace(cell, raised=mark)
        return replace(cell, text=cell.text + mark)

    def notes(self) -> tuple[str, ...]:
        return tuple(f"{mark.strip()} {words}" for mark, words in self.noted.items())
