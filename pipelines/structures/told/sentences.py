"""Reads every sentence of a paper once, for every table that has rows from sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.notation.numbers import holds_number
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import BODIES
from pipelines.structures.prose.counted import Counted, read_counted
from pipelines.structures.prose.links import has_strange_verb, link
from pipelines.structures.prose.marking import read_marks
from pipelines.structures.prose.marks import COMMA, HAVE, Act, Challenge, Marks
from pipelines.structures.prose.number_times import find_number_times
from pipelines.structures.prose.paper_terms import PaperTerms, learn_terms
from pipelines.structures.prose.statements import Statement
from pipelines.structures.told.standings import settle
from pipelines.structures.told.told import Told, find_unsaid, speaks_of, tell

MOST_BEFORE = 3  # sentences before one, whose words it may go on with
MOST_RECENT = 6  # numbers
MOST_FOR_EACH = 3  # peer challenges that one council had
MOST_TO_NAME = 80  # characters in which a sentence names what it is about
# The challenges that the sentences before or the heading speak of
UNTOLD = Challenge(-1, -1, is_plural=True)
SHORT = re.compile(r"\b[A-Z]{3,4}s?\b")
WORD = re.compile(r"[a-z]+")
HEADING = re.compile(r"\bpeer (?:challenge|review)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that was read, with its context.

    Attributes:
        told: Its numbers, in order.
        lead_in: The marks of the opening of its list.
        before: The first number in the sentence before, under the same headings.
        previous: The words of the last sentences under the same headings, nearest first.
        terms: What the paper itself defines.
        is_spoken: Whether the heading or a sentence before speaks of peer challenges.
        is_of_offer: Whether its paragraph or the opening of its list names another offer.
    """

    statement: Statement
    marks: Marks
    told: tuple[Told, ...]
    lead_in: Marks | None
    before: Told | None
    previous: tuple[str, ...]
    terms: PaperTerms
    is_spoken: bool
    is_of_offer: bool

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
    def goes_on(self) -> bool:
        """Whether one of its numbers leaves out the words for those it counts."""
        return any(each.counted.is_left_out for each in self.told)

    @property
    def before_texts(self) -> list[str]:
        """The sentences before it under the same headings, nearest first."""
        return [*(each.text for each in reversed(self.statement.before)), *self.previous]

    @property
    def is_section(self) -> bool:
        """Whether the nearest heading speaks of peer challenges."""
        return bool(HEADING.search(self.statement.heading))

    @property
    def is_plan(self) -> bool:
        """Whether it is an item of a list of plans: `In 2017/18 we will:`."""
        if self.lead_in is None:
            return False
        return bool(self.lead_in.words("plan")) or any(
            act.is_planned and act.after >= len(self.lead_in.tokens) - 1
            for act in self.lead_in.acts
        )


def read_sentences(
    statements: Sequence[Statement], registers: Registers, paper_date: date | None
) -> list[Sentence]:
    """Read every sentence of a paper once, for every table that has rows from sentences.

    Args:
        statements: The sentences of one paper.
        registers: The lexicon.
        paper_date: The day of the paper, from which `this year` is counted.

    Returns:
        The sentences in printed order; those with neither a number nor a word for peer challenges
        in or around them say nothing and are left out.
    """
    terms = learn_terms(statements, registers, paper_date)
    words = registers.statement_words
    is_note = any(
        words.pattern_of("note_title").match(each.text)
        for statement in statements[-1:]
        for each in (*statement.front, *statement.headings)
    )
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
            headings = " | ".join(each.text for each in statement.headings[:1])
            spoken = UNTOLD if HEADING.search(headings) else None
        elif not last.is_heading:
            previous = (last.sentence.text, *previous)[:MOST_BEFORE]
        last = statement
        text = statement.sentence.text
        before = recent[0] if recent else None
        if not _may_count(statement, before, registers) and not (
            (spoken is not None or _is_near_challenge(statement, before, terms))
            and _may_name(text, registers)
        ):
            continue
        lead_in = None
        if statement.lead_in:
            lead_in = lead_ins.get(id(statement.lead_in))
            if lead_in is None:
                lead_in = read_marks(statement.lead_in.text, registers, terms)
                lead_ins[id(statement.lead_in)] = lead_in
        reported = words.pattern_of("reported")
        is_reported = (
            is_note
            or any(reported.search(each.text) for each in statement.before)
            or (lead_in is not None and lead_in.is_reported)
        )
        marks = read_marks(
            text,
            registers,
            terms,
            spoken=spoken is not None,
            reported=is_reported,
            follows_offer=_follows_offer(statement, registers, terms),
            follows_have=lead_in is not None and lead_in.word(len(lead_in.tokens) - 2) in HAVE,
        )
        told = _read(marks, registers, lead_in, recent, older, spoken)
        if told and _is_item_number(told[0], marks, is_heading=statement.is_heading):
            told = told[1:]
        if marks.challenges:
            spoken = UNTOLD
        found.append(
            Sentence(
                statement,
                marks,
                told,
                lead_in,
                before,
                previous,
                terms,
                spoken is not None,
                spoken is not None and _is_of_offer(statement, registers, terms),
            )
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
    has_subject = not registers.statement_words.subject_words.isdisjoint(words)
    return goes_on or has_subject or bool(registers.programmes.find(text))


def _may_name(text: str, registers: Registers) -> bool:
    """Whether a sentence may name peer challenges, or councils that had one."""
    if HEADING.search(text) or SHORT.search(text):
        return True
    return holds_number(text) or bool(registers.councils.find_bare(text))


def _is_item_number(told: Told, marks: Marks, *, is_heading: bool) -> bool:
    """Whether a line begins with its number: `3. Decision`, a heading `7 Councils in focus`."""
    if any(marks.word(place).isalnum() for place in range(told.counted.first)):
        return False
    after = marks.token_after(told.counted.count.end)
    if marks.word(after) in (".", ")"):
        return True
    following = marks.tokens[after : after + 1]
    return is_heading and (not following or not marks.text[following[0].start].islower())


def _follows_offer(statement: Statement, registers: Registers, terms: PaperTerms) -> bool:
    """Whether the sentence before begins with the name of an offer."""
    before = [each.text[:MOST_TO_NAME] for each in statement.before[-1:]]
    return any(_names_offer(text, registers, terms) for text in before)


def _is_of_offer(statement: Statement, registers: Registers, terms: PaperTerms) -> bool:
    """Whether the paragraph or the opening of the list of a sentence names an offer."""
    around = [*statement.before, *statement.before_lead_in]
    around += [statement.lead_in] if statement.lead_in else []
    return any(_names_offer(each.text, registers, terms) for each in around)


def _names_offer(text: str, registers: Registers, terms: PaperTerms) -> bool:
    return bool(
        registers.programmes.find(text)
        or terms.find_offers(text)
        or registers.statement_words.offer_name_pattern.search(text)
    )


def _is_near_challenge(statement: Statement, before: Told | None, terms: PaperTerms) -> bool:
    if before and before.act and before.act.challenge:
        return True
    around = [statement.sentence.text, *(each.text for each in statement.before[-2:])]
    if statement.lead_in:
        around.append(statement.lead_in.text)
    around += [each.text for each in statement.headings[:1]]
    joined = " ".join(around).lower()
    return "peer" in joined or any(form in joined for form in terms.short_forms)


def _is_for_each(counted: Counted, act: Act, marks: Marks) -> bool:
    """Whether each of several bodies had so many challenges: `38 of the councils have had two`."""
    is_object = counted.first >= act.after and marks.word(act.after - 1) in HAVE
    counts = counted.challenge is not None or counted.is_left_out
    subjects = [unit for place, (_, unit) in marks.units.items() if place < act.first]
    are_bodies = any(unit.unit in BODIES for unit in subjects) or any(
        marks.token_at(count.start) < act.first for count in marks.counts
    )
    return is_object and counts and counted.count.value <= MOST_FOR_EACH and are_bodies


def _referred(counted: Sequence[Counted], marks: Marks) -> Iterator[int]:
    """The numbers of others that are meant: the 353 of `of the 353`, `The 17 came from Wales`."""
    for each in counted:
        if each.role == "whole" or (marks.word(each.first - 1) == "the" and each.first == 1):
            yield each.count.value


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
    acts = [settle(link(each, marks, counted), each, marks) for each in counted]
    counted = [
        replace(each, role="rate") if act and _is_for_each(each, act, marks) else each
        for each, act in zip(counted, acts, strict=True)
    ]
    times = find_number_times(marks, counted, acts)
    if any(marks.word(each.after) == ":" for each in marks.challenges):
        spoken = UNTOLD  # Fire peer challenge: there have been two
    # Of 277 replies, 31 came from Wales: they are none of those counted before
    is_of_other = any(
        each.role == "whole" and not (each.is_left_out or each.unit or each.challenge)
        for each in counted
    )
    told: list[Told] = []
    for each, act, time in zip(counted, acts, times, strict=True):
        wholes = {each.whole, *(_referred(counted, marks))}
        same = [other for other in recent if other.counted.count.value in wholes]
        # A number of a region or a group goes on with a total under the heading before as well
        around = [*same, *recent, *(older if each.values else ())]
        before = around[0] if around and (same or not is_of_other) else None
        while each.values and before and before.goes_on and not before.counted.values:
            before = before.goes_on  # by region: not those of one programme, but of all
        read = tell(each, act, time, marks, told, lead_in, before)
        if read.act is None and all(each.form == "noun" for each in marks.acts):
            read = replace(read, act=find_unsaid(read, marks, lead_in))
        if same and read.time is None and read.counted.values:
            read = replace(read, time=same[0].time)
        if not (same or marks.programmes) and speaks_of(spoken, read):
            read = replace(read, challenge=spoken)
        told.append(read)
    return tuple(told)
