"""Why the day of a paper's meeting was chosen: every day in its head, with what each costs."""

from dataclasses import dataclass

from pipelines.documents import Span
from pipelines.extraction.explanation import PaperRead, is_at
from pipelines.privacy.contacts import mask_contacts
from pipelines.structures.heads.meeting_days import COSTS
from pipelines.structures.heads.meeting_heads import head_days


@dataclass(frozen=True, slots=True)
class DayTold:
    """One day in the head of a paper.

    Attributes:
        day: As ISO date.
        evidence: What stands beside it, with its cost; less than nothing speaks for the day.
        is_taken: Whether the paper's meeting is of this day.
        line: The words that print it.
    """

    day: str
    locator: str
    cost: int
    evidence: tuple[tuple[str, int], ...]
    is_taken: bool
    line: str


def explain_days(read: PaperRead, place: Span | None = None) -> list[DayTold]:
    """Every day in the head of a paper, or those at a place, the cheapest first."""
    found = sorted(head_days(read.document, read.registers), key=lambda each: each.cost)
    return [
        DayTold(
            day=each.printed.value.isoformat(),
            locator=each.passage.span.locator,
            cost=each.cost,
            evidence=tuple((name, COSTS[name]) for name in each.evidence),
            is_taken=each.printed.value == read.paper.meeting_date,
            line=mask_contacts(each.passage.text),
        )
        for each in found
        if place is None or is_at(each.passage.span, place)
    ]
