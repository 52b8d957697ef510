"""What `boardpapers diff` prints: lines for a person, JSON for scripts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipelines.cli.output.json_output import json_text
from pipelines.publication.differences import Edition, RowDifference, TableDifference
from pipelines.runtime.terminal_text import one_line

# Longest value shown on a line, in characters; JSON has the whole value.
SHOWN_VALUE = 80


def as_json(
    editions: tuple[Edition, Edition],
    tables: Sequence[TableDifference],
    rows: Sequence[RowDifference] | None,
) -> str:
    """The whole comparison as one JSON object; `rows` is null if no table was requested."""
    earlier, later = editions
    values = {
        "earlier": asdict(earlier),
        "later": asdict(later),
        "tables": [asdict(table) for table in tables],
        "rows": None if rows is None else [asdict(row) for row in rows],
    }
    return json_text(values)


def as_lines(
    editions: tuple[Edition, Edition],
    tables: Sequence[TableDifference],
    rows: Sequence[RowDifference] | None,
) -> Iterator[str]:
    """The two builds, the tables that differ, and the rows if they were requested."""
    earlier, later = editions
    yield f"From build {earlier.build_id} to {later.build_id}:"
    if not tables:
        yield "no row differs."
        return
    width = max(len(table.table) for table in tables)
    yield f"{'table':<{width}}  {'added':>9}  {'changed':>9}  {'removed':>9}"
    for table in tables:
        counts = "  ".join(f"{count:>9,}" for count in (table.added, table.changed, table.removed))
        yield f"{table.table:<{width}}  {counts}"
    if rows is None:
        return
    for row in rows:
        yield from _row_lines(row)
    total = sum(table.added + table.changed + table.removed for table in tables)
    if total > len(rows):
        yield f"{len(rows)} of {total:,} rows are shown; --limit shows more."


def _row_lines(row: RowDifference) -> Iterator[str]:
    yield f"{row.change:<9}{_shown(row.key)}"
    if row.change != "changed":
        return
    for name, before in row.before.items():
        yield f"{'':<9}  {name}: {_value(before)} -> {_value(row.after[name])}"


def _shown(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={_value(value)}" for name, value in values.items())


def _value(value: object) -> str:
    text = "NULL" if value is None else one_line(str(value))
    return text if len(text) <= SHOWN_VALUE else f"{text[: SHOWN_VALUE - 1]}…"
