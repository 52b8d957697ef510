"""Gives each number of a sentence the time that belongs to it."""

from collections.abc import Sequence

from pipelines.reference.statement_words import PLANNED
from pipelines.structures.prose.counted import Counted, is_beside
from pipelines.structures.prose.marks import COMMA, Act, Marks
from pipelines.structures.prose.times import Time

# words of a time that stand before it: `in the first half of`
BEFORE_TIME = frozenset(
    "in during the for of by to end at first second half whole quarter start beginning".split()
)


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
            is_new_plan = bool(act and act.is_planned and holder and _is_over(holder))
            is_other_time = counted[event].role == "compared"
            if current and _is_closed(marks, marks.token_at(current.start), place):
                current = None
            if is_opened or not (is_new_plan or is_other_time):
                found[event] = current
            waiting.append(event)
            holder = act if act and counted[event].may_count else holder
            continue
        following = ordered[position + 1] if position + 1 < len(ordered) else None
        is_opened = bool(counted) and _opens(marks, place, following)
        if waiting and not is_opened:
            _give(found, waiting, event, counted, acts, marks)
        current = event
        waiting = []
    return found


def _is_closed(marks: Marks, first: int, place: int) -> bool:
    """Whether a time is only that of a number in brackets before: `(2018/19: 131), and 45`."""
    end = next((at for at in range(first, place) if marks.word(at) == ")"), first)
    numbers = (marks.token_at(count.start) for count in marks.counts)
    return marks.is_in_brackets(first) and any(first < number < end for number in numbers)


def _is_over(act: Act) -> bool:
    """Whether those counted have done something: not `are accepted for 2014/15`."""
    return not act.is_planned and act.standing not in ("signed_up", PLANNED)


def _opens(marks: Marks, place: int, following: tuple[int, int | Time] | None) -> bool:
    """Whether a time belongs to the number behind it: `; in 2016/17 70`, `(2018/19: 210)`."""
    if following is None or not isinstance(following[1], int):
        return False
    start = place
    while marks.word(start - 1) in BEFORE_TIME:
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
    dated = [each for each in waiting if counted[each].may_count or counted[each].role == "change"]
    if not dated:
        return
    *others, last = dated
    found[last] = time
    if counted[last].role == "change":
        return  # 131 councils, six more than in 2018/19
    for number in reversed(others):
        each, act, last_act = counted[number], acts[number], acts[last]
        is_planned = act and last_act and act.is_planned != last_act.is_planned
        is_compared = (each.role == "compared") != (counted[last].role == "compared")
        between = {marks.word(place) for place in range(each.after, counted[last].first)}
        if is_planned or is_compared or between & {";", "(", ":", "whom"}:
            break
        # In 2015/16 we held 20, and 14 in 2016/17: but one verb behind both holds for both
        is_joined = is_beside(each, counted[number + 1], marks) or (
            act is not None and act.first >= counted[last].after
        )
        if found[number] and not is_joined:
            break
        found[number] = time
