"""All subjects of a paper at once: the one place that knows every extractor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipelines.documents import Document, RecordedMeeting
from pipelines.extractors.actions import read_action_progress, read_actions
from pipelines.extractors.agenda_items import read_agenda_items
from pipelines.extractors.attendance import read_attendance
from pipelines.extractors.board_memberships import read_board_memberships
from pipelines.extractors.budget_lines import read_budget_lines
from pipelines.extractors.decisions import read_decisions
from pipelines.extractors.findings.council_findings import find_ambiguous_councils
from pipelines.extractors.findings.date_findings import find_date_faults
from pipelines.extractors.findings.percentages import find_wrong_percentages
from pipelines.extractors.findings.repeated_figures import read_told_figures
from pipelines.extractors.findings.totals import read_totals
from pipelines.extractors.findings.unread_numbers import find_unread_numbers, unread_numbers
from pipelines.extractors.leadership_stats import read_leadership_stats
from pipelines.extractors.meetings import read_meetings
from pipelines.extractors.officer_attendance import read_officer_attendance
from pipelines.extractors.papers import read_boards, read_pages, read_paper
from pipelines.extractors.passages.passages import read_passages
from pipelines.extractors.peer_challenges import read_peer_challenges
from pipelines.extractors.programme_participation import read_programme_participation
from pipelines.extractors.recorded.attendance import read_recorded_attendance
from pipelines.extractors.recorded.meetings import read_recorded_meeting, read_recorded_paper
from pipelines.extractors.tables.participation_tables import read_participation_tables
from pipelines.extractors.tables.peer_challenge_tables import read_peer_challenge_tables
from pipelines.reference.registers import Registers
from pipelines.schema.records import EXTRACTS, BoardMembership, PaperRecord, Record
from pipelines.structures.attendance.grids import find_grids
from pipelines.structures.figures.reading import read_tables
from pipelines.structures.heads.paper_bodies import read_paper_bodies
from pipelines.structures.people.tables import find_people_tables
from pipelines.structures.prose.statements import read_paragraphs, read_statements
from pipelines.structures.recorded import (
    place_recorded_board,
    read_recorded_people,
    recorded_contents,
    recorded_meeting_type,
)
from pipelines.structures.section_contents import read_contents
from pipelines.structures.sections import Section, split_sections
from pipelines.structures.told.sentences import read_sentences


def read_subjects(
    document: Document, registers: Registers, paper_id: str
) -> dict[str, list[Record]]:
    """Read every record of a paper.

    Args:
        document: The paper.
        registers: Who is who.
        paper_id: Part of the id of a board whose body the paper does not name.

    Returns:
        For each extracted table its records in printed order; the list is empty if the paper
        says nothing about the table.
    """
    if document.record:
        held = _recorded(document, document.record, registers, paper_id)
    else:
        held = _printed(document, registers, paper_id)
    paper = held.paper
    paragraphs = read_paragraphs(document)
    sentences = read_sentences(read_statements(paragraphs), registers, paper.meeting_date)
    tables = read_tables(document, registers)
    records: list[Record] = [
        *read_pages(document),
        *held.records,
        *read_leadership_stats(document, tables, paragraphs, sentences, registers, paper),
        *read_programme_participation(sentences, registers, paper),
        *read_participation_tables(tables, registers, paper),
        *read_peer_challenges(sentences, registers, paper),
        *read_peer_challenge_tables(tables, registers, paper),
        *read_budget_lines(tables),
        *read_totals(tables),
        *find_wrong_percentages(tables),
        *read_told_figures(paragraphs, registers.restated_subjects),
        *find_date_faults(document, paper, held.sections),
    ]
    unread = unread_numbers(sentences, records)
    records += [
        replace(paper, numbers_unread=len(unread)),
        *find_unread_numbers(unread, paper),
        *find_ambiguous_councils(records, registers, paper),
    ]
    return _by_table(records)


@dataclass(frozen=True, slots=True)
class _Held:
    """What a paper is, and what it says of meetings and of the people at them."""

    paper: PaperRecord
    sections: Sequence[Section]
    records: Sequence[Record]


def _printed(document: Document, registers: Registers, paper_id: str) -> _Held:
    """The meetings of a paper that is written for people."""
    bodies = read_paper_bodies(document, registers, paper_id)
    sections = split_sections(document, registers)
    paper, board = read_paper(document, registers, sections, bodies)
    sections = [bodies.place_section(section, paper.board_name) for section in sections]
    contents = [read_contents(section, registers) for section in sections]
    blocks = document.blocks
    people = find_people_tables(blocks, registers)
    grids = find_grids(blocks, people, registers)
    memberships = read_board_memberships(document, people, registers, paper)
    seats = [each for each in memberships if isinstance(each, BoardMembership)]
    items = read_agenda_items(document, registers, paper, contents)
    records: list[Record] = [
        *read_passages(document, paper, contents, items, registers),
        *read_boards(board, sections),
        *read_meetings(document, registers, paper, contents, grids),
        *items,
        *memberships,
        *read_attendance(registers, paper, contents, grids, seats),
        *read_officer_attendance(registers, paper, contents),
        *read_decisions(paper, contents),
        *read_actions(paper, contents),
        *read_action_progress(paper, sections, registers),
    ]
    return _Held(paper, sections, records)


def _recorded(
    document: Document, record: RecordedMeeting, registers: Registers, paper_id: str
) -> _Held:
    """The meeting that a paper holds as data, with the words of its minutes."""
    board = place_recorded_board(record, registers, paper_id)
    called = recorded_meeting_type(record, board, registers)
    paper = read_recorded_paper(document, record, board, called)
    contents = recorded_contents(record, board, registers)
    people = read_recorded_people(record, registers)
    items = read_agenda_items(document, registers, paper, contents)
    records: list[Record] = [
        *read_passages(document, paper, contents, items, registers),
        *read_boards(board, ()),
        *read_recorded_meeting(record, board, called, registers),
        *read_recorded_attendance(record, board, called, people, registers),
        *read_meetings(document, registers, paper, contents, ()),
        *items,
        *read_attendance(registers, paper, contents, (), ()),
        *read_officer_attendance(registers, paper, contents),
        *read_decisions(paper, contents),
        *read_actions(paper, contents),
    ]
    return _Held(paper, (), records)


def _by_table(records: Iterable[Record]) -> dict[str, list[Record]]:
    table_of = {record_type: table for table, record_type in EXTRACTS.items()}
    found: dict[str, list[Record]] = {table: [] for table in EXTRACTS}
    for record in records:
        found[table_of[type(record)]].append(record)
    return found
