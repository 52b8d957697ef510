"""A surname alone in a sentence is the person of that surname and status at the meeting."""

import pytest

from tests.unit.extractors.papers import records_of

NOTE = """\
Note of last Ferry Programme Board meeting

Title: Ferry Programme Board
Date: Thursday 17 March 2016

Attendance

Position\tCouncillor\tCouncil
Chair\tCllr Rowan Fenn\tLeeds City Council
Apologies\tCllr Ash Reed\tWakefield Council
Substitutes\tCllr Moss Sedge\tKent County Council
{more}
1 Welcome

Apologies had been received from Cllr Reed; Cllr Sedge was attending as substitute for Cllr Reed.
"""


def told_in_sentences(more: str = "") -> list[tuple[object, ...]]:
    return [
        (
            each.councillor_name,
            each.status,
            each.capacity,
            each.substitutes_for,
            each.inference_rule,
        )
        for each in records_of(NOTE.format(more=more), "attendance")
        if each.evidence_kind == "prose"
    ]


def test_the_sentence_is_about_the_people_of_the_list() -> None:
    stand_in = ("Moss Sedge", "present", "substitute", "ash-reed", "surname_alone")
    assert stand_in in told_in_sentences()
    assert {name for name, *_ in told_in_sentences()} <= {"Moss Sedge", "Ash Reed"}


@pytest.mark.parametrize("more", ["Members\tCllr Ann Sedge\tEssex County Council\n"])
def test_a_surname_of_two_people_stays_as_printed(more: str) -> None:
    assert ("Sedge", "present", "substitute", "ash-reed", None) in told_in_sentences(more)
