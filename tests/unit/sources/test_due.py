"""When a meeting is asked for again."""

from datetime import date, timedelta

import pytest

from pipelines.sources.due import is_due
from pipelines.sources.store import StoredMeeting

TODAY = date(2026, 3, 1)


def meeting(
    days_old: int,
    days_since_asked: int | None,
    has_minutes: bool = True,
    is_register_open: bool = False,
    is_cancelled: bool = False,
    answer_hash: str | None = "ab",
) -> StoredMeeting:
    asked = None if days_since_asked is None else TODAY - timedelta(days=days_since_asked)
    return StoredMeeting(
        "501",
        "71",
        "Quay Panel",
        TODAY - timedelta(days=days_old),
        asked_on=asked,
        answer_hash=answer_hash,
        has_minutes=has_minutes,
        is_register_open=is_register_open,
        is_cancelled=is_cancelled,
    )


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (meeting(500, None), True),
        (meeting(500, 1, answer_hash=None), True),
        (meeting(-30, 0), True),
        (meeting(91, 0), True),
        (meeting(92, 0), False),
        (meeting(200, 75), False),
        (meeting(200, 90), True),
        (meeting(200, 29, has_minutes=False), False),
        (meeting(200, 30, has_minutes=False), True),
        (meeting(200, 30, is_register_open=True), True),
        (meeting(200, 30, has_minutes=False, is_cancelled=True), False),
        (meeting(400, 30, has_minutes=False), False),
        (meeting(400, 90, has_minutes=False), True),
    ],
)
def test_a_meeting_is_due(stored: StoredMeeting, expected: bool) -> None:
    assert is_due(stored, TODAY) is expected
