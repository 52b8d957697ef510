"""Items of an agenda that have no numbers: a list or headings below its head."""

import re
from collections.abc import Iterator, Sequence

from pipelines.documents import Block, Kind, Passage
from pipelines.structures.minutes.item_numbers import is_shouted, text_after
from pipelines.structures.minutes.patterns import (
    AGENDA_HEAD,
    APOLOGIES,
    BUSINESS,
    FIRST_TITLE,
    PROSE,
)

# No. Item: the head of a committee system's agenda, whose titles are lines among sentences
SYSTEM_HEAD = re.compile(r"^no\.?\s+item$", re.IGNORECASE)
# The pier is closed. / To note: / and so on; not a title
NO_TITLE = re.compile(r"^[^A-Z0-9]|[.:;,]$")
SENTENCE_END = re.compile(r"[a-z)]\.$")
FEWEST_TITLES = 3  # of a list, for it to be an agenda and not another list
FIRST_TITLES = 3  # titles that are searched for the usual first items
LONGEST_TITLE = 160  # characters
MOST_WORDS = 14  # of a title that ends in a stop
MOST_BLOCKS = 90  # of an agenda without reports, whose headings are items


def read_listed(blocks: Sequence[Block]) -> list[Passage]:
    """The titles of an agenda whose items are a list with bullets, or headings in a short paper.

    Below the head of a committee system, lines are titles unless they are sentences. The result
    is empty if the list does not begin as meetings do.
    """
    start = next((n for n, block in enumerate(blocks) if _is_head(block)), None)
    if start is None:
        return []
    below = blocks[start + 1 :]
    listed = [block for block in below if block.kind is Kind.LIST_ITEM]
    headed = [block for block in below if block.kind is Kind.HEADING or is_shouted(block.text)]
    lines = [block for block in below if not NO_TITLE.search(block.text)]
    is_system = SYSTEM_HEAD.match(blocks[start].text) is not None
    is_short = len(below) <= MOST_BLOCKS
    for found in (listed, headed if is_short else [], lines if is_system and is_short else []):
        titles = list(_titles(found))
        if len(titles) >= FEWEST_TITLES and any(map(_begins, titles[:FIRST_TITLES])):
            return titles
    return []


def _is_head(block: Block) -> bool:
    return bool(AGENDA_HEAD.match(block.text) or SYSTEM_HEAD.match(block.text))


def _begins(title: Passage) -> bool:
    return bool(
        FIRST_TITLE.match(title.text) or BUSINESS.match(title.text) or APOLOGIES.search(title.text)
    )


def _titles(blocks: Sequence[Block]) -> Iterator[Passage]:
    for block in blocks:
        text = block.text
        if block.kind is Kind.TABLE or len(text) > LONGEST_TITLE:
            continue
        is_long = SENTENCE_END.search(text) and len(text.split()) > MOST_WORDS
        cut = text_after(text)
        title = block.passage.part(0, cut) if cut else block.passage
        if not (is_long or PROSE.search(title.text)):
            yield title.part(0, len(title.text.rstrip(" :–—-")))
