"""Reads who came from sentences of minutes, including names after a sentence that is a label."""

import itertools
import re

from pipelines.documents import Passage
from pipelines.notation.words import holds_any
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.absences import APOLOGY_WORDS, sentences_of
from pipelines.structures.attendance.roll_labels import (
    CLAUSE,
    THOSE_PRESENT,
    RollLabel,
    label_of,
    meaning_of,
)
from pipelines.structures.names.lists import NameList, read_names
from pipelines.structures.names.patterns import COUNCILLOR

# Cllr Ann Bee, Cabinet Member for Quays, and Cllr Cee were also present: guests, in a sentence
WERE_THERE = re.compile(
    r"^(?P<names>[^.]{5,200}?)\s(?:was|were)\s(?:also\s(?:present|in attendance)|in attendance)\b",
    re.IGNORECASE,
)
LONGEST_LABEL = 80  # characters of a sentence that is a label


def read_those_present(line: Passage, registers: Registers) -> list[tuple[NameList, RollLabel]]:
    """The names of those present in a sentence, or after a sentence that is a label.

    Shapes: `Those present were Ann Bee and Cy Dee.`, `Apologies. All members present. Ann Bee, Cy
    Dee.`
    """
    told = sentences_of(line) if registers.roll_words.opening.search(line.text) else []
    for sentence in told:
        match = THOSE_PRESENT.search(sentence.text)
        names = read_names(sentence.part(match.end()), registers) if match else None
        if names and names.people:
            return [(names, RollLabel())]
        guests = WERE_THERE.match(sentence.text)
        names = read_names(sentence.part(0, guests.end("names")), registers) if guests else None
        if names and names.people and all(each.person.title for each in names.people):
            return [(names, RollLabel(capacity="in_attendance"))]
    for sentence, after in itertools.pairwise(told):
        opened = (
            label_of(sentence.text, registers.roll_words)
            if len(sentence.text) <= LONGEST_LABEL
            else None
        )
        if opened and opened[1] == len(sentence.text):
            names = read_names(after, registers)
            if names.is_pure:
                return [(names, meaning_of(opened[0], registers.roll_words))]
    return []


def names_under(label: RollLabel, sentence: Passage, registers: Registers) -> NameList:
    """The names of a sentence under a label, none if it may be prose that holds one."""
    names = read_names(sentence, registers)
    if label.title and not names.people:
        names = read_names(sentence, registers, label.title)
    clause = None if names.people else CLAUSE.search(sentence.text)
    if clause:
        whole = read_names(sentence.part(0, clause.start()), registers)
        names = whole if whole.is_pure and len(whole.people) > 1 else names
    is_list = len(names.people) > 1 or bool(COUNCILLOR.search(sentence.text))
    is_list = names.is_pure or (is_list and not holds_any(sentence.text, APOLOGY_WORDS))
    return names if is_list else NameList((), False)
