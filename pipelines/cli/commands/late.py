"""`boardpapers late`: whether the refresh is late."""

import json
import os
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from pipelines.cli.group import NOTHING_PUBLISHED
from pipelines.cli.logs import log_hook_failure
from pipelines.cli.options import NumberRange, json_option, warehouse_option
from pipelines.runtime.settings import LATE_HOURS_VARIABLE, Settings, settings_from


@click.command(short_help="Say whether the refresh is late.")
@warehouse_option
@click.option(
    "--hours",
    type=NumberRange(min=0, min_open=True),
    default=Settings().late_hours,
    envvar=LATE_HOURS_VARIABLE,
    show_default=True,
    show_envvar=True,
    help="Working-day hours that may pass without a successful refresh.",
)
@json_option
@click.pass_context
def late(context: click.Context, warehouse: Path, hours: float, as_json: bool) -> None:
    """Say whether the refresh is late; if it is, run the command in BOARDPAPERS_ON_FAILURE.

    Use it with cron or systemd; Dagster's daemon does this by itself. The exit code is 1 if the
    refresh is late. It is never late at a weekend or before the first refresh.
    """
    from pipelines.monitoring.failure_hook import tell
    from pipelines.monitoring.lateness import late_refresh

    settings = replace(settings_from(os.environ), warehouse=warehouse, late_hours=hours)
    incident = late_refresh(settings, datetime.now(UTC))
    if as_json:
        values = asdict(incident) if incident else None
        click.echo(json.dumps({"late": incident is not None, "incident": values}, default=str))
    else:
        click.echo(incident.message if incident else "The refresh is not late.")
    if incident:
        tell(incident, settings, log_hook_failure)
        context.exit(NOTHING_PUBLISHED)
