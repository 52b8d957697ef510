"""Meetings that a paper says were cancelled or postponed, with the new day if it gives one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.documents import Passage
from pipelines.notation.dates import PrintedDate, find_dates
from pipelines.notation.sentences import sentences
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import name_key
from pipelines.structures.date_lines import LONGEST_LINE

# The meeting was cancelled, the Board will not meet; a council that cancelled its contract called
# off no meeting
SUBJECT = re.compile(
    r"\b(?:meetings?|agm|cyfarfod)\b"
    r"|\b(?:committee|board|panel|cabinet|council|session)\b.{0,40}"
    r"\b(?:is|was|are|were|be|been|being|will)\b",
    re.IGNORECASE,
)
# The Board cancelled, members have postponed: the words name who called it off, and not what
DOER = re.compile(
    r"\b(?:committee|board|panel|cabinet|council|members|officers|clerk|chair\w*|they|it|we)"
    r"(?:\s(?:has|have|had))?(?:\s(?:since|now|also))?\s*$",
    re.IGNORECASE,
)
# If the meeting is cancelled, whether it should be, was not: nothing has happened
SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|should|may|might|could|would|can|when|where)\b"
    r"|\bnot(?:\sbeen)?\s*$|\bin (?:the )?(?:event|case)\b",
    re.IGNORECASE,
)
# At its meeting the Board heard that: what follows was said there, and is not of that meeting
REPORTED = re.compile(
    r"\b(?:agreed|heard|noted|resolved|reported|said|told|informed|advised)\b.{0,40}?\bthat\b",
    re.IGNORECASE,
)
# of the Harbour Committee, on behalf of the Quay Board: which body's meeting
OF_BODY = re.compile(
    r"\b(?:[A-Z][\w&’'-]*+,?\s(?:and\s|of\s|&\s)?){1,6}"
    r"(?:Committee|Board|Panel|Cabinet|Forum|Commission|Group)\b"
)
# - CANCELLED, (Postponed), *CANCELLED*: behind the day of a head, or alone in a line
MARKER = re.compile(r"^\W*+(?:(?:this|the)\s++)?(?:meeting)?\W*+$", re.IGNORECASE)
FROM = re.compile(r"(?<!\s)\s*+from\b", re.IGNORECASE)
HEAD_LINES = 40  # lines that are searched for a note on the paper's own meeting


@dataclass(frozen=True, slots=True)
class CalledOff:
    """One meeting that will not be, or was not, on its day."""

    day: date
    status: str
    new_day: date | None
    passage: Passage


def read_called_off(
    lines: Sequence[Passage], own_day: date | None, board_name: str, registers: Registers
) -> list[CalledOff]:
    """Read what lines say of meetings of a board that were cancelled or postponed.

    Args:
        lines: The lines of the paper outside its tables.
        own_day: The day of the paper's own meeting, which "this meeting" means; None for minutes.
        board_name: The board of the paper; meetings of other bodies are left out.
        registers: The registers of words beside days.
    """
    words = registers.day_words
    found: list[CalledOff] = []
    for number, line in enumerate(lines):
        if not (words.cancelled.search(line.text) or words.postponed.search(line.text)):
            continue
        own = own_day if number < HEAD_LINES else None
        for sentence in sentences(line):
            found += _told(sentence, own, board_name, registers)
    return found


def _told(
    sentence: Passage, own_day: date | None, board_name: str, registers: Registers
) -> Iterator[CalledOff]:
    text, words = sentence.text, registers.day_words
    postponed = words.postponed.search(text)
    match = words.cancelled.search(text) or postponed
    if match is None:
        return
    before, after = text[: match.start()], text[match.end() :]
    if SUPPOSED.search(before) or _is_of_other(text, board_name):
        return
    dates = find_dates(text)
    told_from = max((each.end() for each in REPORTED.finditer(before)), default=0)
    said = [each for each in dates if told_from <= each.start and each.end <= match.start()]
    later = [each for each in dates if each.start >= match.end()]
    is_told = words.sentence.search(before) is not None
    is_marker = MARKER.match(after) is not None and not is_told and _is_head(before, said)
    is_done_by = DOER.search(before) and not match[0].lower().startswith("will")
    is_of_meeting = not is_done_by and SUBJECT.search(text, told_from, match.end()) is not None
    if not (is_marker or is_of_meeting or _opens(before, after)):
        return
    if told_from and not said:
        return  # some other meeting, of which the day is not said
    new_day = _new_day(after, later, match.end(), registers) if postponed else None
    if postponed and later and FROM.match(after):
        # held on 3 March, rearranged from 1 March
        day: date | None = later[0].value
        new_day = said[-1].value if said else None
    elif said:
        day = said[-1].value
    elif later and new_day is None:
        day = None if postponed else later[0].value
    else:
        day = own_day
    if day is not None and day != new_day:
        status = "cancelled" if words.cancelled.search(text) else "postponed"
        yield CalledOff(day, status, new_day, sentence)


def _is_head(before: str, said: Sequence[PrintedDate]) -> bool:
    """Whether words before a marker are a head with its day, or nothing."""
    return len(before) <= LONGEST_LINE and (bool(said) or MARKER.match(before) is not None)


def _opens(before: str, after: str) -> bool:
    """Whether a marker opens a line on a meeting: CANCELLED: meeting of 3 March."""
    return not before.strip(" *(") and SUBJECT.search(after) is not None


def _new_day(
    after: str, later: Sequence[PrintedDate], offset: int, registers: Registers
) -> date | None:
    is_new = later and registers.day_words.new_day.search(after[: later[0].start - offset])
    return later[0].value if is_new else None


def _is_of_other(text: str, board_name: str) -> bool:
    """Whether a sentence names a body other than the board."""
    key = name_key(board_name)
    named = [name_key(match[0]).removeprefix("the ") for match in OF_BODY.finditer(text)]
    return any(not (name.endswith(key) or key.endswith(name) or name in key) for name in named)
