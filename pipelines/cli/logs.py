"""The log on standard error: lines for people, or one JSON object per line."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any, Literal, TextIO

from pipelines.notation.addresses import mask_values
from pipelines.runtime.terminal_text import one_line

LogFormat = Literal["text", "json"]
LOG_FORMATS = ("text", "json")
LOG_FORMAT_VARIABLE = "BOARDPAPERS_LOG_FORMAT"
LOGGER_NAME = "boardpapers"


class JsonLines(logging.Formatter):
    """One JSON object per record: time, level, event and its fields.

    Everything but plain ASCII is escaped, so that no text of a paper ends a line or moves the
    cursor.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        values = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            values["exception"] = self.formatException(record.exc_info)
        return json.dumps(mask_values(values), default=str)


class TextLines(logging.Formatter):
    """A line for people: the level and the message, or the event and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        fields = getattr(record, "fields", {})
        shown = " ".join(f"{name}={value}" for name, value in fields.items())
        said = fields.get("message") or f"{record.getMessage()} {shown}"
        return one_line(f"{record.levelname.capitalize()}: {said}")


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to the current standard error, which tests and terminals replace."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record."""
        self.stream = sys.stderr
        super().emit(record)


def use_format(form: LogFormat) -> None:
    """Log in this format from now on.

    In text form only warnings and errors are logged, because the progress display shows the rest.
    """
    handler = _StandardError()
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    logger = logging.getLogger(LOGGER_NAME)
    logger.handlers = [handler]
    logger.setLevel(logging.INFO if form == "json" else logging.WARNING)
    logger.propagate = False


def is_json() -> bool:
    """Whether events are logged as JSON."""
    handlers = logging.getLogger(LOGGER_NAME).handlers
    return any(isinstance(handler.formatter, JsonLines) for handler in handlers)


def log_event(event: str, level: int = logging.INFO, **fields: Any) -> None:
    """Log an event with its fields."""
    logging.getLogger(LOGGER_NAME).log(level, event, extra={"fields": fields})


def event_line(event: str, level: int = logging.WARNING, **fields: Any) -> str:
    """The JSON line of an event, for callers that cannot wait for the log's lock."""
    record = logging.LogRecord(LOGGER_NAME, level, "", 0, event, None, None)
    record.fields = fields
    return JsonLines().format(record)


def log_hook_failure(message: str) -> None:
    """Log why a failure could not be reported."""
    log_event("hook_failed", logging.ERROR, message=message)
