"""Errors between extracts and the published file."""

from pathlib import Path

from pipelines.runtime.errors import BoardpapersError


class WarehouseError(BoardpapersError):
    """The warehouse cannot be built or published; the published file stays as it was."""


class ReferenceMissingError(WarehouseError):
    """A register that the models read is missing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{path}: this register is missing. Nothing was published. Restore the file, or name "
            "the folder that holds the registers."
        )


class ModelError(WarehouseError):
    """A SQL model cannot be read or run."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason} Nothing was published. Put the model right.")


class UnknownRuleError(WarehouseError):
    """A finding has a rule that is not in the catalogue."""

    def __init__(self, unknown: tuple[str, ...], known: tuple[str, ...]) -> None:
        self.unknown = unknown
        self.known = known
        super().__init__(
            f"The catalogue of rules does not hold {', '.join(unknown)}. Nothing was published. "
            f"Add a line to rules.csv, or use one of {', '.join(known)}."
        )


class UnfinishedCandidateError(WarehouseError):
    """A candidate for publication was not closed properly."""

    def __init__(self, candidate: Path, reason: str) -> None:
        self.candidate = candidate
        self.reason = reason
        super().__init__(
            f"{candidate}: {reason} It was not published, and the warehouse stays as it was. "
            "Build it again."
        )


class NotAsPlannedError(WarehouseError):
    """What waits to be built or published is not what was read."""

    def __init__(self, warehouse: Path, reason: str) -> None:
        self.warehouse = warehouse
        self.reason = reason
        super().__init__(
            f"What waits to be published as {warehouse} cannot be: {reason}. The warehouse stays "
            "as it was. Refresh from the papers on."
        )


class ForeignDatabaseError(WarehouseError):
    """The file in the warehouse's place is a foreign database."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{path} is a database without the table builds, so not a boardpapers warehouse. It "
            "was not touched. Name another file with --warehouse, or move this one away."
        )


class BuildTooLargeError(WarehouseError):
    """A build, or the audit of one, needs more memory or disk than it may take."""

    def __init__(self, warehouse: Path, limit: str) -> None:
        super().__init__(warehouse, limit)
        self.warehouse = warehouse
        self.limit = limit

    def __str__(self) -> str:
        return (
            f"To build or check {self.warehouse} takes more room than it may: {self.limit}. What "
            "was published is whole. Raise the limit, or take the papers that came last out of the "
            "folder, and refresh again."
        )


class WriteFailedError(WarehouseError):
    """The disk, the folder or the system refuses a write."""

    def __init__(self, warehouse: Path, reason: str) -> None:
        self.warehouse = warehouse
        self.reason = reason
        super().__init__(
            f"The refresh of {warehouse} could not go on: {reason}. What was published is whole. "
            "Make room on the disk, or give the right to write to the folder, and refresh again."
        )
