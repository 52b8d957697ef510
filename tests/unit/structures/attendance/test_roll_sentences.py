"""Sentences that tell who came."""

import pytest

from pipelines.structures.attendance.roll_labels import RollLabel
from pipelines.structures.attendance.roll_sentences import LONGEST_LABEL, read_those_present
from tests.unit.structures.paper import line, registers


def those_present(text: str) -> list[tuple[list[str], RollLabel]]:
    return [
        ([each.person.name for each in names.people], label)
        for names, label in read_those_present(line(text), registers())
    ]


BOTH = ["Ann Fenn", "Cy Moss"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Those present were Ann Fenn and Cy Moss.", [(BOTH, RollLabel())]),
        ("It began. Members in attendance were: Ann Fenn, Cy Moss.", [(BOTH, RollLabel())]),
        ("All members present. Ann Fenn, Cy Moss.", [(BOTH, RollLabel(title="Cllr"))]),
        ("Apologies. Ann Fenn, Cy Moss.", [(BOTH, RollLabel("apologies"))]),
        ("Present: all. Ann Fenn, Cy Moss.", []),
        ("All members present. They asked Ann Fenn for a chart of the quay.", []),
        ("Those absent were Ann Fenn and Cy Moss.", []),
        ("Ann Fenn and Cy Moss came.", []),
    ],
)
def test_sentences(text: str, expected: list[tuple[list[str], RollLabel]]) -> None:
    assert those_present(text) == expected


@pytest.mark.parametrize(("last", "beyond", "count"), [("sent", 0, 1), ("noted", 1, 0)])
def test_a_sentence_that_is_a_label_is_short(last: str, beyond: int, count: int) -> None:
    label = f"Agenda item 1: Apologies absence introductions introduction representatives {last}"
    assert len(label) == LONGEST_LABEL + beyond
    assert len(those_present(f"{label}. Ann Fenn, Cy Moss.")) == count
