"""The words of a paper, one record a passage: what people search in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRecord:
    """One passage of a paper: a heading, paragraph or list item, or a row of a table."""

    passage_no: int
    page_no: int
    locator: str
    kind: str
    heading: str | None
    board_id: str | None
    meeting_date: date | None
    meeting_type: str | None
    item_no: str | None
    text: str
    block_no: int
    cells: str | None
