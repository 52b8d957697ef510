"""Finds out whether another body did what a sentence says, and not the one whose paper it is."""

from pipelines.structures.prose.marks import BREAKS, Act, Marks

BEFORE_PARTNER = frozenset("with by through from for at of to and".split())
OURS = frozenset(["we", "our"])


def is_by_others(marks: Marks, act: Act) -> bool:
    """Whether another body is the subject of a verb: `The Labour Party has trained 800`.

    Args:
        marks: The sentence.
        act: The verb of those counted.
    """
    first = max((place + 1 for place in range(act.first) if _parts(marks, place)), default=0)
    others = [
        start
        for start in _bodies(marks)
        if first <= start < act.first and marks.word(_before(marks, start)) not in BEFORE_PARTNER
    ]
    ours = [place for place in range(first, act.first) if marks.word(place) in OURS]
    return bool(others) and not any(place < others[0] for place in ours)


def _bodies(marks: Marks) -> list[int]:
    """Where the names of other bodies begin: those of the lexicon, and `Quay Institute`."""
    found = [start for start, _ in marks.words("others")]
    for place, _ in marks.words("body"):
        start = place
        while start > 0 and _is_large(marks, start - 1) and _is_large(marks, place):
            start -= 1
        if start < place:
            found.append(start + 1 if marks.word(start) == "the" else start)
    return sorted(found)


def _is_large(marks: Marks, place: int) -> bool:
    """Whether a word is written large, or joins two that are."""
    word = marks.printed(place, place + 1)
    return word[:1].isupper() or (word in ("of", "for", "and") and place > 0)


def _parts(marks: Marks, place: int) -> bool:
    """Whether another clause begins behind a mark or word."""
    if marks.word(place) in BREAKS or any(start == place for start, _ in marks.words("contrast")):
        return True
    return marks.word(place) == "and" and marks.word(place - 1) == ","


def _before(marks: Marks, start: int) -> int:
    """The word before a name and its article."""
    return start - 2 if marks.word(start - 1) in ("the", "a", "an") else start - 1
