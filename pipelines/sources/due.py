"""When a meeting is asked for again; docs/sources.md has the table."""

from datetime import date, timedelta

from pipelines.sources.store import StoredMeeting

# Minutes are signed at the next meeting, so a board that meets each quarter needs 13 weeks.
RECENT = timedelta(weeks=13)
SETTLED_AGAIN = 90  # days
OPEN_AGAIN = 30  # days, until a meeting is a year old
YEAR = timedelta(days=365)
SPREAD = 14  # days over which the meetings of one day are spread


def is_due(meeting: StoredMeeting, today: date) -> bool:
    """Whether a meeting is to be asked for in full.

    Always if it is ahead, or of the last 13 weeks. An older one each month until it is a year old
    if minutes or register are not complete, else each 90 days.
    """
    if meeting.asked_on is None or meeting.answer_hash is None:
        return True
    if meeting.meeting_date >= today - RECENT:
        return True
    is_settled = meeting.has_minutes and not meeting.is_register_open
    is_open = not is_settled and not meeting.is_cancelled and meeting.meeting_date >= today - YEAR
    days = OPEN_AGAIN if is_open else SETTLED_AGAIN - sum(meeting.meeting_id.encode()) % SPREAD
    return (today - meeting.asked_on).days >= days
