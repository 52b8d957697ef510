"""Joins paragraphs cut by a page break, up to the end of the sentence."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from pipelines.documents import Block, Kind, Page, Passage
from pipelines.notation.sentences import SENTENCE_END

FLOWING = (Kind.PARAGRAPH, Kind.LIST_ITEM)


def join_cut_paragraphs(pages: Sequence[Page], cut: Collection[int]) -> list[Page]:
    """Pages whose last paragraph holds its sentence to the end, printed on the next page.

    The rest of the paragraph stays a block of the next page, so that its words are quoted from
    their own page. A quote of the sentence is its part on the first page.

    Args:
        pages: All pages of a paper.
        cut: Positions of the pages that begin within a sentence.
    """
    joined = list(pages)
    for number in range(1, len(joined)):
        before, after = joined[number - 1], joined[number]
        if number not in cut or not before.blocks or not after.blocks:
            continue
        head, tail = before.blocks[-1], after.blocks[0]
        if head.kind not in FLOWING or tail.kind not in FLOWING:
            continue
        whole, rest = _join(head, tail)
        joined[number - 1] = replace(before, blocks=(*before.blocks[:-1], whole))
        joined[number] = replace(after, blocks=(*rest, *after.blocks[1:]))
    return joined


def _join(head: Block, tail: Block) -> tuple[Block, tuple[Block, ...]]:
    end = SENTENCE_END.search(tail.text)
    cut = end.end() if end else len(tail.text)
    words = tail.text[:cut].strip()
    passage = head.passage
    origins = passage.origins or tuple(range(len(passage.text)))
    # Words on the next page have no place on this one, so they get that of its last character.
    beyond = (origins[-1],) * (len(words) + 1)
    whole = Passage(f"{passage.text} {words}", passage.raw, passage.span, origins + beyond)
    rest = tail.passage.part(cut)
    kept = (replace(tail, passage=rest),) if rest.text else ()
    return replace(head, passage=whole), kept
