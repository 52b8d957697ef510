"""Where in the site the words behind a figure are: the blocks of each paper, and links to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipelines.site.addresses import paper_page
from pipelines.site.blocks import Block, Table, Words, position, split_words
from pipelines.site.drawing import Drawn, Key
from pipelines.site.published import Published, Row, group_by
from pipelines.site.tables import participation_key, redraw_tables

# About how many characters of text one page of a paper may hold; marked up, they stay far below the
# megabyte that a page may be.
PART_WEIGHT = 500_000
# Marked up, a passage takes about this much more than its text.
PASSAGE_EXTRA = 150

# Printed words that some page shows, with what was read from them: a title and a number.
STATEMENTS = """
select paper_id, locator, quote, participants as number,
    programme_name as title, programme_id
from programme_participation
union all
select paper_id, locator, quote, challenges, 'Peer challenges', null from peer_challenges
union all
select paper_id, locator, quote, null, coalesce('Decision: ' || item_title, 'Decision'), null
from decisions
union all
select paper_id, locator, quote, null, coalesce('Action: ' || item_title, 'Action'), null
from actions
union all
select paper_id, locator, quote, null, 'Agenda item ' || coalesce(item_no, ''), null
from agenda_items
union all
select paper_id, locator, quote, null, 'Seat on a board', null from board_memberships
union all
select paper_id, locator, quote, null, 'At the meeting', null from officer_attendance
union all
select paper_id, locator, quote, null, 'Remark', null from quality_findings
where locator is not null
union all
select paper_id, locator, quote, null, 'Set aside', null from set_aside
where locator is not null
order by all
"""
PASSAGES = """
select paper_id, passage_no, block_no, locator, kind, heading, item_no, text, cells
from passages
order by paper_id, passage_no
"""


@dataclass(frozen=True, slots=True)
class PaperParts:
    """The blocks of one paper in its order, and where each page of it begins.

    Attributes:
        starts: The position at which each part begins; the first is the beginning.
    """

    paper_id: str
    blocks: tuple[Block, ...]
    starts: tuple[tuple[int, int], ...]

    def part_of(self, place: tuple[int, int]) -> int:
        """The part that shows a position, counted from 1."""
        return max(1, sum(start <= place for start in self.starts))

    def blocks_of(self, part: int) -> tuple[Block, ...]:
        """The blocks of one part."""
        return tuple(block for block in self.blocks if self.part_of(block.position) == part)


class Sources:
    """Finds the page and the anchor of the words behind a figure."""

    def __init__(self, published: Published) -> None:
        self._links: dict[Key, str] = {}
        self._places: dict[tuple[str, str, str], str] = {}
        self.papers: dict[str, PaperParts] = {}
        drawn = redraw_tables(published)
        statements = group_by(published.rows(STATEMENTS), "paper_id")
        weights = _passage_weights(published)
        for row in published.rows("select paper_id from papers order by paper_id"):
            tables = drawn.get(row.paper_id, [])
            words = _words(statements.get(row.paper_id, []), [each.table for each in tables])
            blocks: list[Block] = sorted((*(each.table for each in tables), *words), key=_order)
            starts = _starts(blocks, weights.get(row.paper_id, []))
            self.papers[row.paper_id] = PaperParts(row.paper_id, tuple(blocks), starts)
            self._learn(self.papers[row.paper_id], tables)

    def cell(self, *keys: Key) -> str | None:
        """The link to the cell of a redrawn table: that of the first key that is known."""
        return next((self._links[key] for key in keys if key in self._links), None)

    def words(self, row: Row, number: int | None = None) -> str:
        """The link to the words of a row, or to one number in them; at worst to the paper.

        Args:
            row: Any row with paper_id, locator and quote.
            number: The number that was read.
        """
        return self.words_at(row.paper_id, row.locator, row.quote, number)

    def statement(self, row: Row) -> str:
        """The link to the number of a row of programme_participation."""
        return self.cell(participation_key(row)) or self.words(row, row.participants)

    def words_at(self, paper_id: str, locator: str, quote: str, number: int | None = None) -> str:
        """The link to words, or to one number in them, by their place."""
        place = (paper_id, locator, quote)
        numbered = self.cell(("number", *place, number))
        return numbered or self._places.get(place) or f"/{paper_page(paper_id)}"

    def passage(self, paper_id: str, locator: str, passage_no: int) -> str:
        """The link to a passage of a paper."""
        part = self.papers[paper_id].part_of(position(locator))
        return f"/{paper_page(paper_id, part)}#passage-{passage_no}"

    def _learn(self, parts: PaperParts, tables: list[Drawn]) -> None:
        for drawn in tables:
            for key, anchor in drawn.cells.items():
                self._links.setdefault(key, _link(parts, drawn.table, anchor))
        for block in parts.blocks:
            if isinstance(block, Words):
                self._learn_words(parts, block)
            else:
                self._learn_lines(parts, block)

    def _learn_words(self, parts: PaperParts, block: Words) -> None:
        place = (parts.paper_id, block.locator, "".join(part.text for part in block.parts))
        self._places[place] = _link(parts, block, block.anchor)
        for part in block.parts:
            if part.anchor is not None:
                number = int(part.anchor.rpartition(".")[2])
                self._links[("number", *place, number)] = _link(parts, block, part.anchor)

    def _learn_lines(self, parts: PaperParts, block: Table) -> None:
        """A figure that a printed row holds once is found by its number too; else its row is."""
        for row_no, line in enumerate(block.lines, start=1):
            place = (parts.paper_id, line.locator, line.quote)
            row_link = _link(parts, block, f"{block.anchor}.{row_no}")
            self._places.setdefault(place, row_link)
            texts = [cell.text for cell in line.cells]
            for cell in line.cells:
                number = cell.text.replace(",", "")
                if cell.anchor and number.isdecimal() and texts.count(cell.text) == 1:
                    key = ("number", *place, int(number))
                    link = _link(parts, block, cell.anchor)
                    # A row that gives figures of two years may have one number in both.
                    self._links[key] = row_link if key in self._links else link


def _link(parts: PaperParts, block: Block, anchor: str) -> str:
    return f"/{paper_page(parts.paper_id, parts.part_of(block.position))}#{anchor}"


def _order(block: Block) -> tuple[tuple[int, int], str]:
    return block.position, block.anchor


def _words(rows: list[Row], tables: list[Table]) -> Iterator[Words]:
    """One block for each place and its words, but for rows of tables that are redrawn."""
    redrawn = {(line.locator, line.quote) for table in tables for line in table.lines}
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if (row.locator, row.quote) not in redrawn and row.quote:
            found.setdefault((row.locator, row.quote), []).append(row)
    ordered = sorted(found.items(), key=lambda item: (position(item[0][0]), item[0]))
    for number, ((locator, quote), read) in enumerate(ordered, start=1):
        anchor = f"words-{number}"
        titles = dict.fromkeys(row.title for row in read if row.title)
        numbers = [row.number for row in read if row.number is not None]
        yield Words(anchor, "; ".join(titles), locator, split_words(quote, numbers, anchor))


def _passage_weights(published: Published) -> dict[str, list[tuple[tuple[int, int], int]]]:
    """Position and size of each passage, by paper."""
    weights: dict[str, list[tuple[tuple[int, int], int]]] = {}
    for row in published.stream(PASSAGES):
        weight = len(row.text) + PASSAGE_EXTRA
        weights.setdefault(row.paper_id, []).append((position(row.locator), weight))
    return weights


def _starts(
    blocks: Iterable[Block], passages: list[tuple[tuple[int, int], int]]
) -> tuple[tuple[int, int], ...]:
    """Where each page of a paper begins, so that none is too long."""
    starts = [(0, 0)]
    filled = 0
    weights = [*((block.position, block.weight) for block in blocks), *passages]
    for place, weight in sorted(weights):
        if filled and filled + weight > PART_WEIGHT and place > starts[-1]:
            starts.append(place)
            filled = 0
        filled += weight
    return tuple(starts)
