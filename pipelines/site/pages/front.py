"""The front page, the page and the feed of news, and the page that says how to read the others."""

from pathlib import Path

from pipelines.news.feeds import as_atom
from pipelines.news.news import News, collect_news
from pipelines.news.wording import other_parts_of, paper_line, title_of
from pipelines.reports.wording import numbered
from pipelines.runtime.errors import NotYetForgotten, WarehouseUnusable
from pipelines.runtime.settings import Settings
from pipelines.site.headlines import Headline
from pipelines.site.published import Published
from pipelines.site.writer import FRONT_PAGE, Writer

NEWS_PAGE = "news.html"
FEED = "news.xml"
HELP_PAGE = "help.html"
# New papers on the front page; more are counted.
MOST_NEW = 20
# Entries of one list on the page of news
MOST_ENTRIES = 400
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


def find_news(warehouse: Path) -> News | None:
    """The news of a published file, beside which earlier builds are kept.

    Returns:
        None if no build is known, or while a kept one may hold somebody who asked to be forgotten.
    """
    try:
        return collect_news(Settings(warehouse=warehouse))
    except (NotYetForgotten, WarehouseUnusable):
        return None


def write_front(
    published: Published, writer: Writer, news: News | None, headlines: list[Headline]
) -> None:
    """Write the front page, the page of news and their feed."""
    papers = [(paper.paper_id, paper_line(paper)) for paper in news.papers] if news else []
    counts = published.rows(COUNTS)[0]
    writer.page(
        FRONT_PAGE,
        "front.html.j2",
        f"What {numbered(counts.papers, 'board paper says', 'board papers say')}",
        counts=counts,
        headlines=headlines,
        news=news,
        papers=papers[:MOST_NEW],
        more=max(0, len(papers) - MOST_NEW),
    )
    writer.page(
        NEWS_PAGE,
        "news_page.html.j2",
        title_of(news) if news else "What is new is not known",
        papers=papers[:MOST_ENTRIES],
        parts=other_parts_of(news) if news else [],
        is_compared=news is not None and news.is_compared,
        most=MOST_ENTRIES,
        feed=FEED if news else None,
    )
    if news:
        writer.file(FEED, as_atom(news))


def write_help(writer: Writer) -> None:
    """Write the page that says how to read the others and where to look for an answer."""
    writer.page(HELP_PAGE, "help.html.j2", "How to use these pages")
