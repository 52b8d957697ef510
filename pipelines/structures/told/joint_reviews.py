"""Finds the bodies in a sentence that had one joint review."""

import re
from collections.abc import Sequence

# a joint review of A and B, A and B were jointly reviewed, a combined challenge of A and B
JOINT = re.compile(r"\b(?:joint(?:ly)?|combined)\b", re.IGNORECASE)
# Text allowed between two names of one run: A, B and C; A with B; A & the B
LINK = re.compile(r"\s*(?:,\s*)?(?:(?:and|with|&|plus)\s+)?(?:the\s+)?", re.IGNORECASE)

Place = tuple[int, int]


def number_joint_reviews(text: str, names: Sequence[Place]) -> list[int | None]:
    """Number the joint reviews of a sentence by the names that share them.

    The word for it applies to the nearest run of names after it; if none follows, to the last
    before it. A run is two names or more with nothing but commas and connecting words between.

    Args:
        text: The sentence.
        names: Start and end of each name, in order.

    Returns:
        For each name the number of its joint review, from 1; None if it has its own review.

    >>> number_joint_reviews("Weir one; a joint one of Ash and Elm", [(0, 4), (25, 28), (33, 36)])
    [None, 1, 1]
    """
    runs = [run for run in _runs(text, names) if len(run) > 1]
    numbers: dict[int, int] = {}
    for word in JOINT.finditer(text):
        after = [run for run in runs if names[run[0]][0] > word.end()]
        before = [run for run in runs if names[run[-1]][1] <= word.start()]
        run = after[0] if after else before[-1] if before else []
        if run and run[0] not in numbers:
            number = 1 + max(numbers.values(), default=0)
            numbers |= dict.fromkeys(run, number)
    return [numbers.get(position) for position in range(len(names))]


def _runs(text: str, names: Sequence[Place]) -> list[list[int]]:
    """Positions of names that follow each other with only a link between."""
    runs: list[list[int]] = []
    for position, (start, _) in enumerate(names):
        between = text[names[position - 1][1] : start] if position else ""
        if runs and LINK.fullmatch(between) and between.strip():
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs
