"""Gives each number of a sentence its role, and the words for those it counts."""

from dataclasses import dataclass, replace
from typing import Literal

from pipelines.notation.dates import MONTHS
from pipelines.notation.numbers import Count, find_qualifier
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import Unit
from pipelines.structures.prose.marks import BREAKS, COMMA, Challenge, Marks

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
MOST_APART = 12  # words between `the number of` and the number
MOST_WORDS = 6  # between a number and the word for those it counts
YEARS = range(1950, 2100)
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
    "the a an of total just over about at least more than some only nearly almost around approximately"
    " up to further additional extra another circa c . * \" “ ‘ ' ( fewer no was is were in by as"
    " original : =".split()
)
LABEL_MARKS = frozenset(": – — - (".split())
LABEL_VERBS = frozenset("had has sent provided accounted accounts contributed".split())
OF = frozenset(("of", "out"))
AFTER_VERB = frozenset("this his its less as was".split())
NO_VERBS = ("present", "noun")
BACK = frozenset("them these those whom which".split())
FROM = frozenset("from at across in representing".split())
JOINING = frozenset(", and & or".split())
DETERMINERS = frozenset("the our all these those of its their country's england's".split())


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
            if marks.is_word("who", each.after) and each.unit:
                # 14 of the 204 councillors who had taken part: the relative clause is of the 204
                found[-1] = replace(found[-1], role="other")
                each = replace(each, role="count")
        ends = max(ends, each.after)
        found.append(each)
    for number, each in enumerate(found[1:], start=1):
        between = {marks.word(place) for place in range(found[number - 1].after, each.first)}
        if found[number - 1].role == "name" and each.is_left_out and between <= JOINING:
            found[number] = replace(each, role="name")  # Cohorts 15 and 16
    found = [_of_whole(each, found) for each in found]
    for number in range(len(found)):
        found[number] = _of_neighbour(number, found, marks)
    return found


def _of_neighbour(number: int, found: list[Counted], marks: Marks) -> Counted:
    """A number with its words left out, where another holds them or its role.

    `88 Conservative and 74 Labour councillors`, `against 430 from 171`, `councils that had one (64)`.
    """
    each = found[number]
    before = found[number - 1] if number else None
    if before and before.role == "compared" and each.role == "count":
        between = {marks.word(place) for place in range(before.after, each.first)}
        if between and between <= FROM:
            return replace(each, role="compared")
    if each.role == "count" and not each.values and _is_of_another_time(each, marks):
        return replace(each, role="compared")
    if each.unit or each.challenge or not each.is_left_out:
        return each
    following = found[number + 1] if number + 1 < len(found) else None
    if each.values and following and (following.unit or following.challenge):
        between = {marks.word(place) for place in range(each.after, following.first)}
        if between <= JOINING:
            return replace(each, unit=following.unit, challenge=following.challenge)
    numbered = [
        after for first, after in marks.words("number_of") if 0 < each.first - after < MOST_APART
    ]
    if (
        each.role == "count"
        and numbered
        and marks.word(each.first - 1) in ("to", "at", "is", "was")
    ):
        for place in range(numbered[-1], each.first):
            if place in marks.units:
                after, unit = marks.units[place]
                return replace(each, unit=unit, first=place, after=after, is_left_out=False)
    if each.role == "count" and marks.word(each.first - 1) == "(" and marks.word(each.after) == ")":
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
    role = _role(marks, count, first, after, following)
    place = _over_whole(marks, after, following)
    holds_whole = following is not None and place == marks.token_after(following.end)
    whole = following.value if following and holds_whole else None
    end, unit, challenge = _head(marks, registers, count, place)
    if unit is None and challenge is None and place != after:
        end = place
    noun = marks.printed(place, end) if unit or challenge else ""
    is_left_out = unit is None and challenge is None and _leaves_out(marks, registers, after, place)
    is_pronoun = is_left_out and (
        marks.word(first) == "one" or marks.word(first - 1) in ("first", "last", "next", "top")
    )
    if role in COUNTING and (is_pronoun or not (unit or challenge or is_left_out)):
        role = "other"
    values = _values(marks, after, end, has_noun=bool(noun)) or _label(marks, first, after)
    ends_here = marks.word(after) in ("", ".", ",", ";", "(", ")")
    if is_left_out and not values and ends_here:
        challenge = next(
            (each for each in marks.challenges if _ends_label(marks, each.after, first)), None
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


def _bare(before: str) -> str:
    return before.replace("(", " ").replace("*", " ").rstrip(" )")


def _role(marks: Marks, count: Count, first: int, after: int, following: Count | None) -> Role:
    if _is_share(marks, count, first, after):
        return "share"
    if marks.is_word("measure", after) and not any(
        each.first == after for each in marks.challenges
    ):
        return "measure"
    if count.value <= 31 and _is_day(marks, after):
        return "measure"
    if marks.is_word("target_after", after):
        return "target"
    if (
        marks.word(after) in ("more", "fewer", "higher", "lower")
        and marks.word(after + 1) == "than"
    ):
        return "change"
    if marks.word(first - 1) == "to" and any(
        0 <= first - 1 - marks.token_after(each.end) <= 1 for each in marks.counts
    ):
        return "measure"  # by 11 votes to 6
    if marks.word(first - 1) == "of" and marks.word(first - 2) == "out":
        return "share" if count.value == 10 else "whole"
    if marks.word(first - 1) in ("£", "#", "§") or marks.word(after) in ("%", "/"):
        return "measure"
    if count.value in YEARS and marks.word(first - 1) in (
        "in",
        "since",
        "by",
        "from",
        "until",
        "of",
    ):
        return "measure"
    if _is_whole(marks, first):
        return "whole"
    place = first
    while place > 0:
        for kind, role in BEFORE:
            start = marks.ends_with(kind, place)
            if start is None or (role == "name" and place != first):
                continue
            if not any(act.first < start < act.after for act in marks.acts):
                return role
        if marks.word(place - 1) not in LITTLE:
            break
        place -= 1
    if marks.word(first - 1) == "between" or _is_lower_end(marks, after, following):
        return "compared" if marks.word(first - 1) == "from" else "measure"
    return "count"


def _is_day(marks: Marks, after: int) -> bool:
    """31 May, on 12 and 13 November 2014, 5 to 8 June 2018."""
    if marks.word(after) in MONTHS:
        return True
    follows = marks.word(after) in ("and", "to", "-", "–", COMMA, "&")
    return follows and any(marks.token_at(time.start) == after + 1 for time in marks.times)


def _is_share(marks: Marks, count: Count, first: int, after: int) -> bool:
    """One in five, seven out of ten: not so `seven out of ten districts`."""
    return (
        marks.word(after) == "in"
        and count.value < 10
        and marks.word(after + 1).isalpha()
        and marks.word(after + 1) in ("three", "four", "five", "six", "ten", "every")
    )


def _is_lower_end(marks: Marks, after: int, following: Count | None) -> bool:
    """The first of `six or seven`, `20 to 30`."""
    return (
        following is not None
        and marks.word(after) in ("or", "to", "-", "–")
        and (marks.token_at(following.start) == after + 1)
    )


def _is_whole(marks: Marks, first: int) -> bool:
    """Whether `of the` before a number opens the sentence or its clause."""
    place = first
    while marks.word(place - 1) in DETERMINERS and place > 0:
        place -= 1
    opens = (
        place == 0
        or marks.word(place - 1) in (COMMA, ";", ":", "(", "–")
        or (marks.word(place - 1) == "out" and place == 1)
    )
    return place < first and marks.word(place) == "of" and opens


def _over_whole(marks: Marks, after: int, following: Count | None) -> int:
    """The token behind `of the 353` where those counted are a part of a whole."""
    if marks.word(after) not in OF:
        return after
    if marks.word(after) == "of" and marks.word(after + 1) in BACK:
        return after + 2
    place = after + 1
    while marks.word(place) in DETERMINERS:
        place += 1
    if following is not None and marks.token_at(following.start) == place:
        return marks.token_after(following.end)
    return place if place > after + 1 or marks.word(after) == "out" else after


def _head(
    marks: Marks, registers: Registers, count: Count, place: int
) -> tuple[int, Unit | None, Challenge | None]:
    """The token behind the words for those counted, and what they are."""
    words = 0
    number = place
    others = {marks.token_at(each.start) for each in marks.counts}
    while number not in others and number < len(marks.tokens) and words <= MOST_WORDS:
        challenge = next((each for each in marks.challenges if each.first == number), None)
        if challenge and (challenge.is_plural or count.value == 1):
            return challenge.after, None, challenge
        after, unit = marks.units.get(number, (0, None))
        word = marks.word(number)
        if (
            unit
            and _is_plural(marks, after - 1, word, count)
            and not _is_other(marks, number, after)
        ):
            return *_joined(marks, registers, after, unit), None
        if marks.is_word("measure", number) and not unit:
            break
        is_joint = word in ("and", "or", "&", COMMA, "(", ")", "*", "-", "/") and number > place
        if (marks.is_word("stop", number) and not is_joint) or word in ";:.–—":
            break
        goes_on = marks.word(number + 1) in ("and", "or", "&", "(") or any(
            each.first == number + 1 for each in marks.challenges
        )
        if _is_noun(word) and not (unit or goes_on or registers.challenge_types.match(word)):
            break
        words += word.isalpha()
        number += 1
    return place, None, None


def _is_noun(word: str) -> bool:
    """Whether a word is the plural of a noun, which would be what is counted: `100 ways councils can`."""
    return word.endswith("s") and not word.endswith(("ss", "us", "'s", "ous", "is"))


def _is_plural(marks: Marks, last: int, word: str, count: Count) -> bool:
    printed = marks.word(last)
    if count.value == 1:
        return not printed.endswith("s") or printed.endswith("ss")
    return printed.endswith("s") or printed in ("people", "staff")


def _is_other(marks: Marks, number: int, after: int) -> bool:
    """Members of staff, places on a course; a member's seminar."""
    if marks.word(after) in ("'", "’"):
        return True
    if marks.word(number) == "members" and marks.word(after) == "of":
        return any(
            marks.word(place)
            in (
                "staff",
                "public",
                "parliament",
                "board",
                "committee",
                "panel",
                "executive",
                "family",
                "lords",
                "cabinet",
            )
            for place in range(after + 1, after + 5)
        )
    return marks.word(number) == "places" and marks.word(after) in (
        *("for", "on", "at", "available", "remain", "left", "filled", "booked", "per"),
    )


def _joined(marks: Marks, registers: Registers, after: int, unit: Unit) -> tuple[int, Unit]:
    """`20 leaders and chief executives`, `20 leaders and senior officers`."""
    if marks.word(after) not in ("and", "or", "&"):
        return after, unit
    for place in range(after + 1, after + 4):
        other_after, other = marks.units.get(place, (0, None))
        if other and any(
            marks.token_at(count.start) in range(after, place) for count in marks.counts
        ):
            return after, unit
        if other:
            joined = registers.statement_words.joined(unit, other)
            return (other_after, joined) if joined != unit else (after, unit)
        if marks.is_word("stop", place):
            break
    return after, unit


def _leaves_out(marks: Marks, registers: Registers, after: int, place: int) -> bool:
    """Whether a number stands for those counted before it: nothing that could be counted follows."""
    word = marks.word(place)
    if not word or word in BREAKS or word in '.,!"”':
        return True
    if any(marks.token_at(time.start) == place for time in marks.times):
        return True
    if marks.is_word("stop", place) or marks.is_word("back", place):
        return True
    if marks.is_word("contrast", place) or marks.is_word("compare", place):
        return True
    act = next((each for each in marks.acts if each.first <= place < each.after), None)
    if act and act.form not in NO_VERBS:
        # 254 confirmed cases: a participle before a noun
        is_adjective = (
            act.form == "past" and not act.is_done and marks.word(act.after).endswith("s")
        )
        return not is_adjective or marks.word(act.after) in AFTER_VERB
    printed = marks.printed(place, place + 3)
    kind = registers.challenge_types.match(printed)
    size = 1 if registers.challenge_types.match(marks.word(place)) else 3
    follows = marks.word(place + size)
    ends = follows in ("", *",.;:)") or marks.is_word("stop", place + size) or follows.isdigit()
    if place in marks.values:
        behind, *_ = marks.values[place]
        return marks.word(behind) in ("", *",.;:)&") or bool(marks.is_word("stop", behind))
    return kind is not None and bool(ends)


def _label(marks: Marks, first: int, after: int) -> tuple[tuple[str, str], ...]:
    """The value that a number is printed behind: `South West – 86`, `Labour (211)`, `Wales had 5`."""
    found = [
        (kind, value)
        for end, kind, value in marks.values.values()
        if _ends_label(marks, end, first)
    ]
    if not found and marks.word(first - 1) == "(" and marks.word(after) == ")":
        place = first - 2
        while place >= 0 and marks.word(place) not in (COMMA, ";", ".", ")", "("):
            place -= 1
        found = [
            (kind, value)
            for at, (_, kind, value) in marks.values.items()
            if place < at < first
            and not any(
                marks.token_at(count.start) in range(place, first - 1) for count in marks.counts
            )
        ]
    return tuple(found) if len(found) == 1 else ()


def _ends_label(marks: Marks, end: int, first: int) -> bool:
    """Whether words that end at a token are the label of a number: a mark or a verb parts them."""
    between = [marks.word(place) for place in range(end, first)]
    if not between or len(between) > 4:
        return False
    return between[0] in LABEL_MARKS or between[0] in LABEL_VERBS or between[-1] == ":"


def _values(marks: Marks, after: int, end: int, *, has_noun: bool) -> tuple[tuple[str, str], ...]:
    """The dimension values of those counted: 12 Labour councillors, 19 from Wales."""
    found = [marks.values[place][1:] for place in range(after, end) if place in marks.values]
    place = end
    while not has_noun and marks.word(place) in (
        "were",
        "are",
        "was",
        "is",
        "will",
        "be",
        "came",
        "come",
    ):
        place += 1
    while True:
        if place in marks.values:
            place, *value = marks.values[place]
            found.append((value[0], value[1]))
        elif marks.is_word("place", place) or marks.word(place) == "the":
            place += 1
        elif found and marks.word(place) in ("and", "or", COMMA, "&") and place + 1 in marks.values:
            place += 1
        else:
            break
    return tuple(dict.fromkeys((str(kind), str(value)) for kind, value in found))
