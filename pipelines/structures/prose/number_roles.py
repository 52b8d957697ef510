"""Gives a number its role by what stands beside it: a count, a whole, a target, a day."""

from typing import Literal

from pipelines.notation.dates import MONTHS
from pipelines.notation.numbers import Count
from pipelines.structures.prose.marks import BE, BREAKS, COMMA, Marks

# `whole` is the 353 of `257 of the 353`, `part` the 12 of `of which 12 came from Wales`
Role = Literal[
    "count",
    "whole",
    "part",
    "target",
    "compared",
    "change",
    "share",
    "name",
    "measure",
    "rate",
    "capacity",
    "other",
]
# Roles of numbers that a statement may be made of
COUNTING = ("count", "part", "target", "compared")
LAST_DAY = 31
# What stands before a number and decides its role, in this order
BEFORE: tuple[tuple[str, Role], ...] = (
    ("change", "change"),
    ("compare", "compared"),
    ("target", "target"),
    ("capacity", "capacity"),
    ("average", "rate"),
    ("part", "part"),
    ("name", "name"),
)
LITTLE = frozenset(
    (
        "the a an of total just over about at least more than some only nearly almost around"
        " approximately up to further additional extra another circa c . * \" “ ‘ ' ( fewer no was"
        " is were in by as original : ="
    ).split()
)
DETERMINERS = frozenset("the our all these those of its their country's england's".split())


def role_of(marks: Marks, count: Count, first: int, after: int, following: Count | None) -> Role:
    """The role of a number.

    Args:
        marks: The sentence.
        count: The number.
        first: Its token.
        after: The token behind it, and behind `or more`.
        following: The next number of the sentence.
    """
    role = _role_by_words_behind(marks, count, first, after)
    role = role or _role_of_figure(marks, count, first, after)
    role = role or ("whole" if _is_whole(marks, first) else _role_by_words_before(marks, first))
    if role:
        return role
    if is_lower_end(marks, after, following):
        return "compared" if marks.word(first - 1) == "from" else "measure"
    return "measure" if marks.word(first - 1) == "between" else "count"


def _role_by_words_behind(marks: Marks, count: Count, first: int, after: int) -> Role | None:
    """12 days, 70 that we had hoped for, nine more than last year."""
    if _is_share(marks, count, after):
        return "share"
    is_challenge = any(each.first == after for each in marks.challenges)
    if marks.is_word("measure", after) and not is_challenge:
        return "measure"
    if count.value <= LAST_DAY and _is_day(marks, after):
        return "measure"
    if marks.is_word("target_after", after):
        return "target"
    if marks.word(after) == "of" and marks.word(after + 1) in ("us", "you"):
        return "other"
    is_change = marks.word(after) in ("more", "fewer", "higher", "lower")
    behind = {marks.word(place) for place in range(after + 1, after + 4)}
    return "change" if is_change and "than" in behind else None


def _role_of_figure(marks: Marks, count: Count, first: int, after: int) -> Role | None:
    """By 11 votes to 6, 17 out of 25, £3."""
    before = marks.word(first - 1)
    others = [
        (marks.token_at(each.start), marks.token_after(each.end))
        for each in marks.counts
        if each.end <= count.start
    ]
    if before == "to" and any(
        0 <= first - 1 - end <= 1
        and marks.word(first - 2) != ")"
        and marks.word(start - 1) != "from"
        for start, end in others
    ):
        return "measure"
    if before == "of" and marks.word(first - 2) == "out":
        return "share" if count.value == 10 else "whole"
    if first == 1 and (0, 1) in marks.offers:
        return "name"  # Programme 58 was put off
    is_sign = before in ("£", "#", "§") or marks.word(after) in ("%", "/")
    return "measure" if is_sign else None


def _role_by_words_before(marks: Marks, first: int) -> Role | None:
    """The nearest of `a target of`, `up from`, `cohort`, with little words between."""
    place = first
    while place > 0:
        for kind, role in BEFORE:
            start = marks.ends_with(kind, place)
            if start is None or (role == "name" and place != first):
                continue
            if not any(act.first < start < act.after for act in marks.acts):
                return role
        timed = next((each for each in marks.times if marks.token_after(each.end) == place), None)
        if timed and marks.word(marks.token_at(timed.start) - 1) in ("for", "in", "of"):
            place = marks.token_at(timed.start)  # target for 2012/13: 75
            continue
        if marks.word(place - 1) not in LITTLE:
            break
        place -= 1
    return "target" if _is_target(marks, first) else None


def _is_target(marks: Marks, first: int) -> bool:
    """Whether a number is said to be a target: `the target for the Academy is 150`."""
    place = first
    while marks.word(place - 1) in LITTLE - BE:
        place -= 1
    if marks.word(place - 1) not in BE:
        return False
    nouns = [after for _, after in marks.words("target_noun") if after < place]
    return bool(nouns) and not any(
        marks.word(at) in BREAKS
        or any(act.first == at and act.form != "noun" for act in marks.acts)
        for at in range(nouns[-1], place - 1)
    )


def _is_day(marks: Marks, after: int) -> bool:
    """31 May, on 12 and 13 November 2014, 5 to 8 June 2018."""
    if marks.word(after) in MONTHS:
        return True
    follows = marks.word(after) in ("and", "to", "-", "–", COMMA, "&")
    is_day = marks.word(after + 1).isdigit() and marks.word(after + 2) in MONTHS
    timed = any(marks.token_at(time.start) == after + 1 for time in marks.times)
    return follows and (is_day or timed)


def _is_share(marks: Marks, count: Count, after: int) -> bool:
    """One in five, seven out of ten: not so `seven out of ten districts`."""
    is_small = count.value < 10 and marks.word(after) == "in"
    others = {marks.token_at(each.start): each.value for each in marks.counts}
    shared_by = others.get(after + 1, 0)
    return is_small and (marks.word(after + 1) == "every" or count.value < shared_by <= 10)


def is_lower_end(marks: Marks, after: int, following: Count | None) -> bool:
    """The first of `six or seven`, `20 to 30`."""
    return (
        following is not None
        and marks.word(after) in ("or", "to", "-", "–")
        and (marks.token_at(following.start) == after + 1)
    )


def _is_whole(marks: Marks, first: int) -> bool:
    """Whether `of the` before a number opens the sentence or its clause."""
    place = first
    is_of_time = any(marks.token_at(time.end - 1) == place - 1 for time in marks.times)
    if marks.word(place - 1).endswith("'s") and not is_of_time:
        return True  # six from the county's five councils
    while marks.word(place - 1) in DETERMINERS and place > 0:
        place -= 1
    if place < first and marks.word(place - 1) == "half":
        return True
    opens = (
        place == 0
        or marks.word(place - 1) in (COMMA, ";", ":", "(", "–")
        or (marks.word(place - 1) == "out" and place == 1)
    )
    begins = any(
        act.first == first + 1 and act.form in ("past", "participle") for act in marks.acts
    )
    if marks.word(first - 1) in ("these", "those") and begins:
        return False  # of these 26 have begun
    return place < first and marks.word(place) == "of" and opens
