"""Reads a whole sentence: its marks, its numbers, and the verb and the time of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.notation.numbers import holds_number
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import Unit
from pipelines.structures.prose.counted import BACK, Counted, read_counted
from pipelines.structures.prose.links import has_strange_verb, link
from pipelines.structures.prose.marks import COMMA, Act, Challenge, Marks, read_marks
from pipelines.structures.prose.offers import NAME
from pipelines.structures.prose.statements import Statement
from pipelines.structures.prose.times import Time

# `attended or signed up`: those counted together are no more than signed up
WEAKEST = ("planned", "dropped_out", "signed_up", "took_part")
# What `do` and `were among them` say: that which was said before
SAME = "same"
# What `stands at` says: nothing of its own
LEVEL = "level"
OTHER = "other"
MOST_BEFORE = 3  # sentences before one, whose words it may go on with
MOST_RECENT = 6  # numbers
GOING_ON = frozenset(", and ; ( with plus another or : – just only".split())
# What follows those counted in a line without a verb, and what a line with one holds
AFTER_COUNTED = frozenset(
    ("", *". , ( ) : ; - – on in to through since year and done onto at".split())
)
FINITE = frozenset(
    "is are was were be been have has had do does did can could may might must would should".split()
)
BESIDE = frozenset("from representing across at in".split())
REPEATS = ("compared", "target")


@dataclass(frozen=True, slots=True)
class Told:
    """A number with all that the paper says of it.

    Attributes:
        counted: The number and its role.
        act: What became of those counted; None if the paper does not say.
        time: The time that belongs to it; None if the sentence has none.
        unit: Those counted; of a part or a comparison, those of the other number.
        challenge: The peer challenges counted, likewise.
        whole: The number that it is a part of, or is compared with.
    """

    counted: Counted
    act: Act | None
    time: Time | None
    unit: Unit | None
    challenge: Challenge | None
    whole: "Told | None" = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that was read, with its context.

    Attributes:
        told: Its numbers, in order.
        lead_in: The marks of the opening of its list.
        before: The first number told in the sentence before, under the same headings.
        previous: The words of the last sentences under the same headings, nearest first.
        is_spoken: Whether the heading or a sentence before speaks of peer challenges.
    """

    statement: Statement
    marks: Marks
    told: tuple[Told, ...]
    lead_in: Marks | None
    before: Told | None
    previous: tuple[str, ...]
    is_spoken: bool

    @property
    def breaks(self) -> list[int]:
        """Where its parts begin: offsets in the text."""
        starts = {0}
        tokens = self.marks.tokens
        starts |= {token.start for token in tokens if token.word == ";"}
        starts |= {tokens[first].start for first, _ in self.marks.words("contrast")}
        acts = {id(each.act) for each in self.told if each.act}
        for before, each in zip(self.told, self.told[1:], strict=False):
            if len(acts) > 1 and each.act is not before.act and each.act and before.act:
                place = each.counted.first
                while place > before.counted.after and self.marks.word(place) not in ("and", COMMA):
                    place -= 1
                if place > max(before.counted.after, before.act.after - 1):
                    starts.add(tokens[place].start)
        return sorted(starts)

    @property
    def is_plan(self) -> bool:
        """Whether it is an item of a list of plans: `In 2017/18 we will:`."""
        return self.lead_in is not None and bool(self.lead_in.words("plan"))


# The challenges that the sentences before or the heading speak of
UNTOLD = Challenge(-1, -1, is_plural=True)
SHORT = re.compile(r"\b[A-Z]{3,4}s?\b")
WORD = re.compile(r"[a-z]+")
HEADING = re.compile(r"\bpeer (?:challenge|review)s?\b", re.IGNORECASE)
# corporate peer challenge (CPC): a short form and what it stands for
SHORT_FORM = re.compile(
    r"\b((?i:(?:\w+ ){0,4}peer (?:challenge|review)s?))\W{1,4}([A-Z]{2,6}?)s?\)"
)


NAMED_CHALLENGE = re.compile(r"\b(\w+) peer (?:challenge|review)s?\b", re.IGNORECASE)


def read_sentences(
    statements: Sequence[Statement], registers: Registers, paper_date: date | None
) -> list[Sentence]:
    """Read every sentence of a paper once, for all that is told in sentences.

    Args:
        statements: The sentences of one paper.
        registers: The lexicon.
        paper_date: The day of the paper, from which `this year` is counted.

    Returns:
        The sentences in printed order; those with neither a number nor a word for peer challenges
        in or around them say nothing and are left out.
    """
    short_forms = _short_forms(statements, registers)
    found: list[Sentence] = []
    lead_ins: dict[int, Marks] = {}
    recent: list[Told] = []
    older: list[Told] = []
    spoken: Challenge | None = None
    previous: tuple[str, ...] = ()
    last: Statement | None = None
    for statement in statements:
        if last is None or last.headings != statement.headings:
            older, recent, previous = [*recent, *older][:MOST_RECENT], [], ()
            headings = " | ".join(each.text for each in statement.headings[:2])
            spoken = UNTOLD if HEADING.search(headings) else None
        elif not last.is_heading:
            previous = (last.sentence.text, *previous)[:MOST_BEFORE]
        last = statement
        text = statement.sentence.text
        before = recent[0] if recent else None
        if not _may_count(statement, before, registers) and not (
            (spoken is not None or _is_near_challenge(statement, before, short_forms))
            and _may_name(text, registers)
        ):
            continue
        lead_in = None
        if statement.lead_in:
            lead_in = lead_ins.get(id(statement.lead_in))
            if lead_in is None:
                lead_in = read_marks(statement.lead_in.text, registers, short_forms, paper_date)
                lead_ins[id(statement.lead_in)] = lead_in
        marks = read_marks(text, registers, short_forms, paper_date, spoken=spoken is not None)
        told = _read(marks, registers, lead_in, recent, older, spoken)
        if told and _is_item_number(told[0], marks, is_heading=statement.is_heading):
            told = told[1:]
        if marks.challenges:
            spoken = UNTOLD
        found.append(
            Sentence(statement, marks, told, lead_in, before, previous, spoken is not None)
        )
        counted = [each for each in told if each.act and each.counted.may_count]
        recent = [*counted, *recent][:MOST_RECENT]
    return found


def _may_count(statement: Statement, before: Told | None, registers: Registers) -> bool:
    """Whether a sentence may count somebody, at little cost: most do not."""
    text = statement.sentence.text
    if not holds_number(text):
        return False
    goes_on = before is not None or statement.lead_in is not None
    words = WORD.findall(text.lower())
    return goes_on or not registers.statement_words.subject_words.isdisjoint(words)


def _may_name(text: str, registers: Registers) -> bool:
    """Whether a sentence may name peer challenges, or councils that had one."""
    if HEADING.search(text) or SHORT.search(text):
        return True
    return holds_number(text) or bool(registers.councils.find_bare(text))


def _is_item_number(told: Told, marks: Marks, *, is_heading: bool) -> bool:
    """Whether a line begins with its number: `3. Decision`, and of headings `7 Councils in focus`."""
    if any(marks.word(place).isalnum() for place in range(told.counted.first)):
        return False
    after = marks.token_after(told.counted.count.end)
    if marks.word(after) in (".", ")"):
        return True
    following = marks.tokens[after : after + 1]
    return is_heading and (not following or not marks.text[following[0].start].islower())


def _short_forms(statements: Sequence[Statement], registers: Registers) -> dict[str, str]:
    """What abbreviations of peer challenges stand for: those of the lexicon, and the paper's own."""
    found = dict(registers.statement_words.challenge_forms)
    printed: dict[str, set[str]] = {}
    for statement in statements:
        text = statement.sentence.text
        for match in NAMED_CHALLENGE.finditer(text):
            kind = registers.challenge_types.first_in(match[1])
            form = f"{match[1][0]}pc".lower()
            if kind and form in found:
                printed.setdefault(form, set()).add(kind)
        if "(" in text and "peer" in text.lower():
            for match in SHORT_FORM.finditer(text):
                kind = registers.challenge_types.first_in(match[1])
                found[match[2].lower()] = kind or "general"
                printed.pop(match[2].lower(), None)
    for form, kinds in printed.items():
        if len(kinds) == 1:
            found[form] = kinds.pop()
    return found


def _is_near_challenge(
    statement: Statement, before: Told | None, short_forms: dict[str, str]
) -> bool:
    if before and before.act and before.act.challenge:
        return True
    around = [statement.sentence.text, *(each.text for each in statement.before[-2:])]
    if statement.lead_in:
        around.append(statement.lead_in.text)
    around += [each.text for each in statement.headings[:1]]
    joined = " ".join(around).lower()
    return "peer" in joined or any(form in joined for form in short_forms)


def _read(
    marks: Marks,
    registers: Registers,
    lead_in: Marks | None,
    recent: Sequence[Told],
    older: Sequence[Told],
    spoken: Challenge | None,
) -> tuple[Told, ...]:
    counted = [
        replace(each, role="other") if has_strange_verb(each, marks) else each
        for each in read_counted(marks, registers)
    ]
    acts = [_settled(link(each, marks, counted), each, marks) for each in counted]
    times = _times(marks, counted, acts)
    told: list[Told] = []
    for each, act, time in zip(counted, acts, times, strict=True):
        wholes = {each.whole, *(other.count.value for other in counted if other.role == "whole")}
        same = [other for other in recent if other.counted.count.value in wholes]
        # A number of a region or a group goes on with a total under the heading before as well
        before = next(iter([*same, *recent, *(older if each.values else ())]), None)
        read = _told(each, act, time, marks, told, lead_in, before)
        if read.act is None and not marks.acts:
            read = replace(read, act=_unsaid(read, marks, lead_in, spoken))
        if same and read.time is None and not read.counted.values == ():
            read = replace(read, time=same[0].time)
        if _speaks_of(spoken, read):
            read = replace(read, challenge=spoken)
        told.append(read)
    return tuple(told)


def _unsaid(
    told: Told, marks: Marks, lead_in: Marks | None, spoken: Challenge | None
) -> Act | None:
    """What a sentence without a verb says: `Leadership Academy: 74 councillors`.

    What it counts took part or was held, unless something speaks of a plan.
    """
    if told.counted.role not in ("count", "part") or marks.text.rstrip().endswith("?"):
        return None
    if marks.words("suppose") or marks.words("deny"):
        return None
    is_plan = bool(marks.words("plan") or (lead_in and lead_in.words("plan")))
    if told.unit and told.unit.unit == "places":
        return None
    ends = marks.word(told.counted.after)
    if not (ends in AFTER_COUNTED or marks.is_word("place", told.counted.after)):
        return None
    label = max(
        (place for place in range(told.counted.first) if marks.word(place) == ":"), default=0
    )
    if any(token.word in FINITE for token in marks.tokens[label:]):
        return None
    is_offered = bool(marks.programmes or lead_in or NAME.search(marks.text))
    counts = told.counted.challenge or (told.challenge and (lead_in or label))
    if not (counts or is_offered):
        return None
    return Act(
        0,
        0,
        "unsaid",
        "planned" if is_plan else "took_part",
        "planned" if is_plan else "delivered",
        "either",
        is_planned=is_plan,
    )


def _speaks_of(spoken: Challenge | None, told: Told) -> bool:
    """Whether a number without words of its own counts the challenges that are spoken of."""
    return (
        spoken is not None
        and told.counted.is_left_out
        and not told.counted.values
        and told.unit is None
        and told.challenge is None
        and told.act is not None
        and told.act.challenge in ("delivered", "planned")
    )


def _told(
    counted: Counted,
    act: Act | None,
    time: Time | None,
    marks: Marks,
    told: Sequence[Told],
    lead_in: Marks | None,
    before: Told | None,
) -> Told:
    """A number with what it takes over from others: of its sentence, its lead-in, the one before."""
    unit, challenge = counted.unit, counted.challenge
    earlier = [each for each in told if each.counted.may_count and (each.unit or each.challenge)]
    other: Told | None = None
    is_part = False
    if counted.role in REPEATS:
        other = _parallel(counted, earlier, told) or before
        is_part = other is not None
        if counted.role == "target" and other:
            time = time or other.time
    elif head := _head_of_list(counted, marks, earlier):
        other, is_part = head, True
        time = time or head.time
        act = head.act if marks.word(counted.after - 1) in BACK else act
    elif counted.is_left_out and not (unit or challenge):
        other = earlier[-1] if earlier else None
        is_noun = act is not None and act.form == "noun" and act.counted == "object"
        if (
            other is None
            and lead_in is None
            and (not is_noun or SAME in (act.standing, act.challenge))
        ):
            other = before
        if act is None and not counted.values and not _takes_over(counted, marks):
            other = None
        if other is before and any(each.counted.noun for each in told):
            other = None  # 2,200 were elected, 1,400 for the first time
    elif act is None and earlier and _is_beside(counted, earlier[-1], marks):
        other = earlier[-1]
    says_same = act is not None and SAME == (act.challenge if challenge else act.standing)
    repeats = counted.role in REPEATS or says_same
    says_nothing = act is not None and (
        (act.standing is None and act.challenge in (None, "delivered"))
        or (
            act.standing is None
            and bool(counted.values)
            and other is not None
            and not other.challenge
        )
        or (bool(counted.values) and act.standing == OTHER)
    )
    if other and other.act and (act is None or repeats or (counted.is_left_out and says_nothing)):
        is_plan = act is not None and act.is_planned and repeats and counted.role not in REPEATS
        act = replace(other.act, is_supposed=False) if counted.role in REPEATS else other.act
        if is_plan:
            act = _planned(act)
    elif repeats and counted.role not in REPEATS:
        is_plan = act is not None and act.is_planned
        is_alike = before and (counted.is_left_out or before.unit == counted.unit)
        act = before.act if before and is_alike else None
        if act and is_plan:
            act = _planned(act)
    if unit is None and challenge is None and other:
        unit, challenge = other.unit, other.challenge
    if lead_in and not other:
        act = act or _act_of_lead_in(lead_in)
        if counted.is_left_out and not (unit or challenge):
            unit, challenge = _counted_in_lead_in(lead_in)
        if counted.values and before and not (unit or challenge):
            unit, challenge = before.unit, before.challenge  # By region: South East: 92
            act = act or before.act
    return Told(counted, act, time, unit, challenge, other if is_part else None)


def _planned(act: Act) -> Act:
    """The same as a plan: `a further 45 are expected to do so`."""
    return replace(act, standing="planned", challenge="planned", is_planned=True)


def _takes_over(counted: Counted, marks: Marks) -> bool:
    """Whether a number without words of its own goes on with what was counted before it."""
    before = marks.word(counted.first - 1)
    return (
        counted.first == 0
        or before in GOING_ON
        or marks.ends_with("further", counted.first) is not None
    )


def _is_beside(counted: Counted, other: Told, marks: Marks) -> bool:
    """Whether a number goes with the one before it: `(598 from 36 councils in 2017/18)`."""
    between = [marks.word(place) for place in range(other.counted.after, counted.first)]
    return len(between) <= 4 and bool(set(between) & BESIDE)


def _act_of_lead_in(lead_in: Marks) -> Act | None:
    """What a lead-in says became of those in its list: `The following took part in 2019/20:`."""
    said = [act for act in lead_in.acts if act.standing not in (None, SAME) or act.challenge]
    return said[-1] if said else None


def _counted_in_lead_in(lead_in: Marks) -> tuple[Unit | None, Challenge | None]:
    """Those whose numbers a list gives: `By region, the councillors who took part were:`."""
    units = {unit for _, unit in lead_in.units.values()}
    if len(units) == 1:
        return units.pop(), None
    return None, lead_in.challenges[0] if lead_in.challenges and not units else None


def _parallel(counted: Counted, earlier: Sequence[Told], told: Sequence[Told]) -> Told | None:
    """The number that a number is compared with: of the same unit, else at the same place."""
    if counted.unit:
        same = [each for each in earlier if each.unit and each.unit.unit == counted.unit.unit]
        if same:
            return same[-1]
    if counted.challenge:
        return next((each for each in reversed(earlier) if each.counted.challenge), None)
    number = sum(each.counted.role == counted.role for each in told)
    first = [each for each in earlier if each.counted.role not in REPEATS]
    if not first:
        return None
    return first[number] if number < len(first) else first[-1]


def _head_of_list(counted: Counted, marks: Marks, earlier: Sequence[Told]) -> Told | None:
    """The number that this one is a part of: `90 took part: 41 Labour, 33 Conservative`."""
    if not earlier or not counted.is_left_out:
        return None
    heads = [each for each in earlier if each.whole is None and each.counted.role == "count"]
    if not heads:
        return None
    head = heads[-1]
    between = {marks.word(place) for place in range(head.counted.after, counted.first)}
    opened = (
        bool(between & {":", "(", "–", "—"})
        or counted.role == "part"
        or any(each.whole is head for each in earlier)
        or marks.word(counted.after - 1) in BACK
    )
    return head if opened else None


def _settled(act: Act | None, counted: Counted, marks: Marks) -> Act | None:
    """The act, with the standing of the noun of `enrolment stands at`, or of `ran with 18 members`."""
    if act and act.standing == OTHER and act.after <= counted.first and not act.challenge == OTHER:
        near = {marks.word(place) for place in range(counted.first - 3, counted.first)}
        is_for = "for" in near and any(act.after <= first for first, _ in marks.programmes)
        if is_for or "with" in (marks.word(counted.first - 1), marks.word(counted.first - 2)):
            return replace(act, standing="planned" if act.is_planned else "took_part")
    if act is None or act.standing != LEVEL:
        return _weakest(act, marks)
    if counted.unit:
        return replace(act, standing="took_part")
    nouns = [
        each
        for each in marks.acts
        if each.form == "noun" and each.after <= act.first and each.standing not in (None, LEVEL)
    ]
    if nouns:
        return nouns[-1]
    return replace(act, standing="took_part") if marks.programmes else None


def _weakest(act: Act | None, marks: Marks) -> Act | None:
    """The act, with the weaker standing of two that are joined by `or`."""
    if act is None:
        return None
    for other in marks.acts:
        first, second = sorted((act, other), key=lambda each: each.first)
        between = {marks.word(place) for place in range(first.after, second.first)}
        is_joined = second.first - first.after <= 10 and (
            "or" in between or marks.word(second.first - 1) == "or"
        )
        if other is not act and is_joined and other.standing and act.standing:
            ranks = [
                WEAKEST.index(each.standing) for each in (act, other) if each.standing in WEAKEST
            ]
            if len(ranks) == 2:
                return replace(act, standing=WEAKEST[min(ranks)])
    return act


def _times(
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
