"""Cuts a cell with a run-together column of names back into its names."""

import re
from collections.abc import Callable
from enum import IntEnum

# The longest name of an authority has nine words; the same limit applies to other bodies
LONGEST_NAME = 10
# Longer cells are not columns of names
MOST_WORDS = 400
# Words that begin or end a name but are not a name: no part may consist of them alone
TYPE_WORDS = frozenset(
    {
        *("council", "county", "city", "borough", "district", "metropolitan", "london"),
        *("unitary", "authority", "of", "and", "the", "&"),
        *("cc", "dc", "bc", "mbc", "mdc", "lb", "rb", "cbc", "ua", "npa"),
    }
)
# (HT) at the end of Harbour Trust (HT): the first letters of the name that it shortens
BRACKETED_INITIALS = re.compile(r"^\((?P<initials>[A-Z]{2,8})\)$")
IMPOSSIBLE = -10_000
# A cut through a full name costs at least three words of six points. A greater loss than this,
# compared with the best cut into any number of parts, means a cut through a name
MOST_LOSS = 12


class Worth(IntEnum):
    """Points per word for a part; a part that is not a known name costs points instead."""

    FULL_NAME = 6
    DAMAGED_NAME = 4
    BARE_NAME = 3
    UNKNOWN_COUNCIL = 1
    OTHER = -2


class _Run:
    """The words of a cell and the points of each stretch of them."""

    def __init__(self, words: list[str], worth: Callable[[str], Worth]) -> None:
        self.words = words
        self._worth = worth
        self._points: dict[tuple[int, int], int] = {}

    def points(self, first: int, last: int) -> int:
        """The points for the words from one index up to another as one part."""
        if (first, last) not in self._points:
            self._points[first, last] = self._count(self.words[first:last])
        return self._points[first, last]

    def ends_after(self, start: int) -> range:
        """The possible ends of a part that starts at a word."""
        return range(start + 1, min(start + LONGEST_NAME, len(self.words)) + 1)

    def best_of_any_number(self) -> int:
        """The points of the best cut into any number of parts."""
        best = [0] + [IMPOSSIBLE] * len(self.words)
        for start in range(len(self.words)):
            for end in self.ends_after(start):
                best[end] = max(best[end], best[start] + self.points(start, end))
        return best[-1]

    def _count(self, part: list[str]) -> int:
        if all(word.strip(",.").lower() in TYPE_WORDS for word in part):
            return IMPOSSIBLE
        first = part[0][0]
        if not first.isalnum() or first.islower() or part[-1].lower() in ("of", "and", "&"):
            return IMPOSSIBLE
        kind = self._worth(" ".join(part))
        if kind == Worth.OTHER and _ends_in_own_initials(part):
            kind = Worth.BARE_NAME
        return len(part) * kind if kind != Worth.OTHER else Worth.OTHER - len(part)


def _ends_in_own_initials(part: list[str]) -> bool:
    """Whether a body's name ends with its short form in brackets, which completes it."""
    closing = BRACKETED_INITIALS.match(part[-1])
    initials = "".join(word[0] for word in part[:-1] if word[0].isupper())
    return closing is not None and closing["initials"] == initials


def split_run(text: str, count: int, worth: Callable[[str], Worth]) -> list[str] | None:
    """Cut a run of names into a given number of parts with as many known names as possible.

    Args:
        text: Names one after the other, with nothing but white space between them.
        count: How many names the column holds.
        worth: Rates a stretch of words.

    Returns:
        The parts in printed order; None if the text cannot hold that many names.
    """
    words = text.split()
    if not 0 < count <= len(words) <= MOST_WORDS:
        return None
    run = _Run(words, worth)
    # For each number of parts: by the words used, the points and where the last part starts
    rounds: list[dict[int, tuple[int, int]]] = [{0: (0, 0)}]
    for _ in range(count):
        rounds.append(_one_part_more(run, rounds[-1]))
    points, _ = rounds[count].get(len(words), (IMPOSSIBLE, 0))
    if run.best_of_any_number() - points > MOST_LOSS:
        return None
    return _parts(words, rounds)


def _one_part_more(run: _Run, before: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    reached: dict[int, tuple[int, int]] = {}
    for start, (so_far, _) in before.items():
        for end in run.ends_after(start):
            total = so_far + run.points(start, end)
            if end not in reached or total > reached[end][0]:
                reached[end] = (total, start)
    return reached


def _parts(words: list[str], rounds: list[dict[int, tuple[int, int]]]) -> list[str]:
    parts: list[str] = []
    end = len(words)
    for reached in reversed(rounds[1:]):
        start = reached[end][1]
        parts.append(" ".join(words[start:end]))
        end = start
    return parts[::-1]
