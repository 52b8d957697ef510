"""What benchmarks found, in one form: for people as a line, for `make bench` as a line of JSON."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

# If this names a file, what is shown is added to it as well.
RESULTS_VARIABLE = "BENCHMARK_RESULTS"


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured against something in the same run.

    Attributes:
        what: What was measured.
        against: What it is a ratio to, or what it is more than.
        measured: The ratio, or the amount.
        limit: What it may be at most, or must be at least.
        unit: `x` for a ratio.
        is_least: Whether the limit is the least.
    """

    what: str
    against: str
    measured: float
    limit: float
    unit: str = "x"
    is_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is within its limit."""
        return self.measured >= self.limit if self.is_least else self.measured <= self.limit

    @property
    def limit_words(self) -> str:
        """The limit in words."""
        return f"{'at least' if self.is_least else 'at most'} {self.limit:g} {self.unit}"


def show(ratio: Ratio) -> None:
    """Print a ratio, and add it to the results of `make bench` if that runs."""
    print(  # noqa: T201
        f"{ratio.what}: {ratio.measured:.2f} {ratio.unit} of {ratio.against}; {ratio.limit_words}"
    )
    if results := os.environ.get(RESULTS_VARIABLE):
        with Path(results).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(ratio)) + "\n")


def read_results(path: Path) -> list[Ratio]:
    """What was shown while the variable named this file."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [Ratio(**json.loads(line)) for line in lines]
