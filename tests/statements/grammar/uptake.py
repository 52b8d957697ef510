"""Statements of who took part in a programme: a count, what is added to it, and its context."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.statements.grammar import times
from tests.statements.grammar.draws import Draw, joined, sentence
from tests.statements.grammar.groups import EXTRAS, REGIONS, Group, filled, group
from tests.statements.grammar.numbers import plain
from tests.statements.grammar.times import When
from tests.statements.grammar.verbs import DROPPED, PLANNED, SIGNED, TOOK, Parts, clause
from tests.statements.grammar.words import PEOPLE, Programme, Who, programme, who_takes
from tests.statements.truth import Fair, Line, Row, Statement, participation

STANDINGS = {TOOK: 60, PLANNED: 20, SIGNED: 13, DROPPED: 7}
# Who takes part, where what is added to the count needs councils or people.
TAKES = {
    "whole": "bodies",
    "party": "people",
    "breakdown": "people",
    "pair": "people",
    "two units": "people",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a clause, and what the clause then leaves out.

    Attributes:
        before: Sentences in front of the clause.
        heading: A section heading of its own.
        lead: A lead-in or the heading of an item.
        is_item: Whether the clause is an item of a list.
        when: The time that the context gives.
        said: How the clause speaks of the programme.
    """

    before: str = ""
    heading: str = ""
    lead: str = ""
    is_item: bool = False
    when: When | None = None
    said: str = ""


def _own(draw: Draw, which: Programme) -> Context:
    return Context()


def _year_before(draw: Draw, which: Programme) -> Context:
    when = times.standing_year(draw, times.year_of(draw.day) - draw.pick(1, 1, 2, 3))
    events = draw.number(4, 90)
    text = draw.pick(
        f"In {when.phrase} we held {events} events.",
        f"{when.phrase} was a busy year.",
        f"The offer was renewed in {when.phrase}.",
        f"In {when.phrase} demand was high.",
    )
    return Context(before=text, when=when)


def _programme_before(draw: Draw, which: Programme) -> Context:
    text = draw.pick(
        "{} is now in its third year.",
        "{} is aimed at those who want to make a difference.",
        "Members asked about {}.",
        "{} has a new provider.",
        "We have reviewed {}.",
    ).format(which.said)
    return Context(before=sentence(text), said=draw.pick("the programme", "it"))


def _programme_heading(draw: Draw, which: Programme) -> Context:
    return Context(heading=which.name, said="the programme")


def _year_heading(draw: Draw, which: Programme) -> Context:
    when = times.standing_year(draw, times.year_of(draw.day) - draw.pick(0, 1, 1, 2))
    words = draw.pick("Leadership in {}", "Progress in {}", "{}: what we did", "Achievements {}")
    return Context(heading=words.format(when.phrase), when=when)


def _item_heading(draw: Draw, which: Programme) -> Context:
    return Context(lead=f"{which.name}{draw.pick(': ', ' – ', '. ')}", said="it", is_item=True)


CONTEXTS: dict[str, tuple[Callable[[Draw, Programme], Context], int]] = {
    "own clause": (_own, 14),
    "year in the sentence before": (_year_before, 2),
    "programme in the sentence before": (_programme_before, 2),
    "programme in the section heading": (_programme_heading, 2),
    "year in the section heading": (_year_heading, 2),
    "programme in the item heading": (_item_heading, 2),
}


def uptake(draw: Draw, frame: str) -> Statement:
    """A statement of one clause with one of the extras."""
    which = programme(draw, TAKES.get(frame, ""))
    who = _who(draw, which, frame)
    name = draw.weighted({name: weight for name, (_, weight) in CONTEXTS.items()})
    if frame in ENDINGS and frame != "target":
        # What follows repeats the verb or the time of the clause.
        name = "own clause"
    context = CONTEXTS[name][0](draw, which)
    draw.trait(f"context: {name}")
    standing = TOOK if frame in (*EXTRAS, *ENDINGS) else draw.weighted(STANDINGS)
    if context.when and standing == PLANNED:
        standing = TOOK
    counted = group(draw, who, frame, is_plan=standing == PLANNED)
    when = _when(draw, standing, context, frame)
    inner = When((), "") if context.when else when
    parts = Parts(counted.phrase, context.said or which.said, inner, which.takes)
    is_plain = counted.rows[0].fields["qualifier"] == ("exactly",) and not counted.tail
    text = clause(
        draw,
        parts,
        standing,
        is_last=bool(counted.tail) or frame in ENDINGS,
        is_plain=is_plain and frame in ("count", "pair", "party", "region"),
        is_active=frame == "further",
    )
    rows = filled(counted.rows, status=(standing,), period=when.periods, programme=(which.name,))
    end, more = ENDINGS[frame](draw, counted, rows, when) if frame in ENDINGS else ("", ())
    return _statement(frame, context, f"{text}{counted.tail}{end}", (*rows, *more))


def _who(draw: Draw, which: Programme, frame: str) -> Who:
    """Whom the extra speaks of: councillors where it is about groups, else any that suit."""
    if frame in ("party", "breakdown", "pair"):
        return draw.one(PEOPLE[:3])
    return who_takes(draw, which)


def _when(draw: Draw, standing: str, context: Context, frame: str) -> When:
    if context.when:
        return context.when
    if frame == "comparison":
        return times.earlier(draw, times.year_of(draw.day) - draw.pick(0, 1, 2))
    return times.future(draw) if standing == PLANNED else times.past(draw)


def _statement(frame: str, context: Context, text: str, rows: tuple[Row, ...]) -> Statement:
    text = f"{context.lead}{sentence(text)}" if context.is_item else sentence(text)
    whole = f"{context.before} {text}".strip()
    style = "item" if context.is_item else "paragraph"
    return Statement(frame, (Line(style, whole),), rows, heading=context.heading)


def _base(row: Row, number: int, qualifiers: Fair = ("exactly",)) -> Row:
    return replace(row, fields={**row.fields, "participants": (number,), "qualifier": qualifiers})


def _target(
    draw: Draw, counted: Group, rows: tuple[Row, ...], when: When
) -> tuple[str, tuple[Row, ...]]:
    target = draw.number(10, 400)
    words = draw.pick(
        ", against a target of {}",
        " (target: {})",
        " against a target of {}",
        ", exceeding our target of {}",
        ", short of the target of {}",
        " (the target was {})",
        ", compared with a target of {}",
    )
    row = _base(rows[0], target)
    return words.format(target), (replace(row, fields={**row.fields, "status": (PLANNED,)}),)


def _comparison(
    draw: Draw, counted: Group, rows: tuple[Row, ...], when: When
) -> tuple[str, tuple[Row, ...]]:
    other = draw.number(10, 900)
    first = int(str(when.periods[0])[:4]) - 1
    year = times.printed_year(draw, first)
    words = draw.pick(
        f" ({year}: {other})",
        f", compared with {other} in {year}",
        f", against {other} in {year}",
        f", up from {other} in {year}",
        f", down from {other} the year before",
        f", up from {other} in the previous year",
        f", an increase on the {other} of {year}",
        f" ({other} in {year})",
    )
    row = _base(rows[0], other)
    return words, (replace(row, fields={**row.fields, "period": (times.period(first),)}),)


def _further(
    draw: Draw, counted: Group, rows: tuple[Row, ...], when: When
) -> tuple[str, tuple[Row, ...]]:
    number = plain(draw, draw.number(3, 120))
    form = draw.pick("region", "signed", "planned")
    draw.trait(f"further: {form}")
    row = _base(rows[0], number.value)
    lead = draw.pick("a further", "another", "an additional")
    if form == "region":
        said = draw.one(list(REGIONS))
        changed: dict[str, Fair] = {"dimension": ("region",), "dimension_value": (REGIONS[said],)}
        text = f", and {lead} {number.text} in {said}"
    elif form == "signed":
        changed = {"status": (SIGNED,)}
        text = f", and {lead} {number.text} have signed up"
    else:
        later = times.year_of(draw.day) + 1
        changed = {"status": (PLANNED,), "period": (times.period(later),)}
        do_so = draw.pick("are expected to do so", "are due to follow", "will do so")
        text = f", and {lead} {number.text} {do_so} in {times.printed_year(draw, later)}"
    return text, (replace(row, fields={**row.fields, **changed}),)


ENDINGS: dict[str, Callable[..., tuple[str, tuple[Row, ...]]]] = {
    "target": _target,
    "comparison": _comparison,
    "further": _further,
}


def two_programmes(draw: Draw, frame: str) -> Statement:
    """Two programmes in one sentence, the noun said once or twice."""
    when = times.past(draw, open_share=0)
    found, rows = [], []
    who = draw.one(PEOPLE[:4])
    for at in range(2):
        which = programme(draw, "people")
        number = plain(draw, draw.number(3, 200))
        verb = draw.pick("attended", "completed", "took part in", "joined")
        noun = f" {who.noun}" if not at or draw.chance(0.3) else ""
        found.append(f"{number.text}{noun} {verb} {which.said}")
        rows.append(
            participation(
                participants=number.value,
                unit=who.units,
                qualifier=number.qualifiers,
                status=TOOK,
                period=when.periods,
                dimension="total",
                dimension_value="total",
                programme=which.name,
            )
        )
    text = when.before(joined(found, draw.pick(" and ", ", and ", ", while ")))
    return Statement(frame, (Line("paragraph", sentence(text)),), tuple(rows))


FRAMES = ("count", "whole", "pair", "two units", "region", "regions", "party", "breakdown",
          "including", "target", "comparison", "further", "two programmes")  # fmt: skip


def make(draw: Draw, frame: str) -> Statement:
    return two_programmes(draw, frame) if frame == "two programmes" else uptake(draw, frame)
