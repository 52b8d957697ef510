"""Actions recorded in notes of meetings, and their progress in later papers."""

import re
from collections.abc import Iterator, Sequence

from pipelines.documents import Passage, Row
from pipelines.reference.registers import Registers
from pipelines.schema.records import Action, ActionProgress, PaperRecord
from pipelines.structures.section_contents import SectionContents
from pipelines.structures.sections import Section
from pipelines.structures.tables import column_of, find_tables

PROGRESS_HEADING = re.compile(r"^(?:progress|update|outcome|status|response)\b", re.IGNORECASE)
ITEM_HEADING = re.compile(r"\b(?:items?|actions?)\b", re.IGNORECASE)
# 4 Harbour dues: the item, repeated on the first line of a progress report's cell
ITEM_LINE = re.compile(r"^(?P<number>\d{1,3}[a-z]?)[.)]?\s+\S")


def read_actions(paper: PaperRecord, contents: Sequence[SectionContents]) -> list[Action]:
    """Read the actions that notes ask for, with their owners where names are printed beside.

    Source: the lines under a heading such as "Action" in each item of a note. Sections of the
    same name in reports are proposals, and are left out.

    Returns:
        Actions in printed order; `seq` counts from 1 within an item. `owner` is None if no
        name follows.
    """
    actions = []
    for each in contents:
        section = each.section
        board_id = section.board.board_id if section.board else paper.board_id
        for item in each.items:
            for seq, action in enumerate(item.actions, start=1):
                if board_id is None:
                    continue
                first = action.passages[0]
                actions.append(
                    Action(
                        board_id=board_id,
                        meeting_date=section.meeting_date,
                        item_no=item.item_no,
                        item_title=item.title.text if item.title else None,
                        seq=seq,
                        text=" ".join(passage.text for passage in action.passages),
                        owner=", ".join(action.owners) or None,
                        locator=first.span.locator,
                        quote=first.quote(),
                        meeting_type=section.meeting_type,
                    )
                )
    return actions


def read_action_progress(
    paper: PaperRecord, sections: Sequence[Section], registers: Registers
) -> list[ActionProgress]:
    """Read the progress of a meeting's actions.

    Source: a table of items beside their progress, in a section on actions arising.

    Returns:
        One record for each action repeated in the table; `action_text` is None if the row
        names only the item.
    """
    found: list[ActionProgress] = []
    for section in sections:
        board_id = section.board.board_id if section.board else paper.board_id
        if section.kind != "progress" or board_id is None:
            continue
        for table in find_tables(section.blocks):
            for number, row in enumerate(table.rows):
                column = column_of(row, PROGRESS_HEADING)
                if column and column_of(row, ITEM_HEADING) is not None:
                    for later in table.rows[number + 1 :]:
                        found += _row_progress(later, column, section, board_id, registers)
                    break
    return found


def _row_progress(
    row: Row, column: int, section: Section, board_id: str, registers: Registers
) -> Iterator[ActionProgress]:
    if column >= len(row.cells) or not row.cells[column].paragraphs:
        return
    progress = row.cells[column].paragraphs
    lines = [line for cell in row.cells[:column] for line in cell.paragraphs]
    number = next((match for line in lines if (match := ITEM_LINE.match(line.text))), None)
    repeated: list[str | None] = [
        line.text
        for line in lines
        if not ITEM_LINE.match(line.text) and not registers.note_words.action.match(line.text)
    ]
    for text in repeated or [None]:
        yield ActionProgress(
            board_id=board_id,
            meeting_date=section.meeting_date,
            item_no=number["number"] if number else None,
            action_text=text,
            progress=_joined(progress),
            locator=row.passage.span.locator,
            quote=progress[0].quote(),
            meeting_type=section.meeting_type,
        )


def _joined(passages: Sequence[Passage]) -> str:
    return " ".join(passage.text for passage in passages)
