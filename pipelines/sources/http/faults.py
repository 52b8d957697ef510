"""What can go wrong with one request, by what is to be done about it."""

import re
from typing import ClassVar

# What the opening of a page that keeps programs out has in it
KEEPS_OUT = re.compile(
    rb"_incapsula_resource|_cf_chl_opt|<title>just a moment\.\.\.|cf-challenge", re.IGNORECASE
)


class FetchFault(Exception):
    """One thing could not be had; the others may be.

    Attributes:
        url: What was asked for; empty if nothing was.
        reason: What came instead, as a clause: "answers 404".
        rule: The rule of `quality_findings` that reports it.
    """

    rule: ClassVar[str] = "source_item_not_fetched"

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(url, reason)
        self.url = url
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.url} {self.reason}" if self.url else self.reason


class NotThere(FetchFault):
    """The site has no such page, or says so by its error page."""


class LeadsElsewhere(FetchFault):
    """A redirect to another origin, to a log-in, or around in a circle; it is not followed."""


class Unusable(FetchFault):
    """An answer that is not what was asked for: too large, cut, of another format."""


class Challenge(FetchFault):
    """A page that keeps programs out."""


class Forbidden(FetchFault):
    """robots.txt does not allow the address; nothing was asked."""


class Passing(FetchFault):
    """A fault that may pass: the site is busy, or the connection broke.

    Attributes:
        wait_seconds: How long the site asks to wait; None if it does not say.
    """

    def __init__(self, url: str, reason: str, wait_seconds: float | None = None) -> None:
        super().__init__(url, reason)
        self.wait_seconds = wait_seconds


class SourceStopped(Exception):
    """Nothing more can be had from a source in this run.

    Attributes:
        outcome: `partial`, `refused` or `failed`.
        reason: Why, as a sentence without its full stop.
    """

    def __init__(self, outcome: str, reason: str) -> None:
        super().__init__(outcome, reason)
        self.outcome = outcome
        self.reason = reason

    def __str__(self) -> str:
        return self.reason
