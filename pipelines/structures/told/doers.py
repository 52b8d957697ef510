"""Tells whether what a sentence says was done by a body that is none of those of the paper."""

from pipelines.structures.prose.marks import BREAKS, Act, Marks

BEFORE_PARTNER = frozenset("with by through from for at of to and".split())
OURS = frozenset(["we", "our", "us"])


def is_by_others(marks: Marks, act: Act) -> bool:
    """Whether another body is the subject of a verb: `The Labour Party has trained 800`.

    Args:
        marks: The sentence.
        act: The verb of those counted.
    """
    first = max((place + 1 for place in range(act.first) if _parts(marks, place)), default=0)
    if any(marks.word(place) in OURS for place in range(first, act.first)):
        return False
    return any(
        first <= start < act.first and marks.word(_before(marks, start)) not in BEFORE_PARTNER
        for start, _ in marks.words("others")
    )


def _parts(marks: Marks, place: int) -> bool:
    """Whether another clause begins behind a mark or word."""
    if marks.word(place) in BREAKS or any(start == place for start, _ in marks.words("contrast")):
        return True
    return marks.word(place) == "and" and marks.word(place - 1) == ","


def _before(marks: Marks, start: int) -> int:
    """The word before a name and its article."""
    return start - 2 if marks.word(start - 1) in ("the", "a", "an") else start - 1
