"""The published tables: what one row is, the key, the columns in order, and what they refer to.

DDL, comments, the data dictionary and the checks of keys are made from here. `columns.py` has the
types and meanings of columns, `marts.py` the marts. The SQL that fills a table has the table's name
under `models/`.
"""

from pipelines.schema.declarations import BOARD as _BOARD
from pipelines.schema.declarations import COUNCIL as _COUNCIL
from pipelines.schema.declarations import MEETING as _MEETING
from pipelines.schema.declarations import PAPER as _PAPER
from pipelines.schema.declarations import PERSON as _PERSON
from pipelines.schema.declarations import PROGRAMME as _PROGRAMME
from pipelines.schema.declarations import SOURCE, Floor, Table
from pipelines.schema.declarations import declare_table as _table
from pipelines.schema.marts import MARTS

__all__ = ["FACTS", "SOURCE", "TABLES", "TABLES_FOR_PEOPLE", "Floor", "Table"]

_PROVENANCE = " ".join(SOURCE)
_BOARD_COLUMNS = "board_id name body_name body_council_id successor_board_id"
_BODY = "body_council_id>councils.council_id"
_SEAT = "councillor_id councillor_name council_id council_name region party political_group"
_ATTENDANCE = (
    f"meeting_id board_id meeting_date {_SEAT} capacity status mode substitutes_for "
    f"is_inferred inference_rule {_PROVENANCE}"
)
_OF_MEETING = "board_name meeting_date meeting_year paper_label"

# What the papers say. The other tables say whom and what it is about.
FACTS = (
    "attendance",
    "attendance_evidence",
    "officer_attendance",
    "leadership_stats",
    "programme_participation",
    "peer_challenges",
    "decisions",
    "actions",
    "budget_lines",
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table(
            "papers",
            "one ingested document, by content",
            "paper_id",
            "paper_id label source_path source_id source_url published_on fetched_at media_type "
            "kind title board_id meeting_date page_count byte_size sha256 ingested_at "
            "numbers_unread",
            _BOARD,
        ),
        _table(
            "sources",
            "one site from which papers are fetched, and how the last fetch ended",
            "source_id",
            "source_id kind=source_kind base_url council_id=source_council_id last_fetched_at "
            "last_outcome message=source_message meetings_seen meetings_with_agenda "
            "meetings_with_minutes meetings_with_register documents_kept",
        ),
        _table(
            "paper_pages",
            "one page of a paper; a text or web paper has one",
            "paper_id page_no",
            "paper_id page_no characters method is_empty",
            _PAPER,
        ),
        _table(
            "passages",
            "one passage of a paper, in reading order: what people search in",
            "paper_id passage_no",
            "paper_id passage_no page_no locator kind=passage_kind heading meeting_id item_no "
            "text=passage_text block_no cells",
            f"{_PAPER} {_MEETING}",
        ),
        _table("boards", "one board", "board_id", _BOARD_COLUMNS, _BODY),
        _table(
            "board_lineage",
            "one board and the board that it is today, found through its successors",
            "board_id",
            "board_id name lineage_id lineage_name step",
            f"{_BOARD} lineage_id>boards.board_id",
        ),
        _table(
            "meetings",
            "one meeting of a board, held or announced",
            "meeting_id",
            "meeting_id board_id board_name meeting_date meeting_type start_time venue "
            "meeting_year status proof",
            _BOARD,
        ),
        _table(
            "agenda_items",
            "one item on a meeting's agenda",
            "meeting_id item_no",
            "meeting_id item_no item_order title first_page start_time is_inferred inference_rule "
            f"{_PROVENANCE} {_OF_MEETING}",
            f"{_MEETING} {_PAPER}",
        ),
        _table(
            "councils",
            "one local authority, past or present, as a legal body",
            "council_id",
            "council_id gss_code name short_name region nation council_type valid_from valid_to",
        ),
        _table(
            "council_codes",
            "one code of a council over time",
            "scheme code council_id",
            "council_id scheme code valid_from valid_to",
            _COUNCIL,
        ),
        _table(
            "council_successions",
            "one body that took over (part of) another",
            "council_id successor_council_id",
            "council_id successor_council_id changed_on",
            f"{_COUNCIL} successor_council_id>councils.council_id",
        ),
        _table(
            "councillors",
            "one person named as a member",
            "councillor_id",
            "councillor_id name honours",
        ),
        _table(
            "board_memberships",
            "one person's seat on a board in a year; inferred from attendance lists if the year "
            "has no membership list",
            "board_id meeting_year councillor_id",
            "board_id meeting_year councillor_id council_id council_name party political_group "
            f"role is_inferred inference_rule {_PROVENANCE} proof",
            f"{_BOARD} {_PERSON} {_COUNCIL} {_PAPER}",
        ),
        _table(
            "programmes", "one LGA programme", "programme_id", "programme_id name acronym theme"
        ),
        _table(
            "attendance",
            "one meeting and person, after the evidence of all papers has been reconciled",
            "meeting_id councillor_id",
            f"{_ATTENDANCE} board_name meeting_year paper_label proof",
            f"{_MEETING} {_BOARD} {_PERSON} {_COUNCIL} {_PAPER}",
        ),
        _table(
            "attendance_evidence",
            "one statement about attendance as printed, including contradictory ones",
            "paper_id locator councillor_id meeting_date evidence_kind capacity status",
            f"{_ATTENDANCE} evidence_kind board_name meeting_year paper_label proof person_key",
            f"{_PERSON} {_COUNCIL} {_PAPER}",
        ),
        _table(
            "officer_attendance",
            "one officer named as present at a meeting",
            "meeting_id name organisation",
            f"meeting_id name=officer_name organisation {_PROVENANCE} {_OF_MEETING} proof",
            f"{_MEETING} {_PAPER}",
        ),
        _table(
            "leadership_stats",
            "one printed cell of a leadership programme table",
            "period as_of programme_code dimension dimension_value status",
            "period as_of programme_id programme_code dimension dimension_value councillors "
            f"status is_total {_PROVENANCE} programme_name paper_label proof",
            _PAPER,
        ),
        _table(
            "programme_participation",
            "one statement of how many took part in a programme, from tables and prose alike",
            "paper_id locator programme_id programme_name dimension dimension_value participants "
            "unit qualifier status period",
            "programme_id programme_name period as_of dimension dimension_value participants unit "
            f"qualifier status is_inferred inference_rule {_PROVENANCE} paper_label proof",
            f"{_PROGRAMME} {_PAPER}",
        ),
        _table(
            "peer_challenges",
            "one statement about peer challenges or peer reviews",
            "paper_id locator quote council_name challenge_type status period savings_period",
            "council_id council_name challenge_type period challenges qualifier status savings_gbp "
            f"savings_period {_PROVENANCE} joint_no happened_on paper_label proof",
            f"{_COUNCIL} {_PAPER}",
        ),
        *(
            _table(
                name,
                f"one {name[:-1]} in a meeting's note, in the note's own words",
                "meeting_id item_no seq",
                f"meeting_id item_no item_title seq text {more}{_PROVENANCE} {_OF_MEETING} proof",
                f"{_MEETING} {_PAPER}",
            )
            for name, more in (("decisions", ""), ("actions", "owner progress "))
        ),
        _table(
            "budget_lines",
            "one printed figure of a budget table",
            "paper_id table_no row_no column_no",
            "paper_id table_title financial_year line column_name amount_gbp is_total table_no "
            "row_no column_no locator quote paper_label proof",
            _PAPER,
        ),
        _table(
            "councillors_in_post",
            "councillors of one political group in one region and type of council after one "
            "year's elections",
            "year region council_type political_group",
            "year region council_type political_group councillors source",
        ),
        _table(
            "councillors_in_post_gaps",
            "one council that councillors_in_post leaves out in one year",
            "year council_id",
            "year council_id council_name region council_type",
            _COUNCIL,
        ),
        _table(
            "quality_findings",
            "one thing that the checks found",
            "rule table_name subject paper_id locator observed",
            f"rule severity table_name subject expected observed message {_PROVENANCE}",
        ),
        _table(
            "set_aside",
            "one reading that was not trusted and is in no other table",
            "paper_id table_name reason values locator",
            "paper_id table_name reason=reason_set_aside values locator quote",
        ),
        _table(
            "rejected_papers",
            "one paper that could not be read",
            "source_path",
            "source_path sha256 reason rejected_at",
        ),
        _table(
            "coverage",
            "one meeting: what is known about it and what is not",
            "meeting_id",
            "meeting_id status has_agenda has_minutes has_attendance papers source_id has_register",
            _MEETING,
        ),
        _table(
            "builds",
            "one publication",
            "build_id",
            "build_id build_no built_at code_version content_hash papers findings_error "
            "findings_warning",
        ),
        _table(
            "relationships",
            "one column that refers to a row of another table, so that the two can be joined",
            "from_table from_column",
            "from_table from_column to_table to_column",
        ),
        _table(
            "check_results",
            "one check that this build passed, or failed as a warning only",
            "build_id suite check_no",
            "build_id suite check_no expectation column_name=checked_columns severity success "
            "observed exception",
        ),
        *MARTS,
    )
}

# The marts, of which people ask most, come first.
TABLES_FOR_PEOPLE: tuple[Table, ...] = tuple(
    sorted(TABLES.values(), key=lambda table: table.floor != "marts")
)
