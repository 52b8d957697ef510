"""Which meeting and which item of its agenda each piece of a paper belongs to.

A stretch belongs to an item only if it ends where the same item is marked again, or where the next
item of the agenda begins. Otherwise the beginning of an item was missed, and the stretch has none.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from pipelines.documents import Block, Document, Kind, Passage, Row, Span
from pipelines.notation.dates import find_date
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import name_key
from pipelines.structures.date_lines import is_date_line
from pipelines.structures.minutes.patterns import NOTE_END
from pipelines.structures.section_contents import SectionContents
from pipelines.structures.sections import Section

# Item 3, Agenda item 4b, Item 5 Annex 2: the mark at the top of a report
MARK = re.compile(r"^(?:agenda )?item (?P<number>\d{1,3}[a-z]?)\b", re.IGNORECASE)
# Appendix A is part of many items, so that it is the beginning of none
ANNEX = re.compile(r"^(?:annex|appendix)\b", re.IGNORECASE)
LONGEST_MARK = 80  # characters
MAIN_NUMBER = re.compile(r"^\d{1,9}")
# 12. Harbour dues
BEGINS_WITH_NUMBER = re.compile(r"^(\d{1,3})[.)]?\s+[A-Z]")
FEWEST_ITEMS = 3  # of a note: of one with fewer, most may not have been read

Beginning: TypeAlias = tuple[int, str]


class Piece(NamedTuple):
    """A heading, paragraph or list item, or one row of a table; page and block count from 1."""

    page_no: int
    block_no: int
    block: Block
    row: Row | None = None

    @property
    def passage(self) -> Passage:
        """The words and the place."""
        return self.row.passage if self.row else self.block.passage


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One item of the paper's own agenda, with the place of its line there."""

    item_no: str
    title: str
    locator: str


class Stretch(NamedTuple):
    """Where a piece belongs.

    Attributes:
        section: The section of another meeting; None if it is of the paper's own meeting.
        item_no: The item; None if it is not known.
    """

    section: Section | None = None
    item_no: str | None = None


def pieces_of(document: Document) -> list[Piece]:
    """The pieces of a paper in reading order."""
    placed = [(page.number, block) for page in document.pages for block in page.blocks]
    return [
        Piece(page_no, block_no, block, row)
        for block_no, (page_no, block) in enumerate(placed, start=1)
        for row in (block.rows if block.kind is Kind.TABLE else (None,))
    ]


def find_stretches(
    document: Document,
    pieces: Sequence[Piece],
    contents: Sequence[SectionContents],
    agenda: Sequence[AgendaEntry],
    registers: Registers,
) -> list[Stretch]:
    """The meeting and item of each piece of a paper.

    Args:
        document: The paper.
        pieces: Its pieces in reading order.
        contents: Its sections, the pack first.
        agenda: The items of its own agenda in printed order.
        registers: The registers of words beside days.
    """
    marks = dict(_marks(document, pieces))
    days = _own_days(document, pieces, contents, registers)
    sections = _sections_of(pieces, contents, {*marks, *days})
    own = [place for place, section in enumerate(sections) if section is None]
    listed = {entry.locator: entry.item_no for entry in agenda}
    printed = {place: listed.get(pieces[place].passage.span.locator) for place in own}
    known = {place: number for place in own if (number := marks.get(place) or printed[place])}
    below = [place for place in own if place not in known]
    beginnings = sorted({**dict(_titles(pieces, below, agenda)), **marks}.items())
    order = [entry.item_no for entry in agenda]
    items = {**dict(_stretched(beginnings, order, own)), **known}
    inside: dict[int, list[int]] = {}
    for place, section in enumerate(sections):
        inside.setdefault(id(section), []).append(place)
    for each in contents[1:]:
        items |= dict(_note_items(pieces, each, inside.get(id(each.section), [])))
    return [Stretch(section, items.get(place)) for place, section in enumerate(sections)]


def _marks(document: Document, pieces: Sequence[Piece]) -> Iterator[Beginning]:
    """Where a line says of which item the words below it are."""
    for place, piece in enumerate(pieces):
        number = _marked(piece.passage)
        if number and piece.row is None:
            yield place, number
    for line in document.furniture:
        number = _marked(line)
        if number:
            yield _below(pieces, line.span), number


def _marked(line: Passage) -> str | None:
    mark = MARK.match(line.text) if len(line.text) <= LONGEST_MARK else None
    return mark["number"].lower() if mark else None


def _own_days(
    document: Document,
    pieces: Sequence[Piece],
    contents: Sequence[SectionContents],
    registers: Registers,
) -> Iterator[int]:
    """Where a running line has a date of no section: the day of the paper's own meeting."""
    others = {each.section.meeting_date for each in contents[1:]}
    for line in document.furniture:
        printed = find_date(line.text)
        if printed is None or printed.value in others:
            continue
        if is_date_line(line.text, printed, registers.day_words):
            yield _below(pieces, line.span)


def _below(pieces: Sequence[Piece], span: Span) -> int:
    """The first place below a line; if there is none, the number of pieces."""
    return bisect(pieces, _position(span), key=lambda piece: _position(piece.passage.span))


def _position(span: Span) -> tuple[int, int]:
    return span.page or 1, span.first_line


def _sections_of(
    pieces: Sequence[Piece], contents: Sequence[SectionContents], own: Collection[int]
) -> list[Section | None]:
    """The section of each piece; a note within a pack ends where the pack goes on."""
    by_block = {id(block): each.section for each in contents[1:] for block in each.section.blocks}
    heads = {id(block): each.section for each in contents[1:] for block in each.section.lead}
    found: list[Section | None] = []
    ended: Section | None = None
    for place, piece in enumerate(pieces):
        section = by_block.get(id(piece.block))
        if section is not None and place in own:
            ended = section
        found.append(heads.get(id(piece.block)) or (None if section is ended else section))
    return found


def _titles(
    pieces: Sequence[Piece], own: Sequence[int], agenda: Sequence[AgendaEntry]
) -> Iterator[Beginning]:
    """Where a line is the title of an item of the agenda."""
    titled: dict[str, list[str]] = {}
    for entry in agenda:
        if not ANNEX.match(entry.title):
            titled.setdefault(name_key(entry.title), []).append(entry.item_no)
    numbers = {key: found[0] for key, found in titled.items() if len(found) == 1}
    longest = LONGEST_MARK + max((len(entry.title) for entry in agenda), default=0)
    for place in own:
        text = pieces[place].passage.text
        is_line = pieces[place].block.kind in (Kind.HEADING, Kind.PARAGRAPH)
        number = numbers.get(name_key(text)) if is_line and len(text) <= longest else None
        if number:
            yield place, number


def _stretched(
    beginnings: Sequence[Beginning], order: Sequence[str], places: Sequence[int]
) -> Iterator[Beginning]:
    """The places that belong to an item, each with its number."""
    ranks = _ranks(order)
    is_one_item = not order and len({number for _, number in beginnings}) == 1
    following = [*beginnings[1:], (places[-1] + 1 if places else 0, None)]
    for (start, number), (end, then) in zip(beginnings, following, strict=False):
        rank, last = ranks.get(number, (0, -1))
        next_rank = len(order) if then is None else ranks.get(then, (-1, -1))[0]
        if is_one_item or number == then or rank < next_rank <= last:
            within = places[bisect_left(places, start) : bisect_left(places, end)]
            yield from ((place, number) for place in within)


def _ranks(order: Sequence[str]) -> dict[str, tuple[int, int]]:
    """For each item its rank, and that of the next one that is no part of the same item.

    >>> _ranks(["3", "3a", "4"])
    {'4': (2, 3), '3a': (1, 2), '3': (0, 2)}
    """
    ranks: dict[str, tuple[int, int]] = {}
    last = len(order)
    for rank in reversed(range(len(order))):
        if rank + 1 < len(order) and _main(order[rank + 1]) != _main(order[rank]):
            last = rank + 1
        ranks[order[rank]] = (rank, last)
    return ranks


def _main(number: str) -> str:
    found = MAIN_NUMBER.match(number)
    return found[0] if found else number


def _note_items(
    pieces: Sequence[Piece], contents: SectionContents, places: Sequence[int]
) -> Iterator[Beginning]:
    """The places of a note that belong to an item, numbered as `agenda_items` numbers them."""
    numbered = [
        (item.item_no or str(position), item.title)
        for position, item in enumerate(contents.items, start=1)
    ]
    titles = iter([(number, title.span) for number, title in numbered if title])
    beginnings: list[Beginning] = []
    awaited = next(titles, None)
    for place in places:
        while awaited and _holds(pieces[place].passage.span, awaited[1]):
            beginnings.append((place, awaited[0]))
            awaited = next(titles, None)
    yield from beginnings
    if len(beginnings) < FEWEST_ITEMS:
        return
    first, (last, number) = beginnings[0][0], beginnings[-1]
    texts = {place: pieces[place].passage.text for place in places if place > first}
    ends = (
        place
        for place, text in texts.items()
        if NOTE_END.match(text) or (place > last and _is_later(text, number))
    )
    end = next(ends, len(pieces))
    inside = [place for place in places if place < end]
    yield from _stretched(beginnings, [each for each, _ in numbered], inside)


def _is_later(text: str, number: str) -> bool:
    """Whether a line begins with a higher number than the last item: that of an item not read."""
    begins, last = BEGINS_WITH_NUMBER.match(text), MAIN_NUMBER.match(number)
    return bool(begins and last and int(begins[1]) > int(last[0]))


def _holds(span: Span, inner: Span) -> bool:
    return span.page == inner.page and span.first_line <= inner.first_line <= span.last_line
