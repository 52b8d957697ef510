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


def numbered(number: int, one: str, several: str) -> str:
    """A number with its noun.

    >>> numbered(1, "meeting", "meetings"), numbered(1200, "meeting", "meetings")
    ('1 meeting', '1,200 meetings')
    """
    return f"{number:,} {one if number == 1 else several}"


def listed(names: list[str], most: int = 3) -> str:
    """Names as a phrase; those beyond the most are counted.

    >>> listed(["Ayle"]), listed(["Ayle", "Bree"]), listed(["Ayle", "Bree", "Coln", "Dale"], 2)
    ('Ayle', 'Ayle and Bree', 'Ayle, Bree and 2 more')
    """
    if len(names) <= most:
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"
