"""The front page, and the page that says how to read the others."""

from collections.abc import Sequence

from pipelines.reports.wording import numbered
from pipelines.site.pages.headlines import Headline
from pipelines.site.published import Published, Row
from pipelines.site.writer import FRONT_PAGE, Writer

HELP_PAGE = "help.html"
# New papers on the front page; more are counted.
MOST_NEW = 20
COUNTS = """
select
    (select count(*) from papers) as papers,
    (select count(*) from meetings) as meetings,
    (select count(distinct board_id) from meetings) as boards,
    (select min(meeting_date) from meetings) as first_day,
    (select max(meeting_date) from meetings) as last_day,
    (select count(*) from coverage where has_minutes) as with_minutes,
    (select count(*) from coverage where has_attendance) as with_attendance,
    (select count(*) from rejected_papers) as rejected,
"""
NEW = """
select papers.paper_id, papers.label, papers.kind,
    (select count(*) from decisions where decisions.paper_id = papers.paper_id) as decisions,
    (select count(*) from actions where actions.paper_id = papers.paper_id) as actions,
    (
        select count(*) from attendance_evidence as marks
        where marks.paper_id = papers.paper_id and marks.status = 'present'
    ) as marks,
    (
        select count(*) from programme_participation as statements
        where statements.paper_id = papers.paper_id
    ) as statements,
    (select count(*) from budget_lines where budget_lines.paper_id = papers.paper_id) as figures,
from papers
where ingested_at > {since}
order by papers.meeting_date desc nulls last, papers.label, papers.paper_id
"""


def write_front(
    published: Published, writer: Writer, builds: Sequence[Row], headlines: list[Headline]
) -> None:
    """Write the front page.

    Args:
        published: The warehouse.
        writer: Writes the page.
        builds: The last build and the one before, if there was one.
        headlines: The findings of the reports.
    """
    since = f"timestamp '{builds[1].built_at}'" if len(builds) > 1 else "timestamp '1900-01-01'"
    new = published.rows(NEW.format(since=since))
    counts = published.rows(COUNTS)[0]
    writer.page(
        FRONT_PAGE,
        "front.html.j2",
        f"What {numbered(counts.papers, 'board paper says', 'board papers say')}",
        counts=counts,
        headlines=headlines,
        new=new[:MOST_NEW],
        more=max(0, len(new) - MOST_NEW),
        is_first=len(builds) < 2,
    )


def write_help(writer: Writer) -> None:
    """Write the page that says how to read the others and where to look for an answer."""
    writer.page(HELP_PAGE, "help.html.j2", "How to use these pages")
