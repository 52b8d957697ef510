"""Finds the verbs of a sentence that say something, with what stands before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.notation.dates import MONTHS
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import OF_OFFER, OTHER, PLANNED, Phrase, Verb
from pipelines.structures.prose.marks import (
    AUXILIARIES,
    BE,
    BREAKS,
    COMMA,
    HAVE,
    OPEN_FORMS,
    Act,
    Marks,
)

# between a verb and what makes it a plan, denies it or doubts it
REACH = 7
MOST_OF_KIND = 2  # words between `no` and `peer challenge` that say of what kind
ARTICLES = ("a", "an", "the", "our", "its", "this", "any", "per")
IFS = frozenset(["if", "unless", "whether"])  # what begins a sentence that supposes all it says
BEFORE_DAY = frozenset(["of", "in", "on", *MONTHS])
SUBJECTS = ("we", "they", "who", "which")
AFTER_PLANNING = frozenset(["to", "for", "a", "an", "the", "its", "their", "our"])


def read_acts(marks: Marks, registers: Registers) -> list[Act]:
    """Every verb that says something, and none twice where `have had` holds two."""
    found: list[Act] = []
    question = marks.text.rstrip(" \"”’')").endswith("?")
    for phrase in marks.phrases:
        verbs = [entry for entry in phrase.entries if isinstance(entry, Verb)]
        if not verbs or _is_noun(marks, phrase) or _is_type(marks, phrase, registers):
            continue
        # `run` at the head of a list item is what is to be done
        begins = phrase.first == 0 and not marks.follows_have
        begins = begins and any(each.form == "base" for each in verbs)
        verb = min(verbs, key=lambda each: (each.form in OPEN_FORMS) != begins)
        if _is_counted(marks, phrase, verb, registers):
            continue
        act = _act(marks, phrase, verb, found, question=question)
        if act:
            found.append(act)
    return found


def _is_noun(marks: Marks, phrase: Phrase) -> bool:
    """Whether a word that may be a verb is part of a name or of the words for those counted."""
    if _is_in_name(marks, phrase.first):
        return True
    unit_after, _ = marks.units.get(phrase.first, (0, None))
    if unit_after and marks.word(unit_after - 1).endswith("s"):
        return True
    named = [*marks.programmes, *((each.first, each.after) for each in marks.challenges)]
    named += [(first, after) for first, after in marks.offers if _is_large(marks, first)]
    if any(first <= phrase.first < after for first, after in named):
        return True
    # 37 of these are in the diary: `these are` begins no sentence there
    return marks.word(phrase.first) in ("these", "those") and marks.word(phrase.first - 1) == "of"


def _is_counted(marks: Marks, phrase: Phrase, verb: Verb, registers: Registers) -> bool:
    """Whether a word is a noun by what is before it: 183 graduate trainees, a training budget."""
    before = marks.word(phrase.first - 1)
    numbers = {marks.token_after(count.end) for count in marks.counts}
    if verb.form == "base" and phrase.first in numbers:
        return True
    if verb.form == "present" and registers.challenge_types.match(before):
        return True  # 12 finance reviews
    return verb.form in ("ing", "base") and before in ARTICLES


def _is_type(marks: Marks, phrase: Phrase, registers: Registers) -> bool:
    """Whether a word is a kind of challenge and no verb: 13 planning, a planning peer challenge."""
    word = marks.word(phrase.first)
    is_type = phrase.after == phrase.first + 1 and registers.challenge_types.first_in(word)
    is_verb = marks.word(phrase.first - 1) in BE and marks.word(phrase.after) in AFTER_PLANNING
    return bool(is_type) and word.endswith("ing") and not is_verb


def _is_in_name(marks: Marks, number: int) -> bool:
    """Whether a word is written large within a sentence: `the Commissioning Academy`."""
    return number > 0 and marks.word(number - 1) not in ".:;-–•" and _is_large(marks, number)


def _is_large(marks: Marks, number: int) -> bool:
    return marks.text[marks.tokens[number].start].isupper()


@dataclass(slots=True)
class _Said:
    """What the words before a verb make of it."""

    is_planned: bool
    is_denied: bool
    is_supposed: bool


def _act(
    marks: Marks, phrase: Phrase, verb: Verb, before: Sequence[Act], *, question: bool
) -> Act | None:
    """The verb in its place; None if it only helps another, or says nothing as it stands."""
    start = phrase.first
    while marks.word(start - 1) in AUXILIARIES or marks.word(start - 1).endswith("ly"):
        start -= 1
    if verb.form in ("base", "past", "present") and _is_auxiliary(marks, phrase):
        return None
    said = _said(marks, phrase, verb, start, before, question=question)
    is_bare = verb.form == "base" and not _is_present(marks, start)
    is_open = is_bare and not (said.is_planned or said.is_supposed or said.is_denied)
    if is_open and phrase.first == 0:
        # support at least 60 councils: an item of a list of plans
        is_open, said.is_planned = False, True
    if is_open and marks.word(phrase.first - 1) != "to":
        return None
    # grants to support 60 councils: nobody says that it was done
    standing, challenge = (OTHER, OTHER) if is_open else _meaning(marks, phrase, verb, said)
    counted = verb.counted
    is_have = marks.word(phrase.after - 1) in HAVE and not said.is_denied
    if standing in (None, "took_part") and is_have and _is_of_offer(marks, start):
        standing, challenge, counted = "took_part", None, "object"
    is_plan_itself = verb.participation == PLANNED or (
        verb.challenge == PLANNED and verb.participation in (None, OTHER)
    )
    return Act(
        first=start,
        after=phrase.after,
        form=verb.form,
        standing=standing,
        challenge=challenge,
        counted=counted,
        is_planned=said.is_planned or is_plan_itself,
        is_done=verb.form != "noun" and marks.word(start) in HAVE | BE,
        is_denied=said.is_denied,
        is_supposed=said.is_supposed,
        is_passive=verb.form in ("participle", "past")
        and any(marks.word(number) in BE for number in range(start, phrase.first)),
    )


def _is_of_offer(marks: Marks, start: int) -> bool:
    """Whether those that somebody has take part: `In Next Generation we had 40`, `It had 40`."""
    subject = marks.word(start - 1)
    if subject == "it":
        return marks.follows_offer
    is_ours = subject == "we" and bool(marks.programmes or marks.offers)
    return is_ours or _has_offer_for_subject(marks, start)


def _has_offer_for_subject(marks: Marks, start: int) -> bool:
    """Whether an offer has somebody: `Next Generation, a new course, had 45 councillors`."""
    named = {place for at, after in marks.all_offers for place in range(at, after)}
    breaks = (place for place in range(start) if marks.word(place) in BREAKS)
    first = max((place + 1 for place in breaks if place not in named), default=0)
    ends = [after for _, after in marks.words("contrast") if after <= start]
    first = max([first, *ends])
    offers = [each for each in marks.all_offers if first <= each[0] < start]
    others = [
        place
        for place in (*marks.units, *(each.first for each in marks.challenges))
        # the graduate scheme: those before the word for an offer say for whom it is
        if first <= place < start and not any(at - 1 <= place < after for at, after in offers)
    ]
    end = max((after for _, after in offers), default=0)
    while start > end and (marks.word(start - 1) in BEFORE_DAY or marks.word(start - 1).isdigit()):
        start -= 1  # the masterclass of 14 June had 40
    near = offers and (end == start or marks.word(start - 1) == COMMA)
    return bool(near) and not others


def _said(
    marks: Marks, phrase: Phrase, verb: Verb, start: int, before: Sequence[Act], *, question: bool
) -> _Said:
    """Whether a verb is planned, denied or supposed, by what stands before it."""
    ends = [act.after for act in before if act.form != "noun" and act.challenge != PLANNED]
    lowest = max([*ends, 0])
    said = _Said(
        _says("plan", marks, start, phrase, lowest),
        _says("deny", marks, start, phrase, lowest),
        question or marks.word(0) in IFS or _says("suppose", marks, start, phrase, lowest),
    )
    if said.is_planned and marks.word(start) in HAVE:
        # of which 71 have been delivered: a plan to have delivered them says so right before
        said.is_planned = any(start - 1 <= after <= start for _, after in marks.words("plan"))
    if said.is_supposed and not question and _is_reported(marks, start, phrase):
        said.is_planned, said.is_supposed = True, False
    if said.is_planned and said.is_supposed and _would_expect(marks):
        said.is_supposed = question
    last = before[-1] if before else None
    if last is None:
        return said
    if not (said.is_planned or said.is_supposed) and verb.form in OPEN_FORMS:
        linked = marks.word(phrase.first - 1) in ("and", "or", ",", "to")
        said.is_planned = linked and last.is_planned
        said.is_supposed = linked and last.is_supposed
    is_asked = last.is_passive and last.standing in (None, OTHER)
    if verb.form == "base" and is_asked and marks.word(last.after) == "to":
        # commissioned to deliver 20
        said.is_planned = said.is_planned or marks.word(phrase.first - 1) == "to"
    if verb.form in ("ing", "noun") and last.is_planned and not said.is_denied:
        # recruit 140 graduates, working with 60 councils; will open with a cohort of 15
        said.is_planned = said.is_planned or verb.form == "ing" or verb.counted == "object"
    return said


def _is_reported(marks: Marks, start: int, phrase: Phrase) -> bool:
    """Whether `would` stands for `will`: `She said that two more would follow`."""
    if not marks.is_reported or marks.word(0) == "if":
        return False
    supposed = [
        first for first, _ in marks.words("suppose") if start - REACH <= first < phrase.first
    ]
    return all(marks.word(first) == "would" for first in supposed)


def _would_expect(marks: Marks) -> bool:
    """`We would expect` is a plan, and no doubt."""
    plans = {first for first, _ in marks.words("plan")}
    return any(first + 1 in plans for first, _ in marks.words("suppose"))


def _meaning(
    marks: Marks, phrase: Phrase, verb: Verb, said: _Said
) -> tuple[str | None, str | None]:
    """What a verb says of those who take part, and of peer challenges."""
    standing, challenge = _standing(marks, phrase, verb), verb.challenge
    is_bare_have = marks.word(phrase.after - 1) in HAVE and verb.form in OPEN_FORMS
    if is_bare_have and not (said.is_denied or said.is_planned):
        challenge = None  # Mill has one in the diary
    if said.is_planned:
        standing = PLANNED if standing not in (None, OTHER) else standing
        challenge = PLANNED if challenge in ("delivered", PLANNED) else challenge
    none_behind = any(phrase.after <= first <= phrase.after + 1 for first, _ in marks.words("no"))
    if challenge in ("delivered", PLANNED) and none_behind:
        said.is_denied = True  # has had no peer challenge
    if any(
        each.after <= phrase.first <= each.after + REACH
        and any(0 <= each.first - after <= MOST_OF_KIND for _, after in marks.words("no"))
        for each in marks.challenges
    ):
        # no challenge is proposed
        said.is_denied, said.is_supposed = True, said.is_supposed or challenge == PLANNED
    if said.is_denied and challenge == "delivered":
        challenge = "not_had"
    elif said.is_denied and challenge == PLANNED:
        said.is_supposed = True  # neither of them had asked for one
    return standing, challenge


def _standing(marks: Marks, phrase: Phrase, verb: Verb) -> str | None:
    """The standing that a verb gives; `send` gives one only if an offer stands beside it."""
    standing = verb.participation
    if standing is None or not standing.startswith(OF_OFFER):
        return standing
    is_passive = any(marks.word(place) in BE for place in range(phrase.first - 2, phrase.first))
    beside = [
        first
        for first, after in marks.all_offers
        if first >= phrase.after
        # our workshops saw 126, the webinar was watched by 30
        or (after <= phrase.first and (is_passive or verb.counted == "object"))
    ]
    return standing.removeprefix(OF_OFFER) if beside else OTHER


def _is_present(marks: Marks, start: int) -> bool:
    """Whether a bare form has its subject right before it: `71 councils subscribe`."""
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
    return any(
        max(lowest - 1, start - REACH) <= first < phrase.first
        and after <= phrase.after
        and not _parted(marks, after, phrase.first)
        for first, after in marks.words(kind)
    )


def _parted(marks: Marks, first: int, after: int) -> bool:
    """Whether another clause begins between two places: `the year is about to end we held 104`."""
    return any(
        marks.word(number) in BREAKS or marks.word(number) in ("we", "they")
        for number in range(first, after)
    )
