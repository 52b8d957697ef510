"""Items of agendas and of notes, since a meeting's note shows its agenda too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.documents import Block, Document, Passage, Row
from pipelines.notation.dates import find_time
from pipelines.reference.registers import Registers
from pipelines.schema.records import AgendaItem, PaperRecord
from pipelines.structures.minutes.lines import has_item_table
from pipelines.structures.minutes.listed_items import read_listed
from pipelines.structures.minutes.notes import read_numbered
from pipelines.structures.minutes.patterns import AGENDA_HEAD
from pipelines.structures.minutes.whole_titles import WholeTitles
from pipelines.structures.section_contents import SectionContents
from pipelines.structures.sections import Section
from pipelines.structures.tables import cell_text, column_of, find_tables

ITEM_HEADING = re.compile(r"^(?:agenda )?items?$|^title$|^subject$|^report$", re.IGNORECASE)
PAGE_HEADING = re.compile(r"^pages?(?: no\.?s?| numbers?)?$", re.IGNORECASE)
TIME_HEADING = re.compile(r"^(?:time|timings?)$", re.IGNORECASE)
# 4, 4.1, 4a, Item 4
ITEM_NUMBER = re.compile(
    r"^(?:item\s+)?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)[.)]?$", re.IGNORECASE
)
# a. Harbour dues / b) Harbour dues / c): a part of an item
ITEM_LETTER = re.compile(r"^\(?(?P<letter>[a-z])[.)](?:\s+|$)")
# 4. Harbour dues (pages 11 - 14)
LISTED_ITEM = re.compile(
    r"^(?P<number>\d{1,3})[.)]?\s+(?P<title>[\"“‘']?[A-Z(].*?)"
    r"(?:(?:(?<!\s)\s++)?\(?\bpages?\s++(?P<page>\d{1,4})\b.*+)?$"
)
FIRST_NUMBER = re.compile(r"\d{1,4}")
FROM_HEADING = "title_from_heading"  # the rule by which a damaged title is made whole
FEWEST_ITEMS = 2  # one numbered line is not an agenda
LONGEST_TITLE = 200  # characters


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of an agenda's table; `others` have heads of their own behind that of titles."""

    page: int | None
    time: int | None
    others: frozenset[int]


def read_agenda_items(
    document: Document,
    registers: Registers,
    paper: PaperRecord,
    contents: Sequence[SectionContents],
) -> list[AgendaItem]:
    """Read the items of the paper's own agenda and of every note in it, in printed order."""
    items: list[AgendaItem] = []
    if paper.board_id and paper.kind != "minutes":
        agenda = _agenda(document, contents[0].section, registers, paper)
        items += _with_whole_titles(agenda, document)
    for each in contents:
        items += _note_items(each, paper)
    return items


def _agenda(
    document: Document, pack: Section, registers: Registers, paper: PaperRecord
) -> list[AgendaItem]:
    for table in find_tables(pack.blocks):
        for number, row in enumerate(table.rows):
            columns = _columns(row)
            if columns:
                titles = WholeTitles(document, [row.passage for row in table.rows])
                return list(_table_items(table.rows[number + 1 :], columns, titles, paper))
    listed = list(_listed_items(pack.blocks, paper))
    numbered = list(_numbered_items(pack, registers, paper))
    found = numbered if len(numbered) > len(listed) else listed
    return found or list(_unnumbered_items(pack, paper))


def _with_whole_titles(items: Sequence[AgendaItem], document: Document) -> Iterator[AgendaItem]:
    """The items, a damaged title as the report of its item prints it."""
    quotes: dict[str, list[str]] = {}
    for item in items:
        quotes.setdefault(item.locator, []).append(item.quote)
    passages = [line for block in document.blocks for line in _printed(block)]
    agenda = [
        each
        for each in passages
        if any(quote in each.quote() for quote in quotes.get(each.span.locator, ()))
    ]
    titles = WholeTitles(document, agenda)
    for item in items:
        whole = titles.of_report(item.item_no, item.title)
        if whole is None:
            yield item
        else:
            yield replace(item, title=whole, is_inferred=True, inference_rule=FROM_HEADING)


def _printed(block: Block) -> Iterator[Passage]:
    yield from [row.passage for row in block.rows] or [block.passage]


def _unnumbered_items(pack: Section, paper: PaperRecord) -> Iterator[AgendaItem]:
    """Items of an agenda without numbers, numbered in printed order."""
    if paper.kind != "agenda_pack":
        return
    for position, title in enumerate(read_listed(pack.blocks), start=1):
        yield _item(
            paper,
            item_no=str(position),
            title=title.text,
            passage=title,
            page=None,
            clock="",
            inference_rule="numbered_by_order",
        )


def _numbered_items(
    pack: Section, registers: Registers, paper: PaperRecord
) -> Iterator[AgendaItem]:
    """Items of an agenda that has no such heading, or has rows without pages."""
    has_table = has_item_table(pack.blocks)
    items = [item for item in read_numbered(pack.blocks, registers) if item.title]
    if not has_table:
        items = [item for item in items if item.item_no]
    if not (has_table or paper.kind == "agenda_pack") or len(items) < FEWEST_ITEMS:
        return
    for position, item in enumerate(items, start=1):
        if item.title:
            yield _item(
                paper,
                item_no=item.item_no or str(position),
                title=item.title.text,
                passage=item.title,
                page=None,
                clock="",
                inference_rule=None if item.item_no else "numbered_by_order",
            )


def _columns(row: Row) -> _Columns | None:
    page = column_of(row, PAGE_HEADING)
    heads = [number for number, head in enumerate(row.texts) if ITEM_HEADING.match(head.strip())]
    if not heads or page is None:
        return None
    title = heads[-1]  # Item may stand above the numbers
    # A column without a head may be the rest of a title that was cut.
    others = {column for column, head in enumerate(row.texts) if head and column > title}
    return _Columns(page, column_of(row, TIME_HEADING), frozenset(others))


def _table_items(
    rows: Sequence[Row], columns: _Columns, titles: WholeTitles, paper: PaperRecord
) -> Iterator[AgendaItem]:
    current = ""
    for row in rows:
        texts = [
            text
            for column, text in enumerate(row.texts[: columns.page])
            if column not in columns.others
        ]
        number = next((m for m in map(ITEM_NUMBER.match, texts[:2]) if m), None)
        if number:
            current = number["number"].lower()
            texts = texts[texts.index(number[0]) + 1 :]
        words = [text for text in texts if text]
        letter = ITEM_LETTER.match(words[0]) if words else None
        if letter:
            words = [text for text in (words[0][letter.end() :], *words[1:]) if text]
        if not words or not current or not (number or letter):
            continue
        title, is_inferred = titles.joined(words)
        yield _item(
            paper,
            item_no=current + (letter["letter"] if letter else ""),
            title=title,
            passage=row.passage,
            page=FIRST_NUMBER.search(cell_text(row, columns.page)),
            clock=cell_text(row, columns.time),
            inference_rule=FROM_HEADING if is_inferred else None,
        )


def _listed_items(blocks: Sequence[Block], paper: PaperRecord) -> Iterator[AgendaItem]:
    """Items of an agenda that is a numbered list: numbers that rise by one under its heading."""
    started, expected = False, 1
    for block in blocks:
        if AGENDA_HEAD.match(block.text):
            started, expected = True, 1
            continue
        match = LISTED_ITEM.match(block.text) if started else None
        if match is None or int(match["number"]) != expected or len(block.text) > LONGEST_TITLE:
            continue
        expected += 1
        yield _item(
            paper,
            item_no=match["number"],
            title=match["title"],
            passage=block.passage,
            page=FIRST_NUMBER.search(match["page"] or ""),
            clock="",
            inference_rule=None,
        )


def _item(
    paper: PaperRecord,
    *,
    item_no: str,
    title: str,
    passage: Passage,
    page: re.Match[str] | None,
    clock: str,
    inference_rule: str | None,
) -> AgendaItem:
    return AgendaItem(
        board_id=str(paper.board_id),
        meeting_date=paper.meeting_date,
        item_no=item_no,
        title=title,
        first_page=int(page[0]) if page else None,
        start_time=find_time(clock),
        note_kind="agenda",
        is_inferred=inference_rule is not None,
        inference_rule=inference_rule,
        locator=passage.span.locator,
        quote=passage.quote(),
        meeting_type=paper.meeting_type,
    )


def _note_items(contents: SectionContents, paper: PaperRecord) -> Iterator[AgendaItem]:
    section = contents.section
    board_id = section.board.board_id if section.board else paper.board_id
    for number, item in enumerate(contents.items, start=1):
        if not (board_id and item.title and item.title.text):
            continue
        yield AgendaItem(
            board_id=board_id,
            meeting_date=section.meeting_date,
            item_no=item.item_no or str(number),
            title=item.title.text,
            first_page=None,
            start_time=None,
            note_kind="minutes",
            is_inferred=item.item_no is None,
            inference_rule=None if item.item_no else "numbered_by_order",
            locator=item.title.span.locator,
            quote=item.title.quote(),
            meeting_type=section.meeting_type,
        )
