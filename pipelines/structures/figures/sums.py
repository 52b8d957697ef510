"""Finds the lines of a table that are sums of others, from labels and from the figures alone.

A line is a row or a column; a place is a position on it. The same reading serves both ways.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

# Total, Grand total, Sub-total, Total running costs, Overall, All
TOTAL = re.compile(
    r"^(?:(?:grand|overall|sub)[ -]?)?totals?\b|\b(?:sub-?)?totals?:?$|^(?:overall|all)\W*$",
    re.IGNORECASE,
)
# Total alone: it can only mean the sum
PLAIN_TOTAL = re.compile(r"^(?:(?:grand|overall|sub)[ -]?)?totals?\W*$", re.IGNORECASE)
# Balance, Net position, Surplus/(deficit)
BALANCE = re.compile(r"\b(?:balance|surplus|deficit)\b|^net\b", re.IGNORECASE)
LEAST_PARTS = 2
# Costs of a reading, besides one for each failing sum: a total among its parts, a start that no
# total or heading marks, and a sub-total without a label.
TOTAL_INSIDE, ODD_START, HIDDEN_SUB_TOTAL = 0.03, 0.1, 0.3
# Lines without a margin figure are parts of the line below them that has one.
MARGIN_TELLS = 2.0
MOST_HIDDEN = 3  # sub-totals without a label under one total

Line = Sequence[Decimal | None]


class Sum(NamedTuple):
    """One line that is the sum of others: signs say what is added and what is subtracted."""

    total: int
    parts: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Reading:
    """One way to make a total of the lines that are still open."""

    sums: tuple[Sum, ...]
    used: tuple[int, ...]
    cost: float


@dataclass(slots=True)
class SumFinder:
    """Reads the sums of one table's lines.

    Attributes:
        labels: The label of each line; empty if nothing is printed.
        lines: The figures of each line.
        margin: The place that holds the sums across, if the table has one.
    """

    labels: Sequence[str]
    lines: Sequence[Line]
    margin: int | None = None
    _open: list[int] = field(default_factory=list)
    _starts: set[int] = field(default_factory=set)

    def find(self) -> list[Sum]:
        """Every sum, in the order of the totals."""
        found: list[Sum] = []
        for number, label in enumerate(self.labels):
            if not any(value is not None for value in self.lines[number]):
                self._starts.add(number + 1)
            elif (balance := self._balance(number)) is not None:
                found.append(balance)
            elif TOTAL.search(label):
                found += self._close(number)
            else:
                self._open.append(number)
        return found

    def tally(self, total: int, parts: Sequence[tuple[int, int]]) -> tuple[int, int]:
        """At how many places the sum holds, and at how many it does not."""
        sums = checked_sums(Sum(total, tuple(parts)), self.lines)
        right = sum(made == self.lines[total][place] for place, made in sums)
        return right, len(sums) - right

    def _close(self, total: int) -> list[Sum]:
        readings = self._readings(total)
        best = min(readings, key=lambda reading: reading.cost, default=None)
        if best is not None and self._is_believable(best):
            self._open = [number for number in self._open if number not in best.used]
            self._open.append(total)
            self._starts.add(total + 1)
            return list(best.sums)
        below = self._below(total)
        self._open.append(total)
        self._starts.add(total + 1)
        return below

    def _readings(self, total: int) -> list[_Reading]:
        found: list[tuple[_Reading, int]] = []
        for first in range(len(self._open) - LEAST_PARTS + 1):
            parts = self._open[first:]
            wrong = self._wrong(total, parts)
            odd = 0.0 if first == 0 or self._is_start(first) else ODD_START
            inside = TOTAL_INSIDE * sum(1 for part in parts if TOTAL.search(self.labels[part]))
            flat = _Reading((_sum(total, parts),), tuple(parts), wrong + odd + inside)
            found.append((flat, wrong))
        cheapest = min((flat.cost for flat, _ in found), default=0.0)
        if cheapest < HIDDEN_SUB_TOTAL and not self._margin_has_gaps():
            return [flat for flat, _ in found]  # no hidden sum can make one cost less
        return [self._with_hidden(flat) if wrong else flat for flat, wrong in found]

    def _margin_has_gaps(self) -> bool:
        """Whether an open line lacks the margin's figure, as parts of a hidden sum may."""
        margin = self.margin
        return margin is not None and any(self.lines[line][margin] is None for line in self._open)

    def _is_start(self, first: int) -> bool:
        """Whether there is a total or a heading between this open line and the one before it."""
        return any(
            number in self._starts
            for number in range(self._open[first - 1] + 1, self._open[first] + 1)
        )

    def _wrong(self, total: int, parts: Sequence[int]) -> int:
        return self.tally(total, [(part, 1) for part in parts])[1]

    def _with_hidden(self, reading: _Reading) -> _Reading:
        """The same total with unlabelled sums among its parts, if that explains more."""
        for _ in range(MOST_HIDDEN):
            better = min(self._hidden(reading), key=lambda each: each.cost, default=reading)
            if better.cost >= reading.cost:
                break
            reading = better
        return reading

    def _hidden(self, reading: _Reading) -> list[_Reading]:
        top, *others = reading.sums
        parts = [part for part, _ in top.parts]
        before = self._wrong(top.total, parts)
        found = []
        for place in range(LEAST_PARTS, len(parts)):
            for first in range(place - LEAST_PARTS + 1):
                below = parts[first:place]
                rest = [*parts[:first], *parts[place:]]
                if len(rest) < LEAST_PARTS or self._has(others, parts[place]):
                    continue
                right, wrong = self.tally(parts[place], [(part, 1) for part in below])
                told = self._margin_tells(parts[place], below, parts[:first])
                if right + wrong and (right or told):
                    cost = reading.cost - before + self._wrong(top.total, rest) + HIDDEN_SUB_TOTAL
                    cost += wrong - (MARGIN_TELLS if told else 0)
                    sums = (_sum(top.total, rest), *others, _sum(parts[place], below))
                    found.append(_Reading(sums, reading.used, cost))
        return found

    @staticmethod
    def _has(sums: Sequence[Sum], total: int) -> bool:
        return any(each.total == total for each in sums)

    def _margin_tells(self, total: int, parts: Sequence[int], above: Sequence[int]) -> bool:
        """Whether exactly these lines lack a margin figure and the line below them has one."""
        if self.margin is None or self.lines[total][self.margin] is None:
            return False
        is_block = all(self.lines[part][self.margin] is None for part in parts)
        return is_block and (not above or self.lines[above[-1]][self.margin] is not None)

    def _is_believable(self, reading: _Reading) -> bool:
        """Whether the total is a sum with a fault rather than something else called a total."""
        top = reading.sums[0]
        right, wrong = self.tally(top.total, top.parts)
        if not wrong:
            return right > 0
        few = right + wrong <= LEAST_PARTS and bool(PLAIN_TOTAL.match(self.labels[top.total]))
        return few or right + wrong == 1 or 2 * right >= wrong or slide(top, self.lines)

    def _below(self, total: int) -> list[Sum]:
        """The sum of a total printed before its parts, only if most of it holds."""
        parts: list[tuple[int, int]] = []
        for number in range(total + 1, len(self.labels)):
            if TOTAL.search(self.labels[number]) or BALANCE.search(self.labels[number]):
                break
            parts.append((number, 1))
        if len(parts) < LEAST_PARTS or self._open:
            return []
        right, wrong = self.tally(total, parts)
        return [Sum(total, tuple(parts))] if right > wrong else []

    def _balance(self, number: int) -> Sum | None:
        if not BALANCE.search(self.labels[number]) or TOTAL.search(self.labels[number]):
            return None
        totals = [line for line in self._open if TOTAL.search(self.labels[line])]
        pairs = [*pairwise(totals), *pairwise(self._open)]
        # Income less expenditure, or plus expenditure that is printed as negative
        signs = ((1, -1), (-1, 1), (1, 1))
        signed = [((a, one), (b, other)) for a, b in reversed(pairs) for one, other in signs]
        tallies = [(*self.tally(number, pair), pair) for pair in signed]
        right, wrong, best = max(
            tallies, key=lambda each: (each[0] - each[1], each[0]), default=(0, 0, ())
        )
        if right >= max(wrong, 1):
            return Sum(number, tuple(best))
        income_less_expenditure = ((totals[0], 1), (totals[1], -1)) if len(totals) == 2 else ()
        if any(self.tally(number, income_less_expenditure)):
            return Sum(number, income_less_expenditure)
        return None


def _sum(total: int, parts: Sequence[int]) -> Sum:
    return Sum(total, tuple((part, 1) for part in parts))


def checked_sums(one: Sum, lines: Sequence[Line]) -> list[tuple[int, Decimal]]:
    """The places with a printed total and at least one part, and the sum of the parts."""
    places = [place for place, printed in enumerate(lines[one.total]) if printed is not None]
    told = [(place, _figures(one, lines, place)) for place in places]
    return [(place, sum(figures, Decimal(0))) for place, figures in told if figures]


def added(one: Sum, lines: Sequence[Line], place: int) -> Decimal:
    """The sum of the parts at a place; a part that is not printed adds nothing."""
    return sum(_figures(one, lines, place), Decimal(0))


def _figures(one: Sum, lines: Sequence[Line], place: int) -> list[Decimal]:
    """The printed figures of the parts at a place, negative if they are subtracted."""
    return [
        value if sign > 0 else -value
        for part, sign in one.parts
        if (value := lines[part][place]) is not None
    ]


def discrepancies(one: Sum, lines: Sequence[Line]) -> list[tuple[int, Decimal]]:
    """Each place at which a sum does not hold, and the sum of its parts there."""
    sums = checked_sums(one, lines)
    return [(place, made) for place, made in sums if made != lines[one.total][place]]


def slide(one: Sum, lines: Sequence[Line]) -> bool:
    """Whether the figures of a total are right but in the wrong places."""
    width = len(lines[one.total])
    made = [
        added(one, lines, place)
        for place in range(width)
        if any(lines[part][place] is not None for part, _ in one.parts)
    ]
    printed = [value for value in lines[one.total] if value is not None]
    if len(discrepancies(one, lines)) < LEAST_PARTS or not LEAST_PARTS <= len(printed) <= len(made):
        return False
    length = len(printed)
    return any(
        made[first : first + length] == printed and len(set(printed)) > 1
        for first in range(len(made) - length + 1)
    )
