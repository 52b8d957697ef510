"""Great Expectations on frames, kept apart: importing the library takes seconds.

Its SQL path returns empty results with DuckDB and calls that a failure, so that it is handed
frames alone. It also says `success: false` where it crashed: an outcome separates the two.
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipelines.audit.suites import Expectation

# Return the positions of all failing rows, without the rows themselves.
RESULT_FORMAT = {"result_format": "COMPLETE", "include_unexpected_rows": False}
# An expectation carries its position in the list under this name, because the library returns
# results in a different order.
POSITION = "position"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one expectation on one frame.

    Attributes:
        is_evaluated: Whether the library reports that it checked the rows.
        rows: Number of rows that it checked.
        failing: Positions of the rows that fail, from 0.
        exception: The exception that the library raised instead; None if there was none.
    """

    is_evaluated: bool
    rows: int = 0
    failing: tuple[int, ...] = ()
    exception: str | None = None


NOT_EVALUATED = Outcome(is_evaluated=False)


def import_great_expectations() -> Any:
    """Import the library, which takes six to ten seconds the first time.

    Returns:
        The module `great_expectations`.
    """
    with warnings.catch_warnings():
        # The library imports a deprecated module of Python; we cannot change that.
        warnings.simplefilter("ignore", DeprecationWarning)
        import great_expectations
        import great_expectations.expectations  # registers the expectations by their names
    return great_expectations


class FrameValidator:
    """Runs expectations on one frame after the other, in memory, writing no file.

    Its telemetry and its progress bars are switched off.
    """

    def __init__(self) -> None:
        self._library = import_great_expectations()
        from great_expectations.data_context.types.base import ProgressBarsConfig

        context = self._library.get_context(mode="ephemeral")
        context.enable_analytics(enable=False)
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        source = context.data_sources.add_pandas("candidate")
        asset = source.add_dataframe_asset("rows")
        self._batch_definition = asset.add_batch_definition_whole_dataframe("all")

    def validate(self, frame: pl.DataFrame, expectations: Sequence[Expectation]) -> list[Outcome]:
        """Run expectations on a frame.

        Args:
            frame: The rows; may be empty.
            expectations: What to check.

        Returns:
            One outcome an expectation, in the same order.
        """
        outcomes = [NOT_EVALUATED] * len(expectations)
        if not expectations:
            return outcomes
        # Arrow types keep dates, decimals and integers beside NULLs.
        rows = frame.to_pandas(use_pyarrow_extension_array=True)
        suite = self._library.ExpectationSuite(
            name="suite",
            expectations=[
                self._build(expectation, position)
                for position, expectation in enumerate(expectations)
            ],
        )
        batch = self._batch_definition.get_batch({"dataframe": rows})
        for result in batch.validate(suite, result_format=RESULT_FORMAT).results:
            outcomes[result.expectation_config.meta[POSITION]] = read_outcome(result)
        return outcomes

    def _build(self, expectation: Expectation, position: int) -> Any:
        from great_expectations.expectations.registry import get_expectation_impl

        return get_expectation_impl(expectation.kind)(
            **expectation.keywords, meta={POSITION: position}
        )


def read_outcome(result: Any) -> Outcome:
    """Read one result of the library, which calls a crash a failure.

    Args:
        result: Its `ExpectationValidationResult`.

    Returns:
        What was really found; not evaluated where the library raised or looked at nothing.
    """
    if exception := _exception(result.exception_info or {}):
        return Outcome(is_evaluated=False, exception=exception)
    found: Mapping[str, Any] = result.result or {}
    if "element_count" not in found:
        return NOT_EVALUATED
    failing = tuple(int(position) for position in found.get("unexpected_index_list") or ())
    return Outcome(
        # A failure without rows does not come from the library's check of the rows.
        is_evaluated=bool(result.success) == (not failing),
        rows=int(found["element_count"]),
        failing=failing,
    )


def _exception(information: Mapping[str, Any]) -> str | None:
    """The message of what was raised: the library keeps one, or one for each metric."""
    if "raised_exception" in information:
        raised = [information] if information["raised_exception"] else []
    else:
        raised = [entry for entry in information.values() if isinstance(entry, Mapping)]
    messages = [str(entry.get("exception_message") or "no message") for entry in raised]
    return "; ".join(dict.fromkeys(messages)) or None
