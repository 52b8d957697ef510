"""A refresh is late by hours of working days, London time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.ingestion.manifest import Manifest, write_manifest
from pipelines.monitoring.lateness import late_refresh, working_hours
from pipelines.runtime.settings import Settings

# 5 May 2031 is a Monday, and London is an hour ahead of UTC.
FRIDAY = datetime(2031, 5, 2, 5, 31, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2031, 5, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(warehouse=tmp_path / "w.duckdb")
    write_manifest(settings.state, Manifest(refreshed_at=FRIDAY))
    return settings


@pytest.mark.parametrize(
    ("now", "is_late"),
    [
        pytest.param(at(2, 9), False, id="the same morning"),
        pytest.param(at(4, 12), False, id="a Sunday, however long ago"),
        pytest.param(at(5, 5, 30), False, id="Monday before the schedule"),
        pytest.param(at(5, 7, 30), False, id="Monday, an hour behind"),
        pytest.param(at(5, 7, 40), True, id="Monday, more than two hours behind"),
        pytest.param(at(10, 9), False, id="a Saturday: nobody is in the office"),
    ],
)
def test_lateness_counts_working_days(settings: Settings, now: datetime, is_late: bool) -> None:
    assert (late_refresh(settings, now) is not None) == is_late


def test_the_message_says_since_when_and_what_to_do(settings: Settings) -> None:
    incident = late_refresh(settings, at(6, 5, 31))
    assert incident is not None
    assert (incident.event, incident.message) == (
        "refresh_late",
        f"The warehouse {settings.warehouse} was last refreshed at 2031-05-02 05:31 UTC, 48 hours "
        "of working days ago; 26 are allowed. What was published is still valid. Run boardpapers "
        "refresh and read what it says; then see why nobody did.",
    )


def test_a_refresh_in_the_future_is_told_of(settings: Settings) -> None:
    write_manifest(settings.state, Manifest(refreshed_at=at(9, 6)))
    incident = late_refresh(settings, at(8, 9, 30))
    assert incident is not None
    assert (incident.event, incident.message) == (
        "refresh_late",
        f"Nobody can say whether the refresh of {settings.warehouse} is late: it was last "
        "refreshed at 2031-05-09 06:00 UTC, and now it is 2031-05-08 09:30 UTC. A clock was wrong "
        "then, or is now. Put it right and run boardpapers refresh.",
    )


def test_clocks_may_differ_a_little(settings: Settings) -> None:
    write_manifest(settings.state, Manifest(refreshed_at=at(8, 10, 30)))
    assert late_refresh(settings, at(8, 9, 30)) is None


def test_nothing_is_late_before_the_first_refresh(tmp_path: Path) -> None:
    assert late_refresh(Settings(warehouse=tmp_path / "w.duckdb"), at(6, 9)) is None


def test_the_clocks_go_forward_on_a_sunday() -> None:
    # 30 March 2031 has 23 hours, none of which counts.
    friday = datetime(2031, 3, 28, 6, 30, tzinfo=UTC)
    monday = datetime(2031, 3, 31, 5, 30, tzinfo=UTC)
    assert working_hours(friday, monday) == 24.0
