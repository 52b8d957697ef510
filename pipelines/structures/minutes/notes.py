"""The items of a meeting's note: their numbers, titles, decisions and actions."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.documents import Block
from pipelines.notation.dates import find_date
from pipelines.reference.registers import Registers
from pipelines.structures.minutes.item_numbers import is_shouted
from pipelines.structures.minutes.items import NoteItem
from pipelines.structures.minutes.lines import NoteLine, has_item_table, note_lines
from pipelines.structures.minutes.owners import Owners
from pipelines.structures.minutes.patterns import (
    APOLOGIES,
    BUSINESS,
    CALLS_ITEMS,
    FIRST_TITLE,
    NOTE_END,
    NUMBERED,
    ONE_ITEM,
)
from pipelines.structures.minutes.plain_titles import with_plain_titles
from pipelines.structures.minutes.reader import LONGEST_TITLE, NoteReader, is_prose
from pipelines.structures.once import once

# 1. The gate was mended.: where a list begins
LIST_START = re.compile(r"^1[.)]\s")
FEWEST_LISTS = 2  # below headings, for the headings to be the items
FEWEST_ITEMS = 2  # one numbered line may be anything
FEWEST_CALLED = 3  # lines that call themselves items, from the first on
FEWEST_WORDED = 3  # minimum of titles known by their words alone; fewer may be prose
FIRST_ITEMS = 6  # items that are searched for the usual ones
LAST_HEAD_LINE = 80  # lines of navigation that may come above the heading of a page
TITLE_LINES = 4  # lines below that heading, the meeting's own among them


@once
def read_numbered(blocks: Sequence[Block], registers: Registers) -> list[NoteItem]:
    """The items of some business; if none has a number, those under headings, unnumbered.

    The order of trial is: numbered titles, titles followed by text on the same line, titles with
    letters or Roman figures, the title of a page with one item, headings, and last, titles known
    only by their words.
    """
    lines = list(note_lines(blocks, registers.note_words))
    # An attendance list has no lines of items, but may say whose initials the owners are.
    owners = Owners(registers, [line.text for block in blocks for line in block.lines])
    called = [match for line in lines if (match := CALLS_ITEMS.match(line.passage.text))]
    if len(called) >= FEWEST_CALLED and called[0]["number"] == "1":
        return _read(lines, NoteReader.read_called, owners)
    if _restart(lines) and len(titled := _read_titled(lines, owners)) >= FEWEST_WORDED:
        return titled
    numbered = _read(lines, NoteReader.read, owners)
    if len(numbered) >= FEWEST_ITEMS:
        return numbered
    for way in (NoteReader.read_run_on, NoteReader.read_lettered, NoteReader.read_roman):
        items = _read(lines, way, owners)
        if len(items) >= max(FEWEST_ITEMS, len(numbered) + 1):
            return items
    if numbered and _is_usual(numbered[0]):
        return numbered
    titled = _one_item(lines, registers) or _read_titled(lines, owners)
    return titled if len(titled) > len(numbered) else _without_prose(numbered)


def _without_prose(items: list[NoteItem]) -> list[NoteItem]:
    """A lone numbered line; a sentence is one of a list, and what is below it has no title."""
    return [
        replace(item, item_no=None, title=None)
        if item.title and is_prose(item.title.text)
        else item
        for item in items
    ]


def _restart(lines: Sequence[NoteLine]) -> bool:
    """Whether numbers begin again below headings: those of lists, and not of items."""
    above_lists = [
        above
        for above, below in pairwise(lines)
        if LIST_START.match(below.passage.text) and not NUMBERED.match(above.passage.text)
    ]
    headed = [each for each in above_lists if each.is_heading or is_shouted(each.passage.text)]
    return len(headed) >= FEWEST_LISTS


def _is_usual(item: NoteItem) -> bool:
    """Whether an item has a usual first title of a meeting."""
    title = item.title.text if item.title else ""
    return bool(FIRST_TITLE.match(title) or BUSINESS.match(title))


def _read_titled(lines: Sequence[NoteLine], owners: Owners) -> list[NoteItem]:
    """The items under headings; if those are few, under titles known by their words."""
    unnumbered = _read(lines, NoteReader.read_unnumbered, owners)
    if len(unnumbered) >= FEWEST_WORDED:
        return unnumbered
    worded = _read(list(with_plain_titles(lines)), NoteReader.read_worded, owners)
    is_worded = len(worded) >= FEWEST_WORDED and len(worded) > len(unnumbered)
    return worded if is_worded else unnumbered


def begins_business(blocks: Sequence[Block], registers: Registers) -> bool:
    """Whether blocks are the business of a meeting, judged by the usual first items."""
    if has_item_table(blocks):
        return True
    items = read_numbered(blocks, registers)
    titles = [item.title.text for item in items if item.title]
    if len(titles) >= FEWEST_ITEMS and items[0].item_no == "1" and APOLOGIES.search(titles[0]):
        return True
    usual = sum(bool(BUSINESS.match(title)) for title in titles[:FIRST_ITEMS])
    return usual >= FEWEST_ITEMS


def _read(
    lines: Sequence[NoteLine], way: Callable[[NoteReader, NoteLine], None], owners: Owners
) -> list[NoteItem]:
    reader = NoteReader(owners.registers, owners)
    for line in lines:
        if reader.may_end and line.row == 0 and NOTE_END.match(line.passage.text):
            break
        way(reader, line)
    return reader.items


def _one_item(lines: Sequence[NoteLine], registers: Registers) -> list[NoteItem]:
    """The item of a page with only one, under a heading that says so."""
    for position, line in enumerate(lines[:LAST_HEAD_LINE]):
        if not ONE_ITEM.match(line.passage.text):
            continue
        for offset, title in enumerate(lines[position + 1 : position + 1 + TITLE_LINES], start=1):
            text = title.passage.text
            if ONE_ITEM.match(text) or find_date(text) or len(text) > LONGEST_TITLE:
                continue
            reader = NoteReader(registers)
            reader.read_title(title)
            for below in lines[position + 1 + offset :]:
                reader.read_below(below)
            return reader.items
    return []
