"""What stands around a clause and says when or of what, so that the clause need not."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.statements.grammar import times
from tests.statements.grammar.draws import Draw, sentence
from tests.statements.grammar.times import When
from tests.statements.grammar.words import ChallengeKind, Programme, challenge_noun
from tests.statements.truth import Value

ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a clause, and what the clause then leaves out.

    Attributes:
        before: Sentences in front of the clause.
        heading: A section heading of its own.
        lead: The heading of an item.
        is_item: Whether the clause is an item of a list.
        when: The time that the context gives.
        said: How the clause speaks of the programme or the kind of challenge.
        is_bare: Whether the clause leaves the programme or the kind out altogether.
        cohort: What may stand for a period that the clause does not give.
        is_nameless: Whether there are events of no name in place of a programme.
    """

    before: str = ""
    heading: str = ""
    lead: str = ""
    is_item: bool = False
    when: When | None = None
    said: str = ""
    is_bare: bool = False
    cohort: tuple[Value, ...] = ()
    is_nameless: bool = False


def _own(draw: Draw) -> Context:
    return Context()


def year_before(draw: Draw) -> Context:
    when = times.standing_year(draw, times.year_of(draw.day) - draw.pick(1, 1, 2, 3))
    events = draw.number(4, 90)
    text = draw.pick(
        f"In {when.phrase} we held {events} events.",
        f"{when.phrase} was a busy year.",
        f"The offer was renewed in {when.phrase}.",
        f"In {when.phrase} demand was high.",
        f"The figures for {when.phrase} are now complete.",
    )
    return Context(before=text, when=when)


def year_heading(draw: Draw) -> Context:
    when = times.standing_year(draw, times.year_of(draw.day) - draw.pick(0, 1, 1, 2))
    words = draw.pick(
        "Support in {}", "Progress in {}", "{}: what we did", "Achievements {}", "Results for {}"
    )
    return Context(heading=words.format(when.phrase), when=when)


def _programme_before(draw: Draw, which: Programme) -> Context:
    text = draw.pick(
        "{} is now in its third year.",
        "{} is aimed at those who want to make a difference.",
        "Members asked about {}.",
        "{} has a new provider.",
        "We have reviewed {}.",
    ).format(which.said)
    is_bare = draw.chance(0.3)
    return Context(before=sentence(text), said=draw.pick("the programme", "it"), is_bare=is_bare)


def _programme_heading(draw: Draw, which: Programme) -> Context:
    return Context(heading=which.name, said="the programme", is_bare=draw.chance(0.5))


def _item_heading(draw: Draw, which: Programme) -> Context:
    lead = f"{which.name}{draw.pick(': ', ': ', ' – ', '. ')}"
    return Context(lead=lead, said="it", is_item=True, is_bare=draw.chance(0.7))


def _cohort(draw: Draw, which: Programme) -> Context:
    number = draw.rng.randint(2, 10)
    words = draw.pick(f"the {ORDINALS[number - 2]} cohort of", f"cohort {number} of")
    return Context(said=f"{words} {which.said}", cohort=(f"cohort {number}",))


def _events(draw: Draw, which: Programme) -> Context:
    when = times.standing_year(draw, times.year_of(draw.day) - draw.pick(1, 2))
    text = f"In {when.phrase} we held {draw.number(4, 90)} leadership events."
    return Context(before=text, when=when, is_bare=True, is_nameless=True)


UPTAKE: dict[str, tuple[Callable[[Draw, Programme], Context], int]] = {
    "own clause": (lambda draw, which: _own(draw), 16),
    "year in the sentence before": (lambda draw, which: year_before(draw), 2),
    "year in the section heading": (lambda draw, which: year_heading(draw), 2),
    "programme in the sentence before": (_programme_before, 2),
    "programme in the section heading": (_programme_heading, 2),
    "programme in the item heading": (_item_heading, 2),
    "cohort": (_cohort, 1),
    "events in the sentence before": (_events, 1),
}


def _kind_before(draw: Draw, kind: ChallengeKind) -> Context:
    noun = challenge_noun(draw, kind, is_plural=False)
    words = draw.pick(
        "the {} remains popular", "our {} is free to members", "feedback on the {} is good"
    )
    return Context(before=sentence(words.format(noun)), is_bare=True)


def _kind_heading(draw: Draw, kind: ChallengeKind) -> Context:
    noun = challenge_noun(draw, kind, is_plural=draw.chance(0.5))
    return Context(heading=noun[0].upper() + noun[1:], is_bare=True)


CHALLENGES: dict[str, tuple[Callable[[Draw, ChallengeKind], Context], int]] = {
    "own clause": (lambda draw, kind: _own(draw), 12),
    "year in the sentence before": (lambda draw, kind: year_before(draw), 2),
    "year in the section heading": (lambda draw, kind: year_heading(draw), 2),
    "kind in the sentence before": (_kind_before, 2),
    "kind in the section heading": (_kind_heading, 2),
}
