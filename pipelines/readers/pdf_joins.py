"""Paragraphs that a page break cut in two, put together as far as the sentence goes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.documents import Block, Kind, Page, Passage
from pipelines.printed.sentences import SENTENCE_END

ENDED = re.compile(r"[.:;!?][\"”’')\]]*$")
SHORTEST_CUT = 40  # characters: a shorter line that ends without a stop was ended on purpose
FLOWING = (Kind.PARAGRAPH, Kind.LIST_ITEM)


def join_cut_paragraphs(pages: Sequence[Page]) -> list[Page]:
    """Pages whose last paragraph holds its sentence to the end, printed on the next page.

    The rest of the paragraph stays a block of the next page, so that its words are quoted from
    the page they stand on. A quote of the sentence is its part on the first page.
    """
    joined = list(pages)
    for number in range(1, len(joined)):
        before, after = _last_with_blocks(joined, number), joined[number]
        if before is None or not after.blocks:
            continue
        head, tail = joined[before].blocks[-1], after.blocks[0]
        if not _is_cut(head, tail):
            continue
        whole, rest = _join(head, tail)
        joined[before] = replace(joined[before], blocks=(*joined[before].blocks[:-1], whole))
        joined[number] = replace(after, blocks=(*rest, *after.blocks[1:]))
    return joined


def _last_with_blocks(pages: Sequence[Page], number: int) -> int | None:
    """The page before, or the one before that where a page holds no blocks but a picture."""
    return next((n for n in range(number - 1, max(number - 3, -1), -1) if pages[n].blocks), None)


def _is_cut(head: Block, tail: Block) -> bool:
    return (
        head.kind in FLOWING
        and tail.kind in FLOWING
        and len(head.text) >= SHORTEST_CUT
        and not ENDED.search(head.text)
        and tail.text[:1].islower()
    )


def _join(head: Block, tail: Block) -> tuple[Block, tuple[Block, ...]]:
    end = SENTENCE_END.search(tail.text)
    cut = end.end() if end else len(tail.text)
    words = tail.text[:cut].strip()
    passage = head.passage
    origins = passage.origins or tuple(range(len(passage.text)))
    # Words on the next page have no place on this one: they lean on its last character.
    beyond = (origins[-1],) * (len(words) + 1)
    whole = Passage(f"{passage.text} {words}", passage.raw, passage.span, origins + beyond)
    rest = tail.passage.part(cut)
    kept = (replace(tail, passage=rest),) if rest.text else ()
    return replace(head, passage=whole), kept
