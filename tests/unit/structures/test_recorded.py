"""Meetings that a publisher's system holds as data."""

from collections.abc import Sequence
from datetime import date

import pytest

from pipelines.documents import Passage, RecordedMeeting, RecordedPerson, Span
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.structures.recorded import (
    place_recorded_board,
    read_recorded_people,
    recorded_meeting_type,
)

REGISTERS = load_registers(REFERENCE)
KENT = "kent-county-council"


def passage(words: str) -> Passage:
    return Passage(words, words, Span(1, 1))


def person(name: str, **values: str) -> RecordedPerson:
    told = {"role": "", "attendance": "Present", "party": "", "ward": "", "representing": ""}
    return RecordedPerson(passage(name), name, None, **{**told, **values})


def meeting(
    title: str = "Harbours & Coast Panel",
    body: str = "Kent County Council",
    council_id: str | None = None,
    status: str = "Confirmed",
    people: Sequence[RecordedPerson] = (),
) -> RecordedMeeting:
    return RecordedMeeting(
        board=passage(title),
        body=body,
        council_id=council_id,
        head=passage("08/02/2026"),
        meeting_date=date(2026, 2, 8),
        start_time="",
        venue="",
        status=passage(status),
        people=tuple(people),
        items=(),
    )


@pytest.mark.parametrize(
    ("title", "body", "board_id", "council_id"),
    [
        ("Harbours & Coast Panel", "Kent County Council", f"{KENT}/harbours-and-coast-panel", KENT),
        ("Cabinet", "Kent County Council", f"{KENT}/cabinet", KENT),
        ("Quay Panel", "Weir Joint Arrangement", "weir-joint-arrangement/quay-panel", None),
        (
            "Improvement & Innovation Board",
            "Local Government Association",
            "improvement-and-innovation-board",
            None,
        ),
        ("Tide Sub-Group", "Local Government Association", "tide-sub-group", None),
    ],
)
def test_a_board_has_the_id_that_its_papers_give(
    title: str, body: str, board_id: str, council_id: str | None
) -> None:
    board = place_recorded_board(meeting(title, body), REGISTERS, "a" * 16)
    assert (board.board_id, board.body_council_id) == (board_id, council_id)


@pytest.mark.parametrize(
    ("printed", "status", "mode", "capacity", "is_known"),
    [
        ("Present", "present", None, "member", True),
        ("PRESENT,  virtual", "present", "virtual", "member", True),
        ("Present, as substitute", "present", None, "substitute", True),
        ("In attendance", "present", None, "in_attendance", True),
        ("Apologies", "apologies", None, "member", True),
        ("Absent", "absent", None, "member", True),
        ("Expected", "not_recorded", None, "member", True),
        ("", "not_recorded", None, "member", True),
        ("Joined the tide", "not_recorded", None, "member", False),
    ],
)
def test_a_word_of_a_register_says_who_came(
    printed: str, status: str, mode: str | None, capacity: str, is_known: bool
) -> None:
    row = person("Councillor Ann Bee", attendance=printed, role="Committee Member")
    (found,) = read_recorded_people(meeting(people=[row]), REGISTERS)
    assert (found.word.status, found.word.mode, found.capacity, found.is_word_known) == (
        status,
        mode,
        capacity,
        is_known,
    )


@pytest.mark.parametrize(
    ("row", "name", "is_officer"),
    [
        (person("Cllr Ben O'Rourke", role="Chair"), "Ben O'Rourke", False),
        (person("Eve Ladd", role="Democratic Services Officer"), "Eve Ladd", True),
        (person("Councillor Eve Ladd", role="Officer"), "Eve Ladd", False),
        (person("Ngozi van der Quay-Tern MBE", ward="Quay"), "Ngozi van der Quay-Tern", False),
        (person("Vacancy"), None, False),
    ],
)
def test_a_row_names_a_member_an_officer_or_nobody(
    row: RecordedPerson, name: str | None, is_officer: bool
) -> None:
    (found,) = read_recorded_people(meeting(people=[row]), REGISTERS)
    assert (found.person.name if found.person else None, found.is_officer) == (name, is_officer)


@pytest.mark.parametrize(
    ("site", "row", "council_id"),
    [
        (KENT, person("Councillor Ann Bee", ward="Devon"), KENT),
        (KENT, person("Ann Bee", role="Independent Person"), None),
        (None, person("Councillor Ann Bee", ward="Charlestown"), None),
        (None, person("Councillor Ann Bee", ward="Devon County Council"), "devon-county-council"),
        (
            None,
            person("Ann Bee", representing="Devon County Council", ward="Kent County Council"),
            "devon-county-council",
        ),
        (None, person("Ann Bee (Devon County Council)"), "devon-county-council"),
        ("no-such-council", person("Councillor Ann Bee", ward="Quay"), None),
    ],
)
def test_a_member_sits_on_the_council_that_the_row_shows(
    site: str | None, row: RecordedPerson, council_id: str | None
) -> None:
    record = meeting(council_id=site, people=[row])
    (found,) = read_recorded_people(record, REGISTERS)
    assert (found.council.council_id if found.council else None) == council_id


@pytest.mark.parametrize(
    ("status", "kind"),
    [("Confirmed", None), ("Confirmed; Budget Council", "budget"), ("Confirmed; webcast", None)],
)
def test_the_words_behind_a_status_may_give_the_kind_of_meeting(
    status: str, kind: str | None
) -> None:
    record = meeting("Cabinet", status=status)
    board = place_recorded_board(record, REGISTERS, "a" * 16)
    assert recorded_meeting_type(record, board, REGISTERS) == kind
