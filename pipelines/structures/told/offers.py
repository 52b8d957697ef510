"""The programme, event or support that those counted took part in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import CAPITALISED
from pipelines.structures.prose.offer_names import is_of_others, reads_as_offer
from pipelines.structures.prose.paper_terms import PaperTerms
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.told import Told

# on Next Steps, completed Bright Futures, Bright Futures was: names without such a word
BARE_NAME = re.compile(
    r"(?:\b(?:(?:part|participated|involved|places|enrolled|interest)\s+in|up\s+to|on|through|via|joined|attended|completed|onto|under|started|began|finished|took)\s+"
    r"(?:the\s+|our\s+)?|[‘'“\"])"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:of|for|in|and|the|to|on|&)\s)?{CAPITALISED}){{1,5}})\b"
)
# Bright Futures was attended by 40: the subject of the sentence
SUBJECT = re.compile(
    rf"^(?:The\s+)?(?P<name>(?!The\s){CAPITALISED}(?:\s(?:(?:of|for|in|and|the|to|on|&)\s)?{CAPITALISED}){{1,5}})\s"
    r"?(?=,\s(?:our|the|an?|run|which)\b|(?:was|were|has|have|had|ran|attracted|welcomed|drew|reached|supported|helped|trained|will)\b)"
)
# Next Steps: 40 councillors
LABEL = re.compile(
    rf"^(?P<name>{CAPITALISED}(?:\s[\w'’&-]+){{0,6}}?)(?:,[^:–—]{{1,40}})?\s?(?::|–|—|\s-)\s"
)
# support for 30 councils through our partnership with ...
THROUGH = re.compile(r"\b(?:through|via|under|as part of)\s+(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE)
# 66 in Next Generation and 93 on the Leadership Academy: what stands between number and name
DIRECT = re.compile(
    r"[^\w,;]?\s(?:(?:in|on|at|onto|for|to|through|of|attended|joined|completed)\s)?(?:the\s|our\s)?\W?"
)
# Leadership Essentials for 260 and Next Generation had 51
DIRECT_BEFORE = re.compile(r"\s(?:(?:accounts|accounted)\s)?(?:for|had|has|with)\s|\s?[:–-]\s")
# a workshop at the Northern Conference: where it was held
VENUE = re.compile(r"(?:Conference|Summit|Exhibition)s?$")
AT = re.compile(r"\bat\s+(?:the\s+|our\s+)?$", re.IGNORECASE)
OWN = " own "
RESPECTIVELY = "respectively"
SUBTITLE = ": "  # Leadership Essentials: Digital course
MEETING = re.compile(
    r"\b(?:the|this|that|last|next|its|a|an|our|first|board|committee|informal)\s+meetings?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody took part in.

    Attributes:
        programme_id: None if it is in no register.
        is_of_others: Whether another body runs it: `the NHS Leadership Academy`.
    """

    programme_id: str | None
    name: str
    theme: str | None = None
    is_of_others: bool = False


@dataclass(slots=True)
class Offers:
    """The offers of the numbers of one paper, in the order of their reading.

    An offer is looked for in the clause of its number, in the sentence, with the number that it
    goes on with, in the sentences before, the lead-in and the headings; of a heading a registered
    programme comes before a name that no register has. A name comes before words such as
    `workshop`, wherever that stands.

    Attributes:
        registers: The programmes, and the words for an offer.
        title: The title of the paper.
    """

    registers: Registers
    title: str | None
    _known: dict[int, Offer] = field(default_factory=dict)

    def of(self, sentence: Sentence, told: Told) -> Offer | None:
        """The offer of a number, from the nearest words that name one."""
        own = _generic(sentence.marks.text, self.registers)
        if own and own.is_of_others and OWN in sentence.marks.text:
            return own  # came to its own conference
        found = self._named(sentence, told)
        if found is None and told.goes_on:
            statement = sentence.statement
            before = [each.text for each in statement.before[-1:]]
            before += [statement.lead_in.text] if statement.lead_in else []
            found = _first(self._single(each, sentence) for each in before)
            found = found or self._known.get(id(told.goes_on))
        found = found or self._around(sentence, told)
        if found:
            self._known[id(told)] = found
        return found

    def is_other(self, told: Told, offer: Offer | None) -> bool:
        """Whether a number goes on with one of another offer."""
        before = self._known.get(id(told.goes_on))
        return offer is not None and before is not None and before.name != offer.name

    def _named(self, sentence: Sentence, told: Told) -> Offer | None:
        """The offer that the clause or the sentence names."""
        text, terms = sentence.marks.text, sentence.terms
        counted = told.counted
        place = (counted.count.start, sentence.marks.end_of(counted.after))
        start, end = clause_of(text, place[0], sentence.breaks)
        if RESPECTIVELY in text:
            found = _named_in(text, self.registers, terms, is_own=True)
            numbers = [each for each in sentence.told if each.counted.may_count]
            if told in numbers and len(found) == len(numbers):
                return found[numbers.index(told)][2]
        within = (place[0] - start, place[1] - start)
        return _nearest(text[start:end], within, self.registers, terms, is_own=True) or _nearest(
            text, place, self.registers, terms, is_own=True
        )

    def _single(self, text: str, sentence: Sentence) -> Offer | None:
        """The offer that a text names; None if it names several."""
        found = _named_in(text, self.registers, sentence.terms, is_own=False)
        return found[0][2] if len({offer for *_, offer in found}) == 1 else None

    def _around(self, sentence: Sentence, told: Told) -> Offer | None:
        statement, text = sentence.statement, sentence.marks.text
        own = _generic(text, self.registers)
        near = [each.text for each in reversed(statement.before)]
        if self.registers.statement_words.anaphor_pattern.search(text) or sentence.goes_on:
            near += sentence.previous
        near += [statement.lead_in.text] if statement.lead_in else []
        near += [each.text for each in reversed(statement.before_lead_in)]
        above = [each.text for each in statement.parents]
        above += [self.title] if self.title else []
        nearest = (
            self._single(each, sentence)
            if told.counted.values  # by region: those of all that the text before names
            else _nearest(each, (0, 0), self.registers, sentence.terms)
            for each in (*near, *above)
        )
        named = _first(nearest)
        if named and named.programme_id is None:
            named = _first(_registered(each, self.registers) for each in above[:1]) or named
        if MEETING.search(text):
            return _first(_registered(each, self.registers) for each in near)
        generic = [own, *(_generic(each, self.registers) for each in (*near, *above))]
        several = [each for each in generic if each and " " in each.name]
        if several and own is several[0]:
            return own
        return named or _first((*several, *generic))


def _first(offers: Iterable[Offer | None]) -> Offer | None:
    return next((each for each in offers if each), None)


def _registered(text: str, registers: Registers) -> Offer | None:
    """The first registered programme that a text names."""
    found = registers.programmes.find(text)
    return Offer(found[0][2].programme_id, found[0][2].name, found[0][2].theme) if found else None


def _nearest(
    text: str,
    place: tuple[int, int],
    registers: Registers,
    terms: PaperTerms,
    *,
    is_own: bool = False,
) -> Offer | None:
    """The programme right behind those counted, or through which support is given, or the nearest.

    `212 attended Leadership Essentials and 88 the Leadership Academy` has two of the first kind.
    """
    found = _named_in(text, registers, terms, is_own=is_own)
    direct = [each for each in found if is_own and DIRECT.fullmatch(text[place[1] : each[0]])] or [
        each for each in found if is_own and DIRECT_BEFORE.fullmatch(text[each[1] : place[0]])
    ]
    through = [each for each in found if THROUGH.search(text[: each[0]])]
    if not found:
        return None
    start, end, offer = min(
        direct or through or found,
        key=lambda each: min(abs(each[0] - place[0]), abs(each[1] - place[0])),
    )
    return replace(offer, is_of_others=is_of_others(text, start, end, registers))


def _named_in(
    text: str, registers: Registers, terms: PaperTerms, *, is_own: bool
) -> list[tuple[int, int, Offer]]:
    """Every offer that a text names, in order: registered programmes, and other names."""
    longer = [match.span() for match in registers.statement_words.offer_name_pattern.finditer(text)]
    registered = [
        (start, end, each)
        for start, end, each in registers.programmes.find(text)
        # the Harbour Leadership Programme is none of our leadership programmes
        if not any(first < start and end == last for first, last in longer)
    ]
    found = [
        (start, end, Offer(each.programme_id, each.name, each.theme))
        for start, end, each in registered
    ]
    found += [
        (start, end, offer)
        for start, end, offer in _unregistered(text, registers, terms, is_own=is_own)
        if not any(start <= other[1] + len(SUBTITLE) and other[0] < end for other in registered)
    ]
    return sorted(found, key=lambda each: each[:2])


def _unregistered(
    text: str, registers: Registers, terms: PaperTerms, *, is_own: bool
) -> Iterator[tuple[int, int, Offer]]:
    """Names of programmes that no register has; bare ones only in the sentence itself."""
    learnt = terms.find_offers(text)
    named = [(start, end, text[start:end]) for start, end in learnt]
    named += [
        (*match.span(), match[0])
        for match in registers.statement_words.offer_name_pattern.finditer(text)
        if not (VENUE.search(match[0]) and AT.search(text[: match.start()]))
        and not any(start < match.end() and match.start() < end for start, end, _ in named)
    ]
    introduced = {(start, end) for start, end, _ in named}
    if is_own:
        bare = [*SUBJECT.finditer(text), *BARE_NAME.finditer(text)]
        named += [
            (*match.span("name"), match["name"])
            for match in bare
            if not any(
                start < match.end("name") and match.start("name") < end for start, end, _ in named
            )
        ]
    label = LABEL.match(text)
    if is_own and label and not named and not registers.statement_words.is_known(label["name"]):
        named = [(*label.span("name"), label["name"])]
    for start, end, printed in named:
        if (start, end) in learnt or reads_as_offer(
            printed, registers, introduced=(start, end) in introduced
        ):
            name = _without_word(printed)
            known = registers.programmes.by_name(f"{name} programme")
            if known:  # Tide, of a register that has the Tide Programme
                yield start, end, Offer(known.programme_id, known.name, known.theme)
            else:
                yield start, end, Offer(None, name)


def _without_word(name: str) -> str:
    """A name of several words without the word for an offer behind it: `Next Steps course`."""
    kept = [*name.split()]
    while len(kept) > 2 and kept[-1].islower():
        kept.pop()
    return " ".join(kept)


def _generic(text: str, registers: Registers) -> Offer | None:
    offers = registers.statement_words.offer_pattern
    match = offers.search(text) or offers.search(text.lower())
    if match is None:
        return None
    return Offer(None, match[0], is_of_others=is_of_others(text, *match.span(), registers))


def clause_of(text: str, place: int, marks: Sequence[int]) -> tuple[int, int]:
    """Start and end of the part of a sentence that a place is in, between marks that part it."""
    start = max((mark for mark in marks if mark <= place), default=0)
    end = min((mark for mark in marks if mark > place), default=len(text))
    return start, end
