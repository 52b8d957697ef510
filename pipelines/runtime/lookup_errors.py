"""Errors of those who search for words or ask to see a place in a paper."""

from collections.abc import Sequence
from pathlib import Path

from pipelines.runtime.errors import BoardpapersError

SHOWN = 10  # boards or papers that a message lists


class NothingToFind(BoardpapersError):
    """A search without words, or with too many."""

    def __init__(self, most: int) -> None:
        super().__init__(f"Give one to {most} words to search for; a phrase goes between quotes.")


class NoSuchBoard(BoardpapersError):
    """A board that no paper names."""

    def __init__(self, named: str, boards: Sequence[str]) -> None:
        super().__init__(
            f"No board is called {named}. The papers are of: {_listed(boards)}. Give words of a "
            "name, or a board_id."
        )


class NoSuchPaper(BoardpapersError):
    """A paper that is not published, or a name that several papers have."""

    def __init__(self, named: str, found: Sequence[str]) -> None:
        what = f"{len(found)} papers match" if found else "No published paper matches"
        these = f": {_listed(found)}. Name one of them" if found else ""
        super().__init__(
            f"{what} {named}{these}. Give a paper_id, its path below the raw folder, or words of "
            "its label."
        )


class NoSuchPlace(BoardpapersError):
    """A place that is not in the paper, or no place at all."""

    def __init__(self, locator: str, label: str) -> None:
        super().__init__(
            f"{label} has no words at {locator}. Write a place as p7, p7:l12-l15 or l265; without "
            "a place, the whole paper is shown."
        )


class NoPageToShow(BoardpapersError):
    """A picture of a page that cannot be made."""

    def __init__(self, path: str, reason: str, advice: str) -> None:
        super().__init__(f"{path}: no picture can be made: {reason}. {advice}.")


class NoPassages(BoardpapersError):
    """A warehouse of an older version, which has no passages."""

    def __init__(self, warehouse: Path) -> None:
        super().__init__(
            f"{warehouse} has no table passages, because an older version published it. Run "
            "boardpapers refresh."
        )


def _listed(names: Sequence[str]) -> str:
    shown = "; ".join(names[:SHOWN])
    return shown + (f"; and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
