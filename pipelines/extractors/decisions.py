"""Decisions recorded in notes of meetings, in their words."""

from collections.abc import Sequence

from pipelines.documents import Passage
from pipelines.schema.records import Decision, PaperRecord
from pipelines.structures.section_contents import SectionContents


def read_decisions(paper: PaperRecord, contents: Sequence[SectionContents]) -> list[Decision]:
    """Read the decisions in the notes of a paper.

    Source: the lines under a heading such as "Decision" in each item; in an item without one,
    the sentences that say that members agreed, noted or appointed. A line that ends in a colon
    and the list below it are one decision.

    Returns:
        Decisions in printed order; `seq` counts from 1 within an item. Locator and quote are
        those of the first line.
    """
    decisions = []
    for each in contents:
        section = each.section
        board_id = section.board.board_id if section.board else paper.board_id
        for item in each.items:
            for seq, run in enumerate(item.decided, start=1):
                if board_id is None:
                    continue
                decisions.append(
                    Decision(
                        board_id=board_id,
                        meeting_date=section.meeting_date,
                        item_no=item.item_no,
                        item_title=item.title.text if item.title else None,
                        seq=seq,
                        text=_joined(run),
                        locator=run[0].span.locator,
                        quote=run[0].quote(),
                        meeting_type=section.meeting_type,
                    )
                )
    return decisions


def _joined(run: list[Passage]) -> str:
    lead_in, *listed = (passage.text for passage in run)
    return f"{lead_in} {'; '.join(listed)}" if listed else lead_in
