"""Asks one site for one thing after the other: robots.txt, pace, budget, retries, redirects."""

import time
from collections.abc import MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

import stamina
import stamina.instrumentation

from pipelines.runtime.limits import MEBIBYTE
from pipelines.sources.configuration import Budget, Source
from pipelines.sources.http.faults import (
    KEEPS_OUT,
    Challenge,
    FetchFault,
    LeadsElsewhere,
    NotThere,
    Passing,
    SourceStopped,
    Unusable,
)
from pipelines.sources.http.pace import LONGEST_WAIT_SECONDS, SECONDS_APART, Pace
from pipelines.sources.http.robots import Rules, load_rules
from pipelines.sources.http.transport import Reply, Transport

MOST_TRIES = 3
FIRST_WAIT_SECONDS, LONGEST_OWN_WAIT_SECONDS = 5.0, 20.0
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
BUSY = (429, 502, 503, 504)
GONE = (404, 410)
UNCHANGED = 304
ROBOTS_BYTES = MEBIBYTE // 2
PAGE_BYTES = 16 * MEBIBYTE
ERROR_PAGE = "mgerror.aspx"
LOG_IN = ("login", "logon", "signin", "sign-in")
OPENING_BYTES = 1024  # in which a page that keeps programs out shows that it is one


@dataclass(slots=True)
class Spent:
    """What a run has taken from a source so far."""

    budget: Budget
    requests: int = 0
    taken_bytes: int = 0
    began: float = field(default_factory=time.monotonic)

    def count_request(self) -> None:
        """Count a request that is about to be made.

        Raises:
            SourceStopped: The budget of requests or minutes is used up.
        """
        if self.requests >= self.budget.requests:
            raise _used_up(f"{self.budget.requests} requests")
        if self.minutes >= self.budget.minutes:
            raise _used_up(f"{self.budget.minutes} minutes")
        self.requests += 1

    def count_bytes(self, count: int) -> None:
        """Count bytes that came.

        Raises:
            SourceStopped: The budget of bytes is used up.
        """
        self.taken_bytes += count
        if self.taken_bytes > self.budget.megabytes * MEBIBYTE:
            raise _used_up(f"{self.budget.megabytes} megabytes")

    @property
    def minutes(self) -> float:
        """Minutes since the run began."""
        return (time.monotonic() - self.began) / 60


class Client:
    """Asks one site.

    Attributes:
        source: The site.
        spent: What was taken so far.
    """

    def __init__(
        self, source: Source, contact: str, kept: MutableMapping[str, str], pace: Pace
    ) -> None:
        self.source = source
        self.spent = Spent(source.budget)
        self._kept = kept
        self._pace = pace
        self._rules: Rules | None = None
        # Otherwise the library logs each further try.
        stamina.instrumentation.set_on_retry_hooks([])
        self._transport = Transport(
            user_agent(contact),
            allow_private=source.allow_private,
            count=self.spent.count_bytes,
            answered=lambda: pace.answered(source.host),
        )

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def get(
        self,
        url: str,
        most_bytes: int = PAGE_BYTES,
        into: BinaryIO | None = None,
        etag: str | None = None,
    ) -> Reply:
        """Ask for an address of the site.

        Returns:
            An answer of status 200, or 304 if `etag` was given.

        Raises:
            FetchFault: It cannot be had; see its types.
            SourceStopped: Nothing more can be had from the site now.
        """
        if self._rules is None:
            self._rules = load_rules(self.source.base_url, self._kept, self._robots_text)
        return self._tried(url, most_bytes, into, etag)

    def _robots_text(self, url: str) -> str:
        reply = self._tried(url, ROBOTS_BYTES, None, None)
        return reply.body.decode("utf-8", errors="replace")

    def _tried(self, url: str, most_bytes: int, into: BinaryIO | None, etag: str | None) -> Reply:
        tries = stamina.retry_context(
            on=_wait_after,
            attempts=MOST_TRIES,
            timeout=None,
            wait_initial=FIRST_WAIT_SECONDS,
            wait_max=LONGEST_OWN_WAIT_SECONDS,
            wait_jitter=0,
        )
        for attempt in tries:
            with attempt:
                if into is not None:
                    into.seek(0)
                    into.truncate()
                return self._followed(url, most_bytes, into, etag)
        raise AssertionError("unreachable: the last try raises or returns")

    def _followed(
        self, url: str, most_bytes: int, into: BinaryIO | None, etag: str | None
    ) -> Reply:
        """The answer at the end of at most five redirects within the site."""
        asked = url
        for _ in range(MOST_REDIRECTS + 1):
            if self._rules:
                self._rules.require_allowed(asked)
            reply = self._asked_once(asked, most_bytes, into, etag)
            if reply.status not in REDIRECTS:
                return _checked(reply, etag)
            asked = self._target(asked, reply)
        raise LeadsElsewhere(url, f"is redirected more than {MOST_REDIRECTS} times")

    def _asked_once(
        self, url: str, most_bytes: int, into: BinaryIO | None, etag: str | None
    ) -> Reply:
        host = self.source.host
        apart = max(SECONDS_APART, self._rules.seconds_apart if self._rules else 0)
        with self._pace.turn(host, apart):
            self.spent.count_request()
            reply = self._transport.ask(url, most_bytes, into, etag)
            _require_no_challenge(reply)
            if reply.status in BUSY:
                wait = _asked_wait(reply)
                if wait is not None:
                    self._pace.hold_off(host, wait)
                self._require_time(wait)
                raise Passing(url, f"answers {reply.status}: the site is busy", wait)
        return reply

    def _require_time(self, wait_seconds: float | None) -> None:
        """Look whether a run can wait as long as a site asks.

        Raises:
            SourceStopped: It cannot.
        """
        left = (self.source.budget.minutes - self.spent.minutes) * 60
        if wait_seconds and wait_seconds > min(LONGEST_WAIT_SECONDS, left):
            reason = f"The site asks to be left alone for {wait_seconds:.0f} s; fetch again then"
            raise SourceStopped("partial", reason)

    def _target(self, asked: str, reply: Reply) -> str:
        try:
            parts = urlsplit(urljoin(asked, reply.headers.get("location", "")))
        except ValueError as error:
            reason = "is redirected to an address that cannot be read"
            raise LeadsElsewhere(asked, reason) from error
        base = urlsplit(self.source.base_url)
        page = parts.path.rpartition("/")[2].lower()
        if page == ERROR_PAGE:
            raise NotThere(asked, "is not there: the site shows its error page")
        if any(word in page for word in LOG_IN):
            raise LeadsElsewhere(asked, "leads to a log-in page; it is not public")
        if (parts.scheme, parts.netloc.lower()) != (base.scheme, base.netloc.lower()):
            reason = (
                f"is redirected to another site ({parts.scheme}://{parts.netloc}), which was not "
                "asked; if the site has moved, change base_url"
            )
            raise LeadsElsewhere(asked, reason)
        return parts._replace(fragment="").geturl()


def user_agent(contact: str) -> str:
    """How we introduce ourselves to a site."""
    try:
        own = version("boardpapers")
    except PackageNotFoundError:
        own = "0"
    return f"boardpapers/{own} (+{contact})"


def _require_no_challenge(reply: Reply) -> None:
    """See that an answer is no page that keeps programs out, whatever its status.

    Raises:
        Challenge: It is one.
    """
    is_challenge = "challenge" in reply.headers.get("cf-mitigated", "").lower()
    if is_challenge or KEEPS_OUT.search(reply.body[:OPENING_BYTES]):
        raise Challenge(reply.url, "answers with a page that keeps programs out")


def _checked(reply: Reply, etag: str | None) -> Reply:
    """The answer, if it is one.

    Raises:
        FetchFault: It is none.
    """
    if reply.status == 200 or (reply.status == UNCHANGED and etag):
        return reply
    if reply.status in GONE:
        raise NotThere(reply.url, f"answers {reply.status}: it is not there")
    told = " ".join(reply.body[:200].decode("utf-8", errors="replace").split())
    said = f" ({told})" if reply.content_type == "text/plain" and told else ""
    if reply.status >= 500:
        raise Unusable(reply.url, f"answers {reply.status}{said}")
    raise FetchFault(reply.url, f"answers {reply.status}{said}")


def _wait_after(error: Exception) -> bool | float:
    """Whether to try again, or after how many seconds."""
    if not isinstance(error, Passing):
        return False
    return True if error.wait_seconds is None else error.wait_seconds


def _asked_wait(reply: Reply) -> float | None:
    """The seconds of a `Retry-After`, which is a number or a moment."""
    text = reply.headers.get("retry-after", "").strip()
    if text.isdigit():
        return float(text)
    with suppress(ValueError, TypeError):
        moment = parsedate_to_datetime(text)
        until = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max((until - datetime.now(UTC)).total_seconds(), 0.0)
    return None


def _used_up(what: str) -> SourceStopped:
    reason = f"The budget of {what} for one run is used up; the next run goes on from here"
    return SourceStopped("partial", reason)
