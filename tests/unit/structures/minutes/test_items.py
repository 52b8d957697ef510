"""An item as it is gathered: which of its decisions count."""

import pytest

from pipelines.documents import Passage
from pipelines.structures.minutes.items import NoteItem
from tests.unit.structures.paper import line

HEADED, SPOKEN = [[line("To mend it.")]], [[line("Members agreed.")]]


@pytest.mark.parametrize(
    ("decisions", "spoken", "decided"),
    [(HEADED, SPOKEN, HEADED), ([], SPOKEN, SPOKEN), (HEADED, [], HEADED), ([], [], [])],
)
def test_decisions_under_a_heading_come_before_those_of_sentences(
    decisions: list[list[Passage]], spoken: list[list[Passage]], decided: list[list[Passage]]
) -> None:
    assert NoteItem("1", None, decisions, spoken).decided == decided
