"""Values that break an expectation, and no more than that expectation of their column."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pipelines.audit.suites import Expectation

DAY = timedelta(days=1)


def breaking_values(expectation: Expectation) -> Iterator[dict[str, Any]]:
    """Columns with values that the expectation must not let pass."""
    arguments = expectation.arguments
    column = expectation.columns[0]
    match expectation.kind:
        case "expect_column_values_to_not_be_null":
            yield {column: None}
        case "expect_column_values_to_be_in_set":
            yield {column: "neither of these"}
        case "expect_column_values_to_match_regex":
            yield {column: " "}
        case "expect_column_values_to_be_between":
            step = DAY if isinstance(arguments["min_value"], date) else 1
            yield {column: arguments["min_value"] - step}
            if "max_value" in arguments:
                yield {column: arguments["max_value"] + step}
        case "expect_column_pair_values_a_to_be_greater_than_b":
            later, earlier = expectation.columns
            yield {later: date(2001, 1, 1), earlier: date(2001, 1, 2)}
        case kind:
            raise AssertionError(f"No row is known that breaks {kind}: add one here.")
