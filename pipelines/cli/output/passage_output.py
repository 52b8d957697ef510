"""What `boardpapers search` and `boardpapers show` print: passages with words marked."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import click

from pipelines.lookup.places import ShownPlace
from pipelines.lookup.search import Found, Hit
from pipelines.lookup.terms import snippet
from pipelines.runtime.terminal_text import one_line

SHOWN = 240  # characters of a passage that a result shows
SHOWN_QUOTE = 100  # characters of a quote
SHOWN_QUOTATIONS = 20
BULLETS = {"heading": "# ", "list_item": "• ", "table_row": "| "}
LIMITED = "Only passages of the board, days and kinds asked for were looked at."
# Where there is no bold type
OPENS, CLOSES = "«", "»"


def marked(text: str, spans: Sequence[tuple[int, int]], start: int = 0, end: int = -1) -> str:
    """A part of a text on one line, its marked words in bold, or between « and » in a file."""
    end = len(text) if end < 0 else end
    parts, at = [], start
    for first, last in spans:
        if first < at or last > end:
            continue
        parts += [one_line(text[at:first]), _strong(one_line(text[first:last]))]
        at = last
    parts.append(one_line(text[at:end]))
    before, after = "… " if start > 0 else "", " …" if end < len(text) else ""
    return f"{before}{''.join(parts).strip()}{after}"


def show_found(found: Found) -> str:
    """The hits of a search for people, each with the command that shows its place."""
    if not found.number:
        return _nothing(found)
    lines = [line for rank, hit in enumerate(found.hits, start=1) for line in _hit(rank, hit)]
    left = found.number - len(found.hits)
    more = f"; --limit {found.number} shows all" if left else ""
    shown = f"the best {len(found.hits)} of " if left else ""
    passages = "passage" if found.number == 1 else "passages"
    return "\n".join([*lines, f"{shown}{found.number:,} {passages}{more}"])


def found_values(found: Found, asked: str) -> dict[str, Any]:
    """The hits of a search for scripts."""
    hits = [
        {"rank": rank, **asdict(hit), "snippet": hit.text[slice(*_window(hit))]}
        for rank, hit in enumerate(found.hits, start=1)
    ]
    return {"words": asked, "found": found.number, "hits": hits}


def show_place(place: ShownPlace) -> str:
    """Passages of a paper for people, each with its place, and the rows that quote from them."""
    paper = place.paper
    lines = [
        _strong_line(f"{one_line(paper.label)} ({paper.paper_id})"),
        one_line(paper.source_path),
    ]
    first = next((each for each in place.passages if each.is_meant), None)
    if first:
        where = [first.board_name, first.meeting_date and _day(first.meeting_date)]
        where += [f"item {first.item_no}" if first.item_no else None]
        where += [f"below “{first.heading}”" if first.heading else None]
        lines.append(one_line(", ".join(filter(None, where))))
    width = max(len(each.locator) for each in place.passages) if place.passages else 0
    before = None
    for each in place.passages:
        if before is not None and each.passage_no > before + 1:
            lines.append("  …")
        pointer = ">" if each.is_meant else " "
        words = marked(each.text, each.marks)
        lines.append(f"{pointer} {each.locator:<{width}}  {BULLETS.get(each.kind, '')}{words}")
        before = each.passage_no
    if place.quotations:
        lines.append("Rows that quote from here:")
    for quotation in place.quotations[:SHOWN_QUOTATIONS]:
        quote = one_line(quotation.quote)
        cut = quote if len(quote) <= SHOWN_QUOTE else f"{quote[:SHOWN_QUOTE].rstrip()} …"
        lines.append(f"  {quotation.table_name} {quotation.locator}: {cut}")
    left = len(place.quotations) - SHOWN_QUOTATIONS
    return "\n".join([*lines, *([f"  and {left} more"] if left > 0 else [])])


def place_values(place: ShownPlace) -> dict[str, Any]:
    """The same for scripts."""
    return asdict(place)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _hit(rank: int, hit: Hit) -> list[str]:
    day = _day(hit.meeting_date) if hit.meeting_date else None
    where = [hit.board_name, day, f"item {hit.item_no}" if hit.item_no else None]
    known = ", ".join(filter(None, where)) or hit.paper_label
    heading = f", below “{one_line(hit.heading)}”" if hit.heading else ""
    return [
        f"{rank}. {_strong_line(one_line(known))}",
        f"   {marked(hit.text, hit.matches, *_window(hit))}",
        f"   {one_line(hit.paper_label)}, {hit.locator}{heading}",
        f"   boardpapers show {hit.paper_id} {hit.locator}",
        "",
    ]


def _window(hit: Hit) -> tuple[int, int]:
    return snippet(hit.text, hit.matches, SHOWN)


def _nothing(found: Found) -> str:
    """What to say of a search in vain, and what may help."""
    (first, *others) = found.terms
    if not others and len(first.words) > 1:
        said = "No passage has these words in a row. Without quotation marks, they are found apart."
    elif not others:
        said = f"No passage has the word {first.words[0]}."
    else:
        each = ", ".join(
            f"{' '.join(term.words)} ({number:,})"
            for term, number in zip(found.terms, found.each, strict=True)
        )
        said = f"No passage has all of these words. Passages that have one of them: {each}."
    return f"{said} {LIMITED}" if found.is_limited else said


def _strong(text: str) -> str:
    return click.style(text, bold=True, underline=True) if _is_terminal() else _between(text)


def _strong_line(text: str) -> str:
    return click.style(text, bold=True) if _is_terminal() else text


def _between(text: str) -> str:
    return f"{OPENS}{text}{CLOSES}"


def _is_terminal() -> bool:
    return sys.stdout.isatty()
