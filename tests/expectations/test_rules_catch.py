"""For each rule over several rows one warehouse that breaks it, and what the audit then says."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pipelines.audit.audit import FailingRow, audit


class Fault(NamedTuple):
    """A fault, and the checks of one table that fail for it: (expectation, column, severity)."""

    statements: str
    table: str
    failed: list[tuple[str, str | None, str]]


def fault(name: str, statements: str, table: str, *failed: tuple[str, str | None, str]) -> object:
    return pytest.param(Fault(statements, table, list(failed)), id=name)


FAULTS = [
    fault(
        "a key stands twice",
        "insert into boards select * from boards",
        "boards",
        ("unique_key", "board_id", "error"),
    ),
    fault(
        "NULL equals NULL in a key",
        "insert into officer_attendance select * from officer_attendance",
        "officer_attendance",
        ("unique_key", "meeting_id, name, organisation", "error"),
    ),
    fault(
        "a person whom no register of persons has",
        "update board_memberships set councillor_id = 'bo-sample'",
        "board_memberships",
        ("foreign_key", "councillor_id", "error"),
    ),
    fault(
        "a column is of another type",
        "alter table coverage alter papers type bigint",
        "coverage",
        ("column_types", None, "error"),
    ),
    fault(
        "the register of councils is empty",
        "delete from councils",
        "councils",
        ("row_count", None, "error"),
    ),
    fault(
        "no codes of councils",
        "delete from council_codes",
        "council_codes",
        ("row_count", None, "error"),
    ),
    fault(
        "no programmes",
        "delete from programmes",
        "programmes",
        ("row_count", None, "error"),
    ),
    fault(
        "nobody in post",
        "delete from councillors_in_post",
        "councillors_in_post",
        ("row_count", None, "error"),
    ),
    fault(
        "a page is missing",
        "update papers set page_count = 2",
        "papers",
        ("page_count_differs_from_pages", None, "error"),
    ),
    fault(
        "the digits of another paper",
        "update papers set sha256 = repeat('ab', 32)",
        "papers",
        ("paper_id_differs_from_sha256", None, "error"),
    ),
    fault(
        "a meeting that was moved and kept its id",
        "update meetings set meeting_date = date '2031-03-05'",
        "meetings",
        ("meeting_id_differs_from_board_and_date", None, "error"),
    ),
    fault(
        "attendance on another day than its meeting",
        "update attendance set meeting_date = date '2031-03-05'",
        "attendance",
        ("attendance_differs_from_its_meeting", None, "error"),
    ),
    *(
        fault(
            f"an inference that names no rule, in {table}",
            f"update {table} set is_inferred = true, inference_rule = null",
            table,
            ("inference_without_rule", "inference_rule", "error"),
        )
        for table in (
            "attendance",
            "attendance_evidence",
            "board_memberships",
            "programme_participation",
        )
    ),
    fault(
        "a total row that counts as a detail",
        "update leadership_stats set is_total = false where dimension = 'region'",
        "leadership_stats",
        ("total_row_not_marked", None, "error"),
    ),
    fault(
        "a printed total row that the parts do not make",
        "update leadership_stats set councillors = 4 "
        "where dimension = 'region' and dimension_value = 'total'",
        "leadership_stats",
        ("printed_total_does_not_add_up", None, "warning"),
    ),
    fault(
        "a printed total column that the programmes do not make",
        "insert into leadership_stats by name select * replace ('Total' as programme_code, "
        "4 as councillors, true as is_total) from leadership_stats "
        "where dimension_value = 'North East'",
        "leadership_stats",
        ("printed_total_does_not_add_up", None, "warning"),
    ),
    fault(
        "a lineage that ends in a board which has a successor",
        "update boards set successor_board_id = 'example-board'",
        "board_lineage",
        ("lineage_is_no_last_board", None, "error"),
    ),
    fault(
        "a lineage that counts other meetings than its boards",
        "update attendance_by_lineage set expected = 2, present = 2",
        "attendance_by_lineage",
        ("lineage_attendance_differs_from_boards", None, "error"),
    ),
    fault(
        "a stretch of years that ends before it begins",
        "insert into councillor_history by name select * replace ('2031/32' as from_meeting_year) "
        "from councillor_history",
        "councillor_history",
        ("history_ends_before_it_begins", None, "error"),
    ),
    fault(
        "a seat that the person's history does not hold",
        "update councillor_history set role = 'member'",
        "councillor_history",
        ("seat_without_history", None, "error"),
    ),
    fault(
        "a council that had two challenges in one sentence",
        "update peer_challenges set challenges = 2",
        "peer_challenges",
        ("named_council_counts_more_than_one", None, "warning"),
    ),
    fault(
        "a finding that stops the publication",
        "update quality_findings set severity = 'error'",
        "quality_findings",
        ("finding_of_severity_error", None, "error"),
    ),
    fault(
        "a build that was published although a check failed",
        "update check_results set success = false",
        "check_results",
        ("published_although_a_check_failed", None, "error"),
    ),
    fault(
        "a meeting that coverage leaves out",
        "delete from coverage",
        "coverage",
        ("meeting_without_coverage", None, "error"),
    ),
    *(
        fault(
            f"councillors lost on the way to {mart}",
            f"update {mart} set councillors = 2, uptake_per_100 = 1.0 where programme_id <> 'all'",
            mart,
            ("uptake_differs_from_leadership_stats", None, "error"),
        )
        for mart in ("uptake_by_region", "uptake_by_party", "uptake_by_council_type")
    ),
    *(
        fault(
            f"a rate against another year's councillors, in {mart}",
            f"update {mart} set councillors_in_{key} = 300, uptake_per_100 = 1.0",
            mart,
            ("uptake_rate_differs_from_councillors_in_post", None, "error"),
        )
        for mart, key in (
            ("uptake_by_region", "region"),
            ("uptake_by_party", "political_group"),
            ("uptake_by_council_type", "council_type"),
        )
    ),
    fault(
        "no rate, and nothing said about it",
        "delete from councillors_in_post; update uptake_by_party "
        "set councillors_in_political_group = null, uptake_per_100 = null",
        "uptake_by_party",
        ("uptake_rate_differs_from_councillors_in_post", None, "error"),
    ),
    fault(
        "a share of a misprinted total",
        "update uptake_by_party set share = 0.5 where programme_id = 'all'",
        "uptake_by_party",
        ("uptake_differs_from_leadership_stats", None, "error"),
    ),
    fault(
        "a line lost on the way to a mart",
        "delete from uptake_by_region where programme_id <> 'all'",
        "uptake_by_region",
        ("uptake_differs_from_leadership_stats", None, "error"),
    ),
    fault(
        "a line for all that is not the printed total column",
        "insert into leadership_stats by name select * replace ('Total' as programme_code, "
        "5 as councillors, true as is_total) from leadership_stats "
        "where dimension_value = 'North East'",
        "uptake_by_region",
        ("uptake_differs_from_leadership_stats", None, "error"),
    ),
    *(
        fault(
            name,
            f"update uptake_region_by_party_bounds set {change}",
            "uptake_region_by_party_bounds",
            ("region_by_party_breaks_its_margins", None, "error"),
        )
        for name, change in (
            ("more at least than at most", "lowest = 4 where programme_id <> 'all'"),
            ("more at most than the region has", "highest = 4 where programme_id <> 'all'"),
            ("an estimate below the bounds", "estimate = 2.5"),
            ("an estimate by seats above the bounds", "estimate_by_seats = 3.5"),
            ("all wider than its programmes", "lowest = 2 where programme_id = 'all'"),
            ("another margin than the uptake mart has", "region_participants = 4"),
        )
    ),
    *(
        fault(
            name,
            f"update programme_trend set {change}",
            "programme_trend",
            ("trend_differs_from_its_statements", None, "error"),
        )
        for name, change in (
            ("a plan among the actual numbers", "status = 'planned'"),
            ("a change that the numbers do not make", "change = 2"),
            ("a year that is not the one before", "previous_period = '2028/29'"),
            ("a number that nobody states", "participants = 4, change = 2"),
        )
    ),
    fault(
        "parts that nobody states",
        "update participation_statements set dimension = 'region', parts_added = 2",
        "participation_statements",
        ("participation_differs_from_its_statements", None, "error"),
    ),
    fault(
        "a figure without its source",
        "delete from uptake_sources where dimension_value = 'Labour'",
        "uptake_sources",
        ("uptake_sources_differ_from_leadership_stats", None, "error"),
    ),
    *(
        fault(
            f"{name}, in {mart}",
            f"{statements} {mart} {change}",
            mart,
            ("attendance_mart_differs_from_attendance", None, "error"),
        )
        for mart in ("attendance_by_party", "attendance_by_region", "attendance_by_member")
        for name, statements, change in (
            ("a member lost", "delete from", ""),
            ("a guest whom nobody saw", "update", "set others_present = 1"),
        )
    ),
    fault(
        "a substitute among the members",
        "update attendance set capacity = 'substitute'",
        "attendance_by_party",
        ("attendance_mart_differs_from_attendance", None, "error"),
    ),
    fault(
        "fewer represented than came",
        "update attendance_by_lineage set represented_rate = 0.5",
        "attendance_by_lineage",
        ("expected_meetings_do_not_add_up", None, "error"),
        ("lineage_attendance_differs_from_boards", None, "error"),
    ),
    *(
        fault(
            f"another rate than the counts make, in {mart}",
            f"update {mart} set attendance_rate = 0.5",
            mart,
            ("expected_meetings_do_not_add_up", None, "error"),
        )
        for mart in ("attendance_by_party", "attendance_by_region", "attendance_by_member")
    ),
    fault(
        "a council seen and never seen",
        "update peer_challenge_coverage set never_seen = true",
        "peer_challenge_coverage",
        ("never_seen_differs_from_challenges_seen", None, "error"),
    ),
    fault(
        "a council covered by words that nobody said",
        "update peer_challenge_coverage set covered_by_statement = 'All have had one', "
        "covered_by_paper_id = paper_id, covered_by_locator = locator",
        "peer_challenge_coverage",
        ("covering_statement_is_no_statement", None, "error"),
    ),
    fault(
        "a council lost between the list and the count by region",
        "update peer_challenge_coverage_by_region set councils = 2, councils_never_seen = 1",
        "peer_challenge_coverage_by_region",
        ("coverage_by_region_differs_from_councils", None, "error"),
    ),
    fault(
        "a named council that the challenges by council leave out",
        "delete from peer_challenges_by_council",
        "peer_challenges_by_council",
        ("named_challenge_without_council_row", None, "error"),
    ),
    *(
        fault(
            f"{change}, in {mart}",
            f"update {mart} set {change}",
            mart,
            ("challenge_counts_differ_from_councils", None, "error"),
        )
        for mart, change in (
            ("peer_challenges_by_region", "councils_named = 2"),
            ("peer_challenges_by_region", "savings_gbp_per_year = 1499"),
            ("peer_challenges_by_council_type", "savings_gbp_per_year = 1501"),
            ("peer_challenge_summary", "councils_named = 2"),
        )
    ),
    fault(
        "fewer challenges than councils that had one of their own",
        "update peer_challenge_summary set challenges = 0",
        "peer_challenge_summary",
        ("challenge_counts_differ_from_councils", None, "error"),
    ),
    fault(
        "an open action of somebody whom its note does not name",
        "update open_actions set owner = 'Bo Sample'",
        "open_actions",
        ("open_action_is_no_action", None, "error"),
    ),
    fault(
        "an open action that no note holds",
        "update open_actions set text = 'Something else.'",
        "open_actions",
        ("open_action_is_no_action", None, "error"),
    ),
]


@pytest.mark.parametrize("seeded", FAULTS)
def test_the_audit_catches(seeded: Fault, changed_warehouse: Callable[[str], Path]) -> None:
    report = audit(changed_warehouse(seeded.statements), [seeded.table])
    failed = [result for result in report.results if not result.success]
    assert [(check.expectation, check.column, check.severity) for check in failed] == seeded.failed
    assert report.crashed == ()
    assert report.ok == all(severity == "warning" for _, _, severity in seeded.failed)
    assert all(check.failing_rows for check in failed)


def test_a_failure_shows_the_rows_with_their_places(
    changed_warehouse: Callable[[str], Path],
) -> None:
    candidate = changed_warehouse(
        "update leadership_stats set councillors = 4 "
        "where dimension = 'region' and dimension_value = 'total'"
    )
    (warning,) = audit(candidate, ["leadership_stats"]).warnings
    assert warning.message == "leadership_stats: printed_total_does_not_add_up: 1 rows fail"
    assert warning.failing_rows == (
        FailingRow(
            paper_id="00c0ffee00c0ffee",
            locator="l12-l14",
            values="dimension=region, dimension_value=total, programme_code=EA, printed=4, added=3",
        ),
    )
