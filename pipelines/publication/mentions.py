"""Counts the rows of a published warehouse that name a person."""

from pathlib import Path

from pipelines.privacy.forgetting import NOT_WORDS
from pipelines.privacy.forgotten_names import names_pattern
from pipelines.publication.querying import open_warehouse
from pipelines.reference.people.person_names import NameWords


def count_mentions(warehouse: Path, name: str, words: NameWords) -> int | None:
    """How many rows of a published warehouse name a person, in the forms that `forget` removes.

    The file may be of older code: the tables and columns are taken from the file itself.

    Args:
        warehouse: The published file; it need not exist.
        name: Given name and surname.
        words: The registers of titles and of the forms of given names.

    Returns:
        The rows of all tables; None if nothing is published.

    Raises:
        WarehouseUnusable: It is not a DuckDB file.
    """
    if not warehouse.exists():
        return None
    with open_warehouse(warehouse) as connection:
        texts = connection.execute(
            "select table_name, list(column_name) from duckdb_columns() "
            "where database_name = current_database() and schema_name = 'main' "
            "and data_type = 'VARCHAR' and not list_contains($left_out, column_name) "
            "group by table_name",
            {"left_out": sorted(NOT_WORDS)},
        ).fetchall()
        pattern = names_pattern([name], words)
        found = 0
        for table, columns in texts:
            # Join with a character that no paper prints, so that no name spans two columns.
            text = ", ".join(f'"{column}"' for column in columns)
            ((rows,),) = connection.execute(
                f'select count(*) from "{table}" '
                f"where regexp_matches(concat_ws(chr(31), {text}), $pattern)",
                {"pattern": pattern},
            ).fetchall()
            found += rows
    return found
