"""The place of a meeting, from a label or from the sentence of a head."""

import re
from collections.abc import Sequence

from pipelines.documents import Passage

VENUE = re.compile(
    r"^(?:venue|place|location)\s*+:\s*+(?P<venue>.+?)\.?(?:(?:(?<!\s)\s++)?view directions)?$",
    re.IGNORECASE,
)
HELD_AT = re.compile(
    r"\bheld\s++(?:(?:remotely|virtually)\s++)?(?:at|in)\s++(?:the\s++)?(?P<venue>[^.;]{3,120}?)"
    r"(?=,?\s++(?:(?:on|at\s++\d|commencing|starting|from\s++\d)\b|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day\b|\d{1,2}(?:st|nd|rd|th)\s++[a-z]{3,9}\s++\d{4}|at\s++the\s++conclusion\b)|$)",
    re.IGNORECASE,
)
# held on Friday 3 March 2017 at 7.00 p.m. in the Harbour Room, Quay House.
HELD_ON = re.compile(
    r"\bheld\s++on\b.{0,40}?\b(?:19|20)\d\d\b"
    r"(?:,?\s++at\s++[\d.:]++(?:\s*+[ap]\.?m\.?|\s++(?=,))?)?,?"
    r"\s++(?:in|at)\s++(?:the\s++)?(?P<venue>[A-Z][^;]{3,120}?)\.?$",
    re.IGNORECASE,
)
# Quay House. Lunch will be served: a sentence after the place; St. Ann's Hall is one place
SENTENCE_BEHIND = re.compile(r"(?<=[a-z\d]{3})\.\s+(?=[A-Z])|(?<=\d[A-Z]{2})\.\s+(?=[A-Z])")


def venue_in(text: str) -> str | None:
    """The venue of a meeting from a label or the head of its minutes; None if neither has it.

    >>> venue_in("Minutes of the meeting held at the Quay House on 3 March 2017")
    'Quay House'
    """
    match = VENUE.match(text) or HELD_AT.search(text) or HELD_ON.search(text)
    if match is None:
        return None
    return place_in(match["venue"]).strip(" ,") or None


def place_in(text: str) -> str:
    """A place without the sentences that follow it.

    >>> place_in("St. Ann's Hall, Quay. Lunch is at one.")
    "St. Ann's Hall, Quay"
    """
    return SENTENCE_BEHIND.split(text, maxsplit=1)[0]


def find_venue(lines: Sequence[Passage]) -> str | None:
    """The first venue that lines of a head give; None if they give none."""
    venues = (venue_in(line.text) for line in lines)
    return next((venue for venue in venues if venue), None)
