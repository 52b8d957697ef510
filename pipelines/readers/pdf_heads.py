"""Heads of a table without ruling lines that stand as close to each other as words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.readers.pdf_lines import Fragment, Line, fragment_of

ROWS_BELOW = 8  # a head, in which it is seen what columns there are
FEWEST_GUTTERS = 2  # rows below that leave room where two heads meet


def with_heads_apart(head: Line, below: Sequence[Line]) -> Line:
    """A head cut where two of its words stand as close as words, above columns that are apart."""
    pieces = [part for piece in head.fragments for part in _heads_of(piece, below[:ROWS_BELOW])]
    return head if len(pieces) == len(head.fragments) else replace(head, fragments=pieces)


def _heads_of(piece: Fragment, below: Sequence[Line]) -> list[Fragment]:
    apart = [number for number, word in enumerate(piece.words) if number and word.is_apart]
    if not apart:
        return [piece]
    gutters = [
        (left.right, right.left)
        for line in below
        for left, right in pairwise(line.fragments)
        if left.right > piece.left and right.left < piece.right
    ]
    cuts = [
        number
        for number in apart
        if sum(
            left < piece.words[number].left and right > piece.words[number - 1].right
            for left, right in gutters
        )
        >= FEWEST_GUTTERS
    ]
    bounds = [0, *cuts, len(piece.words)]
    return [fragment_of(piece.words[start:end], piece.font) for start, end in pairwise(bounds)]
