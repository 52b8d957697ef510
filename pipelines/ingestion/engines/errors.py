"""Errors of an engine that reads on many machines: what is wrong, and what to do."""

from collections.abc import Mapping

from pipelines.runtime.errors import BoardpapersError

KEPT = "What was read before is kept"


class EngineMissing(BoardpapersError):
    """The library of an engine is not installed."""

    def __init__(self, engine: str) -> None:
        super().__init__(engine)
        self.engine = engine

    def __str__(self) -> str:
        return (
            f"The engine {self.engine} is not installed. Install boardpapers[{self.engine}], or "
            "read on this machine with --engine local."
        )


class SchedulerAway(BoardpapersError):
    """The scheduler does not answer, or does not answer any more."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(address, reason)
        self.address = address
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"The scheduler {self.address} does not answer ({self.reason}). {KEPT}; start it, and "
            "refresh again."
        )


class NoWorker(BoardpapersError):
    """The scheduler has no worker that can read papers.

    Attributes:
        refused: Why each worker that is there cannot be used.
    """

    def __init__(self, address: str, refused: Mapping[str, str]) -> None:
        super().__init__(address, refused)
        self.address = address
        self.refused = refused

    def __str__(self) -> str:
        workers = "; ".join(f"{worker} {why}" for worker, why in sorted(self.refused.items()))
        why = f"no worker that can be used: {workers}" if workers else "no worker"
        return f"The scheduler {self.address} has {why}. {KEPT}; start workers, and refresh again."
