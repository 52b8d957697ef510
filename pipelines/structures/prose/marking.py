"""Marks one sentence once: what is said of programmes and peer challenges, and where.

Everything that reads statements starts from these marks; nobody searches the sentence again.
"""

from collections.abc import Sequence
from datetime import date

from pipelines.notation.numbers import Count, find_counts
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import Unit, Word, tokens_of
from pipelines.structures.prose.acts import find_denials, find_stays, read_acts
from pipelines.structures.prose.marks import Challenge, Marks
from pipelines.structures.prose.times import find_times

WELSH = "welsh"
# Two others: not those of another group
REMAINDERS = ("other", "others")


def read_marks(
    text: str,
    registers: Registers,
    short_forms: dict[str, str],
    paper_date: date | None,
    *,
    spoken: bool = False,
) -> Marks:
    """Mark one sentence.

    Args:
        text: The sentence, a heading or a lead-in.
        registers: The lexicon.
        short_forms: What the paper's own abbreviations stand for: `cpc` for a type of challenge.
        paper_date: The day of the paper.
        spoken: Whether the sentences before speak of peer challenges, so that `reviews` are such.
    """
    tokens = tokens_of(text)
    phrases = registers.statement_words.find(tokens)
    times = find_times(text, paper_date)
    named = registers.programmes.find(text)
    taken = [(time.start, time.end) for time in times] + [(start, end) for start, end, _ in named]
    marks = Marks(text, tokens, phrases, _counts(text, taken), times)
    _mark_words(marks)
    _mark_values(marks, registers)
    marks.programmes = [(marks.token_at(start), marks.token_after(end)) for start, end, _ in named]
    marks.challenges = _challenges(marks, short_forms, spoken=spoken)
    marks.names_offer = _names_offer(text, registers)
    marks.acts = [*read_acts(marks, registers), *find_denials(marks), *find_stays(marks)]
    return marks


def _names_offer(text: str, registers: Registers) -> bool:
    """Whether a sentence names an offer: `planning workshop`, `Harbour Skills Programme`."""
    if not registers.statement_words.may_name_offer(text):
        return False
    offered = registers.statement_words.offer_pattern.search(text)
    if offered and " " in offered[0]:
        return True
    return registers.statement_words.offer_name_pattern.search(text) is not None


def _mark_words(marks: Marks) -> None:
    """Mark the units, and the words that change the meaning of those beside them."""
    timed = [(marks.token_at(time.start), marks.token_after(time.end)) for time in marks.times]
    for phrase in marks.phrases:
        if any(first <= phrase.first and phrase.after <= after for first, after in timed):
            continue  # May 2015 is no `may`
        is_large = phrase.first > 0 and marks.text[marks.tokens[phrase.first].start].isupper()
        for entry in phrase.entries:
            if isinstance(entry, Unit):
                marks.units[phrase.first] = (phrase.after, entry)
            elif isinstance(entry, Word) and not (
                (entry.kind == "suppose" and is_large)
                or (entry.kind == "deny" and marks.word(phrase.after) == "only")
            ):
                marks.add_word(entry.kind, phrase.first, phrase.after)
    for first, after in marks.words("challenge"):
        for place in range(first, after):
            marks.units.pop(place, None)


def _mark_values(marks: Marks, registers: Registers) -> None:
    """Mark regions, groups and types; the first two are names, but for `7 independent`."""
    numbers = {marks.token_after(count.end) for count in marks.counts}
    for start, end, kind, value in registers.dimensions.find(marks.text):
        first = marks.token_at(start)
        is_name = kind == "council_type" or marks.text[start].isupper() or first in numbers
        if is_name and marks.text[start:end].lower() not in REMAINDERS:
            place = ("region", "Wales") if value == WELSH else (kind, value)
            marks.values[first] = (marks.token_after(end), *place)


def _counts(text: str, taken: Sequence[tuple[int, int]]) -> list[Count]:
    """The numbers of a sentence that are no part of a time or of the name of a programme."""
    return [
        count
        for count in find_counts(text)
        if not any(start < count.end and count.start < end for start, end in taken)
    ]


def _challenges(marks: Marks, short_forms: dict[str, str], *, spoken: bool) -> list[Challenge]:
    named = marks.words("challenge")
    if spoken and not named:
        numbers = {marks.token_after(count.end) for count in marks.counts}
        named = [
            (first, after)
            for first, after in marks.words("short")
            if (first in numbers or not marks.counts) and marks.word(first - 1) not in ("a", "an")
        ]
    found = [
        Challenge(first, after, is_plural=marks.word(after - 1).endswith("s"))
        for first, after in named
    ]
    for number, token in enumerate(marks.tokens):
        kind = short_forms.get(token.word) or short_forms.get(token.word.removesuffix("s"))
        if (
            kind
            and token.end - token.start > 2
            and marks.text[token.start : token.start + 2].isupper()
        ):
            found.append(Challenge(number, number + 1, kind, is_plural=token.word.endswith("s")))
    return sorted(found, key=lambda each: each.first)
