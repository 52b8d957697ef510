"""Meetings that were cancelled or postponed, and sentences that say nothing of the kind."""

from datetime import date

import pytest

from pipelines.structures.heads.called_off import read_called_off
from tests.unit.structures.paper import line, registers

OWN, NEW = date(2017, 3, 3), date(2017, 3, 17)
Told = list[tuple[date, str, date | None]]


def told(*lines: str, own_day: date | None = OWN) -> Told:
    found = read_called_off([line(text) for text in lines], own_day, "Quay Committee", registers())
    return [(each.day, each.status, each.new_day) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "THIS MEETING HAS BEEN CANCELLED",
        "CANCELLED",
        "Quay Committee - Friday, 3rd March, 2017 6.30 pm - CANCELLED",
        "Friday 3 March 2017 (Cancelled)",
        "Cancelled: meeting of the Quay Committee on 3 March 2017",
        "The meeting of 3 March 2017 will not take place.",
        "Please note that the Committee will not meet on 3 March 2017.",
        "The meeting planned for 3 March 2017 was called off.",
    ],
)
def test_cancelled(text: str) -> None:
    assert told(text) == [(OWN, "cancelled", None)]


@pytest.mark.parametrize(
    ("text", "new_day"),
    [
        ("The meeting has been postponed.", None),
        ("This meeting has been postponed and will now take place on 17 March 2017.", NEW),
        ("The meeting of 3 March 2017 has been postponed until Friday 17 March 2017.", NEW),
        ("The meeting of 3 March 2017 was rearranged for 17 March 2017.", NEW),
    ],
)
def test_postponed(text: str, new_day: date | None) -> None:
    assert told(text) == [(OWN, "postponed", new_day)]


@pytest.mark.parametrize(
    "text",
    [
        "If this meeting is cancelled, members will be told.",
        "The meeting on 3 March 2017 may be postponed.",
        "The boat race of 3 March 2017 was cancelled.",
        "The meeting of the Harbour Board on 3 March 2017 was cancelled.",
        "Payment of the cheque was cancelled",
        "Weald Borough Council has postponed its challenge until the summer.",
        "The Committee cancelled the contract on 4 May 2017.",
        "The meeting on 3 March 2017 was not cancelled.",
        "The Committee heard that the ferry contract was cancelled.",
        "At its meeting on 3 March 2017 it was agreed that the report be deferred to 4 May 2017.",
        "At its meeting on 3 March 2017 the Committee cancelled the contract.",
        "At the meeting on 3 March 2017 the Clerk reported that the April meeting was cancelled.",
    ],
)
def test_nothing_was_called_off(text: str) -> None:
    assert told(text) == []


def test_minutes_say_nothing_of_their_own_meeting() -> None:
    assert told("The meeting was postponed.", own_day=None) == []


def test_the_day_behind_from_is_the_one_that_was_put_off() -> None:
    text = "Minutes of the meeting held on 17 March 2017, rearranged from 3 March 2017"
    assert told(text) == [(OWN, "postponed", NEW)]
