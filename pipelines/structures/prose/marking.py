"""Marks one sentence once: what is said of programmes and peer challenges, and where.

Everything that reads statements starts from these marks; nobody searches the sentence again.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipelines.notation.numbers import Count, find_counts
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import SAME, Unit, Word, tokens_of
from pipelines.structures.prose.acts import read_acts
from pipelines.structures.prose.marks import AUXILIARIES, BE, COMMA, HAVE, Act, Challenge, Marks
from pipelines.structures.prose.paper_terms import PaperTerms
from pipelines.structures.prose.times import find_times

WELSH, FIRE = "welsh", "fire"
# Two others: not those of another group
OF_THEM = frozenset(["of", "the", "these", "those", "our", "further", "other", "more"])
SHORT_NAME = 4  # letters
BEFORE_OFFER = frozenset("the our one of a an this its".split())
REMAINDERS = ("other", "others")


def read_marks(
    text: str,
    registers: Registers,
    terms: PaperTerms,
    *,
    spoken: bool = False,
    reported: bool = False,
    follows_offer: bool = False,
    follows_have: bool = False,
) -> Marks:
    """Mark one sentence.

    Args:
        text: The sentence, a heading or a lead-in.
        registers: The lexicon.
        terms: What the paper itself defines.
        spoken: Whether the sentences before speak of peer challenges, so that `reviews` are such.
        reported: Whether the sentences before report what somebody said, so that `would` is a plan.
        follows_offer: Whether the sentence before begins with an offer, which `it` then means.
        follows_have: Whether it is an item of a list that `We have:` opens.
    """
    tokens = tokens_of(text)
    phrases = registers.statement_words.find(tokens)
    times = find_times(text, terms.day)
    named = registers.programmes.find(text)
    taken = [(time.start, time.end) for time in times] + [(start, end) for start, end, _ in named]
    marks = Marks(text, tokens, phrases, _counts(text, taken), times)
    _mark_words(marks)
    _mark_values(marks, registers)
    marks.programmes = [
        (marks.token_at(start), _after_subtitle(marks, marks.token_after(end)))
        for start, end, _ in named
    ]
    if marks.words("label_verb"):
        _mark_councils(marks, registers, terms)
    marks.challenges = _challenges(marks, terms.short_forms, registers, spoken=spoken)
    marks.offers = _offers(marks, registers, terms)
    marks.is_spoken = spoken
    marks.follows_offer = follows_offer
    marks.follows_have = follows_have
    marks.is_reported = reported or bool(marks.words("reported"))
    marks.acts = [
        *read_acts(marks, registers),
        *_find_denials(marks),
        *find_stays(marks),
        *_find_kinds(marks, registers),
        *_find_origins(marks),
    ]
    return marks


def _after_subtitle(marks: Marks, after: int) -> int:
    """The token behind the name of a programme and its subtitle: `Tide Essentials: Deep Water`."""
    place = after + 1
    if marks.word(after) != ":" or not marks.printed(place, place + 1)[:1].isupper():
        return after
    while marks.printed(place, place + 1)[:1].isupper():
        place += 1
    return place if marks.word(place) in HAVE | BE else after


def _mark_councils(marks: Marks, registers: Registers, terms: PaperTerms) -> None:
    """Mark the councils that may be said to have sent so many: `Mill sent nine`."""
    for start, end, council in registers.councils.find_bare(marks.text, terms.day):
        first = marks.token_at(start)
        if first not in marks.values:
            marks.labels[first] = (marks.token_after(end), "council", council.name)


def _offers(marks: Marks, registers: Registers, terms: PaperTerms) -> list[tuple[int, int]]:
    """Where offers that no register has are named: `workshop`, `Harbour Skills Programme`."""
    words = registers.statement_words
    spans = terms.find_offers(marks.text)
    if not words.offer_ends.isdisjoint(marks.printed_words):
        spans += [match.span() for match in words.offer_pattern.finditer(marks.text)]
        spans += [match.span() for match in words.offer_name_pattern.finditer(marks.text)]
    return sorted((marks.token_at(start), marks.token_after(end)) for start, end in spans)


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
                or (entry.kind == "no" and marks.word(phrase.after) in ("fewer", "less", "more"))
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
        if value == FIRE:
            continue  # fire authorities are all of whom such a paper speaks
        is_long = end - start > SHORT_NAME  # they met in Leeds: no metropolitan district
        is_name = (
            (kind == "council_type" and is_long) or marks.text[start].isupper() or first in numbers
        )
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


def _first_of_kind(marks: Marks, first: int, registers: Registers) -> int:
    """The first of the words that say of what kind `reviews` are: `12 health and care reviews`."""
    place = first
    while place > 0 and registers.challenge_types.match(marks.word(place - 1)):
        place -= 1
    return place


def _is_counted(marks: Marks, first: int, numbers: set[int], registers: Registers) -> bool:
    """Whether a number stands before `reviews`: `12 finance reviews`, `nine of the visits`."""
    place = _first_of_kind(marks, first, registers)
    while marks.word(place - 1) in OF_THEM or marks.is_word("plain", place - 1):
        place -= 1
    return place in numbers


def _challenges(
    marks: Marks, short_forms: Mapping[str, str], registers: Registers, *, spoken: bool
) -> list[Challenge]:
    named = marks.words("challenge")
    if spoken and not named:
        numbers = {marks.token_after(count.end) for count in marks.counts}
        named = [
            (first, after)
            for first, after in marks.words("short")
            if (_is_counted(marks, first, numbers, registers) or not marks.counts)
            and marks.word(first - 1) not in ("a", "an", "each", "every", "per")
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


def _find_denials(marks: Marks) -> list[Act]:
    """`Mill had one, but Weir has not`: the verb is left out."""
    return [
        Act(place, place + 2, "past", None, "not_had", "subject", is_done=True, is_denied=True)
        for place in range(len(marks.tokens))
        if marks.word(place) in HAVE
        and marks.word(place + 1) == "not"
        and marks.word(place + 2) in ("", ".", COMMA, ";", ")")
    ]


def find_stays(marks: Marks) -> list[Act]:
    """`40 chief executives are in Ignite`, `14 are still on it`: to be in it is to take part."""
    them = {first for first, _ in marks.all_offers}
    them |= {place for place in range(len(marks.tokens)) if marks.word(place) == "it"}
    return [
        Act(start, first, "past", "took_part", None, "subject", is_done=True)
        for first in sorted(them)
        for start, _ in _where(marks, first, ("in", "on"))
    ]


def _find_origins(marks: Marks) -> list[Act]:
    """`12 are in Wales`: where those are of whom something was said before."""
    return [
        Act(start, after, "noun", SAME, SAME, "either")
        for first in marks.values
        for start, after in _where(marks, first, ("in", "with"))
    ]


def _find_kinds(marks: Marks, registers: Registers) -> list[Act]:
    """`Fifty-nine of these were corporate peer challenges`: of what kind those before are."""
    starts = (_first_of_kind(marks, each.first, registers) for each in marks.challenges)
    return [
        Act(start - 1, start, "noun", SAME, SAME, "subject")
        for start in starts
        if marks.word(start - 1) in BE
    ]


def _where(marks: Marks, first: int, places: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where `are still in` begins and ends, if it stands before words that say where."""
    place = first - 1
    while marks.word(place) in BEFORE_OFFER:
        place -= 1
    start = place - 1
    while marks.word(start) in AUXILIARIES - BE:
        start -= 1
    if marks.word(place) in places and marks.word(start) in BE:
        yield start, place + 1
