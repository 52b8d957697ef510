"""Learns what a paper defines itself: short forms of peer challenges, and names of its offers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipelines.notation.words import with_word
from pipelines.reference.csv_tables import FOLDERS_KEPT
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import CAPITALISED, StatementWords
from pipelines.structures.prose.offer_names import FUNCTION, reads_as_offer
from pipelines.structures.prose.statements import Statement
from pipelines.structures.prose.times import find_times

# corporate peer challenge (CPC): a short form and what it stands for
SHORT_FORM = re.compile(
    r"\b((?i:(?:\w+ ){0,4}peer (?:challenge|review)s?))\W{1,4}([A-Z]{2,6}?)s?\)"
)
NAMED_CHALLENGE = with_word(r"\b(\w+) peer (?:challenge|review)s?\b", "peer")
LITTLE = r"(?:(?:of|for|in|into|and|a|the|to|on|with|&)\s){0,2}"
NAME = rf"(?P<name>(?!{FUNCTION}){CAPITALISED}(?:\s{LITTLE}{CAPITALISED}){{0,5}})"

QUOTE = r"[’'”\"]?"
# "Mind the Gap": words in quotation marks that are written large
QUOTED = re.compile(
    r"(?<!\w)[‘'“\"](?P<name>[A-Z][\w-]{1,40}+(?:[’']s)?"
    rf"(?:\s{LITTLE}[A-Z][\w-]{{1,40}}+(?:[’']s)?){{1,5}})[’'”\"](?!\w)"
)
NAME_LINE = re.compile(rf"{CAPITALISED}(?:\s{LITTLE}{CAPITALISED}){{1,5}}")
# Mind the Gap, which; Mind the Gap began: what follows the subject of a sentence
AFTER_SUBJECT = re.compile(
    r",\s(?:which|a|an|our|the)\b|\s(?:is|was|has|had|ran|began|started|will)\b"
)
NAME_OF_TWO = rf"{CAPITALISED}\s{LITTLE}{CAPITALISED}"

CALLED = ("called", "named", "known as", "entitled")
LAUNCH = re.compile(r"launch|start|introduced|piloted|ran ")
# the launch in May 2013 of Mind the Gap
LAUNCHED = re.compile(
    r"\b(?:launch|start|launched|introduced|piloted|ran)\s(?:in\s[A-Z]\w+\s\d{4}\s)?(?:of\s)?"
    rf"(?={NAME_OF_TWO}){NAME}"
)
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class PaperTerms:
    """What a paper defines itself.

    Attributes:
        short_forms: The type of peer challenge that a short form stands for: `cpc`.
        offers: Finds the names of offers that the paper introduces; None if there are none.
        day: The day of the paper, from which `this year` is counted.
        period: The year of all its figures, if it says so.
    """

    short_forms: Mapping[str, str]
    offers: re.Pattern[str] | None = None
    day: date | None = None
    period: str | None = None

    def find_offers(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each name of an offer that the paper introduced."""
        return [match.span() for match in self.offers.finditer(text)] if self.offers else []


NO_TERMS = PaperTerms({})


def learn_terms(
    statements: Sequence[Statement], registers: Registers, day: date | None
) -> PaperTerms:
    """What a paper defines itself, with the short forms of the lexicon."""
    texts = [each.sentence.text for each in statements]
    this = registers.statement_words.this_offer_pattern
    sections: dict[str, list[str]] = {}
    for each in statements:
        sections.setdefault(each.heading, []).append(each.sentence.text)
    names = {
        heading
        for heading, within in sections.items()
        if _is_name_of_section(heading, texts, registers, known=any(map(this.search, within)))
    }
    offers = _offers(texts, names, registers)
    return PaperTerms(_short_forms(texts, registers), offers, day, _period(texts, registers, day))


def _period(texts: Sequence[str], registers: Registers, day: date | None) -> str | None:
    """The year of all figures of a paper: `All figures are of April to September 2015`."""
    scope = registers.statement_words.pattern_of("scope")
    told = (find_times(text, day) for text in texts if scope.search(text))
    found = {time.period for times in told for time in times}
    return found.pop() if len(found) == 1 else None


def _is_name_of_section(
    heading: str, texts: Sequence[str], registers: Registers, *, known: bool
) -> bool:
    """Whether a heading is the name of an offer.

    Args:
        heading: Its words.
        texts: The sentences of the paper; one may begin with it: `Mind the Gap, which we run`.
        registers: Titles, councils, regions.
        known: Whether its part says `this course`.
    """
    if not NAME_LINE.fullmatch(heading) or not reads_as_offer(heading, registers):
        return False
    begun = (text for text in texts if text.startswith(heading))
    return known or any(AFTER_SUBJECT.match(text, len(heading)) for text in begun)


def _short_forms(texts: Sequence[str], registers: Registers) -> dict[str, str]:
    """What abbreviations of peer challenges stand for: the lexicon's, and the paper's own."""
    found = dict(registers.statement_words.challenge_forms)
    printed: dict[str, set[str]] = {}
    for text in texts:
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


def _offers(texts: Sequence[str], known: set[str], registers: Registers) -> re.Pattern[str] | None:
    """Names that stand beside a word for an offer: `a new course called Mind the Gap`."""
    words = registers.statement_words
    introductions = _introductions(words.any_offer)
    names = {
        match["name"]
        for text in texts
        for pattern in (QUOTED, *_patterns_for(text, introductions, words))
        for match in pattern.finditer(text)
        if reads_as_offer(match["name"], registers, introduced=True)
    }
    names |= known
    names = {name for name in names if not registers.programmes.find(name)}
    if not names:
        return None
    longest_first = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


@lru_cache(maxsize=FOLDERS_KEPT)
def _introductions(word: str) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """How an offer is introduced by a word for one, each with words that a sentence must hold."""
    return (
        # our new programme for heads of service, Stepping Up, has begun
        (
            (", ",),
            re.compile(
                rf"\b(?i:{word})(?:\sfor\s[^,.;:()]{{3,40}}+)?,\s(?:the\s)?{NAME}(?=[,;.(])"
            ),
        ),
        (
            CALLED,
            re.compile(
                rf"\b(?i:{word})\s(?:[a-z]+\s){{0,4}}?(?:{'|'.join(CALLED)})\s[‘'“\"]?{NAME}"
            ),
        ),
        # the webinar Chairing in a Crisis had 122
        (
            ("he ", "ur ", "a ", "A "),
            re.compile(rf"\b(?:[Tt]he|[Oo]ur|[Aa])\s(?i:{word})\s(?={NAME_OF_TWO}){NAME}"),
        ),
        # Mind the Gap, a new course for treasurers
        (
            (", a ", ", an ", ", our ", ", the "),
            re.compile(rf"\b{NAME}{QUOTE},\s(?:a|an|our|the)\s(?:[\w-]+\s){{0,4}}?(?i:{word})\b"),
        ),
        (
            (" is a", " is our ", " is the ", " was a", " was our ", " was the "),
            re.compile(
                rf"^[‘'“\"]?{NAME}{QUOTE}\s(?:is|was)\s(?:a|an|our|the)\s(?:[\w-]+\s){{0,4}}?(?i:{word})\b"
            ),
        ),
    )


def _patterns_for(
    text: str,
    introductions: Sequence[tuple[tuple[str, ...], re.Pattern[str]]],
    words: StatementWords,
) -> Iterator[re.Pattern[str]]:
    """The patterns that may match: most sentences introduce nothing, and cost little."""
    if LAUNCH.search(text):
        yield LAUNCHED
    has_offer = any(map(text.__contains__, words.offer_stems))
    if has_offer and not words.offer_ends.isdisjoint(WORD.findall(text)):
        yield from (pattern for keys, pattern in introductions if any(key in text for key in keys))
