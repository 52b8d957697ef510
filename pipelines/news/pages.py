"""News as one page that needs no other file."""

from pathlib import Path

from pipelines.news.news import News
from pipelines.news.wording import parts_of, title_of
from pipelines.runtime.html_templates import html_environment

TEMPLATES = Path(__file__).with_name("templates")


def as_page(news: News) -> str:
    """The news as HTML; all that comes from papers is escaped by the template engine."""
    template = html_environment(TEMPLATES).get_template("news.html.j2")
    return template.render(title=title_of(news), parts=parts_of(news), is_compared=news.is_compared)
