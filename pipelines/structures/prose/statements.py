"""The sentences of a paper, each with its context: heading, lead-in, paragraph."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipelines.documents import Block, Document, Kind, Passage
from pipelines.notation.dates import MONTH, WEEKDAYS
from pipelines.notation.sentences import BARE_NUMBER, sentences

# 7. The harbour scheme: a separate paragraph, not an item of the list above it
NEW_PARAGRAPH = re.compile(r"^\d{1,3}[.)]?\s+[\"“‘']?[A-Z]")
# Background, Next steps, Appendix B: headings of every report, without a subject
PLAIN_HEADING = re.compile(
    r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s+)?(?:background|introduction|issues?|summary"
    r"|purpose(?: of report)?|next steps|conclusions?|recommendations?|actions?|decisions?"
    r"|discussion|key (?:facts|issues|messages)|(?:financial|legal|equalit\w+) implications"
    r"|appendix(?: \w{1,3})?|annex(?: \w{1,3})?"
    r"|(?:agenda )?item \w{1,3}(?: appendix \w{1,3})?|contents|overview)\W*$",
    re.IGNORECASE,
)
# Venue: Town Hall, or Contact officer: Ann Bee: a label and its value
LABEL_LINE = re.compile(
    r"^(?:date|time|day|venue|location|place|contact|tel|telephone|phone|fax|e-?mail|website|from|to|cc"
    r"|author|title|subject|ref|reference|status|chair|clerk|present|apologies|report by|wards?"
    r"|enquiries|copies|lead|key decision|portfolio|purpose"
    r"|(?:[\w-]+ ){0,3}(?:officer|member|number)s?)"
    r"\s?:\s",
    re.IGNORECASE,
)
# 16 September 2019: the date of the paper, at the head of a page
COUNTED_ITEM = re.compile(r"^\d{1,3}\s+[A-Z]")  # 47 Conservative
LETTERED = re.compile(r"^(?:\([a-z]{1,3}\)\s|[a-z])")  # (a) at least 40; or an item without a mark
DATE_LINE = re.compile(
    rf"^(?:(?:{'|'.join(WEEKDAYS)}),?\s)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH})\s\d{{4}}$",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"^(\d{1,3}(?:\.\d{1,3})*[.)]?)\s")
ENDED = re.compile(r"[.,;:!?][\"”’')\]]*$")
MOST_HEADINGS = 3
# a paper with so many headings marks them all: a short line is then a scrap of a slide
MARKED_HEADINGS = 5
LONGEST_HEADING = 120  # characters: a longer line is a sentence that lost its stop


class Paragraph(NamedTuple):
    """A heading, paragraph or list item, its place among the blocks, and its sentences."""

    block: Block
    position: int
    sentences: tuple[Passage, ...]


class Statement(NamedTuple):
    """One sentence and its context.

    Attributes:
        sentence: The sentence, without the number that opens its paragraph.
        before: The sentences before it in the same paragraph.
        headings: The headings above with a subject, nearest first, three at most; for a
            heading, itself first.
        lead_in: The opening of the list that contains the sentence, such as `We will:`.
        before_lead_in: The sentences before the lead-in in its paragraph.
        front: The headings at the head of the paper, before its first sentence, nearest first.
    """

    sentence: Passage
    before: tuple[Passage, ...]
    headings: tuple[Passage, ...]
    lead_in: Passage | None
    before_lead_in: tuple[Passage, ...] = ()
    front: tuple[Passage, ...] = ()

    @property
    def heading(self) -> str:
        """The words of the nearest heading; empty if there is none."""
        return self.headings[0].text if self.headings else ""

    @property
    def parents(self) -> tuple[Passage, ...]:
        """The nearest heading, and those above that are numbered or at the head of the paper.

        One that is neither may be of a part of its own; all are those of a heading itself.
        """
        if self.is_heading:
            return self.headings
        rest = (each for each in self.headings[1:] if NUMBERED.match(each.text))
        return (*self.headings[:1], *rest, *self.front)

    @property
    def is_heading(self) -> bool:
        """Whether the sentence is a heading itself."""
        return bool(self.headings) and self.headings[0] is self.sentence


def titles_of(statement: Statement, title: str | None) -> list[str]:
    """The title of a paper, and the headings at its head."""
    return [*([title] if title else []), *(each.text for each in statement.front)]


def read_paragraphs(document: Document) -> list[Paragraph]:
    """All headings, paragraphs and list items in reading order; tables left out."""
    blocks = [
        (position, block)
        for position, block in enumerate(document.blocks)
        if block.kind is not Kind.TABLE
    ]
    numbers = {number for _, block in blocks if (number := _bare_number(block.text))}
    return [
        Paragraph(
            block, position, tuple(sentences(block.passage, is_numbered=_follows(block, numbers)))
        )
        for position, block in blocks
    ]


def _bare_number(text: str) -> int | None:
    number = BARE_NUMBER.match(text)
    return int(number[1]) if number else None


def _follows(block: Block, numbers: set[int]) -> bool:
    """Whether a bare number goes on with those of other paragraphs, and so counts nothing."""
    number = _bare_number(block.text)
    return number is None or number == 1 or number - 1 in numbers


def read_statements(paragraphs: Sequence[Paragraph]) -> list[Statement]:
    """All sentences of paragraphs in reading order; a heading is one whole."""
    marked = sum(each.block.kind is Kind.HEADING for each in paragraphs) >= MARKED_HEADINGS
    statements: list[Statement] = []
    headings: tuple[Passage, ...] = ()
    lead_in: Passage | None = None
    before_lead_in: tuple[Passage, ...] = ()
    front: tuple[Passage, ...] | None = None
    for paragraph in paragraphs:
        block, found = paragraph.block, paragraph.sentences
        if block.kind is Kind.HEADING if marked else is_heading(block):
            if not (PLAIN_HEADING.match(block.text) or DATE_LINE.match(block.text.strip())):
                headings = (block.passage, *_above(block.text, headings))[:MOST_HEADINGS]
            statements.append(Statement(block.passage, (), headings, None, (), front or ()))
            lead_in = None
            continue
        if front is None:
            front = headings
        if not _belongs_to_list(block):
            lead_in = None
        for position, sentence in enumerate(found):
            above = before_lead_in if lead_in else ()
            statements.append(
                Statement(sentence, found[:position], headings, lead_in, above, front)
            )
        if found and found[-1].text.endswith(":") and lead_in is None:
            lead_in, before_lead_in = found[-1], found[:-1]
    return statements


def _above(text: str, headings: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The headings above a new one: one that is numbered ends those from the last such number."""
    form = _form(text)
    if form is None:
        return headings
    same = [place for place, each in enumerate(headings) if _form(each.text) == form]
    return headings[same[-1] + 1 :] if same else headings


def _form(text: str) -> str | None:
    """How a heading is numbered: `4.` and `12.` are alike, `4.1` is not."""
    number = NUMBERED.match(text)
    return re.sub(r"\d+", "1", number[1]) if number else None


def is_heading(block: Block) -> bool:
    """Whether a block is a heading: marked as one, or a short line without a full stop."""
    if block.kind is Kind.HEADING:
        return True
    return (
        block.kind is Kind.PARAGRAPH
        and len(block.text) <= LONGEST_HEADING
        and not ENDED.search(block.text)
        and not LABEL_LINE.match(block.text)
        and block.text[:1].isalnum()
        and not block.text[:1].islower()
        and any(character.isalpha() for character in block.text)
    )


def _belongs_to_list(block: Block) -> bool:
    """Whether a block continues the list above: an item, or one that lost its bullet."""
    if block.kind is Kind.LIST_ITEM and COUNTED_ITEM.match(block.text):
        return True
    if NEW_PARAGRAPH.match(block.text):
        return False
    return block.kind is Kind.LIST_ITEM or bool(LETTERED.match(block.text))
