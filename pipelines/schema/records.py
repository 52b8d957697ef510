"""What extractors read: a record class for each extracted table, described in `columns.py`."""

from dataclasses import dataclass, fields
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import TypeAlias

import polars as pl

from pipelines.schema.columns import COLUMNS
from pipelines.schema.passage_record import PassageRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord:
    """What one paper is."""

    media_type: str
    kind: str
    title: str | None
    board_id: str | None
    board_name: str | None
    meeting_date: date | None
    page_count: int
    source_url: str | None
    meeting_type: str | None = None
    numbers_unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """One page of a paper."""

    page_no: int
    characters: int
    method: str
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRecord:
    """One board that a paper is of or holds a note of, and the body that it belongs to."""

    board_id: str
    board_name: str
    body_name: str | None
    body_council_id: str | None
    is_named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingStatement:
    """One statement that a meeting is or was: its own head, an announcement, a grid column."""

    board_id: str
    board_name: str
    meeting_date: date
    start_time: time | None
    venue: str | None
    status: str
    statement_kind: str
    locator: str
    quote: str
    meeting_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of an agenda or of a note."""

    board_id: str
    meeting_date: date | None
    item_no: str
    title: str
    first_page: int | None
    start_time: time | None
    note_kind: str
    is_inferred: bool
    inference_rule: str | None
    locator: str
    quote: str
    meeting_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardMembership:
    """One seat on a board in a year, from a membership list."""

    board_id: str
    board_name: str
    meeting_year: str
    councillor_id: str
    councillor_name: str
    honours: str | None
    council_id: str | None
    council_name: str | None
    party: str | None
    political_group: str | None
    role: str
    is_inferred: bool
    inference_rule: str | None
    locator: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceStatement:
    """One statement that somebody came or did not."""

    board_id: str
    meeting_date: date | None
    meeting_year: str | None
    councillor_id: str
    councillor_name: str
    honours: str | None
    council_id: str | None
    council_name: str | None
    party: str | None
    political_group: str | None
    capacity: str
    status: str
    mode: str | None
    substitutes_for: str | None
    evidence_kind: str
    is_inferred: bool
    inference_rule: str | None
    locator: str
    quote: str
    meeting_type: str | None = None
    proof: str = "single"
    person_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerAttendance:
    """One officer named as present."""

    board_id: str
    meeting_date: date | None
    name: str
    organisation: str | None
    locator: str
    quote: str
    meeting_type: str | None = None
    proof: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision in a meeting's note."""

    board_id: str
    meeting_date: date | None
    item_no: str | None
    item_title: str | None
    seq: int
    text: str
    locator: str
    quote: str
    meeting_type: str | None = None
    proof: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action in a meeting's note."""

    board_id: str
    meeting_date: date | None
    item_no: str | None
    item_title: str | None
    seq: int
    text: str
    owner: str | None
    locator: str
    quote: str
    meeting_type: str | None = None
    proof: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionProgress:
    """What a later paper says became of an item's actions."""

    board_id: str
    meeting_date: date | None
    item_no: str | None
    action_text: str | None
    progress: str
    locator: str
    quote: str
    meeting_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadershipStat:
    """One printed cell of a leadership programme table."""

    period: str | None
    as_of: date | None
    programme_id: str
    programme_code: str
    dimension: str
    dimension_value: str
    councillors: int
    status: str
    is_total: bool
    table_no: int
    row_no: int
    column_no: int
    locator: str
    quote: str
    proof: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeParticipation:
    """One statement of how many took part in a programme, in prose or in a table."""

    programme_id: str | None
    programme_name: str | None
    period: str | None
    as_of: date | None
    dimension: str
    dimension_value: str
    participants: int
    unit: str
    qualifier: str
    status: str
    is_inferred: bool = False
    inference_rule: str | None = None
    locator: str
    quote: str
    proof: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerChallenge:
    """One statement about peer challenges or peer reviews."""

    council_id: str | None
    council_name: str | None
    challenge_type: str
    period: str | None
    challenges: int | None
    qualifier: str | None
    status: str
    savings_gbp: Decimal | None
    savings_period: str | None
    locator: str
    quote: str
    joint_no: int | None = None
    happened_on: date | None = None
    proof: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """One printed figure of a budget table."""

    table_title: str | None
    financial_year: str | None
    line: str
    column_name: str
    amount_gbp: Decimal
    is_total: bool
    table_no: int
    row_no: int
    column_no: int
    locator: str
    quote: str
    proof: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault seen while reading; severity and message stand in the catalogue of rules."""

    rule: str
    table_name: str
    subject: str
    expected: str | None
    observed: str | None
    locator: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldReading:
    """One reading that an extractor did not trust; it is in no other table."""

    table_name: str
    subject: str
    reason: str
    values: str
    locator: str | None
    quote: str | None


Record: TypeAlias = (
    PaperRecord
    | PageRecord
    | PassageRecord
    | BoardRecord
    | MeetingStatement
    | AgendaItem
    | BoardMembership
    | AttendanceStatement
    | OfficerAttendance
    | Decision
    | Action
    | ActionProgress
    | LeadershipStat
    | ProgrammeParticipation
    | PeerChallenge
    | BudgetLine
    | Finding
    | WithheldReading
)

# The extracted tables, as models/staging reads them, and the record each holds.
EXTRACTS: dict[str, type[Record]] = {
    "papers": PaperRecord,
    "pages": PageRecord,
    "passages": PassageRecord,
    "boards": BoardRecord,
    "meetings": MeetingStatement,
    "agenda_items": AgendaItem,
    "board_memberships": BoardMembership,
    "attendance": AttendanceStatement,
    "officer_attendance": OfficerAttendance,
    "decisions": Decision,
    "actions": Action,
    "action_progress": ActionProgress,
    "leadership_stats": LeadershipStat,
    "programme_participation": ProgrammeParticipation,
    "peer_challenges": PeerChallenge,
    "budget_lines": BudgetLine,
    "findings": Finding,
    "set_aside": WithheldReading,
}


@cache
def extract_schema(table: str) -> pl.Schema:
    """The Polars schema of an extracted table: `paper_id`, then the record's fields in order."""
    names = ["paper_id", *(field.name for field in fields(EXTRACTS[table]))]
    return pl.Schema({name: COLUMNS[name].polars_type for name in names})
