"""Note marks raised beside a word or figure: kept in the quote, apart from the text that is read.

A reader lifts the raised characters of its format into a range that no paper uses. When the
document is whole, the lifted marks are dropped from the text of each passage and put back into
what was printed, so that 43 with a raised 1 is read as 43 and quoted as it stands.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipelines.documents import Block, Cell, Document, Page, Passage, Row

LIFT = 0xF0000  # the first character of Unicode's second private plane
LIFTED = re.compile("[\U000f0000-\U000fffff]")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃᵇᶜᵈᵉᶠ"
# A mark: 1, 12, a, *, (a), [2], 1,3; not st of 1st, not words that are set small
_MARK = r"[(\[]?(?:\d{1,2}|[a-z]|[*†‡§#]{1,4})[)\]]?"
NOTE_MARK = re.compile(rf"{_MARK}(?:[\s,;]++{_MARK}|(?<=[)\]]){_MARK})*+", re.IGNORECASE)
# Superscript characters of Unicode behind a figure, a word or a bracket, as text papers print them
PRINTED_MARK = re.compile(rf"(?<=[\w)\].,:;%*])[{SUPERSCRIPTS}]+")
# (1), (a), [2] in front of a note
NOTED_MARK = re.compile(r"([(\[](?:\d{1,2}|[a-z])[)\]])\s++\S", re.IGNORECASE)
# 43*, Quays (1), Dues [2]: behind a word, a figure or a bracket
END_MARK = re.compile(
    r"(?<=[\w)\]%.])\s*+([(\[](?:\d{1,2}|[a-z])[)\]]|[*†‡§#]{1,4})$", re.IGNORECASE
)
SIGN = re.compile(r"[*†‡§#]")
FRACTION = re.compile(r"[/⁄]")


def lifted(text: str) -> str:
    """Raised characters as characters of the private plane, if they can be a note mark.

    >>> lifted("st")
    'st'
    """
    if not NOTE_MARK.fullmatch(text.strip()):
        return text
    return "".join(
        character if character.isspace() else chr(LIFT + ord(character)) for character in text
    )


def lowered(text: str) -> str:
    """The text as printed, its lifted characters put back.

    >>> lowered("43" + lifted("1"))
    '431'
    """
    if text.isascii() or not LIFTED.search(text):
        return text
    return LIFTED.sub(lambda match: chr(ord(match[0]) - LIFT), text)


def set_marks_apart(document: Document) -> Document:
    """The document with note marks out of its text; its lines and quotes are as printed.

    Marks that are not raised are told from other words in the cells of tables alone: signs, and
    what a note below the table begins with.
    """
    noted = _noted(document)
    return replace(document, pages=tuple(_page(page, noted) for page in document.pages))


def _noted(document: Document) -> frozenset[str]:
    """The marks in brackets that lines of the paper begin with, as notes do."""
    begins = (NOTED_MARK.match(block.text) for block in document.blocks if not block.rows)
    return frozenset(match[1] for match in begins if match)


def _page(page: Page, noted: frozenset[str]) -> Page:
    printed = "".join(page.lines)
    may_be_marked = not printed.isascii() and (
        LIFTED.search(printed)
        or (any(map(printed.__contains__, SUPERSCRIPTS)) and PRINTED_MARK.search(printed))
    )
    if may_be_marked:
        page = replace(
            page,
            blocks=tuple(_block(block) for block in page.blocks),
            furniture=tuple(_passage(passage) for passage in page.furniture),
            lines=tuple(lowered(line) for line in page.lines),
        )
    if not any(block.rows for block in page.blocks) or not (noted or SIGN.search(printed)):
        return page

    def without_end(passage: Passage) -> Passage:
        return _without_end(passage, noted)

    def unchanged(passage: Passage) -> Passage:
        return passage

    blocks = (
        replace(block, rows=_rows(block.rows, without_end, unchanged)) if block.rows else block
        for block in page.blocks
    )
    return replace(page, blocks=tuple(blocks))


def _without_end(passage: Passage, noted: frozenset[str]) -> Passage:
    """A passage of a cell without a sign at its end, or a mark that a note begins with."""
    match = END_MARK.search(passage.text)
    if match is None or not (SIGN.match(match[1]) or match[1] in noted):
        return passage
    end = match.start()
    origins = (passage.origins or tuple(range(len(passage.text))))[:end]
    return Passage(passage.text[:end], passage.raw, passage.span, origins)


Change = Callable[[Passage], Passage]


def _block(block: Block) -> Block:
    """A block without raised marks, in cells and in whole rows."""
    return replace(
        block,
        passage=_passage(block.passage),
        rows=_rows(block.rows, _passage, _passage),
        others=tuple(_rows(rows, _passage, _passage) for rows in block.others),
    )


def _rows(rows: Sequence[Row], of_cell: Change, of_row: Change) -> tuple[Row, ...]:
    """The rows with the passages of their cells, and those of the whole rows, changed."""
    return tuple(
        Row(
            tuple(Cell(tuple(map(of_cell, cell.paragraphs)), cell.span) for cell in row.cells),
            of_row(row.passage),
            row.is_agreed,
        )
        for row in rows
    )


def _passage(passage: Passage) -> Passage:
    """A passage without its marks; one that holds nothing else keeps them."""
    text = passage.text
    if text.isascii():
        return passage
    marks = _marks(text)
    kept = [n for n in range(len(text)) if n not in marks]
    while kept and text[kept[-1]].isspace():
        kept.pop()
    while kept and text[kept[0]].isspace():
        kept.pop(0)
    raw = lowered(passage.raw)
    if len(kept) == len(text) or not kept:
        return replace(passage, text=lowered(text), raw=raw)
    origins = passage.origins or range(len(text))
    return Passage(
        "".join(text[n] for n in kept), raw, passage.span, tuple(origins[n] for n in kept)
    )


def _marks(text: str) -> set[int]:
    """The places of marks; a raised figure before a stroke is the upper half of a fraction."""
    found = {match.start() for match in LIFTED.finditer(text)}
    for match in PRINTED_MARK.finditer(text):
        found.update(range(*match.span()))
    return {n for n in found if not FRACTION.match(text, n + 1)}
