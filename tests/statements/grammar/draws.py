"""A source of choices for one paper: what was drawn before, and how it was said."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")
YEARS = range(1990, 2041)  # a number that looks like a year would be unfair


class Draw:
    """Draws choices from a seeded source; no number of a paper is drawn twice.

    Attributes:
        day: The date of the paper.
        traits: How the statement in hand is said.
        forms: Short forms that the paper has introduced, by what they stand for.
    """

    def __init__(self, rng: Random, day: date) -> None:
        self.rng = rng
        self.day = day
        self.traits: set[str] = set()
        self.forms: dict[str, str] = {}
        self._numbers: set[int] = set()
        self._names: set[str] = set()

    def one(self, options: Sequence[Choice]) -> Choice:
        return self.rng.choice(options)

    def pick(self, *options: Choice) -> Choice:
        return self.rng.choice(options)

    def weighted(self, options: dict[Choice, int]) -> Choice:
        return self.rng.choices(list(options), list(options.values()))[0]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def some(self, options: Sequence[Choice], count: int) -> list[Choice]:
        return self.rng.sample(list(options), count)

    def trait(self, *names: str) -> None:
        self.traits.update(names)

    def number(self, low: int, high: int) -> int:
        """A number that the paper has not had, above `high` if all up to it are used."""
        for _ in range(60):
            found = self.rng.randint(low, high)
            if found not in self._numbers and found not in YEARS:
                break
        while found in self._numbers or found in YEARS:
            found += 1
        self._numbers.add(found)
        return found

    def new(self, options: Sequence[Choice]) -> Choice:
        """One that the paper has not had, while there are such."""
        fresh = [each for each in options if str(each) not in self._names] or list(options)
        found = self.rng.choice(fresh)
        self._names.add(str(found))
        return found

    def keep(self, number: int) -> None:
        """Marks a number as used."""
        self._numbers.add(number)


def sentence(text: str) -> str:
    """A clause with a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def joined(parts: Sequence[str], last: str = " and ") -> str:
    """The parts as a list in prose."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + last + parts[-1]
