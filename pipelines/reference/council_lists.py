"""Cutting a cell that holds a column of names, run together, back into its names."""

from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache

# The longest name of an authority has nine words; other bodies are kept to that as well
LONGEST_NAME = 10
# Longer cells are not columns of names
MOST_WORDS = 400
# Words that end or begin a name and are none by themselves: no part may be made of them alone
TYPE_WORDS = frozenset(
    "council county city borough district metropolitan london unitary authority of and the &".split()
)
IMPOSSIBLE = -10_000


class Worth(IntEnum):
    """Points per word that a part earns; a part that is no known name costs instead."""

    FULL_NAME = 6
    DAMAGED_NAME = 4
    BARE_NAME = 3
    UNKNOWN_COUNCIL = 1
    OTHER = -2


def split_run(text: str, count: int, worth: Callable[[str], Worth]) -> list[str] | None:
    """Cut a run of names into a given number of parts so that most words belong to known names.

    Args:
        text: Names one after the other, with nothing but white space between them.
        count: How many names the column holds.
        worth: What a stretch of words is.

    Returns:
        The parts in printed order; None where the text cannot hold that many names.
    """
    words = text.split()
    if not 0 < count <= len(words) <= MOST_WORDS:
        return None

    @lru_cache(maxsize=None)
    def points(first: int, last: int) -> int:
        part = words[first:last]
        if all(word.strip(",.").lower() in TYPE_WORDS for word in part):
            return IMPOSSIBLE
        if not part[0][0].isalnum() or part[0][0].islower() or part[-1].lower() in ("of", "and"):
            return IMPOSSIBLE
        kind = worth(" ".join(part))
        return len(part) * kind if kind != Worth.OTHER else Worth.OTHER - len(part)

    # best[n][i]: points and last cut of the best way to make n parts of the first i words
    best: list[dict[int, tuple[int, int]]] = [{0: (0, 0)}]
    for _ in range(count):
        reached: dict[int, tuple[int, int]] = {}
        for start, (so_far, _) in best[-1].items():
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1):
                total = so_far + points(start, end)
                if end not in reached or total > reached[end][0]:
                    reached[end] = (total, start)
        best.append(reached)
    if best[count].get(len(words), (IMPOSSIBLE, 0))[0] <= IMPOSSIBLE // 2:
        return None
    parts: list[str] = []
    end = len(words)
    for number in range(count, 0, -1):
        start = best[number][end][1]
        parts.append(" ".join(words[start:end]))
        end = start
    return parts[::-1]
