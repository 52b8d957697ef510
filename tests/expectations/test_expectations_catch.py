"""For each expectation of each suite one row that breaks it, beside one row that breaks none."""

from collections.abc import Sequence
from datetime import date

import duckdb
import polars as pl
import pytest

from pipelines.audit.suites import Expectation, load_suite
from pipelines.audit.validation import FrameValidator
from pipelines.schema.tables import TABLES
from tests.expectations.breaking_values import breaking_values
from tests.expectations.sound_warehouse import ROWS


@pytest.mark.parametrize("name", list(TABLES))
def test_each_expectation_catches_the_row_that_breaks_it(
    name: str, validator: FrameValidator
) -> None:
    table = TABLES[name]
    expectations = load_suite(table).expectations
    faults = [
        (position, values)
        for position, expectation in enumerate(expectations)
        for values in breaking_values(expectation)
    ]
    sound = {column.name: ROWS[name][0].get(column.name) for column in table.columns}
    frame = pl.DataFrame(
        [sound, *({**sound, **values} for _, values in faults)],
        schema={column.name: column.polars_type for column in table.columns},
    )

    outcomes = validator.validate(frame, expectations)

    assert [outcome.exception for outcome in outcomes] == [None] * len(expectations)
    assert all(outcome.is_evaluated for outcome in outcomes)
    assert [position for position, outcome in enumerate(outcomes) if 0 in outcome.failing] == []
    missed = [
        (expectations[position], values)
        for row, (position, values) in enumerate(faults, start=1)
        if row not in outcomes[position].failing
    ]
    assert missed == []
    # What DuckDB counts is what the library means.
    assert counted_by_duckdb(frame, expectations) == [outcome.failing for outcome in outcomes]


def counted_by_duckdb(
    frame: pl.DataFrame, expectations: Sequence[Expectation]
) -> list[tuple[int, ...]]:
    """The positions of the rows that meet the condition of each expectation."""
    rows = frame.with_row_index("position")
    with duckdb.connect() as connection:
        connection.register("rows", rows.to_arrow())
        return [
            tuple(
                position
                for (position,) in connection.execute(
                    f"select position from rows where {each.condition} order by all"
                ).fetchall()
            )
            for each in expectations
        ]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        pytest.param("paper_id", "00C0FFEE00C0FFEE", id="capital digits in a paper id"),
        pytest.param("paper_id", "00c0ffee00c0ffee0", id="a digit too many"),
        pytest.param("locator", "p0:l3", id="pages count from 1"),
        pytest.param("locator", "l3-", id="half a stretch of lines"),
        pytest.param("locator", "p3:l4-l5 ", id="white space after the place"),
        pytest.param("board_id", "example--board", id="two hyphens in a slug"),
        pytest.param("board_id", "Example-board", id="capital letter in a slug"),
        pytest.param("meeting_id", "example-board:4 March 2031", id="date in words"),
        pytest.param("region", "Yorkshire & Humber", id="a region as printed"),
        pytest.param("political_group", "Lib Dem", id="a group as printed"),
        pytest.param("capacity", "vice-chair", id="a capacity as printed"),
        pytest.param("meeting_date", date(1974, 3, 31), id="a date before the councils of today"),
        pytest.param("quote", "", id="nothing quoted"),
    ],
)
def test_attendance_refuses(column: str, value: object, validator: FrameValidator) -> None:
    table = TABLES["attendance"]
    expectations = load_suite(table).expectations
    row = {**ROWS["attendance"][0], column: value}
    frame = pl.DataFrame([row], schema={item.name: item.polars_type for item in table.columns})
    outcomes = validator.validate(frame, expectations)
    failed = {
        expectation.columns
        for expectation, outcome in zip(expectations, outcomes, strict=True)
        if outcome.failing
    }
    assert failed == {(column,)}


@pytest.mark.parametrize("place", ["p7", "p7:l12", "p7:l12-l15", "l265", "l265-l281"])
def test_places_of_paged_and_text_papers_pass(place: str, validator: FrameValidator) -> None:
    (expectation,) = [
        listed
        for listed in load_suite(TABLES["decisions"]).expectations
        if listed.columns == ("locator",) and "regex" in listed.arguments
    ]
    (outcome,) = validator.validate(pl.DataFrame({"locator": [place]}), [expectation])
    assert outcome.failing == ()
