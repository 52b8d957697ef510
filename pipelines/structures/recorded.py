"""A meeting that a publisher's system holds as data: its board, its people, its minutes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.documents import Block, Kind, Passage, RecordedItem, RecordedMeeting, RecordedPerson
from pipelines.notation.dates import find_time
from pipelines.reference.authorities.boards import BoardMatch, quiet_title
from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.people.people import Person
from pipelines.reference.people.register_words import AttendanceWord
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import fold, slug
from pipelines.structures.attendance.roll_entries import RollEntry
from pipelines.structures.attendance.rolls import find_roll
from pipelines.structures.heads.called_meetings import read_meeting_type
from pipelines.structures.heads.paper_bodies import PaperBodies
from pipelines.structures.minutes.items import NoteItem
from pipelines.structures.minutes.notes import read_numbered
from pipelines.structures.names.lists import read_names
from pipelines.structures.names.patterns import COUNCILLOR, JOB
from pipelines.structures.section_contents import SectionContents
from pipelines.structures.sections import Section

UNKNOWN_WORD = AttendanceWord("not_recorded", None, None)
FEWEST_WORDS = 2  # of a name that is kept as printed


@dataclass(frozen=True, slots=True)
class RegisteredPerson:
    """One row of a register.

    Attributes:
        person: None if the row names nobody, such as a vacancy.
        word: What the printed word says; `not_recorded` if it is not known.
        is_word_known: Whether it is.
        council: None if the row gives none.
    """

    printed: RecordedPerson
    person: Person | None
    word: AttendanceWord
    is_word_known: bool
    capacity: str
    is_officer: bool
    council: CouncilMatch | None


def place_recorded_board(
    record: RecordedMeeting, registers: Registers, paper_id: str
) -> BoardMatch:
    """The board of a recorded meeting, with the same id as its printed papers give."""
    title = fold(record.board.text)
    body = registers.bodies.resolve(record.body)
    is_ours = body is not None and body == registers.bodies.association
    board = registers.boards.resolve(title) if is_ours else None
    if board is None:
        name = quiet_title(title.split(" ")).replace(" & ", " and ")
        board = BoardMatch(slug(name), name, is_registered=False)
    lines = (record.body,) if record.body else ()
    placed = PaperBodies(paper_id, registers, lines, "", is_ours).place(board)
    if record.body and body is None:
        # A name that no rule knows as that of a body; the source says that it is one.
        placed = replace(
            board, board_id=f"{slug(record.body)}/{board.board_id}", body_name=record.body
        )
    is_site = placed.body_council_id is None and not is_ours and bool(record.council_id)
    council_id = _known_council(record, registers) if is_site else placed.body_council_id
    return replace(placed, body_council_id=council_id)


def recorded_meeting_type(
    record: RecordedMeeting, board: BoardMatch, registers: Registers
) -> str | None:
    """The kind of a meeting, from the committee's title or the words behind its status."""
    status = record.status.text if record.status else ""
    lines = (record.board.text, fold(status.partition(";")[2]))
    called = (line for line in lines if line)
    return read_meeting_type(called, record.meeting_date, board, registers)


def read_recorded_people(record: RecordedMeeting, registers: Registers) -> list[RegisteredPerson]:
    """Everybody in the register of a meeting, in printed order."""
    return [_registered(person, record, registers) for person in record.people]


def recorded_contents(
    record: RecordedMeeting, board: BoardMatch, registers: Registers
) -> list[SectionContents]:
    """The minutes of a meeting as a note, if words of them are published; after an empty pack."""
    pack = SectionContents(Section("pack", board, None, None, None, None, (), ()))
    blocks = [block for item in record.items for block in _note_blocks(item)]
    if not blocks:
        return [pack]
    section = Section(
        kind="note",
        board=board,
        meeting_date=record.meeting_date,
        start_time=find_time(record.start_time),
        venue=record.venue or None,
        head=record.head,
        lead=(),
        blocks=tuple(blocks),
        meeting_type=recorded_meeting_type(record, board, registers),
    )
    items = tuple(_note_item(item, registers) for item in record.items if _note_blocks(item))
    whole = _whole_names(record, registers)
    roll = tuple(_completed(entry, whole) for entry in find_roll(blocks, registers))
    return [pack, SectionContents(section, items=items, roll=roll)]


def _note_blocks(item: RecordedItem) -> list[Block]:
    words = [*item.minutes, *item.decision]
    return [Block(Kind.HEADING, item.title, level=2), *words] if words else []


def _note_item(item: RecordedItem, registers: Registers) -> NoteItem:
    """The item with its decisions: those recorded as such, else those in its minutes."""
    noted = NoteItem(item.number, item.title)
    for found in read_numbered(_note_blocks(replace(item, decision=())), registers):
        noted.decisions += found.decisions
        noted.spoken += found.spoken
        noted.actions += found.actions
    runs = list(_runs(item.decision))
    return replace(noted, decisions=runs, spoken=[]) if runs else noted


def _whole_names(record: RecordedMeeting, registers: Registers) -> dict[str, str]:
    """The name of the only person of the register with a surname, by surname."""
    names: dict[str, set[str]] = defaultdict(set)
    for each in read_recorded_people(record, registers):
        if each.person:
            names[each.person.name.rpartition(" ")[2]].add(each.person.name)
    return {surname: name for surname, (name, *more) in names.items() if not more}


def _completed(entry: RollEntry, whole: dict[str, str]) -> RollEntry:
    """An entry of the minutes with the whole name of the register, if it has a surname alone."""
    person = entry.named.person
    name = whole.get(person.name)
    if name is None or name == person.name:
        return entry
    named = replace(entry.named, person=replace(person, name=name))
    return replace(entry, named=named, rule="surname_alone")


def _runs(blocks: tuple[Block, ...]) -> Iterator[list[Passage]]:
    """The decisions of an item: paragraphs, each with the list below it if it ends in a colon."""
    run: list[Passage] = []
    for block in blocks:
        for line in block.lines:
            goes_on = run and run[0].text.endswith(":") and block.kind is Kind.LIST_ITEM
            if run and not goes_on:
                yield run
                run = []
            run.append(line)
    if run:
        yield run


def _registered(
    printed: RecordedPerson, record: RecordedMeeting, registers: Registers
) -> RegisteredPerson:
    word = registers.register_words.attendance_of(printed.attendance)
    role = registers.roles.resolve(printed.role) if printed.role else None
    is_councillor = bool(COUNCILLOR.search(printed.name))
    has_seat = is_councillor or role is not None or bool(printed.ward or printed.party)
    person = _person(printed, registers)
    said = word or UNKNOWN_WORD
    capacity = said.capacity or (person and person.role) or (role.role if role else "member")
    return RegisteredPerson(
        printed=printed,
        person=person,
        word=said,
        is_word_known=word is not None,
        capacity=capacity,
        is_officer=not has_seat and bool(JOB.search(printed.role)),
        council=_council(printed, person, record, registers),
    )


def _person(printed: RecordedPerson, registers: Registers) -> Person | None:
    """The person of a row; a name that no rule takes apart is kept as printed."""
    person = registers.people.parse(printed.name)
    if person:
        return person
    named = read_names(Passage(printed.name, printed.name, printed.passage.span), registers).people
    if len(named) == 1:
        return named[0].person
    plain = fold(COUNCILLOR.sub(" ", printed.name))
    words = plain.split(" ")
    is_name = len(words) >= FEWEST_WORDS and all(
        word[:1].isupper() for word in (words[0], words[-1])
    )
    return Person(plain) if is_name and not JOB.search(plain) else None


def _council(
    printed: RecordedPerson, person: Person | None, record: RecordedMeeting, registers: Registers
) -> CouncilMatch | None:
    """The authority that somebody sits on.

    It is the site's own for its members. On a site of many it is the one represented, the ward, or
    the one in the name, whichever is in the register; never the site itself.
    """
    on = record.meeting_date
    own = _known_council(record, registers)
    is_ours = own and bool(printed.ward or printed.party or COUNCILLOR.search(printed.name))
    names = [printed.representing, *([] if own else [printed.ward])]
    for name in (*names, person.council if person else None):
        match = registers.councils.resolve(name, on) if name else None
        if match and match.council_id and not match.is_inferred:
            return match
    if own and is_ours:
        return CouncilMatch(own, registers.councils.get(own).name, False, "exact_alias")
    return None


def _known_council(record: RecordedMeeting, registers: Registers) -> str | None:
    """The site's own council, if the register has it."""
    known = registers.councils.index.councils
    return record.council_id if record.council_id in known else None
