"""Whether a paper is the record of a meeting: what its lines say for it and against it is added up.

A list of members, a resolution that a report quotes, or a word of the title alone decides nothing.
"""

import re
from collections.abc import Callable, Sequence

from pipelines.documents import Document
from pipelines.notation.dates import find_date
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.attendance_registers import find_registers
from pipelines.structures.attendance.rolls import has_roll
from pipelines.structures.heads.head_lines import head_lines
from pipelines.structures.minutes.lines import has_resolutions
from pipelines.structures.minutes.patterns import AGENDA_HEAD, ONE_ITEM
from pipelines.structures.once import once
from pipelines.structures.people.tables import find_people_tables

# What a piece of evidence counts: above nothing it speaks for a record
WEIGHTS = {
    "is called minutes": 8,
    "says that the meeting was held": 6,
    "shows the minutes of an item": 6,
    "says who was excused": 8,
    "has a label of those present": 3,
    "lists people as present": 2,
    "has a table of who came": 4,
    "has a label of an outcome": 2,
    "has a table of resolutions": 4,
    "reports what was done": 1,
    "is called an agenda": -4,
    "says that the meeting is ahead": -4,
    "is called a report": -4,
    "has a heading of a report": -2,
    "was issued before": -2,
    "says what is to be done": -1,
    "asks its readers": -1,
    "gives the pages of an item": -1,
}
LEAST = 4  # for a record
# Lines of one kind that count: a long report says much, and a long agenda has many tasks
MOST = {
    "reports what was done": 4,
    "has a heading of a report": 3,
    "says what is to be done": 3,
    "asks its readers": 2,
    "gives the pages of an item": 3,
}
# Minutes, Cofnodion / Minutes, Draft minutes of, Agenda, decisions and draft minutes
MINUTES_LINE = re.compile(
    r"^(?:agenda and decisions\b|(?:agenda,?\s*(?:decisions?\s*)?(?:and|,|&)\s*)?"
    r"(?:(?:draft|unconfirmed|approved|public|printed|decisions and)\s+(?:\([^()]*\)\s+)?)*"
    r"(?:minutes|minute of|notes? of)\b(?!\s+of\s+(?:the\s+)?(?:last|previous))"
    r"|(?:cofnodion|minutes)\s*/\s*(?:cofnodion|minutes)\b|cofnodion (?:cyfarfod|y cyfarfod)\b)",
    re.IGNORECASE,
)
# Full Council - Minutes, ANNUAL GENERAL MEETING MINUTES: endings of a title
ENDS_MINUTES = re.compile(
    r"^(?!\d)(?:.{3,60}\s[–—-]\s+(?:draft\s+)?(?:\w+\s*/\s*)?"
    r"|.{0,60}\b(?:meeting|committee|board|council|cabinet|agm)\s(?:draft\s)?)minutes$",
    re.IGNORECASE,
)
# The following document is the minutes of the Harbour meeting
THESE_ARE = re.compile(r"\b(?:is|are)\s(?:the\s)?(?:draft\s)?minutes of\b", re.IGNORECASE)
# The meeting was held by telephone on 3 March 2017; A meeting of the Board took place ...
WAS_HELD = re.compile(
    r"^(?:the|this|a|an)\s(?!.{0,20}\b(?:last|previous|next|first)\b).{0,80}?\bmeeting\b.{0,80}?"
    r"\b(?:was held|took place)\b",
    re.IGNORECASE,
)
# Public agenda pack, Notice of meeting, Summons, You are hereby summoned: opens an agenda
AGENDA = re.compile(
    r"^(?:(?:\w+\s+){0,3}agenda\b(?! item)|notice of (?:a |the )?meeting\b|summons(?:\W*$|\s+to\b)"
    r"|(?:you|members|councillors) are (?:hereby )?summoned\b|notice is hereby given\b)",
    re.IGNORECASE,
)
# Committee details, Membership, Browse meetings: a page that lists, and records no meeting
LISTING = re.compile(
    r"^(?:committee details\b|(?:committee )?membership\b|browse meetings\b)", re.IGNORECASE
)
# Report to Cabinet, Report: Harbour dues: the title of a report
REPORT = re.compile(r"^report(?:\s(?:to|of|by)\b|\s?:)", re.IGNORECASE)
# A committee system prints these above the text of an item's minutes
ITEM_MINUTES = re.compile(r"^(?:minutes|cofnodion)\s*:$", re.IGNORECASE)
# Apologies were received from Cllr Bee: said of a meeting that was held
WAS_EXCUSED = re.compile(
    r"^(?:an\s+)?apolog(?:y|ies)\b[^.]{0,40}\b(?:was|were|had been|have been)\b", re.IGNORECASE
)
# Dredging (Pages 3 - 10)
PAGES = re.compile(r"\(pages?\s\d{1,4}(?:\s?[-–]\s?\d{1,4})?\)", re.IGNORECASE)
NAME_LINES = 6  # lines from the top that may call the paper minutes
TITLE_LINES = 12  # lines from the top that may say that the page shows one item
LONGEST_TITLE = 120  # characters
OPENING_LINES = 60  # lines that may say that the meeting is ahead
LINES = 400  # lines that are read; a paper that is still undecided after them is no record


@once
def is_minutes(document: Document, registers: Registers) -> bool:
    """Whether a paper as a whole is the record of a meeting."""
    top, blocks = _top(document), document.blocks
    if any(ONE_ITEM.match(text) for text in top[:TITLE_LINES]) and has_roll(blocks, registers):
        return True
    evidence = weigh(document, registers)
    # The costliest questions come last, where they decide.
    if evidence < LEAST:
        tables = find_people_tables(blocks, registers)
        evidence += WEIGHTS["has a table of who came"] * bool(find_registers(tables, registers))
    if evidence < LEAST <= evidence + WEIGHTS["lists people as present"]:
        return has_roll(blocks, registers)
    return evidence >= LEAST


@once
def weigh(document: Document, registers: Registers) -> int:
    """What the words of a paper say for a record of a meeting, less what they say against it."""
    top, blocks, words = _top(document), document.blocks, registers.paper_words
    lines = [line.text for block in blocks for line in block.lines][:LINES]
    opening = [*top[:1], *lines[:OPENING_LINES]]

    def count(name: str, texts: Sequence[str], says: Callable[[str], object]) -> int:
        return WEIGHTS[name] * min(MOST.get(name, 1), sum(bool(says(text)) for text in texts))

    return sum(
        (
            WEIGHTS["is called minutes"] * _is_called_minutes(top[: NAME_LINES + 1], registers),
            count("says that the meeting was held", top, _was_held),
            count("shows the minutes of an item", lines, ITEM_MINUTES.match),
            count("says who was excused", lines, WAS_EXCUSED.match),
            count("has a label of those present", lines, words.present.search),
            count("has a label of an outcome", lines, words.outcome.match),
            WEIGHTS["has a table of resolutions"] * has_resolutions(blocks),
            count("reports what was done", lines, words.reports.search),
            count("is called an agenda", opening, is_no_record),
            count("says that the meeting is ahead", opening, words.ahead.search),
            count("is called a report", top[: NAME_LINES + 1], REPORT.match),
            count("has a heading of a report", lines, words.report.match),
            count("was issued before", opening, words.issued.search),
            count("says what is to be done", lines, words.task.match),
            count("asks its readers", lines, words.asked.search),
            count("gives the pages of an item", lines, PAGES.search),
        )
    )


def _top(document: Document) -> list[str]:
    """The title of the page, which may be empty, and the first lines of the paper."""
    return [document.title or "", *(line.text for line in head_lines(document))]


def _is_called_minutes(lines: Sequence[str], registers: Registers) -> bool:
    """Whether the first lines call the paper minutes; below the word agenda they are an item.

    A sentence such as "Minutes of 3 March are attached" is about other minutes.
    """
    told = registers.day_words.sentence
    if any(ENDS_MINUTES.match(text) for text in lines):
        return True
    for text in lines:
        is_titled = MINUTES_LINE.match(text) and not told.search(text[:LONGEST_TITLE])
        if is_titled or THESE_ARE.search(text):
            return True
        if is_no_record(text):
            return False
    return False


def is_agenda(text: str) -> bool:
    """Whether a line opens an agenda: Agenda, Notice of meeting, You are hereby summoned."""
    return bool(AGENDA.match(text) or AGENDA_HEAD.match(text))


def is_no_record(text: str) -> bool:
    """Whether a line says that a paper is an agenda or a list, and no record of a meeting."""
    return is_agenda(text) or bool(LISTING.match(text))


def _was_held(text: str) -> bool:
    return WAS_HELD.match(text) is not None and find_date(text) is not None
