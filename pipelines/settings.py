"""What a refresh is told: which folder, which warehouse, which limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
REFERENCE = REPOSITORY / "data" / "reference"

RAW_VARIABLE = "BOARDPAPERS_RAW"
WAREHOUSE_VARIABLE = "BOARDPAPERS_WAREHOUSE"
DEFAULT_RAW = Path("data/raw")
DEFAULT_WAREHOUSE = Path("data/warehouse/boardpapers.duckdb")

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one paper may take.

    Attributes:
        input_bytes: Size of the file. A long pack of scanned pages stays well below the default.
        memory_bytes: Address space that reading it may add to a worker's own.
        seconds: Time that reading it may take; a pack of some hundred pages takes a few.
        workers: Processes that read papers; None for one a core.
    """

    input_bytes: int = 100 * MEBIBYTE
    memory_bytes: int = 1024 * MEBIBYTE
    seconds: float = 120
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Where papers come from and where the warehouse goes.

    Attributes:
        raw: Folder of papers.
        warehouse: The published DuckDB file.
        reference: Folder of the registers.
        limits: What one paper may take.
        wait_seconds: How long to wait for another refresh of the same warehouse.
    """

    raw: Path = DEFAULT_RAW
    warehouse: Path = DEFAULT_WAREHOUSE
    reference: Path = REFERENCE
    limits: Limits = field(default_factory=Limits)
    wait_seconds: float = 3600

    @property
    def state(self) -> Path:
        """The folder of extracts and manifest, beside the warehouse."""
        return self.warehouse.parent / ".boardpapers" / self.warehouse.name


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings that environment variables give; what is not set takes its default."""
    return Settings(
        raw=Path(environment.get(RAW_VARIABLE) or DEFAULT_RAW),
        warehouse=Path(environment.get(WAREHOUSE_VARIABLE) or DEFAULT_WAREHOUSE),
    )
