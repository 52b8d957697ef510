"""Reads a whole sentence: its marks, its numbers, and the verb and the time of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.documents import Passage
from pipelines.notation.numbers import holds_number
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import Unit
from pipelines.structures.prose.counted import Counted, read_counted
from pipelines.structures.prose.links import link
from pipelines.structures.prose.marks import COMMA, Act, Challenge, Marks, read_marks
from pipelines.structures.prose.statements import Statement
from pipelines.structures.prose.times import Time

# `attended or signed up`: those counted together are no more than signed up
WEAKEST = ("planned", "dropped_out", "signed_up", "took_part")
REPEATS = ("compared", "target")


@dataclass(frozen=True, slots=True)
class Told:
    """A number with all that its sentence says of it.

    Attributes:
        counted: The number, its role, and those it counts.
        act: What became of them; None if the sentence does not say.
        time: The time that belongs to it; None if the sentence has none.
        whole: The number that it is a part of, or is compared with.
    """

    counted: Counted
    act: Act | None
    time: Time | None
    whole: "Told | None" = None

    @property
    def unit(self) -> Unit | None:
        """Those counted; of a part or a comparison, those of the other number."""
        return self.counted.unit or (self.whole.unit if self.whole else None)

    @property
    def challenge(self) -> Challenge | None:
        """The peer challenges counted; of a part or a comparison, those of the other number."""
        if self.counted.unit:
            return None
        return self.counted.challenge or (self.whole.challenge if self.whole else None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that was read, with its context.

    Attributes:
        told: Its numbers, in order.
        lead_in: The marks of the opening of its list.
    """

    statement: Statement
    marks: Marks
    told: tuple[Told, ...]
    lead_in: Marks | None

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


# corporate peer challenge (CPC): a short form and what it stands for
SHORT_FORM = re.compile(r"\b((?:\w+ ){0,4}peer (?:challenge|review)s?)\W{1,4}([A-Z]{2,6}?)s?\)")


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
    before: Told | None = None
    last: Passage | None = None
    for statement in statements:
        text = statement.sentence.text
        if not (holds_number(text) or _is_near_challenge(statement, short_forms)):
            last = None
            continue
        lead_in = None
        if statement.lead_in:
            key = id(statement.lead_in)
            if key not in lead_ins:
                lead_ins[key] = read_marks(
                    statement.lead_in.text, registers, short_forms, paper_date
                )
            lead_in = lead_ins[key]
        follows = bool(statement.before) and statement.before[-1] is last
        marks, told = _read(text, registers, short_forms, paper_date, before if follows else None)
        found.append(Sentence(statement, marks, told, lead_in))
        counted = [each for each in told if each.act or each.whole]
        before, last = counted[0] if counted else None, statement.sentence
    return found


def _short_forms(statements: Sequence[Statement], registers: Registers) -> dict[str, str]:
    """What abbreviations of peer challenges stand for: those of the lexicon, and the paper's own."""
    found = dict(registers.statement_words.challenge_forms)
    for statement in statements:
        text = statement.sentence.text
        if "(" in text and "peer" in text.lower():
            for match in SHORT_FORM.finditer(text):
                kind = registers.challenge_types.first_in(match[1])
                found[match[2].lower()] = kind or "general"
    return found


def _is_near_challenge(statement: Statement, short_forms: dict[str, str]) -> bool:
    around = [statement.sentence.text, *(each.text for each in statement.before[-2:])]
    if statement.lead_in:
        around.append(statement.lead_in.text)
    around += [each.text for each in statement.headings[:1]]
    joined = " ".join(around).lower()
    return "peer" in joined or any(form in joined for form in short_forms)


def _read(
    text: str,
    registers: Registers,
    short_forms: dict[str, str],
    paper_date: date | None,
    before: Told | None,
) -> tuple[Marks, tuple[Told, ...]]:
    marks = read_marks(text, registers, short_forms, paper_date)
    counted = read_counted(marks, registers)
    times = _times(marks, counted, [link(each, marks, counted) for each in counted])
    told: list[Told] = []
    for each, time in zip(counted, times, strict=True):
        told.append(_told(each, time, marks, counted, told, before))
    return marks, tuple(told)


def _told(
    counted: Counted,
    time: Time | None,
    marks: Marks,
    others: Sequence[Counted],
    told: Sequence[Told],
    before: Told | None,
) -> Told:
    act = _weakest(link(counted, marks, others), marks)
    earlier = [each for each in told if each.counted.may_count and (each.act or each.whole)]
    if counted.role in REPEATS:
        same = _parallel(counted, earlier, told) or before
        return Told(counted, same.act if same else act, time, same)
    head = _head_of_list(counted, marks, earlier)
    if head:
        return Told(counted, head.act, time or head.time, head)
    if counted.is_left_out and counted.unit is None and counted.challenge is None:
        same = earlier[-1] if earlier else before
        if same is None:
            # 26 from the South East and 19 from Wales attended: the first stands before its verb
            same = next(
                (each for each in told if each.counted.unit or each.counted.challenge), None
            )
        return Told(counted, act, time, same)
    return Told(counted, act, time)


def _parallel(counted: Counted, earlier: Sequence[Told], told: Sequence[Told]) -> Told | None:
    """The number that a number is compared with: of the same unit, else at the same place."""
    if counted.unit:
        same = [each for each in earlier if each.unit and each.unit.unit == counted.unit.unit]
        if same:
            return same[-1]
    if counted.challenge:
        return next((each for each in reversed(earlier) if each.counted.challenge), None)
    number = sum(each.counted.role in REPEATS for each in told)
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
    )
    return head if opened else None


def _weakest(act: Act | None, marks: Marks) -> Act | None:
    """The act, with the weaker standing of two that are joined by `or`."""
    if act is None:
        return None
    for other in marks.acts:
        first, second = sorted((act, other), key=lambda each: each.first)
        between = {marks.word(place) for place in range(first.after, second.first)}
        is_joined = second.first - first.after <= 4 and "or" in between
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
    waiting: list[int] = []
    ordered = sorted(events, key=lambda event: event[0])
    for position, (place, event) in enumerate(ordered):
        if isinstance(event, int):
            act = acts[event]
            is_new_plan = bool(act and act.is_planned and holder and not holder.is_planned)
            is_other_time = counted[event].role == "compared"
            if not (is_new_plan or is_other_time):
                found[event] = current
            waiting.append(event)
            holder = act or holder
            continue
        following = ordered[position + 1] if position + 1 < len(ordered) else None
        if not waiting or _opens(marks, place, following):
            if waiting and any(found[number] is None for number in waiting):
                pass
        else:
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
