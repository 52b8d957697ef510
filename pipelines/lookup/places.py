"""A place in a published paper: its passages, those around it, and what was read there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from pipelines.documents import Span, parse_locator
from pipelines.lookup.papers import PublishedPaper, find_published
from pipelines.lookup.terms import WORD, find_terms, fold_letters, join_spans, parse_terms
from pipelines.publication.querying import open_warehouse
from pipelines.runtime.lookup_errors import NoPassages, NoSuchPlace

PASSAGES = """
    select
        passages.passage_no,
        passages.page_no,
        passages.locator,
        passages.kind,
        passages.heading,
        passages.item_no,
        passages.text,
        passages.block_no,
        boards.name as board_name,
        coalesce(meetings.meeting_date, papers.meeting_date) as meeting_date,
    from passages
    inner join papers on passages.paper_id = papers.paper_id
    left join meetings on passages.meeting_id = meetings.meeting_id
    left join boards on coalesce(meetings.board_id, papers.board_id) = boards.board_id
    where passages.paper_id = $paper_id
    order by passages.passage_no
"""
# Tables that name a place and its words
QUOTING = """
    select table_name
    from duckdb_columns()
    where schema_name = 'main' and column_name in ('paper_id', 'locator', 'quote')
    group by table_name
    having count(*) = 3
    order by table_name
"""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a row of a table quotes from a place."""

    table_name: str
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """One passage of a paper.

    Attributes:
        is_meant: Whether it is at the place, and not only near it.
        marks: Start and end of the words in `text` that a row quotes, or that were asked for.
    """

    passage_no: int
    page_no: int
    locator: str
    kind: str
    heading: str | None
    item_no: str | None
    text: str
    board_name: str | None
    meeting_date: Any
    is_meant: bool
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place with the passages around it; all of a paper, if no place was asked for."""

    paper: PublishedPaper
    passages: tuple[ShownPassage, ...]
    quotations: tuple[Quotation, ...]


def show_place(
    warehouse: Path, named: str, locator: str | None, around: int, words: Sequence[str] = ()
) -> ShownPlace:
    """Read a place of a published paper.

    Args:
        warehouse: The published file.
        named: The paper, see `papers.find_published`.
        locator: The place; None for the whole paper.
        around: Passages to show before and after it. The first row of a table is always shown.
        words: Words to mark besides those that rows quote, see `terms.parse_terms`.

    Raises:
        NoSuchPaper: There is no such paper, or several.
        NoSuchPlace: It has no words there.
        NoPassages: The warehouse has no passages.
    """
    with open_warehouse(warehouse) as connection:
        try:
            paper = find_published(connection, named)
            found = connection.execute(PASSAGES, {"paper_id": paper.paper_id})
            names = [name for name, *_ in found.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
            quotations = _quotations(connection, paper.paper_id)
        except duckdb.CatalogException as error:
            raise NoPassages(warehouse) from error
    place = parse_locator(locator) if locator else None
    meant = {
        number
        for number, row in enumerate(rows)
        if locator is None or (place and place.meets(_place_of(row)))
    }
    if locator is not None and not meant:
        raise NoSuchPlace(locator, paper.label)
    quoted = [each for each in quotations if place is None or place.meets(_span(each.locator))]
    shown = tuple(
        _shown(rows[number], number in meant and locator is not None, quoted, words)
        for number in sorted(_near(rows, meant, around))
    )
    return ShownPlace(paper, shown, tuple(quoted if locator else ()))


def _near(rows: Sequence[dict[str, Any]], meant: set[int], around: int) -> set[int]:
    near = {
        number
        for place in meant
        for number in range(max(0, place - around), min(len(rows), place + around + 1))
    }
    tables = {rows[place]["block_no"] for place in meant if rows[place]["kind"] == "table_row"}
    for number, row in enumerate(rows):
        if row["block_no"] in tables:
            near.add(number)
            tables.remove(row["block_no"])
    return near


def _quotations(connection: duckdb.DuckDBPyConnection, paper_id: str) -> list[Quotation]:
    tables = [name for (name,) in connection.execute(QUOTING).fetchall()]
    if not tables:
        return []
    each = " union all ".join(
        f"select '{name}' as table_name, locator, quote from {name} "
        "where paper_id = $paper_id and quote is not null and locator is not null"
        for name in tables
    )
    found = connection.execute(f"select distinct * from ({each})", {"paper_id": paper_id})
    return sorted((Quotation(*row) for row in found.fetchall()), key=_position)


def _shown(
    row: dict[str, Any], is_meant: bool, quoted: Sequence[Quotation], words: Sequence[str]
) -> ShownPassage:
    here = _place_of(row)
    marks = [
        span
        for each in quoted
        if here.meets(_span(each.locator))
        for span in find_quote(row["text"], each.quote)
    ]
    marks += find_terms(row["text"], parse_terms(words)) if words else []
    values = {name: row[name] for name in ShownPassage.__dataclass_fields__ if name in row}
    return ShownPassage(**values, is_meant=is_meant, marks=tuple(join_spans(marks)))


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Where the words of a quote are in a passage; all of it, if the quote goes beyond it.

    >>> find_quote("Wales 2 0 31", "2  0")
    [(6, 9)]
    """
    wanted, there = WORD.findall(fold_letters(quote)), WORD.findall(fold_letters(text))
    if not wanted or not there:
        return []
    pattern = r"[\W_]+".join(map(re.escape, wanted))
    match = re.search(rf"(?<![^\W_]){pattern}(?![^\W_])", fold_letters(text))
    if match:
        return [match.span()]
    return [(0, len(text))] if f" {' '.join(there)} " in f" {' '.join(wanted)} " else []


def _place_of(row: dict[str, Any]) -> Span:
    """Where a passage is; a paper without pages has one."""
    return replace(_span(row["locator"]), page=row["page_no"])


def _span(locator: str) -> Span:
    return parse_locator(locator) or Span(0, 0)


def _position(quotation: Quotation) -> tuple[int, int, str]:
    span = _span(quotation.locator)
    return span.page or 1, span.first_line, quotation.table_name
