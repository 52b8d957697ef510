"""Names in the raw folder, and in archives in it, that hold no papers."""

# Files that describe the folder; compared without regard to case.
DESCRIBING_PREFIX = "readme"
DESCRIBING_NAMES = frozenset({"sources.csv"})
# Files that another system adds to an archive
SYSTEM_FOLDER = "__MACOSX"


def is_ignored(name: str) -> bool:
    """Whether a file or folder of that name is hidden, a README, `sources.csv`, or a system's own.

    >>> is_ignored("README.md"), is_ignored("minutes.txt")
    (True, False)
    """
    folded = name.casefold()
    return (
        name.startswith(".")
        or name == SYSTEM_FOLDER
        or folded.startswith(DESCRIBING_PREFIX)
        or folded in DESCRIBING_NAMES
    )
