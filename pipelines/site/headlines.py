"""What a report says in one line, for its own title and for the front page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headline:
    """The finding of one report.

    Attributes:
        report: Name of the report.
        finding: A sentence without full stop.
        page: The page of the report.
    """

    report: str
    finding: str
    page: str
