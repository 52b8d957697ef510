"""The marts, which count what the tables of the core have; `tables.py` lists them too."""

from pipelines.schema.declarations import BOARD as _BOARD
from pipelines.schema.declarations import COUNCIL as _COUNCIL
from pipelines.schema.declarations import MEETING as _MEETING
from pipelines.schema.declarations import PAPER as _PAPER
from pipelines.schema.declarations import PERSON as _PERSON
from pipelines.schema.declarations import SOURCE, Table
from pipelines.schema.declarations import declare_table as _table

_PROVENANCE = " ".join(SOURCE)
_SAVINGS = "savings_gbp_per_year savings_gbp_one_off"
_RATES = (
    "expected=expected_meetings present apologies absent attendance_rate substitutes_present "
    "others_present represented_rate"
)

MARTS: tuple[Table, ...] = (
    *(
        _table(
            f"uptake_by_{name}",
            f"uptake of one programme by {key}; programme_id all is every programme together",
            f"period as_of programme_id {key}",
            f"period as_of programme_id programme_name {key} councillors share "
            f"councillors_in_{key} councillors_as_of denominator_source uptake_per_100 "
            "denominator_note proof",
            floor="marts",
        )
        for name, key in (
            ("region", "region"),
            ("party", "political_group"),
            ("council_type", "council_type"),
        )
    ),
    _table(
        "uptake_region_by_party_bounds",
        "what the printed margins allow for one region and group in one programme, and "
        "estimates; programme_id all is every programme together",
        "period as_of programme_id region political_group",
        "period as_of programme_id region political_group region_participants "
        "group_participants programme_participants lowest highest bounds_rule estimate "
        "estimate_by_seats denominator_source sources proof",
        floor="marts",
    ),
    _table(
        "programme_trend",
        "how many took part, or are planned to take part, in one programme, period and unit",
        "programme_id programme_name unit standing period",
        "programme_id programme_name unit standing period participants qualifier status as_of "
        "is_part_year previous_period previous_participants previous_qualifier change change_share "
        f"is_change_exact statements {_PROVENANCE} proof",
        _PAPER,
        floor="marts",
    ),
    _table(
        "participation_statements",
        "one number worth adding up: the most complete statement of one programme, period, unit "
        "and status; never a total together with its parts",
        "programme_id programme_name period unit status",
        "programme_id programme_name period as_of dimension dimension_value participants unit "
        f"qualifier status is_inferred inference_rule parts_added statements {_PROVENANCE} proof",
        _PAPER,
        floor="marts",
    ),
    _table(
        "uptake_sources",
        "one printed cell behind the uptake figures, totals included, with its paper",
        "period as_of programme_code dimension dimension_value",
        "period as_of programme_id programme_name programme_code dimension dimension_value "
        "councillors paper_id source_path paper_title locator quote proof",
        _PAPER,
        floor="marts",
    ),
    *(
        _table(
            f"attendance_by_{name}",
            f"attendance at a board's meetings in a year by {key}",
            f"board_id meeting_year {key}",
            f"board_id board_name meeting_year {columns} {_RATES} proof",
            _BOARD,
            floor="marts",
        )
        for name, key, columns in (
            ("party", "political_group", "political_group"),
            ("region", "region", "region"),
            ("member", "councillor_id", "councillor_id councillor_name"),
        )
    ),
    _table(
        "attendance_by_lineage",
        "attendance in a year at the meetings of a board, whatever it was called",
        "lineage_id meeting_year",
        f"lineage_id lineage_name meeting_year meetings {_RATES} proof",
        "lineage_id>boards.board_id",
        floor="marts",
    ),
    _table(
        "councillor_history",
        "one person's stretch of years on a board in which authority, group, party and role "
        "did not change",
        "councillor_id board_id from_meeting_year",
        "councillor_id councillor_name board_id from_meeting_year to_meeting_year council_id "
        "council_name party political_group role=capacity",
        f"{_PERSON} {_BOARD} {_COUNCIL}",
        floor="marts",
    ),
    _table(
        "peer_challenge_coverage",
        "one council that exists at as_of, and whether papers say that it had a peer challenge",
        "council_id",
        "council_id name region council_type last_period challenges_seen named_in_papers "
        "covered_by_statement said_to_have_had_none never_seen as_of=newest_paper_on "
        "last_challenge_type last_status last_seen_on challenges_of_predecessors "
        f"covered_by_paper_id covered_by_locator {_PROVENANCE} proof",
        f"{_COUNCIL} {_PAPER} covered_by_paper_id>papers.paper_id",
        floor="marts",
    ),
    _table(
        "peer_challenge_coverage_by_region",
        "the councils of one type in one region that exist at as_of, and how many of them papers "
        "mention",
        "region council_type",
        "region council_type as_of=newest_paper_on councils councils_seen councils_named "
        "councils_covered councils_said_to_have_had_none councils_never_seen proof",
        floor="marts",
    ),
    _table(
        "peer_challenge_summary",
        "peer challenges of one period, type and status",
        "period challenge_type status",
        "period challenge_type status challenges qualifier councils_named "
        "savings_gbp=savings_gbp_in_all "
        f"challenges_stated challenges_named {_SAVINGS} proof",
        floor="marts",
    ),
    _table(
        "peer_challenges_by_council",
        "one peer challenge of one named council, however many statements mention it",
        "council_id council_name challenge_type period status",
        "council_id council_name region council_type challenge_type period status challenges "
        f"qualifier joint_with savings_gbp savings_period {_PROVENANCE} proof",
        f"{_COUNCIL} {_PAPER}",
        floor="marts",
    ),
    *(
        _table(
            f"peer_challenges_by_{key}",
            f"peer challenges of named councils of one {key}, by type, period and status",
            f"{key} challenge_type period status",
            f"{key} challenge_type period status challenges qualifier councils_named {_SAVINGS} "
            "proof",
            floor="marts",
        )
        for key in ("region", "council_type")
    ),
    _table(
        "open_actions",
        "one owner of one action without recorded completion",
        "meeting_id item_no seq owner",
        "meeting_id item_no item_title seq text owner=one_owner as_of=newest_paper_on age_days "
        f"{_PROVENANCE} proof",
        _MEETING,
        floor="marts",
    ),
)
