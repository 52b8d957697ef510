"""Statements of who took part in a programme: a count, what is added to it, and its context."""

from collections.abc import Callable
from dataclasses import replace

from tests.statements.frames import endings
from tests.statements.frames.contexts import UPTAKE, Context
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
    "council type": "bodies",
    "party": "people",
    "breakdown": "people",
    "pair": "people",
    "pair compared": "people",
    "two units": "people",
}


def uptake(draw: Draw, frame: str) -> Statement:
    """A statement of one clause with one of the extras."""
    extra, ending = "pair" if frame == "pair compared" else frame, ENDINGS.get(frame)
    which = programme(draw, TAKES.get(frame, ""))
    who = _who(draw, which, frame)
    # What follows may repeat the verb or the time of the clause, so that it needs its own.
    name = "own clause"
    if ending is None or frame == "target":
        name = draw.weighted({name: weight for name, (_, weight) in UPTAKE.items()})
    context = UPTAKE[name][0](draw, which)
    draw.trait(f"context: {name}")
    standing = TOOK if frame in (*EXTRAS, *ENDINGS) else draw.weighted(STANDINGS)
    standing = TOOK if context.when and standing == PLANNED else standing
    counted = group(draw, who, extra, is_plan=standing == PLANNED)
    when = _when(draw, standing, context, frame)
    parts = Parts(
        counted.phrase,
        "" if context.is_bare else context.said or which.said,
        When((), "") if context.when else when,
        which.takes,
    )
    is_exact = counted.rows[0].fields["qualifier"] == ("exactly",) and not counted.tail
    text = clause(
        draw,
        parts,
        standing,
        is_last=bool(counted.tail) or ending is not None,
        is_plain=is_exact and frame in ("count", "pair", "party", "region"),
        is_active=frame in ("further", "follow-on"),
    )
    rows = filled(counted.rows, **_said(which, standing, when, context))
    end, more = ending(draw, counted, rows, when) if ending else ("", ())
    return _statement(frame, context, f"{text}{counted.tail}{end}", (*rows, *more))


def _said(which: Programme, standing: str, when: When, context: Context) -> dict[str, Fair]:
    """What all counts of a clause share."""
    fields: dict[str, Fair] = {"status": (standing,), "period": (*context.cohort, *when.periods)}
    if not context.is_nameless:
        fields["programme"] = which.names
    return fields


def _who(draw: Draw, which: Programme, frame: str) -> Who:
    """Whom the extra speaks of: councillors where it is about groups, else any that suit."""
    if frame in ("party", "breakdown", "pair", "pair compared"):
        return draw.one(PEOPLE[:3])
    return who_takes(draw, which)


def _when(draw: Draw, standing: str, context: Context, frame: str) -> When:
    if context.when:
        return context.when
    if frame in ("comparison", "pair compared"):
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
    value = _number(rows[0])
    aim = draw.number(max(3, value // 2), value * 2)
    row = _base(rows[0], aim)
    row = replace(row, fields={**row.fields, "status": (PLANNED,)})
    return endings.target(draw, value, aim), (row,)


def _comparison(
    draw: Draw, counted: Group, rows: tuple[Row, ...], when: When
) -> tuple[str, tuple[Row, ...]]:
    value = _number(rows[0])
    other = draw.number(max(3, value // 2), value * 2)
    first = int(str(when.periods[0])[:4]) - 1
    year = times.printed_year(draw, first)
    row = _base(rows[0], other)
    row = replace(row, fields={**row.fields, "period": (times.period(first),)})
    return endings.comparison(draw, value, other, year), (row,)


def _pair_compared(
    draw: Draw, counted: Group, rows: tuple[Row, ...], when: When
) -> tuple[str, tuple[Row, ...]]:
    """People and councils, and both of the year before."""
    first = int(str(when.periods[0])[:4]) - 1
    people, bodies = draw.number(40, 800), draw.number(15, 200)
    said = f"{people} from {bodies}" + draw.pick("", " councils")
    words = draw.pick(", against {} in {}", ", compared with {} in {}", " ({} in {})")
    more = tuple(
        replace(
            _base(row, number),
            fields={**_base(row, number).fields, "period": (times.period(first),)},
        )
        for row, number in zip(rows, (people, bodies), strict=True)
    )
    return words.format(said, times.printed_year(draw, first)), more


def _number(row: Row) -> int:
    return int(row.fields["participants"][0] or 0)


def _lately(draw: Draw, row: Row, status: str) -> dict[str, Fair]:
    """What is said without a time after a clause that has one: its time, or that of the paper."""
    now = times.period(times.year_of(draw.day))
    return {"status": (status,), "period": (*row.fields["period"], now, None)}


def _follow_on(
    draw: Draw, counted: Group, rows: tuple[Row, ...], when: When
) -> tuple[str, tuple[Row, ...]]:
    """A sentence that goes on about the same programme without its name."""
    number = plain(draw, draw.number(2, max(4, _number(rows[0]) // 2)))
    row = _base(rows[0], number.value)
    who = draw.pick("", f" {counted.who.noun}")
    later = times.year_of(draw.day) + 1
    year = times.printed_year(draw, later)
    ways: tuple[tuple[str, dict[str, Fair]], ...] = (
        (f"a further {number.text}{who} have signed up", _lately(draw, row, SIGNED)),
        (f"another {number.text} dropped out", _lately(draw, row, DROPPED)),
        (
            f"in {year} we expect {number.text}{who or ' more'} to take part",
            {"status": (PLANNED,), "period": (times.period(later),)},
        ),
    )
    words, fields = draw.one(ways)
    row = replace(row, fields={**row.fields, **fields})
    return f". {sentence(words)}", (row,)


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
        changed = _lately(draw, row, SIGNED)
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
    "follow-on": _follow_on,
    "pair compared": _pair_compared,
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
                programme=which.names,
            )
        )
    text = when.before(joined(found, draw.pick(" and ", ", and ", ", while ")))
    return Statement(frame, (Line("paragraph", sentence(text)),), tuple(rows))


FRAMES = ("count", "whole", "pair", "two units", "region", "regions", "party", "breakdown",
          "including", "council type", "target", "comparison", "further", "follow-on",
          "pair compared", "two programmes")  # fmt: skip


def make(draw: Draw, frame: str) -> Statement:
    return two_programmes(draw, frame) if frame == "two programmes" else uptake(draw, frame)
