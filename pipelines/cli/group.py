"""How commands end, and the options that all commands share."""

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from pipelines.cli.interrupts import ended_by_interrupt
from pipelines.cli.logs import (
    LOG_FORMAT_VARIABLE,
    LOG_FORMATS,
    LogFormat,
    is_json,
    log_event,
    use_format,
)
from pipelines.cli.streams import set_up_streams
from pipelines.runtime.errors import BoardpapersError, RefreshRunning
from pipelines.runtime.terminal_text import plain_lines
from pipelines.runtime.warehouse_errors import ReferenceMissingError, WarehouseError

NOTHING_PUBLISHED, BAD_USAGE, NOT_ALL_FETCHED = 1, 2, 3


class NothingPublished(click.ClickException):
    """The work failed; the published warehouse is unchanged."""

    exit_code = NOTHING_PUBLISHED


class BadInput(click.ClickException):
    """The request names something that does not exist or is invalid."""

    exit_code = BAD_USAGE


class Commands(click.Group):
    """A group that ends with a message and an exit code for errors that a user can fix."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, with the option that all commands share."""
        cmd.params.append(log_format_option())
        super().add_command(cmd, name)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line on streams that can print everything; an interrupt ends it."""
        with ended_by_interrupt():
            set_up_streams()
            return super().main(*args, **kwargs)

    def invoke(self, context: click.Context) -> Any:
        """Run the requested command."""
        started = time.monotonic()
        try:
            with _told():
                result = super().invoke(context)
        except click.exceptions.Exit as exit_:
            _log_end(context, exit_.exit_code, started)
            raise
        except click.ClickException as error:
            if not is_json():
                raise
            log_event("command_failed", logging.ERROR, message=error.format_message())
            _log_end(context, error.exit_code, started)
            raise click.exceptions.Exit(error.exit_code) from error
        except Exception:
            if not is_json():
                raise
            logging.getLogger("boardpapers").exception("fault_in_code")
            _log_end(context, NOTHING_PUBLISHED, started)
            raise click.exceptions.Exit(NOTHING_PUBLISHED) from None
        _log_end(context, 0, started)
        return result


def log_format_option() -> click.Option:
    """The option that sets the log format."""
    return click.Option(
        ["--log-format"],
        type=click.Choice(LOG_FORMATS),
        envvar=LOG_FORMAT_VARIABLE,
        show_envvar=True,
        is_eager=True,
        expose_value=False,
        callback=_use_format,
        help="Log format on standard error; json is one object per line.  [default: text]",
    )


def _use_format(context: click.Context, _: click.Parameter, value: LogFormat | None) -> None:
    # A command's own option overrides the group's; an option that is not given changes nothing.
    if value or context.parent is None:
        use_format(value or "text")


def _log_end(context: click.Context, exit_code: int, started: float) -> None:
    seconds = round(time.monotonic() - started, 3)
    command = context.invoked_subcommand
    log_event("command_ended", command=command, exit_code=exit_code, seconds=seconds)


@contextmanager
def _told() -> Iterator[None]:
    """Turn errors that a user can fix into a message and an exit code."""
    try:
        yield
    except ReferenceMissingError as error:
        raise BadInput(plain_lines(str(error))) from error
    except (RefreshRunning, WarehouseError) as error:
        raise NothingPublished(plain_lines(str(error))) from error
    except BoardpapersError as error:
        raise BadInput(plain_lines(str(error))) from error
    except BrokenPipeError:
        # The reader of the output has closed it; Click ends the command for that.
        raise
    except OSError as error:
        raise BadInput(_path_fault(error)) from error


def _path_fault(error: OSError) -> str:
    reason = error.strerror or str(error)
    if error.filename is None:
        return f"The system refuses: {reason}."
    return f"{os.fsdecode(error.filename)} cannot be used: {reason}. Name another, or mend this."
