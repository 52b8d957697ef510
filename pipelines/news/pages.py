"""News as one page that needs no other file."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipelines.news.news import News
from pipelines.news.wording import parts_of, title_of

TEMPLATES = Path(__file__).with_name("templates")


def as_page(news: News) -> str:
    """The news as HTML; all that comes from papers is escaped by the template engine."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.get_template("news.html.j2")
    return template.render(title=title_of(news), parts=parts_of(news))
