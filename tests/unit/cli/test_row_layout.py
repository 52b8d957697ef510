"""Rows of a query as people see them."""

from datetime import date
from decimal import Decimal
from typing import Any

import click
import pytest

from pipelines.cli.output.row_layout import Layout, lay_out

COLUMNS = ("port", "calls", "per_100", "dues", "day")
ROWS = [
    ("Hull", 31, 4.757085, Decimal("1200.50"), date(2017, 3, 3)),
    ("Mill-on-Lea", 7, 12.5, None, None),
]
LONG = "The pier leans. " * 10


def laid(rows: list[tuple[Any, ...]], columns: tuple[str, ...] = COLUMNS, **more: Any) -> list[str]:
    return click.unstyle(lay_out(columns, rows, **{"width": 80, **more})).splitlines()


def test_numbers_are_rounded_alike_and_to_the_right() -> None:
    assert laid(ROWS) == [
        "port         calls  per_100     dues  day",
        "Hull            31     4.76  1200.50  2017-03-03",
        "Mill-on-Lea      7    12.50",
        "2 rows",
    ]


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([0.03241, 0.5], ["0.0324", "0.5000"]),
        ([2.0, 3.0], ["2.0", "3.0"]),
        ([1.5, float("inf")], ["1.5", "inf"]),
        ([True, None], ["True", ""]),
        ([2015, 12_345], ["2015", "12345"]),
    ],
)
def test_numbers_of_a_column(values: list[Any], shown: list[str]) -> None:
    lines = laid([(value,) for value in values], ("n",))
    assert [line.strip() for line in lines[1:-1]] == shown


def test_long_text_is_cut_with_a_word_about_it() -> None:
    head, row, last = laid([("Hull", LONG)], ("port", "text"))
    assert row.startswith("Hull  The pier leans.")
    assert row.endswith("…")
    assert len(row) <= 80
    assert last == "1 row; text is cut at …, --full shows all of it"
    assert head.split() == ["port", "text"]


def test_a_row_wider_than_the_terminal_has_a_field_a_line() -> None:
    assert laid(ROWS, width=30) == [
        "port     Hull",
        "calls    31",
        "per_100  4.76",
        "dues     1200.50",
        "day      2017-03-03",
        "",
        "port     Mill-on-Lea",
        "calls    7",
        "per_100  12.50",
        "dues",
        "day",
        "",
        "2 rows",
    ]


@pytest.mark.parametrize("layout", ["table", "line", "markdown"])
def test_full_cuts_and_rounds_nothing(layout: Layout) -> None:
    text = lay_out(("n", "text"), [(4.757085, LONG)], width=80, layout=layout, is_full=True)
    assert LONG.strip() in text
    assert "4.757085" in text
    assert "…" not in text


def test_markdown_is_a_table_of_markdown() -> None:
    rows = [("Hull | Weir", 31), ("a\nb", 7)]
    assert laid(rows, ("port", "calls"), layout="markdown") == [
        "| port | calls |",
        "| --- | ---: |",
        "| Hull \\| Weir | 31 |",
        "| a\\nb | 7 |",
    ]


def test_no_rows_have_a_head() -> None:
    assert laid([], ("port", "calls")) == ["port  calls", "0 rows"]


def test_wide_letters_keep_columns_apart() -> None:
    lines = laid([("港", 1), ("Weir", 2)], ("port", "n"))
    assert lines[1:3] == ["港    1", "Weir  2"]


def test_what_a_terminal_would_act_on_is_escaped() -> None:
    assert laid([("\x1b[31mRed",)], ("port",))[1] == "\\x1b[31mRed"
