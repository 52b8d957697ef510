"""Finds the passages that have all the words of a search, the best first.

The words are counted in one pass over the passages, so that nothing needs an index that could be
stale. Passages are ranked by BM25: a passage is better the more often it has the words, the rarer
they are and the shorter it is; one that has all words in a row counts double.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from pathlib import Path
from typing import Any

import duckdb

from pipelines.lookup.terms import Term, find_terms, fold_letters, in_a_row, parse_terms
from pipelines.publication.querying import open_warehouse
from pipelines.runtime.lookup_errors import NoPassages, NoSuchBoard

# The usual constants of BM25: how soon one more occurrence counts less, and what length costs
SATURATION, LENGTH_COST = 1.2, 0.75
IN_A_ROW_COUNTS = 2.0
PASSAGE_KINDS = ("heading", "paragraph", "list_item", "table_row")
PAPER_KINDS = ("agenda_pack", "minutes", "report", "annex", "register")
# Each passage with its paper, its meeting, and its words as they are compared
SCOPE = """
    select
        passages.*,
        papers.label as paper_label,
        papers.source_path,
        papers.kind as paper_kind,
        coalesce(meetings.board_id, papers.board_id) as board_id,
        coalesce(meetings.meeting_date, papers.meeting_date) as meeting_date,
        strip_accents(lower(passages.text)) as words,
    from passages
    inner join papers on passages.paper_id = papers.paper_id
    left join meetings on passages.meeting_id = meetings.meeting_id
"""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is limited to.

    Attributes:
        board: A board_id, or words of its name.
        since: The first day; passages without a date are left out.
        until: The last day.
        kinds: Of `PASSAGE_KINDS` and `PAPER_KINDS`; empty for all.
    """

    board: str | None = None
    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that has the words.

    Attributes:
        score: Higher is better; scores of two searches cannot be compared.
        matches: Start and end of each found word in `text`.
    """

    score: float
    paper_id: str
    passage_no: int
    page_no: int
    locator: str
    kind: str
    heading: str | None
    meeting_id: str | None
    item_no: str | None
    text: str
    paper_label: str
    source_path: str
    paper_kind: str
    board_id: str | None
    board_name: str | None
    meeting_date: date | None
    matches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        number: Passages that have all the words; `hits` may be fewer.
        each: How many passages have each term, if no passage has all.
        is_limited: Whether only some passages were looked at.
    """

    terms: tuple[Term, ...]
    number: int
    hits: tuple[Hit, ...]
    each: tuple[int, ...] = ()
    is_limited: bool = False


def search(warehouse: Path, asked: Sequence[str], filters: Filters, limit: int) -> Found:
    """Find the passages that have all the words asked for.

    Args:
        warehouse: The published file.
        asked: Words, and phrases between quotation marks.
        filters: What the search is limited to.
        limit: The number of passages to return.

    Raises:
        NothingToFind: There is no word.
        NoSuchBoard: No board has the id, or the words in its name.
        NoPassages: The warehouse has no passages.
        InputMissing, WarehouseUnusable: There is no warehouse.
    """
    terms = parse_terms(asked)
    with open_warehouse(warehouse) as connection:
        try:
            return _search(connection, terms, filters, limit)
        except duckdb.CatalogException as error:
            raise NoPassages(warehouse) from error


def _search(
    connection: duckdb.DuckDBPyConnection, terms: Sequence[Term], filters: Filters, limit: int
) -> Found:
    where, values = _conditions(connection, filters)
    weights = _weights(connection, terms, where, values)
    for number, term in enumerate(terms):
        values |= {f"letters_{number}": term.rarest, f"pattern_{number}": term.sql_pattern}
        values |= {f"weight_{number}": weights.of_terms[number]}
    phrase = in_a_row(terms)
    if phrase:
        values |= {"in_a_row": phrase.sql_pattern, "counts": IN_A_ROW_COUNTS}
    rows = connection.execute(
        f"""
        with scope as ({SCOPE}),

        matching as (select * from scope where {" and ".join([*where, *_have_all(terms)])}),

        ranked as (select *, {_score(terms, phrase)} as score from matching)

        select ranked.*, boards.name as board_name, count(*) over () as number
        from ranked
        left join boards on ranked.board_id = boards.board_id
        order by score desc, meeting_date desc nulls last, paper_id, passage_no
        limit $limit
        """,
        {**values, "limit": limit, "usual_length": weights.usual_length},
    )
    names = [name for name, *_ in rows.description or ()]
    found = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
    if not found:
        return Found(tuple(terms), 0, (), weights.passages, filters != Filters())
    return Found(tuple(terms), found[0]["number"], tuple(_hit(row, terms) for row in found))


@dataclass(frozen=True, slots=True)
class _Weights:
    """How much each term counts, and what is needed to know that."""

    of_terms: tuple[float, ...]
    passages: tuple[int, ...]
    usual_length: float


def _weights(
    connection: duckdb.DuckDBPyConnection,
    terms: Sequence[Term],
    where: Sequence[str],
    values: dict[str, Any],
) -> _Weights:
    """The rarer a term is among the passages, the more it counts."""
    counted = [f"count(*) filter (contains(words, $letters_{n}))" for n in range(len(terms))]
    row = connection.execute(
        f"with scope as ({SCOPE}) select count(*), avg(length(words)), {', '.join(counted)} "
        f"from scope where {' and '.join(where)}",
        {**values, **{f"letters_{n}": term.rarest for n, term in enumerate(terms)}},
    ).fetchone() or (0, None)
    number, usual_length, *passages = row
    of_terms = tuple(log(1 + (number - some + 0.5) / (some + 0.5)) for some in passages)
    return _Weights(of_terms, tuple(passages), usual_length or 1.0)


def _have_all(terms: Sequence[Term]) -> list[str]:
    """Conditions that all terms are there; the plain letters are looked for first."""
    plain = [f"contains(words, $letters_{number})" for number in range(len(terms))]
    return [*plain, *(f"regexp_matches(words, $pattern_{n})" for n in range(len(terms)))]


def _score(terms: Sequence[Term], phrase: Term | None) -> str:
    length = f"(1 - {LENGTH_COST} + {LENGTH_COST} * length(words) / $usual_length)"
    each = [
        f"$weight_{number} * {SATURATION + 1} * {counted} / ({counted} + {SATURATION} * {length})"
        for number in range(len(terms))
        for counted in [f"len(regexp_extract_all(words, $pattern_{number}))"]
    ]
    together = "if(regexp_matches(words, $in_a_row), $counts, 1)" if phrase else "1"
    return f"({' + '.join(each)}) * {together}"


def _conditions(
    connection: duckdb.DuckDBPyConnection, filters: Filters
) -> tuple[list[str], dict[str, Any]]:
    where, values = ["true"], dict[str, Any]()
    if filters.board is not None:
        where.append("list_contains($boards, board_id)")
        values["boards"] = _boards_named(connection, filters.board)
    if filters.since:
        where.append("meeting_date >= $since")
        values["since"] = filters.since
    if filters.until:
        where.append("meeting_date <= $until")
        values["until"] = filters.until
    of_passage = [kind for kind in filters.kinds if kind in PASSAGE_KINDS]
    of_paper = [kind for kind in filters.kinds if kind in PAPER_KINDS]
    for column, kinds in (("kind", of_passage), ("paper_kind", of_paper)):
        if kinds:
            where.append(f"list_contains(${column}s, {column})")
            values[f"{column}s"] = kinds
    return where, values


def _boards_named(connection: duckdb.DuckDBPyConnection, named: str) -> list[str]:
    """The ids of the boards that have an id, or all words of it in their names."""
    boards = connection.execute("select board_id, name from boards order by name").fetchall()
    if any(board_id == named for board_id, _ in boards):
        return [named]
    wanted = set(fold_letters(named).split())
    found = [board_id for board_id, name in boards if wanted <= set(fold_letters(name).split())]
    if not found or not wanted:
        raise NoSuchBoard(named, [name for _, name in boards])
    return found


def _hit(row: dict[str, Any], terms: Sequence[Term]) -> Hit:
    phrase = in_a_row(terms)
    whole = find_terms(row["text"], [phrase]) if phrase else []
    values = {name: row[name] for name in Hit.__dataclass_fields__ if name in row}
    return Hit(**values, matches=tuple(whole or find_terms(row["text"], terms)))
