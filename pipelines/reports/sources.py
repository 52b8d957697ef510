"""The notes at the end of a report: the place of each printed figure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pipelines.reports.marts import ALL_PROGRAMMES, UptakeSource

# The numbers of a locator such as p3:l40-l52, so that l9 comes before l10.
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a figure counts: the key that uptake marts and their sources share."""

    period: str | None
    as_of: date | None
    dimension: str
    value: str
    programme_id: str


@dataclass(frozen=True, slots=True)
class Note:
    """One place in a paper, and the words there that figures were read from."""

    number: int
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper and its notes, in the paper's order."""

    paper_id: str
    source_path: str | None
    title: str | None
    notes: tuple[Note, ...]


class SourceIndex:
    """Finds the printed cells and the notes behind a figure."""

    def __init__(self, sources: Iterable[UptakeSource]) -> None:
        self._ordered = sorted(sources, key=_place)
        places = dict.fromkeys(map(_words, self._ordered))
        self._numbers = {place: number for number, place in enumerate(places, start=1)}
        self._cells: dict[Cell, list[UptakeSource]] = {}
        self._rows: dict[Cell, list[UptakeSource]] = {}
        for source in self._ordered:
            cell = _cell(source)
            self._cells.setdefault(cell, []).append(source)
            self._rows.setdefault(replace(cell, programme_id=ALL_PROGRAMMES), []).append(source)

    def cells(self, cell: Cell) -> tuple[UptakeSource, ...]:
        """The printed cells behind a figure.

        If a paper prints no total column, the cells of all programmes are behind the total.
        """
        return tuple(self._cells.get(cell) or self._rows.get(cell) or [])

    def notes(self, cell: Cell) -> tuple[int, ...]:
        """The numbers of the notes behind a figure, each once."""
        return tuple(dict.fromkeys(self._numbers[_words(source)] for source in self.cells(cell)))

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The papers with their notes; notes are numbered through, in the order of the papers."""
        first = {source.paper_id: source for source in reversed(self._ordered)}
        by_paper: dict[str, list[Note]] = {}
        for (paper_id, locator, quote), number in self._numbers.items():
            by_paper.setdefault(paper_id, []).append(Note(number, locator, quote))
        return tuple(
            Paper(paper_id, first[paper_id].source_path, first[paper_id].paper_title, tuple(notes))
            for paper_id, notes in by_paper.items()
        )


def _words(source: UptakeSource) -> tuple[str, str, str]:
    return source.paper_id, source.locator, source.quote


def _cell(source: UptakeSource) -> Cell:
    return Cell(source.period, source.as_of, source.dimension, source.value, source.programme_id)


def _place(source: UptakeSource) -> tuple[str, str, list[int], str]:
    numbers = [int(number) for number in NUMBER.findall(source.locator)]
    return source.source_path or "", source.paper_id, numbers, source.quote
