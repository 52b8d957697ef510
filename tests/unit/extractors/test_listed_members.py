"""Seats on a board from a list with its groups as headings."""

from pipelines.documents import Span
from pipelines.extraction.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import Record
from tests.unit.extractors.papers import PAPER

GROUPED_AGENDA = """\
Quay & Docks Committee

8 March 2017

Quay & Docks Committee - Membership 2015/2016

Labour (2)

- Cllr Rowan Fenn (Chair), Leeds City Council
- Cllr Ash Lord MBE, Wakefield Council

Conservative (2)

- Cllr Moss Sedge, Kent County Council

Oil 1 au Sodge Obc

Substitutes

- Cllr Bryony Sorrel, Essex County Council

Agenda

1 Apologies
"""


def records(table: str) -> list[Record]:
    document = read_document(GROUPED_AGENDA.encode(), "paper")
    return read_subjects(document, load_registers(REFERENCE), PAPER)[table]


def test_members_under_the_names_of_their_groups_past_a_damaged_line() -> None:
    seats = [
        (seat.meeting_year, seat.councillor_name, seat.role, seat.political_group, seat.council_id)
        for seat in records("board_memberships")
    ]
    assert seats == [
        ("2015/16", "Rowan Fenn", "chair", "Labour", "leeds-city-council"),
        (
            "2015/16",
            "Ash Lord",
            "member",
            "Labour",
            "wakefield-metropolitan-district-council",
        ),
        ("2015/16", "Moss Sedge", "member", "Conservative", "kent-county-council"),
        ("2015/16", "Bryony Sorrel", "substitute", "Conservative", "essex-county-council"),
    ]
    document = read_document(GROUPED_AGENDA.encode(), "paper")
    for seat in records("board_memberships"):
        line = int(seat.locator.removeprefix("l"))
        assert document.holds(seat.quote, Span(line, line))


def test_seats_of_a_group_are_counted() -> None:
    found = [
        (each.rule, each.subject, each.expected, each.observed) for each in records("findings")
    ]
    assert found == [("seats_disagree", "Conservative", "2", "1")]
