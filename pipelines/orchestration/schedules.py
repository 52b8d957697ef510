"""When a refresh runs by itself: on working days before the office opens."""

import dagster as dg

from pipelines.monitoring.lateness import TIMEZONE

WORKING_DAYS_AT_HALF_PAST_SIX = "30 6 * * 1-5"


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
