"""What `boardpapers query` prints for scripts and spreadsheets: the rows as JSON or CSV."""

import csv
import io

from pipelines.cli.output.json_output import json_text
from pipelines.exports.spreadsheet_text import safe_text
from pipelines.publication.querying import QueryResult


def as_json(result: QueryResult) -> str:
    """One JSON array with one object per row."""
    return json_text(
        [dict(zip(result.columns, map(_with_text_keys, row), strict=True)) for row in result.rows]
    )


def as_csv(result: QueryResult) -> str:
    """CSV with a header; NULL is an empty field, and no text is a formula to a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(safe_text, result.columns))
    writer.writerows(map(safe_text, row) for row in result.rows)
    return text.getvalue().rstrip("\n")


def _with_text_keys(value: object) -> object:
    """Convert the keys of maps, at any depth, to text, as JSON needs it."""
    if isinstance(value, dict):
        return {str(key): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value
