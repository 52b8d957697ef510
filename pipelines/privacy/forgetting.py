"""Removes forgotten people from the extracts that a warehouse is built from.

Tables, marts and findings are built from these extracts, so they need no cleaning of their own.
`docs/privacy.md` says what is removed and what is masked.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import polars as pl

from pipelines.privacy.forgotten_names import names_pattern
from pipelines.reference.people.person_names import load_name_words
from pipelines.schema.columns import COLUMNS
from pipelines.schema.records import EXTRACTS, extract_schema

NAME_NOTE = "[name removed]"
# A quote cut to fewer characters than this has no meaning; its row is removed.
SHORTEST_QUOTE = 8
# Columns without words of a paper, or read from columns that have them.
NOT_WORDS = frozenset(
    {"paper_id", "locator", "source_url", "media_type", "council_id", "councillor_id"}
)
# A row is about the person if one of these columns names them.
ABOUT = ("councillor_name", "name", "subject", "expected", "observed")


def without_people(
    frames: Mapping[str, pl.DataFrame], names: Sequence[str], reference: Path
) -> Mapping[str, pl.DataFrame]:
    """Extracts without people, before they are kept; see `forget_people`.

    Args:
        frames: One for each table of `records.EXTRACTS`.
        names: Given name and surname of each person.
        reference: Folder of the registers.
    """
    if not names:
        return frames
    with duckdb.connect() as connection:
        connection.execute("create schema memory.extracts")
        for table in EXTRACTS:
            connection.register("incoming", frames[table].to_arrow())
            connection.execute(f"create table memory.extracts.{table} as from incoming")
            connection.unregister("incoming")
        forget_people(connection, names, reference)
        return {
            table: connection.execute(f"from memory.extracts.{table}")
            .pl()
            .cast(extract_schema(table))
            for table in EXTRACTS
        }


def forget_people(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str], reference: Path
) -> None:
    """Remove people from the schema `extracts` of a connection; the files stay as they are.

    Rows about a person are removed. In other rows the quote is cut to its longest stretch without
    the name; if that is too short, the row is removed. A name in other text is masked. A
    substitute keeps the seat and loses the name of the member replaced.

    Args:
        connection: Has the schema `extracts` in its memory.
        names: Given name and surname of each person.
        reference: Folder of the registers, which know the forms of a given name.
    """
    if not names:
        return
    pattern = names_pattern(names, load_name_words(reference))
    for table in EXTRACTS:
        columns = list(extract_schema(table))
        selected = ",\n    ".join(_selected(name) for name in columns)
        about = [name for name in ABOUT if name in columns]
        conditions = [f"not coalesce(regexp_matches({name}, $pattern), false)" for name in about]
        # An id is the name with hyphens; a reading that was set aside has ids among its values.
        conditions += [
            f"not regexp_matches(replace({name}, '-', ' '), $pattern)"
            for name in ("councillor_id", "values")
            if name in columns
        ]
        if "quote" in columns:
            conditions.append(
                "(quote is null or not regexp_matches(quote, $pattern) "
                f"or length({_longest_stretch()}) >= {SHORTEST_QUOTE})"
            )
        where = " and ".join(conditions) or "true"
        place = f"memory.extracts.{table}"
        connection.execute(
            f"create table {place}_kept as select\n    {selected}\nfrom {place}\nwhere {where}",
            {"pattern": pattern},
        )
        _replace(connection, table)


def _selected(name: str) -> str:
    if COLUMNS[name].sql_type != "VARCHAR" or name in NOT_WORDS:
        return name
    if name == "quote":
        return f"if(regexp_matches(quote, $pattern), {_longest_stretch()}, quote) as quote"
    if name == "substitutes_for":
        spaced = "replace(substitutes_for, '-', ' ')"
        return f"if(regexp_matches({spaced}, $pattern), null, substitutes_for) as substitutes_for"
    if name == "cells":  # a name may be parted over two cells
        return "if(regexp_matches(text, $pattern), null, cells) as cells"
    return f"regexp_replace({name}, $pattern, '{NAME_NOTE}', 'g') as {name}"


def _longest_stretch() -> str:
    return (
        "list_last(list_sort(list_transform(regexp_split_to_array(quote, $pattern), "
        "lambda part: {'size': length(trim(part)), 'part': trim(part)}))).part"
    )


def _replace(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """The extract may be a table, or a view of its batches."""
    (kind,) = connection.execute(
        "select table_type from information_schema.tables where table_catalog = 'memory' "
        "and table_schema = 'extracts' and table_name = ?",
        [table],
    ).fetchone() or ("BASE TABLE",)
    word = "view" if kind == "VIEW" else "table"
    connection.execute(
        f"drop {word} memory.extracts.{table}; "
        f"alter table memory.extracts.{table}_kept rename to {table}"
    )
