import socket
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import polars as pl
import pytest

from pipelines.audit.suites import Expectation
from pipelines.audit.validation import FrameValidator, Outcome, read_outcome

IN_SET = "expect_column_values_to_be_in_set"
BETWEEN = "expect_column_values_to_be_between"
FRAME = pl.DataFrame(
    {
        "party": ["Green", None, "Purple"],
        "founded": [date(1990, 1, 1), None, date(1890, 1, 1)],
        "fee_gbp": [Decimal("10.00"), None, Decimal("-0.01")],
        "members": [4, None, -1],
    }
)


@pytest.fixture(scope="module")
def validator() -> FrameValidator:
    return FrameValidator()


def test_outcomes_stand_in_the_order_of_the_expectations(validator: FrameValidator) -> None:
    outcomes = validator.validate(
        FRAME,
        [
            Expectation(BETWEEN, ("members",), arguments={"min_value": 0}),
            Expectation(IN_SET, ("party",), arguments={"value_set": ["Green", "Purple"]}),
            Expectation("expect_column_values_to_not_be_null", ("party",)),
            Expectation(BETWEEN, ("founded",), arguments={"min_value": date(1900, 1, 1)}),
            Expectation(BETWEEN, ("fee_gbp",), arguments={"min_value": 0}),
        ],
    )
    assert outcomes == [
        Outcome(is_evaluated=True, rows=3, failing=(2,)),
        Outcome(is_evaluated=True, rows=3),
        Outcome(is_evaluated=True, rows=3, failing=(1,)),
        Outcome(is_evaluated=True, rows=3, failing=(2,)),
        Outcome(is_evaluated=True, rows=3, failing=(2,)),
    ]


def test_a_crash_is_told_from_a_failure_and_leaves_the_others_alone(
    validator: FrameValidator,
) -> None:
    outcomes = validator.validate(
        FRAME,
        [
            Expectation(BETWEEN, ("party",), arguments={"min_value": 0}),
            Expectation(IN_SET, ("colour",), arguments={"value_set": ["green"]}),
            Expectation(IN_SET, ("party",), arguments={"value_set": ["Green"]}),
        ],
    )
    assert outcomes == [
        Outcome(
            is_evaluated=False,
            exception="Column values, min_value, and max_value must either be None or of the "
            "same type.",
        ),
        Outcome(
            is_evaluated=False,
            exception='Error: The column "colour" in BatchData does not exist.',
        ),
        Outcome(is_evaluated=True, rows=3, failing=(2,)),
    ]


def test_an_empty_frame_is_evaluated(validator: FrameValidator) -> None:
    expectation = Expectation(IN_SET, ("party",), arguments={"value_set": ["Green"]})
    assert validator.validate(FRAME.clear(), [expectation]) == [Outcome(is_evaluated=True)]


def test_nothing_to_expect_is_no_run(validator: FrameValidator) -> None:
    assert validator.validate(FRAME, []) == []


@pytest.mark.parametrize(
    "result",
    [
        pytest.param(
            SimpleNamespace(success=False, result={}, exception_info={"raised_exception": False}),
            id="an empty result",
        ),
        pytest.param(
            SimpleNamespace(
                success=False,
                result={"element_count": 3, "unexpected_index_list": []},
                exception_info={"raised_exception": False},
            ),
            id="a failure that names no row",
        ),
    ],
)
def test_a_failure_without_a_row_was_not_evaluated(result: SimpleNamespace) -> None:
    assert not read_outcome(result).is_evaluated


def test_an_exception_is_read_in_both_of_its_shapes() -> None:
    plain = {"raised_exception": True, "exception_message": "no such thing"}
    by_metric = {
        "metric 1": {"raised_exception": True, "exception_message": "first"},
        "metric 2": {"raised_exception": True, "exception_message": "second"},
    }
    read = [
        read_outcome(SimpleNamespace(success=False, result={}, exception_info=information))
        for information in (plain, by_metric)
    ]
    assert read == [
        Outcome(is_evaluated=False, exception="no such thing"),
        Outcome(is_evaluated=False, exception="first; second"),
    ]


def test_a_validator_sends_nothing_to_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(_: socket.socket, address: object) -> None:
        asked.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_: asked.append(address))
    FrameValidator().validate(
        FRAME, [Expectation("expect_column_values_to_not_be_null", ("party",))]
    )
    assert asked == []
