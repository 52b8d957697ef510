"""What starts a refresh when the raw folder changes, and speaks up when one fails or is late."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import dagster as dg

from pipelines.ingestion.intake import OpenedArchive, PaperFile, stamp_of
from pipelines.ingestion.manifest import read_manifest
from pipelines.ingestion.raw_folder import Entry, find_entries
from pipelines.monitoring.failure_hook import Incident, tell
from pipelines.monitoring.lateness import late_refresh
from pipelines.orchestration.papers import state_of
from pipelines.runtime.settings import Settings
from pipelines.sources.fetch import running_fetches

# How often the folder is looked at, in seconds; looking at ten thousand files takes a tenth of one.
LOOK_EVERY_SECONDS = 30
LATE_EVERY_SECONDS = 600


def raw_folder_sensor(settings: Settings, job: str) -> dg.SensorDefinition:
    """Start the job when a file of the raw folder is new, changed or gone.

    The cursor is a hash of what the file system says of each file, so that each state of the folder
    starts one run at most, also where that run fails.
    """

    @dg.sensor(
        name="raw_folder",
        job_name=job,
        minimum_interval_seconds=LOOK_EVERY_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Refresh when a paper is new, changed or gone.",
    )
    def raw_folder(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        if not settings.raw.is_dir():
            return dg.SkipReason(f"The folder of papers {settings.raw} is not there.")
        fetching = running_fetches(settings.raw)
        if fetching:
            return dg.SkipReason(f"Papers are being fetched from: {', '.join(fetching)}.")
        entries = find_entries(settings.raw, settings.limits)
        state = state_of(entries)
        if state == context.cursor:
            return dg.SkipReason("No file is new, changed or gone.")
        manifest = read_manifest(settings.state).of_folder(settings.raw)
        difference = compare(entries, {**manifest.files, **manifest.archives})
        if not any(difference.values()) and settings.warehouse.is_file():
            return dg.SensorResult(
                skip_reason="The warehouse holds what the folder holds.", cursor=state
            )
        tags = {f"boardpapers/{name}": str(count) for name, count in difference.items()}
        return dg.SensorResult(run_requests=[dg.RunRequest(state, tags=tags)], cursor=state)

    return raw_folder


def compare(
    entries: Sequence[Entry], known: Mapping[str, PaperFile | OpenedArchive]
) -> dict[str, int]:
    """How many files are new, changed and gone, without opening any; an archive is one file."""
    members = {
        path
        for archive in known.values()
        if isinstance(archive, OpenedArchive)
        for path in archive.members
    }
    usable = {entry.source_path: entry for entry in entries if entry.error is None}
    return {
        "new": sum(path not in known for path in usable),
        "changed": sum(
            stamp_of(known[path]) != entry.stamp for path, entry in usable.items() if path in known
        ),
        "gone": sum(path not in usable for path in known.keys() - members),
    }


def failure_sensor(settings: Settings, job: str) -> dg.SensorDefinition:
    """Log what broke in a run of the job and what to do, and tell whom the settings name."""

    @dg.run_failure_sensor(
        name="refresh_failure",
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Log what broke in a refresh and what to do, and call the hook.",
    )
    def refresh_failure(context: dg.RunFailureSensorContext) -> None:
        if context.dagster_run.job_name != job:
            return
        run_id = context.dagster_run.run_id
        message = failure_message(run_id, causes_of(context))
        context.log.error(message)
        incident = Incident("refresh_failed", message, settings.warehouse, run_id)
        tell(incident, settings, context.log.error)

    return refresh_failure


def late_sensor(settings: Settings) -> dg.SensorDefinition:
    """Log that no refresh ended well for too long, and tell whom the settings name.

    The cursor is the day and the last refresh, so that each lateness is told once a day.
    """

    @dg.sensor(
        name="refresh_late",
        minimum_interval_seconds=LATE_EVERY_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Say on working days that no refresh ended well for too long.",
    )
    def refresh_late(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        now = datetime.now(UTC)
        incident = late_refresh(settings, now)
        if incident is None:
            return dg.SkipReason("The refresh is not late.")
        state = f"{now:%Y-%m-%d} {read_manifest(settings.state).refreshed_at}"
        if state == context.cursor:
            return dg.SkipReason("The refresh is still late, as was said today.")
        context.log.error(incident.message)
        tell(incident, settings, context.log.error)
        return dg.SensorResult(skip_reason=incident.message, cursor=state)

    return refresh_late


def causes_of(context: dg.RunFailureSensorContext) -> list[str]:
    """The messages of the steps that failed, or that of the run where no step did."""
    causes: list[str] = []
    for event in context.get_step_failure_events():
        error = event.step_failure_data.error
        # A failure of ours stands as the cause of Dagster's own.
        inner = error.cause or error if error else None
        causes.append(inner.message.strip() if inner else event.message or "no message")
    return causes or [context.failure_event.message or "no message"]


def failure_message(run_id: str, causes: Sequence[str]) -> str:
    """What broke, what still stands, and what to do."""
    return (
        f"Refresh {run_id} failed: {'; '.join(causes)} "
        "The published warehouse is as it was. Look at the failed checks of the run, or run "
        "`boardpapers refresh` for the same in a terminal; put the paper, model or register right "
        "and refresh again."
    )
