"""Finds the paper that somebody names, published or as a file."""

import re
from dataclasses import dataclass, fields
from pathlib import Path

import duckdb

from pipelines.ingestion.finding_papers import find_paper
from pipelines.lookup.terms import WORD, fold_letters
from pipelines.publication.querying import open_warehouse
from pipelines.runtime.errors import InputMissing
from pipelines.runtime.lookup_errors import NoSuchPaper

# As many digits of a paper_id as a person types
PART_OF_ID = re.compile(r"[0-9a-f]{4,16}")


@dataclass(frozen=True, slots=True)
class PublishedPaper:
    """One paper of the warehouse."""

    paper_id: str
    label: str
    source_path: str
    media_type: str
    sha256: str


def find_published(connection: duckdb.DuckDBPyConnection, named: str) -> PublishedPaper:
    """The paper with an id, a path or a label.

    Args:
        connection: A connection to the warehouse.
        named: A paper_id or its beginning, a path below the raw folder, or words of the label or
            the path.

    Raises:
        NoSuchPaper: There is no such paper, or several.
    """
    columns = ", ".join(field.name for field in fields(PublishedPaper))
    rows = connection.execute(f"select {columns} from papers order by label, paper_id").fetchall()
    papers = [PublishedPaper(*row) for row in rows]
    words = set(_words(named))
    ways = (
        [each for each in papers if named in (each.paper_id, each.source_path)],
        [each for each in papers if _begins(each.paper_id, named)],
        [each for each in papers if words and words <= set(_words(each.label))],
        [each for each in papers if words and words <= set(_words(each.source_path))],
    )
    found = next(filter(None, ways), [])
    if len(found) != 1:
        raise NoSuchPaper(named, [f"{each.paper_id} ({each.label})" for each in found])
    return found[0]


def read_named(named: str, raw: Path, warehouse: Path) -> tuple[bytes, str]:
    """The bytes of a paper and its name, by file, or by what a published warehouse calls it.

    Raises:
        InputMissing: It is no file, and there is no warehouse to ask.
        NoSuchPaper: The warehouse has no such paper, or several.
    """
    try:
        return find_paper(named, raw)
    except InputMissing:
        if not warehouse.is_file():
            raise
    with open_warehouse(warehouse) as connection:
        return find_paper(find_published(connection, named).source_path, raw)


def _begins(paper_id: str, named: str) -> bool:
    return PART_OF_ID.fullmatch(named) is not None and paper_id.startswith(named)


def _words(text: str) -> list[str]:
    return WORD.findall(fold_letters(text))
