"""Page furniture: running headers, footers, page numbers, and the map at the end of a pack."""

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.documents import Block, Kind
from pipelines.notation.dates import WRITTEN_DATE

# Agenda Item 4, Item 2b, Page 19, 7 of 12: marks of a page
PAGE_MARK = re.compile(
    r"^(?:(?:agenda\s+)?item\s+\d{1,2}\s?[a-z]?|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?"
    r"|\d{1,4}(?:\s+of\s+\d{1,4})?)$",
    re.IGNORECASE,
)
# Headings of the travel page that closes a pack
TRAVEL_HEADING = re.compile(
    r"\blocation map\b|^by (?:car|rail|air|train|bus|tube|road|foot)\b|^public transport\b"
    r"|\bbus routes\b|^car parks?\b|^parking\b|^cycling facilities\b|\bcongestion charg"
    r"|^how to (?:find|get to|reach)\b",
    re.IGNORECASE,
)
LONGEST_FURNITURE = 80  # characters: longer lines are text, even if repeated often
REPEATS = 3  # on fewer pages, repetition does not distinguish a header from a heading
PAGE_BREAK_BLANKS = 3  # consecutive blank lines in text taken from a PDF page by page
TRAVEL_TAIL = 0.75  # the travel page is in the last quarter of a pack
TRAVEL_HEADINGS = 2  # one such heading alone may be the title of a report


def find_furniture(blocks: Sequence[Block], blanks_before: Sequence[int]) -> set[int]:
    """Positions of the blocks that are page furniture.

    Args:
        blocks: In printed order.
        blanks_before: For each block the number of blank lines before it.
    """
    short = [position for position, block in enumerate(blocks) if _is_short(block)]
    texts = {position: blocks[position].text.casefold() for position in short}
    repeats = Counter(texts.values())
    page_heads = Counter(
        texts[position] for position in short if blanks_before[position] >= PAGE_BREAK_BLANKS
    )
    found = {
        position
        for position in short
        if PAGE_MARK.match(texts[position])
        or (repeats[texts[position]] >= REPEATS and WRITTEN_DATE.fullmatch(texts[position]))
        or (page_heads[texts[position]] >= REPEATS and blanks_before[position] >= PAGE_BREAK_BLANKS)
    }
    return found | _travel_page(blocks)


def _is_short(block: Block) -> bool:
    return block.kind is not Kind.TABLE and 0 < len(block.text) <= LONGEST_FURNITURE


def _travel_page(blocks: Sequence[Block]) -> set[int]:
    tail = int(len(blocks) * TRAVEL_TAIL)
    headings = [
        position
        for position in range(tail, len(blocks))
        if _is_short(blocks[position]) and TRAVEL_HEADING.search(blocks[position].text)
    ]
    if len(headings) < TRAVEL_HEADINGS:
        return set()
    return set(range(headings[0], len(blocks)))
