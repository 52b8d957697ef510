"""Text papers: tabs and wide gaps part cells; markdown and inline HTML marks are no words."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from pipelines.documents import Block, Cell, Document, Kind, Page, Passage, Row, Span, fold
from pipelines.readers.decoding import decode
from pipelines.readers.furniture import PAGE_BREAK_BLANKS, find_furniture
from pipelines.readers.text.blank_columns import BlankTable, find_blank_tables
from pipelines.readers.text.markup import paragraphs_of, passage_of
from pipelines.readers.text.typed_tables import ONE_CELL_ROWS, is_one_cell

HEADING_MARK = re.compile(r"^\s*(#{1,6})\s+\S")
LIST_MARK = re.compile(r"^\s*(?:[-•·●▪◦‣\uf0b7\uf0a7]|\*(?!\*)|o(?=\s+[a-z]))\s+\S")
# 4. The panel ..., 2.3 the panel ..., (b) the panel ..., 4 The panel; a count goes on: 4 panels
NUMBER_MARK = re.compile(
    r"^\s*(?:(?:\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?|\(?[a-z]\))\s+\S|\d{1,3}(?:/\d{2,4})?\s+[A-Z])"
)
# PRESENT: Ann Bee, Those present: Ann Bee: a label and its value start a separate line
LABEL_MARK = re.compile(r"^\s*[A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}:\s+[A-Z]")
ENDED = re.compile(r"[.:;!?][\"”’')\]*_]*$")
# were agreed on / 3 March, the budget for / 2020/21: a line that ends so goes on. Not "from" and
# "by": below them a list of names may begin
OPEN_END = re.compile(
    r"\s(?:on|of|for|at|in|to|with|and|or|the|an?|than|about|over|under|between|its|their|that)$"
)
OPEN_BOLD = re.compile(r"^[^*]*\*\*[^*]*$")
WRAPPED_LINE = 60  # characters: a shorter line that ends without a stop was ended on purpose
FEWEST_SHOUTED = 4  # letters: fewer may be initials or the end of a post code
BOLD_LINES = 3  # a bold stretch over more lines is a mark that was never closed


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Consecutive lines that make one block, counted from 1."""

    first: int
    last: int
    blanks_before: int
    table: BlankTable | None = None


def read_text(data: bytes) -> Document:
    """Read a text paper: one page, its lines counted from 1.

    Consecutive lines with tabs make one table, and short lines between them are its rows; so do
    lines that keep to the same columns (`blank_columns`). A paragraph that a page break cut in two
    is read as one; the text in between is furniture.
    """
    lines = tuple(decode(data).split("\n"))
    stretches = _stretches(lines)
    blocks = [_block(lines, stretch) for stretch in stretches]
    blanks = [stretch.blanks_before for stretch in stretches]
    furniture = find_furniture(blocks, blanks)
    kept = [position for position in range(len(blocks)) if position not in furniture]
    page = Page(
        number=1,
        blocks=tuple(_rejoined(lines, blocks, blanks, kept)),
        furniture=tuple(blocks[position].passage for position in sorted(furniture)),
        lines=lines,
    )
    return Document(media_type="text/plain", pages=(page,))


def _stretches(lines: tuple[str, ...]) -> list[_Stretch]:
    found: list[_Stretch] = []
    tables = {table.first: table for table in find_blank_tables(lines)}
    blanks = 0
    position = 0
    while position < len(lines):
        if not lines[position].strip():
            blanks += 1
            position += 1
            continue
        table = tables.get(position)
        last = table.last if table else _last_line(lines, position, tables)
        found.append(_Stretch(position + 1, last + 1, blanks, table))
        blanks = 0
        position = last + 1
    return found


def _last_line(lines: tuple[str, ...], first: int, tables: Container[int]) -> int:
    if "\t" in lines[first]:
        return _last_table_line(lines, first)
    last = first
    while last + 1 < len(lines) and last + 1 not in tables and _continues(lines, first, last):
        last += 1
    return last


def _last_table_line(lines: tuple[str, ...], first: int) -> int:
    """The last line with tabs of a run that may contain rows of one cell."""
    last = number = first
    while number + 1 < len(lines) and number - last <= ONE_CELL_ROWS:
        number += 1
        if "\t" in lines[number]:
            last = number
        elif not is_one_cell(lines[number]):
            break
    return last


def _continues(lines: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the line after `last` is the same paragraph, wrapped."""
    following = lines[last + 1]
    if not following.strip() or "\t" in following:
        return False
    if last - first < BOLD_LINES - 1 and OPEN_BOLD.match(" ".join(lines[first : last + 1])):
        return True
    if HEADING_MARK.match(lines[first]) or any(
        mark.match(following) for mark in (HEADING_MARK, LIST_MARK, LABEL_MARK)
    ):
        return False
    line = lines[last].strip()
    if OPEN_END.search(line) and len(line) >= WRAPPED_LINE // 2:
        return True
    if (
        ENDED.search(line)
        or NUMBER_MARK.match(following)
        or _is_shouted(following) > _is_shouted(line)
    ):
        return False
    return len(line) >= WRAPPED_LINE or (
        following.strip()[0].islower() and len(line) >= WRAPPED_LINE // 2
    )


def _is_shouted(line: str) -> bool:
    """Whether a line is a heading in capitals: WEIR COUNCIL."""
    return line.isupper() and sum(map(str.isalpha, line)) >= FEWEST_SHOUTED


def _block(lines: tuple[str, ...], stretch: _Stretch) -> Block:
    first = lines[stretch.first - 1]
    if stretch.table or "\t" in first:
        table = stretch.table
        rows = tuple(
            _row(lines[n - 1], table.cells(lines[n - 1]) if table else lines[n - 1].split("\t"), n)
            for n in range(stretch.first, stretch.last + 1)
            if lines[n - 1].strip()
        )
        return Block(Kind.TABLE, rows[0].passage, rows)
    span = Span(stretch.first, stretch.last)
    passage = passage_of(" ".join(lines[stretch.first - 1 : stretch.last]), span)
    heading = HEADING_MARK.match(first)
    if heading:
        return Block(Kind.HEADING, passage, level=len(heading[1]))
    if LIST_MARK.match(first):
        return Block(Kind.LIST_ITEM, passage)
    return Block(Kind.PARAGRAPH, passage)


def _row(line: str, printed: Sequence[str], number: int) -> Row:
    span = Span(number, number)
    cells = tuple(Cell(paragraphs_of(cell, span)) for cell in printed)
    return Row(cells, passage_of(line, span, has_opening=False))


def _rejoined(
    lines: tuple[str, ...], blocks: list[Block], blanks: list[int], kept: list[int]
) -> list[Block]:
    """The kept blocks in order; paragraphs cut by a page break are joined."""
    found: list[Block] = []
    previous = -1
    for position in kept:
        block = blocks[position]
        crosses_page = position - previous > 1 or blanks[position] >= PAGE_BREAK_BLANKS
        if found and crosses_page and _is_cut(found[-1], block):
            found[-1] = _joined(lines, found[-1], block)
        elif block.kind is Kind.TABLE or block.text:
            found.append(block)
        previous = position
    return found


def _is_cut(before: Block, after: Block) -> bool:
    flowing = (Kind.PARAGRAPH, Kind.LIST_ITEM)
    return (
        before.kind in flowing
        and after.kind in flowing
        and len(before.text) >= WRAPPED_LINE
        and not ENDED.search(before.text)
        and after.text[:1].islower()
    )


def _joined(lines: tuple[str, ...], before: Block, after: Block) -> Block:
    """One passage made of two; its raw words hold the furniture between, its text does not."""
    head, tail = before.passage, after.passage
    span = Span(head.span.first_line, tail.span.last_line)
    raw = fold(" ".join(lines[span.first_line - 1 : span.last_line]))
    shift = len(raw) - len(tail.raw)
    origins = (
        *(head.origins or range(len(head.text))),
        shift - 1,
        *(shift + offset for offset in (tail.origins or range(len(tail.text)))),
    )
    passage = Passage(f"{head.text} {tail.text}", raw, span, origins)
    return Block(before.kind, passage)
