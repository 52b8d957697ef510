"""Values that no paper can mean are held back, with their place, and the rest is read."""

import json
from dataclasses import fields
from datetime import date

import pytest

from pipelines.extraction.extract import extract_paper
from pipelines.extraction.implausible_values import MOST_PEOPLE, hold_back
from pipelines.schema.records import AttendanceStatement

HEAD = "Local Government Association\n\nHarbour Board\n\n{day}\n\nReport\n\n"
TABLE = "Leadership programmes 2031/32\n\nRegion\tLA\tNG\nSouth East\t{first}\t4\nWales\t5\t6\n"


def held(text: str) -> list[tuple[str, str, str | None]]:
    frame = extract_paper(text.encode(), "paper.txt").frames["set_aside"]
    return frame.select("table_name", "reason", "locator").rows()


@pytest.mark.parametrize(
    ("sentence", "table", "column"),
    [
        (
            "12345678901 councillors took part in the Leadership Academy.",
            "programme_participation",
            "participants",
        ),
        ("We delivered 2000000 peer challenges.", "peer_challenges", "challenges"),
        (
            "Kent County Council had a peer challenge and saved £99999999999m a year.",
            "peer_challenges",
            "savings_gbp",
        ),
        (
            f"{'9' * 5000} councillors took part in the Leadership Academy.",
            "programme_participation",
            "participants",
        ),
    ],
    ids=["run together", "more than there can be", "all the money", "thousands of digits"],
)
def test_a_number_too_large_is_held_back(sentence: str, table: str, column: str) -> None:
    text = HEAD.format(day="3 March 2031") + sentence
    assert held(text) == [(table, f"implausible_value: {column}", "l9")]


def test_the_other_cells_of_a_table_are_kept() -> None:
    text = HEAD.format(day="3 March 2031") + TABLE.format(first=2147483648)
    assert held(text) == [("leadership_stats", "implausible_value: councillors", "l12")]
    frames = extract_paper(text.encode(), "paper.txt").frames
    assert frames["leadership_stats"].select("dimension_value", "councillors").rows() == [
        ("South East", 4),
        ("Wales", 5),
        ("Wales", 6),
    ]
    (values,) = frames["set_aside"]["values"]
    assert json.loads(values)["councillors"] == 2147483648


def test_the_greatest_plausible_numbers_are_kept() -> None:
    text = HEAD.format(day="3 March 2031") + TABLE.format(first="1,000,000")
    assert held(text) == []


def test_a_paper_of_an_impossible_day_keeps_all_but_the_day() -> None:
    text = HEAD.format(day="Date: 3 March 0015") + TABLE.format(first=3)
    assert {table for table, _, _ in held(text)} >= {"papers"}
    frames = extract_paper(text.encode(), "paper.txt").frames
    assert frames["papers"]["meeting_date"].to_list() == [None]
    assert frames["leadership_stats"].height == 4


def test_people_beyond_what_a_meeting_has_are_held_back() -> None:
    people = [
        statement(f"member-{number}", day)
        for day in (date(2031, 5, 6), date(2031, 6, 3))
        for number in range(MOST_PEOPLE + 2)
    ]
    again = statement("member-0", date(2031, 5, 6))
    kept, held = hold_back("attendance", [*people, again])
    assert len(kept) == 2 * MOST_PEOPLE + 1
    assert kept[-1] == again
    assert [(each.subject, each.reason) for each in held] == [
        (f"councillor_id member-{number}", "too_many_people: councillor_id")
        for number in (MOST_PEOPLE, MOST_PEOPLE + 1) * 2
    ]


def statement(councillor_id: str, day: date) -> AttendanceStatement:
    given = {
        "board_id": "harbour-board",
        "meeting_date": day,
        "councillor_id": councillor_id,
        "councillor_name": "A Member",
        "capacity": "member",
        "status": "present",
        "evidence_kind": "list",
        "is_inferred": False,
        "locator": "l1",
        "quote": "A Member",
    }
    values = {field.name: given.get(field.name) for field in fields(AttendanceStatement)}
    return AttendanceStatement(**values)
