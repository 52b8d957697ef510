"""Writes the site of a published warehouse."""

from dataclasses import dataclass
from pathlib import Path

from pipelines.news.news import News
from pipelines.reports.writing import TEMPLATES as REPORT_TEMPLATES
from pipelines.runtime.places import PACKAGE
from pipelines.site.pages.attendance import write_attendance
from pipelines.site.pages.boards import write_boards
from pipelines.site.pages.challenges import write_challenges
from pipelines.site.pages.councils import write_councils
from pipelines.site.pages.decisions import write_decisions
from pipelines.site.pages.front import find_news, write_front, write_help
from pipelines.site.pages.papers import write_papers
from pipelines.site.pages.programmes import write_programmes
from pipelines.site.pages.quality import write_quality
from pipelines.site.pages.uptake import write_uptake
from pipelines.site.published import Published, open_published
from pipelines.site.search import write_search
from pipelines.site.sources import Sources
from pipelines.site.writer import FRONT_PAGE, open_writer

ASSETS = PACKAGE / "site" / "assets"
SCRIPTS = ("site.js", "search.js")


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """What was written: the front page, and how many pages there are."""

    front_page: Path
    pages: int


def write_site(warehouse: Path, out: Path) -> WrittenSite:
    """Write the site into a folder; the same warehouse gives the same bytes.

    Pages of the site before that are not needed now are deleted; other files in the folder stay.

    Args:
        warehouse: A published warehouse; it is opened read-only.
        out: The folder, created if needed.

    Raises:
        InputMissing: There is no such warehouse.
        WarehouseUnusable: The file is no warehouse, or lacks a table that the site shows.
        FolderNotOurs: The folder has a front page that no site of ours wrote.
    """
    # Before the file is opened here: it cannot be opened in two ways at a time.
    news = find_news(warehouse)
    with open_published(warehouse) as published:
        return _write(warehouse, out, published, news)


def _write(warehouse: Path, out: Path, published: Published, news: News | None) -> WrittenSite:
    sources = Sources(published)
    builds = published.rows("select * from builds order by build_no desc limit 1")
    writer = open_writer(out, build=builds[0] if builds else None)
    for script in SCRIPTS:
        writer.file(f"assets/{script}", (ASSETS / script).read_text(encoding="utf-8"))
    styles = (REPORT_TEMPLATES / "uptake.css", ASSETS / "site.css")
    writer.file("assets/style.css", "\n".join(path.read_text(encoding="utf-8") for path in styles))
    headlines = [
        write_uptake(warehouse, published, sources, writer),
        write_attendance(published, sources, writer),
        write_challenges(published, sources, writer),
        write_decisions(published, sources, writer),
    ]
    write_boards(published, sources, writer)
    people = write_councils(published, sources, writer)
    write_programmes(published, sources, writer)
    write_quality(published, sources, writer)
    write_front(published, writer, news, [each for each in headlines if each])
    write_help(writer)
    write_search(published, sources, writer, people)
    write_papers(published, sources, writer)
    writer.finish()
    return WrittenSite(out / FRONT_PAGE, len(writer.pages))
