"""Peer challenges: who is named with one, when, what it saved, and who is not named."""

from pipelines.reports.wording import numbered
from pipelines.site.addresses import slug
from pipelines.site.headlines import Headline
from pipelines.site.published import Published, Row, group_by
from pipelines.site.sources import Sources
from pipelines.site.writer import Writer

REPORT = "Peer challenges"
PAGE = "peer-challenges.html"
NAMED_PAGE = "peer-challenges/named.html"
SECTOR_PAGE = "peer-challenges/sector.html"
# Rows of a list of its own, and the first of them on the page of the report
MOST_ROWS = 600
MOST_SHOWN = 100
NAMED = """
select * from peer_challenges_by_council
order by council_name, period desc nulls last, challenge_type, locator
"""
SECTOR = """
select challenges.*, papers.label, papers.meeting_date
from peer_challenges as challenges
join papers using (paper_id)
where challenges.council_id is null
order by papers.meeting_date desc nulls last, paper_id, locator, quote
"""
COVERAGE = """
select
    {by},
    max(as_of) as as_of,
    cast(coalesce(sum(councils), 0) as integer) as councils,
    cast(coalesce(sum(councils_named), 0) as integer) as named,
    cast(coalesce(sum(councils_covered), 0) as integer) as covered,
    cast(coalesce(sum(councils_said_to_have_had_none), 0) as integer) as said_none,
    cast(coalesce(sum(councils_never_seen), 0) as integer) as never_seen,
from peer_challenge_coverage_by_region
group by {by}
order by {by}
"""
REGIONS, TYPES = (COVERAGE.format(by=by) for by in ("region", "council_type"))
SAVINGS = """
select * from peer_challenge_summary
where savings_gbp_per_year is not null or savings_gbp_one_off is not null
order by period desc nulls last, challenge_type, status, qualifier
"""
NEVER = """
select council_id, name, region, council_type
from peer_challenge_coverage
where never_seen
order by region, name, council_id
"""


def write_challenges(published: Published, sources: Sources, writer: Writer) -> Headline:
    """Write the pages of peer challenges, and return their finding."""
    named, sector = published.rows(NAMED), published.rows(SECTOR)
    for row in (*named, *sector):
        row.link = sources.words(row, row.challenges)
    never = group_by(published.rows(NEVER), "region")
    regions = published.rows(REGIONS)
    title = _title(named, regions)
    lists = {region: f"peer-challenges/in-{slug(region)}.html" for region in never}
    writer.listing(NAMED_PAGE, "challenges_named.html.j2", _named_title(named), named, MOST_ROWS)
    writer.listing(
        SECTOR_PAGE,
        "challenges_sector.html.j2",
        f"{numbered(len(sector), 'statement', 'statements')} about peer challenges of the sector",
        sector,
        MOST_ROWS,
    )
    writer.page(
        PAGE,
        "challenges.html.j2",
        title,
        named=named[:MOST_SHOWN],
        sector=sector[:MOST_SHOWN],
        more_named=max(0, len(named) - MOST_SHOWN),
        more_sector=max(0, len(sector) - MOST_SHOWN),
        savings=published.rows(SAVINGS),
        regions=regions,
        types=published.rows(TYPES),
        lists=lists,
    )
    for region, councils in never.items():
        writer.page(
            lists[region],
            "challenges_never.html.j2",
            f"{region}: {len(councils):,} councils are not named with a peer challenge",
            region=region,
            councils=councils,
        )
    return Headline(REPORT, title, PAGE)


def _named_title(named: list[Row]) -> str:
    saved = sum(row.savings_gbp is not None for row in named)
    return (
        f"{numbered(len(named), 'peer challenge', 'peer challenges')} of named councils, "
        f"{saved:,} with savings"
    )


def _title(named: list[Row], regions: list[Row]) -> str:
    councils = sum(row.councils for row in regions)
    never = sum(row.never_seen for row in regions)
    names = len({row.council_id for row in named})
    return (
        f"The papers name {names:,} of {councils:,} councils with a peer challenge; "
        f"of {never:,} they say nothing"
    )
