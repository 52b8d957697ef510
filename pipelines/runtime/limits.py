"""The limits for one paper and for one build, and the setting that raises each of them."""

from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits for one paper.

    Attributes:
        input_bytes: Size of the file. A long pack of scanned pages is well below the default.
        memory_bytes: Address space that reading it may add to a worker's own.
        seconds: Time that reading it may take; a pack of some hundred pages takes a few.
        pages: Pages of a PDF; ten times the longest pack seen.
        unpacked_bytes: Size of one stream of a PDF, or of one member of an archive or Word file,
            when it is unpacked; ten times a full page scanned in colour.
        unpacked_ratio: Unpacked to packed size of a member; XML reaches 30, a bomb a thousand.
        nesting: Archives within one another, and compressions of a PDF's stream.
        workers: Processes that read papers; None for one a core.
    """

    input_bytes: int = 100 * MEBIBYTE
    memory_bytes: int = 1024 * MEBIBYTE
    seconds: float = 120
    pages: int = 2_000
    unpacked_bytes: int = 256 * MEBIBYTE
    unpacked_ratio: int = 100
    nesting: int = 2
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """How much a build of the warehouse may take, and the audit of what it built.

    Attributes:
        memory_bytes: What DuckDB may hold in memory; None for half of what there is.
        disk_bytes: What it may put on disk of what does not fit; None for half of what is free.
        folder: Where it puts that; None for a folder of its own among temporary files.
    """

    memory_bytes: int | None = None
    disk_bytes: int | None = None
    folder: Path | None = None


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class LimitVariable:
    """The environment variable that sets a limit, its unit and its meaning.

    Attributes:
        unset: What applies without it, if that is not a number here.
    """

    variable: str
    unit: float
    meaning: str
    unset: str = ""


# Of each field of `Limits`
VARIABLES = {
    "input_bytes": LimitVariable("BOARDPAPERS_MAX_MEGABYTES", MEBIBYTE, "MiB of one file"),
    "memory_bytes": LimitVariable("BOARDPAPERS_MAX_MEMORY", MEBIBYTE, "MiB of memory for a paper"),
    "seconds": LimitVariable("BOARDPAPERS_MAX_SECONDS", 1, "seconds for a paper"),
    "pages": LimitVariable("BOARDPAPERS_MAX_PAGES", 1, "pages of a PDF"),
    "unpacked_bytes": LimitVariable(
        "BOARDPAPERS_MAX_UNPACKED", MEBIBYTE, "MiB of a decoded stream or archive member"
    ),
    "unpacked_ratio": LimitVariable(
        "BOARDPAPERS_MAX_RATIO", 1, "unpacked to packed size of an archive member"
    ),
    "nesting": LimitVariable(
        "BOARDPAPERS_MAX_NESTING", 1, "archives within one another, or compressions of a stream"
    ),
    "workers": LimitVariable("BOARDPAPERS_WORKERS", 1, "processes that read papers", "one a core"),
}
# Of each field of `Room` that is a number
ROOM_VARIABLES = {
    "memory_bytes": LimitVariable(
        "BOARDPAPERS_BUILD_MEMORY",
        MEBIBYTE,
        "MiB of memory for a build, and then for its audit",
        "half of what there is",
    ),
    "disk_bytes": LimitVariable(
        "BOARDPAPERS_BUILD_DISK",
        MEBIBYTE,
        "MiB on disk for what does not fit into that",
        "half of what is free",
    ),
}


def name_limit(field: str, limits: Limits | Room) -> str:
    """The limit for a message: its value, and the variable that sets it.

    >>> name_limit("pages", Limits())
    'the limit is 2,000 (BOARDPAPERS_MAX_PAGES)'
    >>> name_limit("unpacked_bytes", Limits())
    'the limit is 256 MiB (BOARDPAPERS_MAX_UNPACKED)'
    """
    known = (VARIABLES if isinstance(limits, Limits) else ROOM_VARIABLES)[field]
    value = getattr(limits, field) / known.unit
    unit = " MiB" if known.unit == MEBIBYTE else ""
    shown = f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"
    return f"the limit is {shown}{unit} ({known.variable})"
