"""Arranges a paper for its page: its words in order, and below them what was read from them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pipelines.site.blocks import Block, Cell, Table, Words, position
from pipelines.site.published import Row
from pipelines.site.sources import PaperParts

# Pages that are named as those that use a figure; more are counted.
MOST_BACKLINKS = 5
# Rows at the top of a printed table that may be its head
MOST_HEAD_ROWS = 3
WHITE_SPACE = re.compile(r"\s+")
DIGIT = re.compile(r"\d")
# Stars that mark bold words in some papers; a quote has them, a passage may not.
STARS = "*"

Runs = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """One passage as runs of words, each with whether something was read from it."""

    anchor: str
    kind: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class ShownRows:
    """A printed table row by row, each with its anchor and the texts of its cells.

    Attributes:
        is_redrawn: Whether a redrawn table follows that has all that was read from it.
    """

    rows: tuple[tuple[str, tuple[str, ...]], ...]
    is_redrawn: bool


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """What was read, with the pages that use it.

    Attributes:
        head: The rows at the top of the printed table if the words are a row of one.
        cells: The cells of that row; none if the words are no row of a table.
        used_on: Paths and titles of pages.
        more: How many more pages use it.
    """

    block: Block
    heading: str | None
    item_no: str | None
    head: tuple[tuple[str, ...], ...]
    cells: tuple[Cell, ...]
    used_on: tuple[tuple[str, str], ...]
    more: int

    @property
    def is_table(self) -> bool:
        """Whether the block is a redrawn table."""
        return isinstance(self.block, Table)


Shown = ShownPassage | ShownRows | ShownBlock


def arrange_paper(
    parts: PaperParts, part: int, passages: list[Row], used: dict[str, dict[str, str]]
) -> Iterator[Shown]:
    """Passages in their order, each block behind the passage or table in which it ends.

    Args:
        parts: The blocks of the paper.
        part: The part of the paper that the page shows.
        passages: The passages of that part.
        used: The pages that use a block, by its anchor.
    """
    blocks = list(parts.blocks_of(part))
    groups = [list(group) for _, group in groupby(passages, key=_group)]
    for number, group in enumerate(groups):
        last = number + 1 == len(groups)
        following = (0, 0) if last else position(groups[number + 1][0].locator)
        ready = []
        while blocks and (last or blocks[0].position < following):
            ready.append(blocks.pop(0))
        yield from _passages(group, ready)
        yield from (_block(block, group, used) for block in ready)
    yield from (_block(block, [], used) for block in blocks)


def _group(passage: Row) -> tuple[int, int]:
    """Rows of one table belong together; any other passage is by itself."""
    return passage.block_no, 0 if passage.cells else passage.passage_no


def _passages(group: list[Row], ready: list[Block]) -> Iterator[Shown]:
    if group[0].cells:
        rows = ((_anchor(passage), tuple(json.loads(passage.cells))) for passage in group)
        yield ShownRows(tuple(rows), any(isinstance(block, Table) for block in ready))
        return
    quotes = [quote for block in ready for quote in _quotes(block)]
    for passage in group:
        yield ShownPassage(_anchor(passage), passage.kind, mark_quotes(passage.text, quotes))


def _anchor(passage: Row) -> str:
    return f"passage-{passage.passage_no}"


def _quotes(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (line.quote for line in block.lines)
    else:
        yield "".join(part.text for part in block.parts)


def _block(block: Block, group: list[Row], used: dict[str, dict[str, str]]) -> ShownBlock:
    pages = used.get(block.anchor, {})
    first = tuple(pages.items())[:MOST_BACKLINKS]
    passage = next((row for row in group if row.locator == _locator(block)), None)
    nearest = passage or (group[-1] if group else None)
    is_row = isinstance(block, Words) and passage is not None and passage.cells
    return ShownBlock(
        block,
        nearest.heading if nearest else None,
        nearest.item_no if nearest else None,
        _head(group, passage) if is_row and passage else (),
        _cells(block, passage) if is_row and passage and isinstance(block, Words) else (),
        first,
        len(pages) - len(first),
    )


def _locator(block: Block) -> str:
    return block.lines[-1].locator if isinstance(block, Table) else block.locator


def _head(group: list[Row], passage: Row) -> tuple[tuple[str, ...], ...]:
    """The rows above the first row with a figure, as far as they may be a head."""
    head: list[tuple[str, ...]] = []
    for row in group[:MOST_HEAD_ROWS]:
        cells = tuple(json.loads(row.cells))
        if row is passage or (head and any(DIGIT.search(cell) for cell in cells[1:])):
            break
        head.append(cells)
    return tuple(head)


def _cells(block: Words, passage: Row) -> tuple[Cell, ...]:
    """The cells of a printed row, those that are a number that was read with its anchor."""
    anchors = {part.text: part.anchor for part in block.parts if part.anchor}
    return tuple(Cell(text, anchors.pop(text, None)) for text in json.loads(passage.cells))


def mark_quotes(text: str, quotes: list[str]) -> Runs:
    """Words as runs, those that a quote holds marked; white space is folded.

    >>> mark_quotes("It rained.  Two came.", ["Two came."])
    (('It rained. ', False), ('Two came.', True))
    """
    words = _folded(text)
    spans = sorted(
        (start, start + len(quote))
        for quote in {_folded(quote) for quote in quotes}
        if quote and (start := words.find(quote)) >= 0
    )
    runs, end = [], 0
    for start, stop in spans:
        runs.append((words[end : max(start, end)], False))
        runs.append((words[max(start, end) : stop], True))
        end = max(end, stop)
    runs.append((words[end:], False))
    return tuple(run for run in runs if run[0])


def _folded(text: str) -> str:
    return WHITE_SPACE.sub(" ", text.replace(STARS, "")).strip()
