"""Holds the marks of one sentence: words, numbers, times, verbs, peer challenges."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.notation.numbers import Count
from pipelines.reference.statement_words import Phrase, Token, Unit
from pipelines.structures.prose.times import Time

BREAKS = ";:()–—"
COMMA = ","
# forms that say nothing without a word such as `will` or `to`
OPEN_FORMS = ("base", "present")
AUXILIARIES = frozenset(
    (
        "have has had having is are was were be been being did do does also now already since"
        " both all currently so far recently just either still ever yet n't 's 've only to each"
        " then not never"
    ).split()
)
HAVE = frozenset(["have", "has", "had", "'ve"])
BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])


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
        """Whether its form says no time, so that `we will:` before it makes it a plan."""
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
    """A sentence with its marks; places are numbers of tokens.

    Attributes:
        labels: Councils, which are a value only as the label of a number.
        printed_words: Each token as it is compared.
        is_reported: Whether it reports what somebody said.
        is_spoken: Whether those before it speak of peer challenges.
        follows_offer: Whether the sentence before it begins with the name of an offer.
        follows_have: Whether it is an item of a list that `We have:` opens, so that `run` is done.
    """

    text: str
    tokens: Sequence[Token]
    phrases: list[Phrase]
    counts: list[Count]
    times: list[Time]
    acts: list[Act] = field(default_factory=list)
    challenges: list[Challenge] = field(default_factory=list)
    units: dict[int, tuple[int, Unit]] = field(default_factory=dict)
    values: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    labels: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    programmes: list[tuple[int, int]] = field(default_factory=list)
    offers: list[tuple[int, int]] = field(default_factory=list)
    is_reported: bool = False
    is_spoken: bool = False
    follows_offer: bool = False
    follows_have: bool = False
    printed_words: list[str] = field(init=False)
    _starts: list[int] = field(init=False)
    _words: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.printed_words = [token.word for token in self.tokens]
        self._starts = [token.start for token in self.tokens]

    @property
    def all_offers(self) -> list[tuple[int, int]]:
        """Where offers are named: programmes of the register and others."""
        return [*self.programmes, *self.offers]

    @property
    def names_offer(self) -> bool:
        """Whether it names an offer in more than one word: `planning workshop`."""
        return any(after - first > 1 for first, after in self.offers)

    @property
    def says_challenge(self) -> bool:
        """Whether it says `peer challenge` or a short form, and not only `review` or `visits`."""
        return bool(self.words("challenge")) or any(each.kind for each in self.challenges)

    def add_word(self, kind: str, first: int, after: int) -> None:
        """Mark a word of a kind."""
        self._words.setdefault(kind, []).append((first, after))

    def token_at(self, offset: int) -> int:
        """The number of the token that holds an offset, or of the next."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def token_after(self, offset: int) -> int:
        """The number of the first token that begins at an offset or after it."""
        return bisect_left(self._starts, offset)

    def word(self, number: int) -> str:
        """One token as it is compared; empty beyond the ends."""
        return self.printed_words[number] if 0 <= number < len(self.printed_words) else ""

    def words(self, kind: str) -> list[tuple[int, int]]:
        """First token and token after each word of a kind."""
        return self._words.get(kind, [])

    def is_word(self, kind: str, first: int) -> int:
        """The token after a word of a kind that begins at a token; 0 if none does."""
        return next((after for at, after in self.words(kind) if at == first), 0)

    def ends_with(self, kind: str, after: int) -> int | None:
        """The first token of a word of a kind that ends right before a token."""
        return next((first for first, end in self.words(kind) if end == after), None)

    def end_of(self, after: int) -> int:
        """The offset behind the token before one."""
        return self.tokens[after - 1].end if after else 0

    def is_in_brackets(self, number: int) -> bool:
        """Whether a token stands in round brackets."""
        opened = [place for place in range(number) if self.word(place) in ("(", ")")]
        return bool(opened) and self.word(opened[-1]) == "("

    def printed(self, first: int, after: int) -> str:
        """The words of some tokens as printed."""
        first, after = max(0, first), min(after, len(self.tokens))
        if first >= after:
            return ""
        return self.text[self.tokens[first].start : self.tokens[after - 1].end]
