"""Tells of what a publication brought, by running a command from the settings."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime

from pipelines.monitoring.failure_hook import run_hook
from pipelines.news.news import News, collect_news
from pipelines.news.wording import as_text
from pipelines.notation.addresses import mask_addresses, mask_values
from pipelines.runtime.errors import BoardpapersError
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import plain_lines

EVENT = "news"


def tell_news(settings: Settings, log: Callable[[str], object]) -> str:
    """The news of the last publication in their short form; the command gets all of them.

    The command is not run if nothing is new. That the news cannot be made, or the command fails,
    is no fault of the publication: it is only said.

    Args:
        settings: `on_news` is the command.
        log: Takes a line on why the command failed.
    """
    try:
        news = collect_news(settings)
    except BoardpapersError as error:
        return f"The news cannot be made. {error}"
    if not news.is_empty:
        run_hook(settings.on_news, EVENT, _message(settings, news), log)
    return plain_lines(as_text(news, is_short=True))


def _message(settings: Settings, news: News) -> str:
    values = {
        "event": EVENT,
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "message": mask_addresses(as_text(news, is_short=True)),
        "warehouse": str(settings.warehouse.absolute()),
        "news": mask_values(asdict(news)),
    }
    return json.dumps(values, default=str) + "\n"
