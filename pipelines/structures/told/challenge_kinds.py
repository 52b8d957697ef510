"""Finds the type of a peer challenge from the words around it."""

import re

from pipelines.reference.registers import Registers
from pipelines.structures.prose.marking import read_marks
from pipelines.structures.prose.marks import Challenge, Marks
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told

TYPE_WORDS = 4  # before the term: `our safer homes peer review`
TYPE_WORDS_AFTER = 8  # behind it: `peer challenge that focused on finance`
SHORT = re.compile(r"\b[A-Z]{3,4}(?=s?\b)")
CLAUSE = re.compile(r"[.,;:(]")
STOPS = frozenset([",", ";", ":", ".", "(", ")"])
LINKS = frozenset(
    "focused focusing focus on of for about covering emphasis with that style an its".split()
)


def type_of(sentence: Sentence, told: Told | None, place: int | None, registers: Registers) -> str:
    """The type named around the term: in the sentence, the lead-in, the sentences before."""
    marks, types = sentence.marks, registers.challenge_types
    if told:
        if told.counted.challenge:
            own = told.counted.challenge.kind or type_around(
                told.counted.challenge, marks, registers
            )
            if own is None and any(each.whole is told for each in sentence.told):
                return "general"
            return own or types.first_in(told.counted.noun) or _context(sentence, registers)
        if told.counted.is_left_out and told.challenge:
            own = types.first_in(_beside(marks, told))
            if own or told.whole:
                return own or _own_type(told.whole, marks, registers) or "general"
    challenges = marks.challenges
    if challenges:
        near = min(challenges, key=lambda each: abs(each.first - (place or 0)))
        for each in (near, *challenges):
            kind = each.kind or type_around(each, marks, registers)
            if kind:
                return kind
    elif told is None and (found := types.first_in(marks.text)):
        return found
    return _context(sentence, registers)


def _own_type(whole: Told | None, marks: Marks, registers: Registers) -> str | None:
    if whole is None or whole.counted.challenge is None:
        return None
    challenge = whole.counted.challenge
    return challenge.kind or type_around(challenge, marks, registers)


def _beside(marks: Marks, told: Told) -> str:
    """The words that give the type of a number: `12 finance`, `9 on finance`, `finance (five)`."""
    first, after = told.counted.first, told.counted.after
    if marks.word(first - 1) == "(" and marks.word(after) == ")":
        start = first - 1
        while start > 0 and marks.word(start - 1) not in (",", ";", ":", ")", "and"):
            start -= 1
        return marks.printed(start, first - 1)
    if marks.word(first - 1) == ":" and marks.word(after) in ("", ".", ",", ";"):
        return marks.printed(0, first - 1)  # planning: 14
    end = after
    numbers = {marks.token_at(count.start) for count in marks.counts}
    while end < len(marks.tokens) and end not in numbers and marks.word(end) not in ",;:.(":
        end += 1
    return marks.printed(after, end)


def _context(sentence: Sentence, registers: Registers) -> str:
    """The type of the nearest challenges that are named with one around the sentence."""
    statement = sentence.statement
    texts = [statement.lead_in.text] if statement.lead_in else []
    texts += [each.text for each in reversed((*statement.before_lead_in, *statement.before))]
    texts += [] if sentence.marks.challenges else sentence.previous
    named = (_type_in(text, sentence, registers) for text in texts)
    above = (
        registers.challenge_types.first_in(each.text) or _type_in(each.text, sentence, registers)
        for each in statement.parents
        if _speaks_of(each.text, sentence)
    )
    return next((kind for kind in (*named, *above) if kind), "general")


def _speaks_of(text: str, sentence: Sentence) -> bool:
    forms = sentence.terms.short_forms
    return "peer" in text.lower() or any(word.lower() in forms for word in SHORT.findall(text))


def _type_in(text: str, sentence: Sentence, registers: Registers) -> str | None:
    """The type that stands beside a word for a peer challenge, or that a short form stands for."""
    if not _speaks_of(text, sentence):
        return None
    marks = read_marks(text, registers, sentence.terms)
    kinds = (each.kind or type_around(each, marks, registers) for each in marks.challenges)
    return next((kind for kind in kinds if kind), None)


def type_around(challenge: Challenge, marks: Marks, registers: Registers) -> str | None:
    """`our safer homes peer review`, `peer challenge that focused on finance`."""
    types = registers.challenge_types
    start = challenge.first
    while start > max(0, challenge.first - TYPE_WORDS) and marks.word(start - 1) not in STOPS:
        start -= 1
    found = types.first_in(marks.printed(start, challenge.first))
    if found:
        return found
    words = [
        marks.word(place) for place in range(challenge.after, challenge.after + TYPE_WORDS_AFTER)
    ]
    if not LINKS & set(words[:4]):
        return None
    end = min(challenge.after + TYPE_WORDS_AFTER, len(marks.tokens))
    return types.first_in(CLAUSE.split(marks.printed(challenge.after, end))[0])
