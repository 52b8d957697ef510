"""Answers about one meeting: a Document that holds the meeting as data, and its words as blocks."""

import re

from pipelines.documents import (
    Block,
    Document,
    Kind,
    Page,
    Passage,
    RecordedItem,
    RecordedMeeting,
    RecordedPerson,
    Span,
    fold,
)
from pipelines.notation.dates import find_date
from pipelines.notation.entities import decoded
from pipelines.readers.decoding import decode
from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.html.parser import PageParser
from pipelines.readers.moderngov.elements import Element, read_elements
from pipelines.readers.moderngov.twice_encoded import decoded_passage

MEDIA_TYPE = "application/xml"
LARGEST_ANSWER = 16 * 1024 * 1024  # bytes: a hundred times the longest answer seen
# <?xml version="1.0"?><meeting>...<meetingid>: at the start of a file
ANSWER_START = re.compile(r"^\ufeff?\s*+(?:<\?xml[^>]*+>)?\s*+<meeting>", re.IGNORECASE)
BODIES = ("agendatext", "decisionnonemptyhtmlbody", "minutesnonemptyhtmlbody")


def is_meeting_answer(head: str) -> bool:
    """Whether a file begins as an answer about one meeting."""
    return bool(ANSWER_START.match(head)) and "<meetingid>" in head.lower()


def read_meeting_answer(data: bytes) -> Document:
    """Read an answer about one meeting.

    `Page.lines` holds the lines of the file; of pieces of HTML in it, the visible words.

    Raises:
        UnreadableBytes: It is too large, not XML, or gives no day or no committee.
    """
    if len(data) > LARGEST_ANSWER:
        raise UnreadableBytes(
            f"has {len(data):,} bytes; answers of up to {LARGEST_ANSWER:,} are read"
        )
    source = decode(data).lstrip("\ufeff")
    root = read_elements(source)
    lines = [fold(line) for line in source.split("\n")]
    items = [_Item(each, lines) for each in root.below("agendaitem")]
    record = _record(root, items)
    heading = Block(Kind.HEADING, record.board, level=1)
    blocks = [heading, Block(Kind.PARAGRAPH, record.head)]
    for item in items:
        blocks += item.blocks
    page = Page(number=1, blocks=tuple(blocks), lines=tuple(lines))
    return Document(
        MEDIA_TYPE,
        (page,),
        title=record.board.text,
        source_url=root.words("sourceurl") or None,
        record=record,
    )


class _Item:
    """One item of an agenda, and its words as blocks."""

    def __init__(self, element: Element, lines: list[str]) -> None:
        self.title = _passage(element.child("agendaitemtitle"))
        order = element.words("agendaitemnumber").lstrip("0")  # that of a heading is 0
        self.number = decoded(element.words("fulldisplaynumberformat")).strip(" .") or order or None
        self.bodies = {name: _html_blocks(element.child(name), lines) for name in BODIES}

    @property
    def blocks(self) -> list[Block]:
        """The title, then what the agenda, the decision and the minutes say."""
        title = [Block(Kind.HEADING, self.title, level=2)] if self.title else []
        return [*title, *(block for name in BODIES for block in self.bodies[name])]

    @property
    def record(self) -> RecordedItem | None:
        """The item as data; None if its title is not public."""
        if self.title is None:
            return None
        return RecordedItem(
            number=self.number,
            title=self.title,
            decision=tuple(self.bodies["decisionnonemptyhtmlbody"]),
            minutes=tuple(self.bodies["minutesnonemptyhtmlbody"]),
        )


def _record(root: Element, items: list[_Item]) -> RecordedMeeting:
    head, day = _passage(root.child("meetingdate")), find_date(root.words("meetingdate"))
    board = _board(root)
    if root.name != "meeting" or head is None or day is None:
        raise UnreadableBytes("is an answer of a committee system that gives no day")
    if board is None:
        raise UnreadableBytes("is an answer of a committee system that names no committee")
    places = (root.words("meetingroom"), root.words("meetinglocation"))
    return RecordedMeeting(
        board=board,
        body=decoded(root.words("body")),
        council_id=root.words("councilid") or None,
        head=head,
        meeting_date=day.value,
        start_time=decoded(root.words("meetingtime")),
        venue=", ".join(decoded(place) for place in places if place),
        status=_passage(root.child("meetingstatus")),
        people=tuple(_person(each, root.words("sourceid")) for each in root.below("attendee")),
        items=tuple(record for item in items if (record := item.record)),
    )


def _board(root: Element) -> Passage | None:
    """The committee: as the source names it, else as an item or a document does."""
    named = _passage(root.child("committeetitle"))
    if named:
        return named
    for name in ("refertocommittee", "committeetitle"):
        found = next((each for each in root.below(name) if each.text.strip()), None)
        if found:
            return _passage(found)
    return None


def _person(element: Element, source_id: str) -> RecordedPerson:
    values = {name: decoded(value) for name, value in element.attributes.items()}
    number = values.get("memberid", "")
    return RecordedPerson(
        passage=Passage(element.raw, element.raw, Span(element.line, element.line)),
        name=values.get("name", ""),
        person_key=f"{source_id}:{number}" if source_id and number else None,
        role=values.get("roledescription", ""),
        attendance=values.get("attendance", ""),
        party=values.get("politicalparty", ""),
        ward=values.get("ward", ""),
        representing=values.get("representing", ""),
    )


def _passage(element: Element | None) -> Passage | None:
    """The words of an element; None if it has none."""
    if element is None or not element.text.strip():
        return None
    before = len(element.raw) - len(element.raw.lstrip())
    first = element.line + element.raw[:before].count("\n")
    last = first + element.raw.strip().count("\n")
    return decoded_passage(fold(element.raw), Span(first, last))


def _html_blocks(element: Element | None, lines: list[str]) -> list[Block]:
    """The blocks of a piece of HTML; its visible words take the place of its lines."""
    if element is None or not element.text.strip():
        return []
    # Blank lines before it make the parser count the lines of the file.
    source = "\n" * (element.line - 1) + element.text
    parser = PageParser(source, sets_aside=False)
    parser.feed(f"{source}\n")
    parser.close()
    count = source.count("\n") + 1
    visible = parser.page.text.lines(count)
    for number in range(element.line, min(count, len(lines))):  # from its second line on
        lines[number] = visible[number]
    if visible[element.line - 1]:
        lines[element.line - 1] += f" {visible[element.line - 1]}"
    return parser.page.blocks
