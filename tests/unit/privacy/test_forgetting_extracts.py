"""Extracts are kept without forgotten people; everything else in them stays as it was."""

from datetime import date

import polars as pl
from polars.testing import assert_frame_equal

from pipelines.privacy.forgetting import without_people
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import EXTRACTS, extract_schema


def officers(*names: str) -> pl.DataFrame:
    rows = [
        {"paper_id": "a1", "name": name, "meeting_date": date(2031, 3, 3), "quote": f"{name} spoke"}
        for name in names
    ]
    return pl.DataFrame(rows, schema=extract_schema("officer_attendance"))


def test_only_rows_of_the_person_go() -> None:
    empty = {table: pl.DataFrame(schema=extract_schema(table)) for table in EXTRACTS}
    before = {**empty, "officer_attendance": officers("Zoe Pond", "Sue Reed", "Ann Bee")}

    after = without_people(before, ["Susan Reed"], REFERENCE)

    for table in EXTRACTS:
        wanted = officers("Zoe Pond", "Ann Bee") if table == "officer_attendance" else empty[table]
        assert_frame_equal(after[table], wanted)
    assert without_people(before, [], REFERENCE) is before
