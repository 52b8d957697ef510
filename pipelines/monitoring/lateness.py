"""Detects a late refresh: too many working-day hours since the last successful one."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from pipelines.ingestion.manifest import read_manifest
from pipelines.monitoring.failure_hook import Incident
from pipelines.runtime.settings import Settings

# The time zone of the schedule and of those who wait for its figures
TIMEZONE = "Europe/London"
SATURDAY = 5
# Allowed difference between the clocks of two machines
CLOCKS_DIFFER = timedelta(hours=1)


def late_refresh(settings: Settings, now: datetime) -> Incident | None:
    """The incident to report if the refresh is late, else None.

    A refresh that found nothing changed counts as successful. A last refresh in the future is
    reported too, because no refresh would be late until then. Nothing is late on a Saturday or
    Sunday, or before the first refresh.

    Args:
        settings: `late_hours` is how long it may take.
        now: A moment with its zone.
    """
    last = read_manifest(settings.state).refreshed_at
    if last is None or _is_weekend(now):
        return None
    if last > now + CLOCKS_DIFFER:
        return Incident(
            "refresh_late",
            f"Nobody can say whether the refresh of {settings.warehouse} is late: it was last "
            f"refreshed at {last:%Y-%m-%d %H:%M} UTC, and now it is {now:%Y-%m-%d %H:%M} UTC. A "
            "clock was wrong then, or is now. Put it right and run boardpapers refresh.",
            settings.warehouse,
        )
    hours = working_hours(last, now)
    if hours <= settings.late_hours:
        return None
    return Incident(
        "refresh_late",
        f"The warehouse {settings.warehouse} was last refreshed at {last:%Y-%m-%d %H:%M} UTC, "
        f"{hours:.0f} hours of working days ago; {settings.late_hours:g} are allowed. What was "
        "published is still valid. Run boardpapers refresh and read what it says; then see why "
        "nobody did.",
        settings.warehouse,
    )


def working_hours(start: datetime, end: datetime) -> float:
    """Hours from one moment to another, without those of Saturdays and Sundays in London.

    >>> friday, monday = datetime(2031, 5, 9, 6, tzinfo=UTC), datetime(2031, 5, 12, 6, tzinfo=UTC)
    >>> working_hours(friday, monday)
    24.0
    """
    hours = 0.0
    moment = start
    while moment < end:
        day = moment.astimezone(ZoneInfo(TIMEZONE))
        midnight = (day + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        until = min(midnight.astimezone(UTC), end)
        if not _is_weekend(moment):
            hours += (until - moment).total_seconds() / 3600
        moment = until
    return hours


def _is_weekend(moment: datetime) -> bool:
    return moment.astimezone(ZoneInfo(TIMEZONE)).weekday() >= SATURDAY
