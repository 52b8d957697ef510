"""News as lines of text: all of it, or the short form that a refresh prints."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.news.news import Figure, NewFinding, NewPaper, News

SHORT = 5  # entries of a list in the short form
COUNTED = {
    "present": ("person present", "people present"),
    "agenda_items": ("item", "items"),
    "decisions": ("decision", "decisions"),
    "actions": ("action", "actions"),
    "figures": ("figure", "figures"),
}
NOTED = {
    "findings": ("finding", "findings"),
    "set_aside": ("row set aside", "rows set aside"),
    "numbers_unread": ("number unread", "numbers unread"),
}


NEW_PAPERS = "New papers"


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the news: its heading, and its entries."""

    heading: str
    entries: tuple[str, ...]


def other_parts_of(news: News) -> list[Part]:
    """All lists but that of new papers, for pages that show these in another way."""
    return [part for part in parts_of(news) if part.heading != NEW_PAPERS]


def parts_of(news: News) -> list[Part]:
    """The lists of the news that have an entry."""
    revised = [each for each in news.figures if each.before is not None]
    new = [each for each in news.figures if each.before is None]
    found = (
        Part(NEW_PAPERS, tuple(map(paper_line, news.papers))),
        Part("Papers that are gone", news.gone),
        Part(
            "Papers that could not be read",
            tuple(f"{path}: {reason}" for path, reason in news.rejected),
        ),
        Part("Revised figures", tuple(map(figure_line, revised))),
        Part("New figures", tuple(_grouped(new))),
        Part("New findings", tuple(map(finding_line, news.findings))),
    )
    return [part for part in found if part.entries]


def title_of(news: News) -> str:
    """What the news are of, on one line."""
    day = long_date(news.built_at.date())
    if news.is_first:
        return f"First publication, {day}"
    if news.since is None:
        return f"Build {news.build_id}, {day}: no earlier build is kept to compare it with"
    return f"News of {day}, since build {news.since}"


def as_text(news: News, *, is_short: bool = False) -> str:
    """The news for people; the short form has a few entries of each list."""
    lines = [title_of(news)]
    if news.is_empty and news.is_compared:
        lines.append("Nothing is new.")
    is_cut = False
    for part in parts_of(news):
        shown = part.entries[:SHORT] if is_short else part.entries
        is_cut = is_cut or len(shown) < len(part.entries)
        lines.append(f"{part.heading}: {len(part.entries):,}")
        lines += [f"  {entry}" for entry in shown]
        if left := len(part.entries) - len(shown):
            lines.append(f"  and {left:,} more")
    if is_cut:
        lines.append("boardpapers news shows all.")
    return "\n".join(lines)


def paper_line(paper: NewPaper) -> str:
    """A new paper, what was read from it, and what should be known of that."""
    read = ", ".join(_numbers(paper, COUNTED)) or "no facts"
    noted = ", ".join(_numbers(paper, NOTED))
    return f"{paper.label}: {read}{f' ({noted})' if noted else ''}"


def figure_line(figure: Figure) -> str:
    """A figure, and its value before."""
    subject = ", ".join(filter(None, (figure.about, figure.part, figure.period)))
    was = f", before {figure.before:,}" if figure.before is not None else ""
    return f"{subject}: {figure.number:,} {figure.unit}{was}"


def finding_line(finding: NewFinding) -> str:
    """A finding with its place."""
    where = ", ".join(filter(None, (finding.label, finding.locator)))
    return f"{finding.message}{f' ({where})' if where else ''}"


def long_date(day: date) -> str:
    """A day as people write it.

    >>> long_date(date(2017, 3, 3))
    '3 March 2017'
    """
    return f"{day.day} {day:%B %Y}"


def _numbers(paper: NewPaper, words: dict[str, tuple[str, str]]) -> Iterator[str]:
    for name, each in words.items():
        number = getattr(paper, name)
        if number:
            yield _count(number, each)


def _count(number: int, words: tuple[str, str]) -> str:
    one, many = words
    return f"{number:,} {one if number == 1 else many}"


def _grouped(figures: Sequence[Figure]) -> Iterator[str]:
    """New figures of one programme and year on one line, if they are parts of a whole."""
    parts = Counter((each.about, each.period, each.how) for each in figures if each.part)
    for (about, period, how), number in parts.items():
        subject = ", ".join(filter(None, (about, period)))
        yield f"{subject}: {_count(number, COUNTED['figures'])} {how}"
    yield from (figure_line(each) for each in figures if not each.part)
