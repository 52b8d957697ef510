"""Reads each number of a sentence: its role, and whom or what it counts."""

from dataclasses import dataclass, replace

from pipelines.notation.numbers import Count, find_qualifier
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import Unit
from pipelines.structures.prose.marks import Challenge, Marks
from pipelines.structures.prose.number_roles import COUNTING, Role, role_of
from pipelines.structures.prose.number_words import (
    ends_label,
    find_head,
    find_label,
    find_values,
    leaves_out,
    over_whole,
)

MOST_APART = 12  # words between `the number of` and the number
A_YEAR = [("a", time) for time in ("year", "month", "week", "day")]
FROM = frozenset(["from", "at", "across", "in", "representing"])
JOINING = frozenset([",", "and", "&", "or"])
# what stands between the numbers of a row beside their words: `and in May three`
ROW = JOINING | frozenset(["as", "well", "in", "between", "with", "plus"])


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its role and the words for those it counts.

    Attributes:
        first: Its token; `after` is the token behind the words for those counted.
        unit: Those counted, where they are people or bodies; `noun` are the words for them.
        challenge: The peer challenges that it counts.
        is_left_out: Whether the words for those counted are left out: `and 19 from Wales`.
        whole: The 353 of `257 of the 353`.
        values: The regions, groups and types that they are of.
    """

    count: Count
    first: int
    after: int
    role: Role
    unit: Unit | None = None
    challenge: Challenge | None = None
    is_left_out: bool = False
    noun: str = ""
    whole: int | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def may_count(self) -> bool:
        """Whether a statement may be made of it."""
        return self.role in COUNTING


def is_beside(before: Counted, each: Counted, marks: Marks) -> bool:
    """Whether a number goes with the one before it: `(598 from 36 councils in 2017/18)`."""
    between = [marks.word(place) for place in range(before.after, each.first)]
    return len(between) <= 4 and bool(FROM & set(between))


def is_joined(before: Counted, each: Counted, marks: Marks) -> bool:
    """Whether a number stands in a row with the one before it: `22 and 25 members`."""
    taken = [(marks.token_at(time.start), marks.token_after(time.end)) for time in marks.times]
    between = {
        marks.word(place)
        for place in range(before.after, each.first)
        if not any(first <= place < after for first, after in taken)
    }
    return bool(between) and between <= ROW


def read_counted(marks: Marks, registers: Registers) -> list[Counted]:
    """Every number of a sentence, in order, with its role."""
    found: list[Counted] = []
    ends = 0
    for number, count in enumerate(marks.counts):
        first = marks.token_at(count.start)
        following = marks.counts[number + 1] if number + 1 < len(marks.counts) else None
        each = _read(marks, registers, count, first, following)
        if first < ends and each.role in ("count", "part"):
            each = replace(each, role="whole", is_left_out=False)
            if marks.is_word("who", each.after) and each.unit and marks.word(each.after) != "whom":
                # 14 of the 204 councillors who had taken part: the relative clause is of the 204
                found[-1] = replace(found[-1], role="other")
                each = replace(each, role="count")
        ends = max(ends, each.after)
        found.append(each)
    for number, each in enumerate(found[1:], start=1):
        between = {marks.word(place) for place in range(found[number - 1].after, each.first)}
        if found[number - 1].role == "name" and each.is_left_out and between <= JOINING:
            found[number] = replace(each, role="name")  # Cohorts 15 and 16
        if found[number - 1].role == "share" and between == {"in"}:
            found[number] = replace(each, role="share")  # one in five councillors
    found = [_of_whole(each, found) for each in found]
    for number in range(len(found)):
        found[number] = _of_neighbour(number, found, marks)
    for number in reversed(range(len(found) - 1)):
        found[number] = _of_following(found[number], found[number + 1], marks)
    return found


def _of_neighbour(number: int, found: list[Counted], marks: Marks) -> Counted:
    """A number that another holds the role or the words of.

    `against 430 from 171`, `(2018/19: 210)`, `councils that had one (64)`.
    """
    each = found[number]
    before = found[number - 1] if number else None
    if before and before.role == "compared" and each.role == "count":
        between = {marks.word(place) for place in range(before.after, each.first)}
        if between and between <= FROM:
            return replace(each, role="compared")
    if before and before.role == "target" and each.role == "count" and each.is_left_out:
        between = {marks.word(place) for place in range(before.after, each.first)}
        if between and between <= ROW | {"and", "for", "at", "least"} | _named(before, each, marks):
            return replace(each, role="target")  # 150 for the Academy and for Tide 375
    if each.role == "count" and not each.values and _is_of_another_time(each, marks):
        return replace(each, role="compared")
    if each.unit or each.challenge or not each.is_left_out:
        return each
    return _of_words_before(each, found, marks) if each.role == "count" else each


def _named(before: Counted, each: Counted, marks: Marks) -> set[str]:
    """The words of the offers that are named between two numbers."""
    return {
        marks.word(place)
        for first, after in marks.all_offers
        for place in range(first, after)
        if before.after <= place < each.first
    }


def _of_following(each: Counted, following: Counted, marks: Marks) -> Counted:
    """`88 Conservative, 74 Labour and 60 Independent councillors`: the words follow the last."""
    if each.unit or each.challenge or not each.is_left_out or each.role == "name":
        return each
    behind, *_ = marks.values.get(each.after, (each.after,))
    between = {marks.word(place) for place in range(behind, following.first)}
    if (
        between <= JOINING
        and (each.values or not following.values)
        and (following.unit or following.challenge)
    ):
        return replace(each, unit=following.unit, challenge=following.challenge)
    return each


def _of_words_before(each: Counted, found: list[Counted], marks: Marks) -> Counted:
    """`the number of participating councils to 54`, `councils that had one (64)`."""
    ends = [after for _, after in marks.words("number_of") if 0 < each.first - after < MOST_APART]
    if ends and marks.word(each.first - 1) in ("to", "at", "is", "was"):
        for place in range(ends[-1], each.first):
            if place in marks.units:
                after, unit = marks.units[place]
                return replace(each, unit=unit, first=place, after=after, is_left_out=False)
    if marks.word(each.first - 1) == "(" and marks.word(each.after) == ")":
        units = [
            (place, after, unit)
            for place, (after, unit) in marks.units.items()
            if after <= each.first and marks.word(after - 1).endswith("s")
            if not any(other.first <= place < other.after for other in found)
        ]
        if units and not any(other.unit and other.first < each.first for other in found):
            place, after, unit = max(units, key=lambda at: at[0])
            return replace(each, unit=unit, first=place, after=after)
    return each


def _read(
    marks: Marks, registers: Registers, count: Count, first: int, following: Count | None
) -> Counted:
    after = marks.token_after(count.end)
    count = replace(count, qualifier=find_qualifier(_bare(marks.text[: count.start])))
    if marks.word(after) == "+" or marks.printed(after, after + 2).lower() in ("or more", "or so"):
        at_least = marks.word(after + 1) != "so"
        count = replace(count, qualifier="at_least" if at_least else "about")
        after += 1 if marks.word(after) == "+" else 2
    if count.qualifier == "exactly" and _is_upper_end(marks, first):
        count = replace(count, qualifier="up_to")
    role = role_of(marks, count, first, after, following)
    place = over_whole(marks, after, following)
    holds_whole = following is not None and place == marks.token_after(following.end)
    whole = following.value if following and holds_whole else None
    end, unit, challenge = find_head(marks, registers, count, place)
    if unit is None and challenge is None and place != after:
        end = place
    noun = marks.printed(place, end) if unit or challenge else ""
    is_left_out = unit is None and challenge is None and leaves_out(marks, registers, after, place)
    values = find_values(marks, after, end, has_noun=bool(noun))
    is_pronoun = is_left_out and (
        (marks.word(first) == "one" and not values)
        or marks.word(first - 1) in ("first", "last", "next", "top")
        or (first == 1 and marks.word(0) == "the")  # the four were at ...
    )
    if role in COUNTING and marks.is_word("target_after", end):
        role = "target"  # the 35 councils that we had committed to
    if role in COUNTING and (marks.word(end), marks.word(end + 1)) in A_YEAR:
        role = "rate"
    if role in COUNTING and (is_pronoun or not (unit or challenge or is_left_out)):
        role = "other"
    values = values or find_label(marks, first, after)
    ends_here = marks.word(after) in ("", ".", ",", ";", "(", ")") or any(
        act.first == after and act.form in ("past", "participle") for act in marks.acts
    )
    if is_left_out and not values and ends_here:
        challenge = next(
            (each for each in marks.challenges if ends_label(marks, each.after, first)), None
        )
    return Counted(count, first, end, role, unit, challenge, is_left_out, noun, whole, values)


def _of_whole(each: Counted, found: list[Counted]) -> Counted:
    """A number with its words left out takes those of the whole: `of the 353 councils, 257 ...`."""
    if each.unit or each.challenge or not each.is_left_out:
        return each
    before = [
        other for other in found if other.first < each.first and (other.unit or other.challenge)
    ]
    if before and before[-1].role == "whole":
        return replace(each, unit=before[-1].unit, challenge=before[-1].challenge)
    return each


def _is_of_another_time(counted: Counted, marks: Marks) -> bool:
    """Whether a number stands in brackets with a time of its own: `(2018/19: 210)`."""
    opened = closed = None
    for place in range(counted.first - 1, max(-1, counted.first - 8), -1):
        if marks.word(place) in ("(", ")"):
            opened = place if marks.word(place) == "(" else None
            break
    for place in range(counted.after, min(len(marks.tokens), counted.after + 10)):
        if marks.word(place) in ("(", ")"):
            closed = place
            break
    if opened is None or closed is None or opened == 0:
        return False
    return any(opened < marks.token_at(time.start) < closed for time in marks.times)


def _is_upper_end(marks: Marks, first: int) -> bool:
    """The second of `six or seven`."""
    ends = {marks.token_after(each.end) for each in marks.counts}
    return marks.word(first - 1) in ("or", "to", "-", "–") and first - 1 in ends


def _bare(before: str) -> str:
    return before.replace("(", " ").replace("*", " ").rstrip(" )")
