"""The roll of a meeting in its minutes: who was present, who sent apologies, which officers came.

Labels open it (`PRESENT:`, `In attendance`, `Apologies for absence:`), names follow on the same
line or below, or a sentence gives the apologies.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipelines.documents import Block, Passage, Span
from pipelines.notation.words import holds_any
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.absences import (
    APOLOGIES,
    APOLOGY_WORDS,
    AWAITS,
    Told,
    names_stand_in,
    read_absences,
    read_excused,
    sentences_of,
)
from pipelines.structures.attendance.columns.reading import RollLine
from pipelines.structures.attendance.roll_entries import (
    RollEntry,
    entries_in,
    is_member,
    only_attend,
    whole_roll,
)
from pipelines.structures.attendance.roll_labels import (
    AWAY,
    CHAIR_LABEL,
    DEED,
    GROUP_HEADING,
    GUEST_LABEL,
    NEXT_ITEM,
    NEXT_TITLE,
    NUMBERED_NAMES,
    OTHER_MEMBERS,
    PUBLIC_LABEL,
    RECEIVED,
    STAFF_LABEL,
    SUB_LABEL,
    UNLABELLED,
    RollLabel,
    label_of,
    meaning_of,
    members_label_of,
    pieces,
    unmarked_label_of,
)
from pipelines.structures.attendance.roll_lines import (
    ITEM_MINUTES,
    SYSTEM_LINE,
    TYPED_BULLET,
    roll_lines,
)
from pipelines.structures.attendance.roll_sentences import names_under, read_those_present
from pipelines.structures.names.lists import NameList, read_names
from pipelines.structures.once import once

NOWHERE = RollLine(Passage("", "", Span(1, 1)))  # before the first line
MOST_MISSES = 1  # lines within a roll that are not names, such as a job on its own line
LONGEST_MISS = 80  # characters
FEWEST_UNTITLED = 3  # names on a line with neither label nor title, for it to be a roll
LONGEST_ROLL = 2500  # characters of one line: a full council of a hundred fits
HEAD_BLOCKS = 14  # blocks after the head that may hold names without a label


@dataclass(slots=True)
class _Reader:
    registers: Registers
    entries: list[RollEntry] = field(default_factory=list)
    label: RollLabel | None = None
    misses: int = 0
    presiding: Passage | None = None
    awaited: RollLabel | None = None
    members_attend: bool = False
    members_open: bool = False
    has_members_label: bool = False
    has_attending_label: bool = False
    line: RollLine = NOWHERE
    above_table: RollLabel | None = None
    has_row: bool = False
    labels: list[tuple[Passage, RollLabel | None]] = field(default_factory=list)


def find_roll(blocks: Sequence[Block], registers: Registers) -> list[RollEntry]:
    """Everybody in the minutes of a meeting who is listed as present, as officer, or as absent.

    Args:
        blocks: The blocks of one meeting's minutes.
        registers: The registers of titles, roles and parties.

    Returns:
        In printed order; a person once for each status.
    """
    return whole_roll(_best_reader(blocks, registers).entries)


def roll_labels(
    blocks: Sequence[Block], registers: Registers
) -> list[tuple[Passage, RollLabel | None]]:
    """Each line of the minutes of a meeting, with the label that its names are under."""
    return _best_reader(blocks, registers).labels


def _best_reader(blocks: Sequence[Block], registers: Registers) -> _Reader:
    reader = _read_once(blocks, registers)
    if reader.has_members_label and not any(map(is_member, reader.entries)):
        again = _read(blocks, _Reader(registers, members_open=True))
        reader = again if any(map(is_member, again.entries)) else reader
    if reader.has_attending_label and only_attend(reader.entries):
        reader = _read(blocks, _Reader(registers, members_attend=True))
    return reader


@once
def _read_once(blocks: Sequence[Block], registers: Registers) -> _Reader:
    """The roll as most minutes print it; to find out whether they are minutes, it is read too."""
    return _read(blocks, _Reader(registers))


def _read(blocks: Sequence[Block], reader: _Reader) -> _Reader:
    for number, line in enumerate(roll_lines(blocks, reader.registers)):
        _turn_to(reader, line)
        _read_line(reader, line.passage, number)
        reader.labels.append((line.passage, reader.label))
    return reader


def _turn_to(reader: _Reader, line: RollLine) -> None:
    """Take the label above the table again where the next of its columns begins."""
    before, reader.line = reader.line.column, line
    if line.column is None or line.column == before:
        return
    if not line.column:
        reader.above_table = reader.label
    reader.label, reader.misses = reader.above_table, 0


def has_roll(blocks: Sequence[Block], registers: Registers) -> bool:
    """Whether minutes list anybody as present; a list of members alone may be an agenda's."""
    entries = _read_once(blocks, registers).entries
    return any(entry.status == "present" and not entry.is_officer for entry in entries)


def _read_line(reader: _Reader, line: Passage, number: int) -> None:
    if len(line.text) > LONGEST_ROLL:
        return
    if SYSTEM_LINE.match(line.text):
        if ITEM_MINUTES.match(line.text) and reader.awaited:
            reader.label, reader.awaited, reader.misses = reader.awaited, None, 0
        return
    for piece in pieces(line, reader.registers.roll_words):
        bullet = TYPED_BULLET.match(piece.text) or NUMBERED_NAMES.match(piece.text)
        _read_piece(reader, piece.part(bullet.end()) if bullet else piece, number)


def _read_piece(reader: _Reader, line: Passage, number: int) -> None:
    above, reader.presiding = reader.presiding, line if CHAIR_LABEL.match(line.text) else None
    is_apology = holds_any(line.text, APOLOGY_WORDS)
    first = sentences_of(line)[:1] if is_apology else []
    if first and APOLOGIES.search(first[0].text) and _read_absences(reader, line):
        reader.label = None if line.text.endswith((".", ")")) else RollLabel("apologies")
        return
    opened = _label_of(reader, line, number)
    if opened or (is_apology and AWAITS.search(line.text)):
        reader.label = _meaning_of(reader, opened[0]) if opened else RollLabel("apologies")
        reader.misses = 0
        _preside(reader, above)
        # A request to members may come between the title of the item and its minutes.
        reader.awaited = reader.label if opened and opened[1] == len(line.text) else None
        rest = line.part(opened[1] if opened else len(line.text))
        if rest.text and not _go_on(reader, rest):
            _read_absences(reader, rest)
    elif _read_received(reader, line):
        reader.misses = 0
    elif _read_absences(reader, line) or _read_those_present(reader, line):
        reader.label = None
    elif reader.label is not None:
        _go_on(reader, line)
    elif number < HEAD_BLOCKS and not reader.entries:
        names = read_names(line, reader.registers)
        fewest = 2 if UNLABELLED.match(line.text) else FEWEST_UNTITLED
        if names.is_pure and len(names.people) >= fewest:
            _add(reader, names, RollLabel())


def _read_received(reader: _Reader, line: Passage) -> bool:
    """Read "Received from Cllr Bee. Cllr Cee was absent." below the title of the apologies."""
    is_below = reader.label is not None and reader.label.status == "apologies"
    return is_below and bool(RECEIVED.match(line.text)) and _take(reader, line)


def _label_of(reader: _Reader, line: Passage, number: int) -> tuple[str, int] | None:
    words = reader.registers.roll_words
    opened = label_of(line.text, words)
    if opened is None and reader.label and reader.entries:
        opened = unmarked_label_of(line.text, words)
    if opened and meaning_of(opened[0], words).capacity == "substitute":
        # Alone, or above all names, the label is of a list of members.
        opened = opened if reader.entries and opened[1] < len(line.text) else None
    if opened or number >= HEAD_BLOCKS:
        return opened
    members = members_label_of(line.text)
    reader.has_members_label = reader.has_members_label or members is not None
    return members if reader.members_open else None


def _meaning_of(reader: _Reader, label: str) -> RollLabel:
    """The meaning of a label in this roll: those in attendance, or others, may be its members."""
    is_attending = label.strip() == "in attendance"
    reader.has_attending_label = reader.has_attending_label or is_attending
    if is_attending and reader.members_attend:
        return RollLabel()
    if not reader.entries and OTHER_MEMBERS.match(label):
        return RollLabel(title="Cllr")
    return meaning_of(label, reader.registers.roll_words)


def _read_those_present(reader: _Reader, line: Passage) -> bool:
    """Read who came from a sentence; return whether there was such a sentence."""
    told = read_those_present(line, reader.registers)
    for names, label in told:
        _add(reader, names, label)
    return bool(told)


def _preside(reader: _Reader, above: Passage | None) -> None:
    """Add the chair named on the line right above the label of those present."""
    match = CHAIR_LABEL.match(above.text) if above else None
    if match and above and reader.label and reader.label.status == "present":
        names = read_names(above.part(match.end()), reader.registers)
        _add(reader, names, RollLabel(capacity="chair"))


def _go_on(reader: _Reader, line: Passage) -> bool:
    """A line below a label: a sub-label such as `Chairman:`, more names, or the end."""
    if NEXT_TITLE.match(line.text):
        reader.label = None
    if reader.label is None or _read_sub_label(reader, reader.label, line):
        return True
    is_taken = _take(reader, line)
    reader.has_row = is_taken or (reader.line.is_beside and reader.has_row)
    if is_taken or (reader.line.is_beside and reader.has_row):
        return is_taken  # a job or an organisation in the row of its owner is nobody else
    reader.misses += 1
    if reader.misses > MOST_MISSES or len(line.text) > LONGEST_MISS or NEXT_ITEM.match(line.text):
        reader.label = None
    return False


def _read_sub_label(reader: _Reader, label: RollLabel, line: Passage) -> bool:
    """Read a line that begins with a role, a party or a group; return False for other lines."""
    head, colon, rest = line.text.partition(":")
    role = reader.registers.roles.resolve(head) if colon or not rest else None
    party = reader.registers.parties.resolve(head)
    behind = line.part(len(head) + 1)
    if GROUP_HEADING.match(line.text) and not role:
        return True  # Residents' Group is no label of the public
    if PUBLIC_LABEL.match(head):
        reader.label = None
    elif colon and STAFF_LABEL.match(head):
        staff = RollLabel(capacity="in_attendance", holds_officers=True)
        _add(reader, read_names(behind, reader.registers), staff)
    elif colon and GUEST_LABEL.match(head):
        reader.label = RollLabel(capacity="in_attendance", mode=label.mode)
        _take(reader, behind)
    elif not (role or party) or len(head) >= LONGEST_MISS:
        return False
    elif role and rest:
        _seat(reader, behind, head, role.role)
    elif role and line.text.startswith("(") and reader.entries:
        reader.entries[-1] = replace(reader.entries[-1], capacity=role.role)
    elif role and role.status is None:
        reader.label = replace(label, capacity=role.role, is_of_one=head[-1] not in "sS")
    elif rest:
        _take(reader, behind)
    return True


def _seat(reader: _Reader, behind: Passage, head: str, capacity: str) -> None:
    """Add the names after a sub-label: `Chair: Ann Bee, Cy Dee` gives the seat of the first."""
    label = reader.label or RollLabel()
    first, *others = sentences_of(behind) or [behind]
    names = read_names(first, reader.registers)
    if capacity == "chair":  # who came, even if listed below apologies
        label = replace(label, status="present")
    seated = len(names.people) if head.endswith(("s", "men")) else 1
    _add(reader, replace(names, people=names.people[:seated]), replace(label, capacity=capacity))
    _add(reader, replace(names, people=names.people[seated:]), label)
    for sentence in others:
        _take(reader, sentence)


def _take(reader: _Reader, line: Passage) -> bool:
    """Add the names of a line under the open label; return False if it holds none.

    Sentences after the first count if they hold only names, or excuse somebody.
    """
    first, *others = sentences_of(line) or [line]
    head = SUB_LABEL.match(first.text)
    if not _take_sentence(reader, first.part(head.end()) if head else first):
        return False
    label = reader.label
    for sentence in others:
        inner = SUB_LABEL.match(sentence.text)
        if not _read_absences(reader, sentence) and label:
            names = read_names(sentence.part(inner.end() if inner else 0), reader.registers)
            label = label if names.is_pure else None
            if label:
                _add(reader, names, label)
    return True


def _take_sentence(reader: _Reader, sentence: Passage) -> bool:
    label = reader.label
    if label is None or DEED.search(sentence.text) or AWAY.match(sentence.text):
        return False
    if label.capacity == "substitute" and _read_absences(reader, sentence):
        return True  # Cllr Bee for Cllr Dee
    if label.status == "apologies" and names_stand_in(sentence.text):
        return _tell(reader, read_excused(sentence, sentence.text, reader.registers))
    received = RECEIVED.match(sentence.text) if label.status == "apologies" else None
    sentence = sentence.part(received.end()) if received else sentence
    names = names_under(label, sentence, reader.registers)
    if not names.people:
        return False
    reader.misses, reader.label = 0, label.after_names()
    _add(reader, names, label)
    return True


def _add(reader: _Reader, names: NameList, opened: RollLabel, kind: str = "list") -> None:
    reader.entries += entries_in(reader.line, names, opened, reader.registers, kind)


def _read_absences(reader: _Reader, line: Passage) -> bool:
    """Read apologies and substitutes from sentences; return whether there are any."""
    return _tell(reader, read_absences(line, reader.registers))


def _tell(reader: _Reader, told: Sequence[Told]) -> bool:
    for each in told:
        label = RollLabel(each.status, "substitute" if each.is_substitute else "member")
        _add(reader, NameList((each.named,), True), label, "prose")
    return bool(told)
