"""Leadership tables that papers print again, and cells that a table has twice."""

from datetime import date

from .conftest import Build
from .test_leadership_stats import AS_OF, TABLE, Cell, cells_of


def test_a_table_without_its_day_that_repeats_one_with_its_day_counts_once(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "a1", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "b2", "meeting_date": date(2022, 3, 22)},
            {"paper_id": "c3", "meeting_date": date(2022, 5, 24)},
        ],
        leadership_stats=[
            *cells_of(TABLE, paper_id="a1"),
            # The later paper prints the same figures, and not of which day they are.
            *[{**cell, "as_of": None} for cell in cells_of(TABLE[:3], paper_id="b2")],
            # One figure is another: this may be a table of another day.
            *[
                {**cell, "as_of": None}
                for cell in cells_of(
                    [*TABLE[:2], ("region", "South East", "Total", 8)], paper_id="c3"
                )
            ],
        ],
    )

    found = "distinct paper_id, as_of"
    assert warehouse.rows(found, "leadership_stats") == [("a1", AS_OF), ("c3", None)]


def test_a_cell_that_a_table_has_twice_is_a_finding(build: Build) -> None:
    twice: list[Cell] = [("region", "South East", "FS", 3), ("region", "South East", "FS", 5)]
    cells = cells_of(twice)
    places = [{"locator": "l4", "row_no": 1}, {"locator": "l5", "row_no": 2}]
    warehouse = build(
        leadership_stats=[{**cell, **place} for cell, place in zip(cells, places, strict=True)]
    )

    assert warehouse.rows("councillors, locator", "leadership_stats") == [(3, "l4")]
    assert warehouse.rows("rule, message, locator", "quality_findings") == [
        (
            "cell_printed_twice",
            "FS, South East, 2021/22: the table has 5 here, and 3 before it.",
            "l5",
        )
    ]
