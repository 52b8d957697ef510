"""Rows of a table by what they hold: figures, the name of a section, words with no figure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.documents import Row
from pipelines.notation.figures import is_crowded, is_nil, read_figure
from pipelines.structures.figures.sums import PLAIN_TOTAL

YEAR = re.compile(r"^(?:19|20)\d\d$")


def is_section(row: Row, stub: int = 0) -> bool:
    """Whether a row holds words in one cell alone, not right of the labels, or the same in all."""
    place = next((number for number, text in enumerate(row.texts) if text), None)
    if place is None or place > stub:
        return False
    texts = {text for text in row.texts if text}
    return len(texts) == 1 and read_figure(row.texts[place]) is None


def words_of_section(row: Row) -> str:
    """The words of a row that has them in one cell."""
    return next(text for text in row.texts if text)


def is_figures(row: Row) -> bool:
    """Whether a row holds figures, or nothing but a label and signs for nothing."""
    figures = [text for text in row.texts if read_figure(text) is not None or is_crowded(text)]
    if figures:
        return not _are_heads(row, figures)
    rest = [text for text in row.texts[1:] if text]
    return bool(rest) and all(is_nil(text) for text in rest)


def _are_heads(row: Row, figures: Sequence[str]) -> bool:
    """Whether figures are years in order, and no total or count that looks like one."""
    if not all(YEAR.match(text) for text in figures) or PLAIN_TOTAL.match(row.texts[0]):
        return False
    years = list(dict.fromkeys(figures))
    in_order = all(a < b for a, b in pairwise(years)) or all(a > b for a, b in pairwise(years))
    return in_order and not YEAR.match(row.texts[0])


def columns_of_figures(rows: Sequence[Row]) -> set[int]:
    """The columns in which some of the rows has a figure."""
    return {
        column
        for row in rows
        for column, text in enumerate(row.texts)
        if read_figure(text) is not None
    }


def lacks_figures(row: Row, held: set[int], *, is_in_body: bool, is_below_heads: bool) -> bool:
    """Whether a row of a body has words alone, and its cells for figures are blank.

    Heads have words above the figures. The second line of heads may have none, but it has no signs
    for nothing either.
    """
    words = [column for column, text in enumerate(row.texts) if text and not is_nil(text)]
    if len(words) < 2 or not held or any(column in held for column in words):
        return False
    if is_below_heads:
        return any(text and is_nil(text) for text in row.texts)
    return is_in_body
