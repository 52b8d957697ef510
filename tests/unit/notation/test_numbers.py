from decimal import Decimal

import pytest

from pipelines.notation.numbers import MONEY, find_counts, parse_money


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("more than 1,250 members", [(1250, "over")], id="thousands"),
        pytest.param("Forty-two leaders", [(42, "exactly")], id="words"),
        pytest.param(
            "up to six places and nearly 90 people", [(6, "up_to"), (90, "about")], id="two"
        ),
        pytest.param("at least 50 councillors", [(50, "at_least")], id="at least"),
        pytest.param("£45m, 12%, 3.5 and 2016/17", [], id="money, shares, years"),
        pytest.param("90 per cent of members", [], id="per cent"),
        pytest.param("someone attended", [], id="a number within a word"),
    ],
)
def test_find_counts(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(count.value, count.qualifier) for count in find_counts(text)] == expected


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£400k", "400000.00"),
        ("£1.5m", "1500000.00"),
        ("£81 million", "81000000.00"),
        ("£1bn", "1000000000.00"),
        ("£1,250", "1250.00"),
    ],
)
def test_parse_money(text: str, pounds: str) -> None:
    match = MONEY.search(text)
    assert match is not None
    assert parse_money(match) == Decimal(pounds)
