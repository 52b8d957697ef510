"""A record that is not trusted, as a row of the table set_aside."""

import json
from collections.abc import Sequence
from dataclasses import fields

from pipelines.schema.records import Record, WithheldReading


def withhold(
    table: str, record: Record, subject: str, reason: str, other: Sequence[str] = ()
) -> WithheldReading:
    """Keep a record out of its table, with its values and those of another reading of its row."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    shown = {**values, "other_reading": list(other)} if other else values
    return WithheldReading(
        table_name=table,
        subject=subject,
        reason=reason,
        values=json.dumps(shown, ensure_ascii=False, default=str),
        locator=values.get("locator"),
        quote=values.get("quote"),
    )


def withhold_row(
    table: str, subject: str, reason: str, cells: Sequence[str], locator: str, quote: str
) -> WithheldReading:
    """Keep a row out of a table that no record could be made of, with its cells as printed."""
    values = json.dumps({"cells": list(cells)}, ensure_ascii=False)
    return WithheldReading(
        table_name=table,
        subject=subject,
        reason=reason,
        values=values,
        locator=locator,
        quote=quote,
    )
