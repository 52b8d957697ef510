"""Marks one sentence once: what is said of programmes and peer challenges, and where.

Everything that reads statements starts from these marks; nobody searches the sentence again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipelines.notation.numbers import Count, find_counts
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import Phrase, Token, Unit, Verb, Word, tokens_of
from pipelines.structures.prose.times import Time, find_times

WELSH = "welsh"
BREAKS = ";:()–—"
COMMA = ","
# between a verb and what makes it a plan, denies it or doubts it
REACH = 7
# forms that say nothing without a word such as `will` or `to`
OPEN_FORMS = ("base", "present")
AUXILIARIES = frozenset(
    "have has had having is are was were be been being did do does also now already since both all"
    " currently so far recently just either still ever yet n't 's 've only to each then not never".split()
)
SUBJECTS = ("we", "they", "who", "which")
AFTER_PLANNING = frozenset("to for a an the its their our".split())
HAVE = frozenset("have has had 've".split())
BE = frozenset("is are was were be been being".split())


@dataclass(frozen=True, slots=True)
class Act:
    """A verb in its place, with what the words before it make of it.

    Attributes:
        first: The number of its first token; `after` is that behind its last.
        standing: Of those counted, as in `Verb.participation`; `planned` behind `will`.
        challenge: Of peer challenges; `not_had` where it is denied.
        is_done: Whether `have` or `were` says that it is over.
        counted: Whether those counted are its subject, object, or either.
    """

    first: int
    after: int
    form: str
    standing: str | None
    challenge: str | None
    counted: str
    is_planned: bool = False
    is_done: bool = False
    is_denied: bool = False
    is_supposed: bool = False
    is_passive: bool = False

    @property
    def is_open(self) -> bool:
        """Whether its form says nothing of the time, so that `we will:` before it makes it a plan."""
        return not self.is_done and self.form != "past"


@dataclass(frozen=True, slots=True)
class Challenge:
    """A word for a peer challenge; `kind` is the type that a short form stands for."""

    first: int
    after: int
    kind: str | None = None
    is_plural: bool = False


@dataclass(slots=True)
class Marks:
    """A sentence with its marks; places are numbers of tokens."""

    text: str
    tokens: list[Token]
    phrases: list[Phrase]
    counts: list[Count]
    times: list[Time]
    acts: list[Act] = field(default_factory=list)
    challenges: list[Challenge] = field(default_factory=list)
    units: dict[int, tuple[int, Unit]] = field(default_factory=dict)
    values: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    programmes: list[tuple[int, int]] = field(default_factory=list)
    names_offer: bool = False
    _starts: list[int] = field(default_factory=list)
    _words: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def token_at(self, offset: int) -> int:
        """The number of the token that holds an offset, or of the next."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def token_after(self, offset: int) -> int:
        """The number of the first token that begins at an offset or after it."""
        return bisect_left(self._starts, offset)

    def word(self, number: int) -> str:
        """One token as it is compared; empty beyond the ends."""
        return self.tokens[number].word if 0 <= number < len(self.tokens) else ""

    def words(self, kind: str) -> list[tuple[int, int]]:
        """First token and token after each word of a kind."""
        return self._words.get(kind, [])

    def is_word(self, kind: str, first: int) -> int:
        """The token after a word of a kind that begins at a token; 0 if none does."""
        return next((after for at, after in self.words(kind) if at == first), 0)

    def ends_with(self, kind: str, after: int) -> int | None:
        """The first token of a word of a kind that ends right before a token."""
        return next((first for first, end in self.words(kind) if end == after), None)

    def printed(self, first: int, after: int) -> str:
        """The words of some tokens as printed."""
        first, after = max(0, first), min(after, len(self.tokens))
        if first >= after:
            return ""
        return self.text[self.tokens[first].start : self.tokens[after - 1].end]


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
    marks._starts = [token.start for token in tokens]
    timed = [(marks.token_at(time.start), marks.token_after(time.end)) for time in times]
    for phrase in phrases:
        if any(first <= phrase.first and phrase.after <= after for first, after in timed):
            continue  # May 2015 is no `may`
        for entry in phrase.entries:
            if isinstance(entry, Word):
                if entry.kind == "suppose" and phrase.first and _is_large(marks, phrase.first):
                    continue  # the May elections
                marks._words.setdefault(entry.kind, []).append((phrase.first, phrase.after))
            elif isinstance(entry, Unit):
                marks.units[phrase.first] = (phrase.after, entry)
    for first, after in marks.words("challenge"):
        for place in range(first, after):
            marks.units.pop(place, None)
    numbers = {marks.token_after(count.end) for count in marks.counts}
    for start, end, kind, value in registers.dimensions.find(text):
        # Groups and regions are names: `7 independent` is one, an independent adviser is none
        first = marks.token_at(start)
        if kind != "council_type" and text[start].islower() and first not in numbers:
            continue
        if text[start:end].lower() in ("other", "others"):
            continue
        if value == WELSH:
            kind, value = "region", "Wales"
        marks.values[first] = (marks.token_after(end), kind, value)
    marks.programmes = [(marks.token_at(start), marks.token_after(end)) for start, end, _ in named]
    marks.challenges = _challenges(marks, short_forms, spoken=spoken)
    offered = registers.statement_words.offer_pattern.search(text)
    marks.names_offer = bool(offered and " " in offered[0])
    marks.acts = [*_acts(marks, registers), *_stays(marks)]
    return marks


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


def _acts(marks: Marks, registers: Registers) -> list[Act]:
    """Every verb that says something, and none twice where `have had` holds two."""
    found: list[Act] = []
    numbers = {marks.token_after(count.end) for count in marks.counts}
    question = marks.text.rstrip(" \"”’')").endswith("?")
    for phrase in marks.phrases:
        verbs = [entry for entry in phrase.entries if isinstance(entry, Verb)]
        if not verbs or _is_in_name(marks, phrase.first):
            continue
        unit_after, _ = marks.units.get(phrase.first, (0, None))
        if unit_after and marks.word(unit_after - 1).endswith("s"):
            continue
        named = [*marks.programmes, *((each.first, each.after) for each in marks.challenges)]
        if any(first <= phrase.first < after for first, after in named):
            continue
        if _is_type(marks, phrase, registers):
            continue
        # `run` at the head of a list item is what is to be done
        begins = phrase.first == 0 and any(each.form == "base" for each in verbs)
        verb = min(verbs, key=lambda each: (each.form in OPEN_FORMS) != begins)
        if verb.form == "base" and phrase.first in numbers:
            continue  # 183 graduate trainees
        act = _act(marks, phrase, verb, found, question=question)
        if act:
            found.append(act)
    return found


def _stays(marks: Marks) -> list[Act]:
    """`40 chief executives are in Ignite`: to be in a programme is to take part."""
    return [
        Act(first - 2, first, "past", "took_part", None, "subject", is_done=True)
        for first, _ in marks.programmes
        if marks.word(first - 1) in ("in", "on") and marks.word(first - 2) in BE
    ]


def _is_type(marks: Marks, phrase: Phrase, registers: Registers) -> bool:
    """Whether a word is a kind of challenge and no verb: 13 planning, a planning peer challenge."""
    word = marks.word(phrase.first)
    is_type = phrase.after == phrase.first + 1 and registers.challenge_types.first_in(word)
    is_verb = marks.word(phrase.first - 1) in BE and marks.word(phrase.after) in AFTER_PLANNING
    return bool(is_type) and word.endswith("ing") and not is_verb


def _is_large(marks: Marks, number: int) -> bool:
    return marks.text[marks.tokens[number].start].isupper()


def _is_in_name(marks: Marks, number: int) -> bool:
    """Whether a word is written large within a sentence: `the Commissioning Academy`."""
    token = marks.tokens[number]
    before = marks.word(number - 1)
    return number > 0 and before not in ".:;-–•" and marks.text[token.start].isupper()


def _act(
    marks: Marks, phrase: Phrase, verb: Verb, before: Sequence[Act], *, question: bool
) -> Act | None:
    start = phrase.first
    while marks.word(start - 1) in AUXILIARIES or marks.word(start - 1).endswith("ly"):
        start -= 1
    if verb.form in ("base", "past", "present") and _is_auxiliary(marks, phrase):
        return None
    ends = [act.after for act in before if act.form != "noun" and act.challenge != "planned"]
    lowest = max([*ends, 0])
    planned = _says("plan", marks, start, phrase, lowest)
    denied = _says("deny", marks, start, phrase, lowest)
    supposed = question or _says("suppose", marks, start, phrase, lowest)
    if before and not (planned or supposed) and verb.form in OPEN_FORMS:
        linked = marks.word(phrase.first - 1) in ("and", "or", ",", "to")
        planned = linked and before[-1].is_planned
        supposed = linked and before[-1].is_supposed
    is_bare = verb.form == "base" and not _is_present(marks, start)
    if is_bare and before and before[-1].is_passive and marks.word(before[-1].after) == "to":
        planned = planned or marks.word(phrase.first - 1) == "to"  # commissioned to deliver 20
    if verb.form == "ing" and before and before[-1].is_planned and not denied:
        planned = True  # recruit 140 graduates, working with 60 councils
    is_open = is_bare and not (planned or supposed or denied)
    if is_open and phrase.first <= 1:
        is_open, planned = False, True  # support at least 60 councils: an item of a list of plans
    is_passive = verb.form in ("participle", "past") and (
        any(marks.word(number) in BE for number in range(start, phrase.first))
    )
    standing, challenge = verb.participation, verb.challenge
    if marks.word(phrase.after - 1) in HAVE and verb.form in OPEN_FORMS and not (denied or planned):
        challenge = None  # Mill has one in the diary
    if (
        planned
        and supposed
        and any(
            first + 1 == at for first, _ in marks.words("suppose") for at, _ in marks.words("plan")
        )
    ):
        supposed = question  # would expect
    if planned:
        standing = "planned" if standing not in (None, "other") else standing
        challenge = "planned" if challenge in ("delivered", "planned") else challenge
    if challenge in ("delivered", "planned") and not denied:
        denied = any(
            first <= phrase.after + 1 and first >= phrase.after for first, _ in marks.words("no")
        )
    if any(
        each.after <= phrase.first <= each.after + REACH
        and marks.ends_with("no", each.first) is not None
        for each in marks.challenges
    ):
        denied, supposed = True, supposed or challenge == "planned"  # no challenge is proposed
    if denied and challenge not in (None, "other"):
        challenge = "not_had"
    counted = verb.counted
    if is_open:
        if marks.word(phrase.first - 1) != "to":
            return None
        standing = challenge = (
            "other"  # grants to support 60 councils: nobody says that it was done
        )
    if planned and challenge is None and verb.challenge == "delivered":
        challenge = "planned"
    if standing is None and marks.word(phrase.after - 1) in HAVE and not denied:
        # Next Generation had 45 councillors
        if any(after == start for _, after in marks.programmes):
            standing, counted = "took_part", "object"
    return Act(
        start,
        phrase.after,
        verb.form,
        standing,
        challenge,
        counted,
        planned
        or verb.participation == "planned"
        or (verb.challenge == "planned" and verb.participation in (None, "other")),
        verb.form != "noun" and marks.word(start) in HAVE | BE,
        denied,
        supposed,
        is_passive,
    )


def _is_present(marks: Marks, start: int) -> bool:
    """Whether a bare form has its subject right before it: `71 councils subscribe to`, `we support`."""
    is_subject = marks.word(start - 1) in SUBJECTS
    return is_subject or any(after == start for after, _ in marks.units.values())


def _is_auxiliary(marks: Marks, phrase: Phrase) -> bool:
    """Whether `had` only helps the verb behind it: `had attended`, `have since had`."""
    if marks.word(phrase.first) not in ("have", "has", "had", "do", "did", "does"):
        return False
    if phrase.after > phrase.first + 1 or marks.word(phrase.first - 1) in HAVE:
        return False
    place = phrase.after
    while True:
        forms = {
            entry.form
            for each in marks.phrases
            if each.first == place
            for entry in each.entries
            if isinstance(entry, Verb)
        }
        if forms & {"participle", "past", "base"} or marks.word(place).endswith("ed"):
            return True
        if not (marks.word(place) in AUXILIARIES or marks.word(place).endswith("ly")):
            return False
        place += 1


def _says(kind: str, marks: Marks, start: int, phrase: Phrase, lowest: int) -> bool:
    """Whether a word of a kind stands shortly before a verb, with no other verb between."""
    for first, after in marks.words(kind):
        if first >= lowest - 1 and start - REACH <= first and after <= phrase.after:
            if first < phrase.first and not _parted(marks, after, phrase.first):
                return True
    return False


def _parted(marks: Marks, first: int, after: int) -> bool:
    return any(marks.word(number) in BREAKS for number in range(first, after))
