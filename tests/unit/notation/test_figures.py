"""Cells of tables: which number each holds, and what is kept apart from it."""

from decimal import Decimal

import pytest

from pipelines.notation.figures import (
    Figure,
    is_crowded,
    is_nil,
    money_scale,
    read_figure,
    without_marks,
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("43", 43),
        ("0", 0),
        ("1,204", 1204),
        ("1 204", 1204),
        ("1\u00a0204", 1204),
        ("1\u2009204\u2009333", 1204333),
        ("43*", 43),
        ("43†", 43),
        ("43 **", 43),
        ("* 43", 43),
        ("58(a)", 58),
        ("58 (ii)", 58),
        ("15 [2]", 15),
        ("43¹", 43),
        ("1,204²³", 1204),
        ("43 (47%)", 43),
        ("43* (47%)", 43),
        ("43 (47%)¹", 43),
        ("43 (47.2 per cent)", 43),
        ("43 / 47%", 43),
        ("60 (100%)", 60),
        ("7 (2nd)", 7),
        ("43 (40-46)", 43),
        ("12%", None),
        ("£12", None),
        ("1.5", None),
        ("(3)", None),
        ("-3", None),
        ("43 12", None),
        ("12 of 40", None),
        ("1O", None),
        ("12,50", None),
        ("2015/16", None),
        ("3 June", None),
        ("£000", None),
        ("", None),
    ],
)
def test_counts(text: str, count: int | None) -> None:
    figure = read_figure(text)
    assert (figure.count if figure else None) == count


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£1,250", "1250.00"),
        ("12.50", "12.50"),
        (".5", "0.50"),
        ("-£60k", "-60000.00"),
        ("£-60k", "-60000.00"),
        ("£(60)k", "-60000.00"),
        ("(£60k)", "-60000.00"),
        ("£(2.4)m", "-2400000.00"),
        ("(£2.4m)", "-2400000.00"),
        ("60-", "-60.00"),
        ("− 3", "-3.00"),
        ("(0.15)", "-0.15"),
        ("£1.5m", "1500000.00"),
        ("£2.4 million", "2400000.00"),
        ("£3bn", "3000000000.00"),
        ("£1,250³", "1250.00"),
        ("1 250.50", "1250.50"),
    ],
)
def test_pounds(text: str, pounds: str) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert figure.pounds() == Decimal(pounds)


@pytest.mark.parametrize(
    ("cell", "pounds"),
    [("11.00", "11000000.00"), ("(0.15)", "-150000.00"), ("0", "0.00"), ("£1.5k", "1500.00")],
)
def test_a_cell_has_the_scale_of_its_column_unless_it_prints_one(cell: str, pounds: str) -> None:
    figure = read_figure(cell)
    assert figure is not None
    assert figure.pounds(1_000_000) == Decimal(pounds)


@pytest.mark.parametrize(
    ("head", "scale"),
    [
        ("£m", 10**6),
        ("Spend (£ million)", 10**6),
        ("£'000", 10**3),
        ("£k", 10**3),
        ("£", 1),
        ("Spend", None),
        ("£12", None),
    ],
)
def test_a_head_prints_the_scale_of_its_column(head: str, scale: int | None) -> None:
    assert money_scale(head) == scale


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("Labour¹", "Labour"),
        ("North East *", "North East"),
        ("Weir (a)", "Weir"),
        ("*", "*"),
        ("Independent (other)", "Independent (other)"),
        ("Wales [2]†", "Wales"),
    ],
)
def test_labels_lose_their_marks(label: str, plain: str) -> None:
    assert without_marks(label) == plain


def test_what_is_printed_beside_a_figure_is_kept_apart() -> None:
    assert read_figure("1 204 (a) (47%)") == Figure(
        Decimal(1204), None, None, mark="(a)", aside="47%", is_spaced=True
    )
    assert read_figure("(£60k)") == Figure(Decimal(-60), "gbp", 1000, is_bracketed=True)
    assert read_figure("12%") == Figure(Decimal(12), "per_cent")


@pytest.mark.parametrize("text", ["(3", "3)", "--3", "(-3)", "££3", "£3%", "3 4"])
def test_no_figure(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-", True),
        ("–", True),
        ("nil", True),
        ("N/A", True),
        ("..", True),
        ("", True),
        ("0", False),
        ("x", False),
        ("n/a 3", False),
    ],
)
def test_nil(text: str, expected: bool) -> None:
    assert is_nil(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("43 12", True),
        ("43* 12 7", True),
        ("43", False),
        ("43 (47%)", False),
        ("a 43", False),
        ("1 204", False),
    ],
)
def test_crowded(text: str, expected: bool) -> None:
    assert is_crowded(text) is expected
