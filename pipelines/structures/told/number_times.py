"""Gives each number of a sentence the time that belongs to it."""

from collections.abc import Sequence

from pipelines.structures.prose.counted import Counted
from pipelines.structures.prose.marks import COMMA, Act, Marks
from pipelines.structures.prose.times import Time


def find_number_times(
    marks: Marks, counted: Sequence[Counted], acts: Sequence[Act | None]
) -> list[Time | None]:
    """The time of each number: behind it, in its brackets, or before it where none follows.

    A time that opens the sentence holds for all its numbers but those of a plan, if others are
    done, and those that are compared with another time.
    """
    found: list[Time | None] = [None] * len(counted)
    events: list[tuple[int, int | Time]] = [
        (each.first, number) for number, each in enumerate(counted)
    ]
    events += [(marks.token_at(time.start), time) for time in marks.times]
    current: Time | None = None
    holder: Act | None = None
    is_opened = False
    waiting: list[int] = []
    ordered = sorted(events, key=lambda event: event[0])
    for position, (place, event) in enumerate(ordered):
        if isinstance(event, int):
            act = acts[event]
            is_new_plan = bool(act and act.is_planned and holder and not holder.is_planned)
            is_other_time = counted[event].role == "compared"
            if is_opened or not (is_new_plan or is_other_time):
                found[event] = current
            waiting.append(event)
            holder = act or holder
            continue
        following = ordered[position + 1] if position + 1 < len(ordered) else None
        is_opened = bool(counted) and _opens(marks, place, following)
        if waiting and not is_opened:
            _give(found, waiting, event, counted, acts, marks)
        current = event
        waiting = []
    return found


def _opens(marks: Marks, place: int, following: tuple[int, int | Time] | None) -> bool:
    """Whether a time belongs to the number behind it: `; in 2016/17 70`, `(2018/19: 210)`."""
    if following is None or not isinstance(following[1], int):
        return False
    start = place
    while marks.word(start - 1) in ("in", "during", "the", "for", "of", "by", "to", "end", "at"):
        start -= 1
    opened = marks.word(start - 1) in (";", "(", COMMA, "and", "but", "while", "with", "–", ":")
    return (
        opened
        and following[0] - place <= 7
        and not any(marks.word(number) in (")", ";") for number in range(place, following[0]))
    )


def _give(
    found: list[Time | None],
    waiting: Sequence[int],
    time: Time,
    counted: Sequence[Counted],
    acts: Sequence[Act | None],
    marks: Marks,
) -> None:
    """Give a time to the numbers before it, back to where another statement begins."""
    last = waiting[-1]
    if counted[last].role == "change":
        found[last] = time  # 131 councils, six more than in 2018/19
        return
    for number in reversed(waiting):
        differs = (
            acts[number] is not None
            and acts[last] is not None
            and (
                acts[number].is_planned != acts[last].is_planned  # type: ignore[union-attr]
            )
        )
        compared = (counted[number].role == "compared") != (counted[last].role == "compared")
        parted = any(
            marks.word(place) in (";", "(")
            for place in range(counted[number].after, counted[last].first)
        )
        if differs or compared or (parted and number != last):
            break
        found[number] = time
