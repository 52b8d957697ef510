"""What robots.txt of an origin allows, asked once a day."""

import re
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

from pipelines.sources.http.faults import (
    FetchFault,
    Forbidden,
    LeadsElsewhere,
    NotThere,
    Passing,
    SourceStopped,
    Unusable,
)

AGENT = "boardpapers"  # the name by which rules speak of us
ASKED_EVERY = timedelta(days=1)
COMMENT = re.compile(r"#.*")
ASKED_AT, TEXT = "robots_asked_at", "robots_text"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one origin."""

    parsed: Protego

    def require_allowed(self, url: str) -> None:
        """Look whether an address may be asked for.

        Raises:
            Forbidden: It may not.
        """
        if not self.parsed.can_fetch(url, AGENT):
            raise Forbidden(url, "is closed to programs by robots.txt; nothing was asked")

    @property
    def seconds_apart(self) -> float:
        """The pace that the site asks for; 0 if it asks for none."""
        delay = float(self.parsed.crawl_delay(AGENT) or 0)
        rate = self.parsed.request_rate(AGENT)
        return max(delay, rate.seconds / rate.requests if rate and rate.requests else 0)


def load_rules(base_url: str, kept: MutableMapping[str, str], ask: Callable[[str], str]) -> Rules:
    """The rules of a site, from what is kept if that is not older than a day.

    Args:
        base_url: An address of the origin.
        kept: Where the text and the time of asking are kept.
        ask: Returns the text of an address.

    Raises:
        SourceStopped: The site refuses the file (stay out), or cannot give it now (come later).
    """
    now = datetime.now(UTC)
    asked_at = kept.get(ASKED_AT)
    if asked_at is None or now - datetime.fromisoformat(asked_at) > ASKED_EVERY:
        kept[TEXT] = _asked(base_url, ask)
        kept[ASKED_AT] = now.isoformat(timespec="seconds")
    return Rules(Protego.parse(kept[TEXT]))


def _asked(base_url: str, ask: Callable[[str], str]) -> str:
    """The text of robots.txt; empty if there is none."""
    parts = urlsplit(base_url)
    try:
        # Comments may name people; the rules need none of them.
        return COMMENT.sub("", ask(f"{parts.scheme}://{parts.netloc}/robots.txt"))
    except NotThere:
        return ""
    except (Passing, Unusable, LeadsElsewhere) as error:
        reason = f"robots.txt cannot be read now ({error}); nothing else was asked"
        raise SourceStopped("failed", reason) from error
    except FetchFault as error:
        reason = f"robots.txt is refused ({error}), so that nothing else was asked"
        raise SourceStopped("refused", reason) from error
