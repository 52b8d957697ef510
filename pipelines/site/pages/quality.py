"""What is not known: findings, rows set aside, papers that could not be read, and coverage."""

from pipelines.reports.wording import numbered
from pipelines.site.addresses import slug
from pipelines.site.published import Published, Row, group_by
from pipelines.site.sources import Sources
from pipelines.site.writer import Writer

PAGE = "quality.html"
COVERAGE_PAGE = "quality/coverage.html"
SET_ASIDE_PAGE = "quality/set-aside.html"
# Rows on one page, each with a sentence or two.
MOST_ROWS = 500
SEVERITIES = ("error", "warning", "info")
FINDINGS = """
select findings.*, papers.label
from quality_findings as findings
left join papers using (paper_id)
order by rule, papers.meeting_date desc nulls last, paper_id, locator, message, subject
"""
SET_ASIDE = """
select set_aside.*, papers.label
from set_aside
left join papers using (paper_id)
order by table_name, paper_id, locator
"""
COVERAGE = """
select coverage.*, meetings.board_name, meetings.meeting_date
from coverage
join meetings using (meeting_id)
order by
    coverage.status = 'held' and not has_minutes desc,
    meetings.board_name,
    meetings.meeting_date desc,
    meeting_id
"""
REJECTED = "select * from rejected_papers order by source_path"
UNREAD = """
select paper_id, label, numbers_unread from papers
where numbers_unread > 0
order by numbers_unread desc, paper_id
limit 100
"""
PROOFS = """
select proof, count(*) as rows from leadership_stats group by proof
union all
select proof, count(*) from programme_participation group by proof
union all
select proof, count(*) from peer_challenges group by proof
union all
select proof, count(*) from attendance group by proof
union all
select proof, count(*) from budget_lines group by proof
"""


def write_quality(published: Published, sources: Sources, writer: Writer) -> None:
    """Write the pages of what is odd in the papers and what is not known."""
    found = group_by(published.rows(FINDINGS), "rule")
    rules = dict(sorted(found.items(), key=lambda item: SEVERITIES.index(item[1][0].severity)))
    set_aside = published.rows(SET_ASIDE)
    rejected = published.rows(REJECTED)
    coverage = published.rows(COVERAGE)
    for row in (*(row for rows in rules.values() for row in rows), *set_aside):
        row.link = sources.words(row) if row.paper_id and row.locator else None
    proofs: dict[str, int] = {}
    for row in published.rows(PROOFS):
        proofs[row.proof] = proofs.get(row.proof, 0) + row.rows
    findings = sum(map(len, rules.values()))
    title = (
        f"{numbered(findings, 'remark', 'remarks')} on the papers, "
        f"{numbered(len(set_aside), 'row', 'rows')} set aside, "
        f"{numbered(len(rejected), 'paper', 'papers')} not readable"
    )
    minutes = [row for row in coverage if row.status == "held" and not row.has_minutes]
    writer.page(
        PAGE,
        "quality.html.j2",
        title,
        rules=rules,
        set_aside=set_aside,
        rejected=rejected[:MOST_ROWS],
        proofs=proofs,
        unread=published.rows(UNREAD),
        without_minutes=len(minutes),
        meetings=len(coverage),
    )
    for rule, rows in rules.items():
        path = f"quality/{slug(rule)}.html"
        writer.listing(path, "findings.html.j2", _rule_title(rule, rows), rows, MOST_ROWS)
    if set_aside:
        title = f"{numbered(len(set_aside), 'row was', 'rows were')} not trusted and set aside"
        writer.listing(SET_ASIDE_PAGE, "set_aside.html.j2", title, set_aside, MOST_ROWS)
    writer.listing(
        COVERAGE_PAGE,
        "coverage.html.j2",
        f"{len(minutes):,} of {len(coverage):,} meetings were held and have no minutes here",
        coverage,
        MOST_ROWS,
    )


def _rule_title(rule: str, rows: list[Row]) -> str:
    return f"{rule.replace('_', ' ').capitalize()}: {numbered(len(rows), 'remark', 'remarks')}"
