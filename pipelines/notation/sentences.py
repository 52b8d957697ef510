"""Splits a paragraph into sentences, as passages that keep their place and their words."""

import re

from pipelines.documents import Passage

# A full stop, question or exclamation mark, perhaps a closing quote, then space and a new start.
SENTENCE_END = re.compile(r"[.?!][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9£])")
# Abbreviations whose full stop does not end a sentence: e.g. No. 4, Dr. Hill, i.e. this
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|no|nos|para|paras|drs?|mrs?|ms|prof|revd?|hon|capt|col"
    r"|st|cllrs?|alds?|cyngh?|ll|vs|approx|c)|\b[A-Z])\.$",
    re.IGNORECASE,
)
LONGEST_ABBREVIATION = 8  # characters: text before these need not be searched
# The number or letter that opens a paragraph: 4. or 2.3 or 1.2.1 or a) or (iv) or 4 before a
# capital; 4 before a small letter counts something
PARAGRAPH_NUMBER = re.compile(
    r"^(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)]|\(?[a-z]{1,4}\))\s+(?=\S)"
)
BARE_NUMBER = re.compile(r"^(\d{1,3})\s+(?=[^a-z\s])")


def sentences(passage: Passage, *, is_numbered: bool = True) -> list[Passage]:
    """The sentences of a passage, each with its own words as printed in the paper.

    The number that opens a paragraph is left out.

    Args:
        passage: A paragraph.
        is_numbered: Whether a bare number before a capital is that of the paragraph: `4 Members`.
    """
    text = passage.text
    number = PARAGRAPH_NUMBER.match(text) or (BARE_NUMBER.match(text) if is_numbered else None)
    start = number.end() if number else 0
    found = []
    for end in SENTENCE_END.finditer(text, start):
        head = text[start : end.end()].rstrip()
        if ABBREVIATION.search(head, max(0, len(head) - LONGEST_ABBREVIATION)):
            continue
        found.append(passage.part(start, end.end()))
        start = end.end()
    found.append(passage.part(start))
    return [sentence for sentence in found if sentence.text]
