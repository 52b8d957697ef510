"""Why a line of minutes or of an agenda was read as it was: labels, names, numbers, rows.

Nothing is decided here: the lines are read by what the extractors use, and shown with their rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.documents import Kind, Passage, Span, parse_locator
from pipelines.extraction.explanation import MEETING_FACTS, PaperRead, fact_values, is_at
from pipelines.privacy.contacts import mask_contacts, without_contacts
from pipelines.reference.registers import Registers
from pipelines.schema.records import Record
from pipelines.structures.attendance.roll_labels import RollLabel, label_of
from pipelines.structures.attendance.rolls import roll_labels
from pipelines.structures.minutes.outcomes import is_told
from pipelines.structures.minutes.patterns import DOTTED, MINUTE_NUMBERED, NUMBERED
from pipelines.structures.names.lists import NamedPerson, read_names
from pipelines.structures.names.patterns import BRACKET, WORDS_OF_PROSE
from pipelines.structures.sections import Section, split_sections


@dataclass(frozen=True, slots=True)
class LineTold:
    """One line of a paper about meetings and people.

    Attributes:
        meeting: The board and day of the minutes that the line is part of; None outside minutes.
        marks: What the line says of itself: a label, a number, a word for a decision.
        names: Each name in it, with what else was read of the person.
        facts: The rows of the warehouse that it gave.
        reason: Why it gave none; None if it gave some.
    """

    locator: str
    line: str
    meeting: str | None
    marks: tuple[str, ...]
    names: tuple[str, ...]
    facts: tuple[dict[str, str], ...]
    reason: str | None


def explain_lines(read: PaperRead, place: Span | None = None) -> list[LineTold]:
    """Every line at a place; without a place, those that gave rows or have names below a label."""
    kept = [
        (table, cleaned)
        for table in MEETING_FACTS
        for record in read.kept.get(table, ())
        if (cleaned := without_contacts(record)) is not None
    ]
    found: list[LineTold] = []
    for section in split_sections(read.document, read.registers):
        for passage, label in _lines(section, read.registers):
            if place is not None and not is_at(passage.span, place):
                continue
            told = _told(passage, label, section, kept, read)
            if place is not None or told.facts or (label and told.names):
                found.append(told)
    return found


def _lines(section: Section, registers: Registers) -> Iterator[tuple[Passage, RollLabel | None]]:
    """The lines of minutes with the label that their names are under; other lines without."""
    if section.kind == "note":
        yield from roll_labels(section.blocks, registers)
        return
    for block in section.blocks:
        if block.kind is not Kind.TABLE:  # rows are explained with their table
            yield block.passage, None


def _told(
    passage: Passage,
    label: RollLabel | None,
    section: Section,
    kept: Sequence[tuple[str, Record]],
    read: PaperRead,
) -> LineTold:
    registers = read.registers
    opened = label_of(passage.text, registers.roll_words)
    names = read_names(passage.part(opened[1] if opened else 0), registers).people
    facts = tuple(fact_values(table, record) for table, record in kept if _is_from(record, passage))
    is_note = section.kind == "note"
    board = section.board.name if section.board else read.paper.board_name or "unnamed body"
    marks = tuple(_marks(passage, opened, label, registers))
    return LineTold(
        locator=passage.span.locator,
        line=mask_contacts(passage.text),
        meeting=f"{board}, {section.meeting_date or 'no day'}" if is_note else None,
        marks=marks,
        names=tuple(map(_name, names)),
        facts=facts,
        reason=None if facts else _reason(passage, names, label, marks, is_note=is_note),
    )


def _is_from(record: Record, passage: Passage) -> bool:
    """Whether a row quotes a line, or a part of it; a web page may be one long line."""
    span = parse_locator(getattr(record, "locator", None) or "")
    quote, words = getattr(record, "quote", None) or "", passage.quote()
    is_here = span is not None and is_at(span, passage.span)
    return is_here and bool(quote) and (quote in words or words in quote)


def _marks(
    passage: Passage,
    opened: tuple[str, int] | None,
    label: RollLabel | None,
    registers: Registers,
) -> Iterator[str]:
    text, words = passage.text, registers.note_words
    if opened:
        yield f"label “{opened[0]}”"
    if label:
        who = "officers and guests" if label.holds_officers else label.capacity
        yield f"below a label for {label.status}, {who}"
    number = MINUTE_NUMBERED.match(text) or DOTTED.match(text) or NUMBERED.match(text)
    if number:
        yield f"number {number['number']}"
    if words.decision.match(text) or words.decision_label.match(text):
        yield "label of decisions"
    if words.action.match(text) or words.action_label.match(text):
        yield "label of actions"
    if words.lead_in.match(text):
        yield "only says who decides or acts"
    if is_told(passage):
        yield "says that something was decided"


def _name(named: NamedPerson) -> str:
    person = named.person
    said = {
        "title": person.title,
        "honours": person.honours,
        "role": person.role,
        "party": person.party,
        "council": person.council,
        "stands in for": named.stands_in_for,
        "remark": named.remark,
    }
    told = ", ".join(f"{name} {value}" for name, value in said.items() if value)
    return mask_contacts(f"{person.name} ({told})" if told else person.name)


def _reason(
    passage: Passage,
    names: Sequence[NamedPerson],
    label: RollLabel | None,
    marks: Sequence[str],
    *,
    is_note: bool,
) -> str:
    """The first thing that is missing for a row."""
    if not is_note:
        return "it is not in the minutes of a meeting, and is not an item of an agenda"
    if names and label is None:
        return "no label above its names says who came or sent apologies"
    if label and WORDS_OF_PROSE.search(BRACKET.sub(" ", passage.text)):
        return "it is a sentence that does not say who came or sent apologies"
    if label and not names:
        return "it has no words that look like a name"
    if names:
        return "a table or another line says it better"
    if marks:
        return "its label or number belongs to the lines around it"
    return "it has no name, no label, no number and no word for a decision"
