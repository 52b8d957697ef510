"""Finds the words for those that a number counts, and the values that they are of."""

from pipelines.notation.numbers import Count
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import Unit
from pipelines.structures.prose.marks import BE, BREAKS, COMMA, Challenge, Marks
from pipelines.structures.prose.number_roles import DETERMINERS

MOST_WORDS = 6  # between a number and the word for those it counts
LABEL_MARKS = frozenset([":", "–", "—", "-", "("])
HOLDERS = frozenset(["programme", "course", "one", "group", "councils", "authorities", "alone"])
OF = frozenset(("of", "out"))
AFTER_VERB = frozenset(["this", "his", "its", "less", "as", "was"])
NO_VERBS = ("present", "noun")
BACK = frozenset(["them", "these", "those", "whom", "which"])
# Members of these are no councillors that somebody counts, and such places no bodies
OTHER_BODIES = frozenset(
    "staff public parliament board committee panel executive family lords cabinet".split()
)
AFTER_PLACES = frozenset("for on at available remain left filled booked per".split())
# 12 were from Wales: what may stand between a number and the value that it is of
BEFORE_VALUE = frozenset("were are was is will be came come".split())


def over_whole(marks: Marks, after: int, following: Count | None) -> int:
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


def find_head(
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
        if word == COMMA and number == place:
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
    """Whether a word is a plural, and so what is counted: `100 ways councils can`."""
    return word.endswith("s") and not word.endswith(("ss", "us", "'s", "ous", "is"))


def _is_plural(marks: Marks, last: int, word: str, count: Count) -> bool:
    printed = marks.word(last)
    if count.value == 1:
        return not printed.endswith("s") or printed.endswith("ss")
    return printed.endswith("s") or printed in ("people", "staff", "women", "men")


def _is_other(marks: Marks, number: int, after: int) -> bool:
    """Members of staff, places on a course; a member's seminar."""
    if marks.word(after) in ("'", "’"):
        return True
    if marks.word(number) == "members" and marks.word(after) == "of":
        return any(marks.word(place) in OTHER_BODIES for place in range(after + 1, after + 5))
    return marks.word(number) == "places" and marks.word(after) in AFTER_PLACES


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


def leaves_out(marks: Marks, registers: Registers, after: int, place: int) -> bool:
    """Whether nothing that could be counted follows a number: it goes on with others."""
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


def find_label(marks: Marks, first: int, after: int) -> tuple[tuple[str, str], ...]:
    """The value in front of a number: `South West – 86`, `Labour (211)`, `Wales had 5`."""
    found = [
        (kind, value)
        for end, kind, value in (*marks.values.values(), *marks.labels.values())
        if ends_label(marks, end, first)
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


def ends_label(marks: Marks, end: int, first: int) -> bool:
    """Whether words that end at a token are the label of a number: a mark or a verb parts them."""
    if end > first:
        return False
    after, _ = marks.units.get(end, (end, None))
    start = after if after <= first else end
    between = [marks.word(place) for place in range(start, first)]
    if not between:
        # South East 23, South West 19
        ends = marks.word(first + 1) in ("", COMMA, "and", ".", ";")
        named = (*marks.values.items(), *marks.labels.items())
        begin = min((at for at, (after, *_) in named if after == end), default=end)
        begin -= marks.word(begin - 1) == "the"
        return ends and marks.word(begin - 1) in ("", ":", COMMA, "and", ";")
    if len(between) > 4:
        return False
    if between[0] in HOLDERS and len(between) > 1:
        start += 1  # the Conservative programme had 18, the Labour one 17
    is_parted = marks.word(start) in LABEL_MARKS or between[-1] == ":"
    return is_parted or bool(marks.is_word("label_verb", start))


def find_values(
    marks: Marks, after: int, end: int, *, has_noun: bool
) -> tuple[tuple[str, str], ...]:
    """The dimension values of those counted: 12 Labour councillors, 19 from Wales."""
    found = [marks.values[place][1:] for place in range(after, end) if place in marks.values]
    place = end
    while marks.word(place) in BEFORE_VALUE and (
        not has_noun or (marks.word(place) in BE and marks.is_word("place", place + 1))
    ):
        place += 1
    while True:
        if place in marks.values:
            place, *value = marks.values[place]
            found.append((value[0], value[1]))
        elif (
            marks.is_word("place", place)
            or marks.word(place) == "the"
            or (
                found
                and marks.word(place) in ("and", "or", COMMA, "&")
                and place + 1 in marks.values
            )
        ):
            place += 1
        else:
            break
    return tuple(dict.fromkeys((str(kind), str(value)) for kind, value in found))
