"""When things run by themselves: a fetch at night, a refresh before the office opens."""

import dagster as dg

from pipelines.monitoring.lateness import TIMEZONE

WORKING_DAYS_AT_HALF_PAST_SIX = "30 6 * * 1-5"
# Sites have the fewest visitors, and a fetch ends before the refresh begins.
NIGHTS_AT_HALF_PAST_ONE = "30 1 * * *"


def morning_schedule(job: dg.JobDefinition | str) -> dg.ScheduleDefinition:
    """Run the job at 06:30 London time, Monday to Friday, through summer time and winter time."""
    return dg.ScheduleDefinition(
        name="weekday_mornings",
        job_name=job if isinstance(job, str) else job.name,
        cron_schedule=WORKING_DAYS_AT_HALF_PAST_SIX,
        execution_timezone=TIMEZONE,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Refresh on weekdays at 06:30, Europe/London.",
    )


def nightly_schedule(job: str) -> dg.ScheduleDefinition:
    """Run the job at 01:30 London time, every night."""
    return dg.ScheduleDefinition(
        name="nights",
        job_name=job,
        cron_schedule=NIGHTS_AT_HALF_PAST_ONE,
        execution_timezone=TIMEZONE,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Fetch from all sources every night at 01:30, Europe/London.",
    )
